"""Contents end where their own clause does."""

from quellenlage.attribution.extents import with_mood, within_clause
from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language, Span


def _content(text: str, cue: str, content: str) -> list[str]:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(0, start, start + len(words), words)

    article = Article("case", (Block(0, BlockKind.PARAGRAPH, text, "/blocks/0"),), Language.GERMAN)
    found = Attribution(Kind.INDIRECT, (span(content),), (span(cue),), (span("Behörde"),), 0.9)
    return [piece.text for piece in within_clause(article, found).content]


def test_the_main_clause_behind_a_noun_and_its_content_is_none_of_it() -> None:
    whole = "dass der Deich hält, stehe im Einklang mit der Lage"
    text = f"Die Einschätzung der Behörde, {whole}."
    assert _content(text, "Einschätzung", whole) == ["dass der Deich hält"]


def test_a_content_that_only_has_commas_stays() -> None:
    whole = "dass der Deich hält, wenn der Wind sich legt"
    assert _content(f"Die Einschätzung der Behörde, {whole}.", "Einschätzung", whole) == [whole]


def test_behind_a_verb_nothing_is_cut() -> None:
    whole = "dass der Deich halte, sei sicher"
    assert _content(f"Die Behörde sagte, {whole}.", "sagte", whole) == [whole]


def test_a_subjunctive_of_sollen_is_no_cue() -> None:
    text = "Holm solle sich erst erklären."
    spans = [Span(0, start, end, text[start:end]) for start, end in ((0, 4), (5, 10), (11, 29))]
    article = Article("case", (Block(0, BlockKind.PARAGRAPH, text, "/blocks/0"),), Language.GERMAN)
    found = with_mood(article, Attribution(Kind.INDIRECT, (spans[0], spans[2]), (spans[1],), (), 0.9))
    assert [piece.text for piece in found.content] == ["Holm solle sich erst erklären"]
    assert found.cue == ()
