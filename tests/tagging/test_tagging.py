"""The tagger from article to attributions, run on a network in which every word has one meaning."""

from __future__ import annotations

import pytest

from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language
from quellenlage.tagging import Tagger
from quellenlage.tagging.labels import Role
from word_network import WordNetwork, pieces_of

_ROLES = {
    "sagte": Role.CUE,
    "kündigte": Role.CUE,
    "an": Role.CUE,
    "Mara": Role.SOURCE,
    "Lindt": Role.SOURCE,
    "dpa": Role.RELAY,
    **dict.fromkeys("„ “ » « der Kanal werde breiter Es gebe Geld genug bleibe , .".split(), Role.CONTENT),
}


def _article(*blocks: str | Block) -> Article:
    made = [b if isinstance(b, Block) else Block(i, BlockKind.PARAGRAPH, b, "") for i, b in enumerate(blocks)]
    return Article("a", tuple(made), Language.GERMAN)


def _tag(*blocks: str | Block, starts: tuple[str, ...] = (), kind: Kind = Kind.INDIRECT) -> tuple[Attribution, ...]:
    article = _article(*blocks)
    pieces = pieces_of([*(block.text for block in article.blocks), *_ROLES])
    return Tagger(WordNetwork(pieces, _ROLES, starts, kind), pieces).tag(article)


def _texts(spans: object) -> list[str]:
    return [span.text for span in spans]  # type: ignore[attr-defined]


def test_cue_source_and_content() -> None:
    (one,) = _tag("Mara Lindt sagte dpa, der Kanal werde breiter.")
    assert (_texts(one.source), _texts(one.cue), _texts(one.relays)) == (["Mara Lindt"], ["sagte"], ["dpa"])
    assert _texts(one.content) == ["der Kanal werde breiter"]
    assert one.kind is Kind.INDIRECT


@pytest.mark.parametrize("text", ["„Der Kanal bleibe.“, sagte Mara Lindt.", "»Der Kanal bleibe«, sagte Mara Lindt."])
def test_a_quotation_is_direct_and_loses_its_marks(text: str) -> None:
    (one,) = _tag(text)
    assert (one.kind, _texts(one.content)) == (Kind.DIRECT, ["Der Kanal bleibe"])


def test_marks_inside_a_content_make_it_mixed_and_stay() -> None:
    (one,) = _tag("Mara Lindt sagte, der Kanal werde „breiter“ .")
    assert (one.kind, _texts(one.content)) == (Kind.MIXED, ["der Kanal werde „breiter“"])


def test_a_source_keeps_the_bracket_that_closes_one_of_its_own() -> None:
    roles = {**_ROLES, "(": Role.SOURCE, "52": Role.SOURCE}
    article = _article("Mara Lindt (52) sagte, der Kanal werde breiter.", "Der Ort (Mara Lindt) sagte, es gebe Geld.")
    pieces = pieces_of([*(block.text for block in article.blocks), *roles])
    found = Tagger(WordNetwork(pieces, roles, (), Kind.INDIRECT), pieces).tag(article)
    assert _texts(found[0].source) == ["Mara Lindt (52)"]


def test_a_split_cue_is_one_statement() -> None:
    (one,) = _tag("Mara Lindt kündigte an, der Kanal werde breiter.")
    assert _texts(one.cue) == ["kündigte an"]
    (one,) = _tag("Mara Lindt kündigte Geld an.")
    assert _texts(one.cue) == ["kündigte", "an"]


def test_a_second_sentence_is_a_statement_of_its_own_without_cue() -> None:
    first, second = _tag("Mara Lindt sagte, der Kanal werde breiter. Es gebe Geld genug.")
    assert _texts(first.content) == ["der Kanal werde breiter"]
    assert (_texts(second.content), second.cue, second.source) == (["Es gebe Geld genug"], (), ())
    assert _texts(second.antecedent) == ["Mara Lindt"]


def test_a_content_without_cue_points_at_its_antecedent() -> None:
    (one,) = _tag("Nun trat Mara Lindt vor. Es gebe Geld genug.", starts=("Es",))
    assert (_texts(one.content), _texts(one.antecedent)) == (["Es gebe Geld genug"], ["Mara Lindt"])


def test_the_network_decides_where_no_mark_does() -> None:
    (one,) = _tag("Mara Lindt sagte Geld .", kind=Kind.REPORTED)
    assert one.kind is Kind.REPORTED
    (one,) = _tag("Es gebe Geld genug.", starts=("Es",), kind=Kind.DIRECT)
    assert one.kind is Kind.DIRECT


@pytest.mark.parametrize("kind", [BlockKind.CREDIT, BlockKind.EMBED, BlockKind.FURNITURE])
def test_blocks_that_say_nothing_of_the_article_are_left_alone(kind: BlockKind) -> None:
    text = "Mara Lindt sagte, der Kanal werde breiter."
    assert _tag(Block(0, kind, text, "")) == ()
    (one,) = _tag(Block(0, kind, text, ""), Block(1, BlockKind.CAPTION, text, ""))
    assert one.content[0].block == 1


def test_spans_stay_in_their_block() -> None:
    found = _tag("Mara Lindt sagte:", "„Der Kanal bleibe“")
    (one,) = found
    assert [(span.block, span.text) for span in (*one.cue, *one.content)] == [(0, "sagte"), (1, "Der Kanal bleibe")]


def test_an_article_without_words() -> None:
    assert _tag("  ", "\n") == ()
