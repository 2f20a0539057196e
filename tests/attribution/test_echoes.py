"""One statement is told once, by the one whose it is."""

from dataclasses import dataclass

from quellenlage.attribution import attribute
from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language, Span

_TEXT = (
    "Ein Beamter sprach der Agentur Reuters zufolge von 40 Verletzten. Er hoffe, dass es dabei bleibe, sagte Rita Holm."
)


@dataclass(frozen=True, slots=True)
class _Found:
    """Attributions as if a tagger had found them."""

    attributions: tuple[Attribution, ...]

    def tag(self, _article: Article) -> tuple[Attribution, ...]:
        return self.attributions


def _span(words: str) -> Span:
    start = _TEXT.index(words)
    return Span(0, start, start + len(words), words)


def _told(content: str, cue: str, source: str, confidence: float = 0.9, relay: str = "") -> Attribution:
    relays = (_span(relay),) if relay else ()
    return Attribution(Kind.INDIRECT, (_span(content),), (_span(cue),), (_span(source),), confidence, relays=relays)


def _speakers(*attributions: Attribution) -> list[str]:
    article = Article("case", (Block(0, BlockKind.PARAGRAPH, _TEXT, "/blocks/0"),), Language.GERMAN)
    return [statement.speaker.name for statement in attribute(article, _Found(attributions)).statements]


def test_an_agency_has_no_statement_of_its_own_where_it_only_passes_on() -> None:
    agency = _told("Ein Beamter sprach der Agentur Reuters zufolge von 40 Verletzten", "zufolge", "der Agentur Reuters")
    official = _told("von 40 Verletzten", "sprach", "Ein Beamter", relay="der Agentur Reuters")
    alone = _speakers(official)
    assert len(alone) == 1
    assert "Reuters" not in alone[0]
    told = [_told("von 40 Verletzten", "zufolge", "der Agentur Reuters"), official]
    assert _speakers(*told) == alone
    assert len(_speakers(agency)) == 1


def test_a_surer_piece_does_not_take_the_place_of_the_whole() -> None:
    whole = _told("Er hoffe, dass es dabei bleibe", "sagte", "Rita Holm", confidence=0.85)
    piece = _told("dass es dabei bleibe", "sagte", "Rita Holm", confidence=0.95)
    article = Article("case", (Block(0, BlockKind.PARAGRAPH, _TEXT, "/blocks/0"),), Language.GERMAN)
    (left,) = attribute(article, _Found((whole, piece))).statements
    assert left.attribution.content == whole.content


def test_of_two_findings_of_one_statement_the_surer_one_stays() -> None:
    whole = _told("Er hoffe, dass es dabei bleibe", "sagte", "Rita Holm")
    cut = _told("Er hoffe, dass es dabei", "sagte", "Rita Holm", confidence=0.5)
    assert _speakers(whole, cut) == ["Rita Holm"]
    assert _speakers(cut, whole) == ["Rita Holm"]


def test_a_hope_told_in_a_statement_stays_beside_it() -> None:
    whole = _told("Er hoffe, dass es dabei bleibe", "sagte", "Rita Holm")
    hope = _told("dass es dabei bleibe", "hoffe", "Rita Holm", confidence=0.5)
    assert len(_speakers(whole, hope)) == 2
