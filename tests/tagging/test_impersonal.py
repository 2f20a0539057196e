"""Assumptions in the impersonal passive: where nobody speaks and the verb comes last."""

import pytest

from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
from quellenlage.tagging.impersonal import find_impersonal


def _article(text: str) -> Article:
    return Article("case", (Block(0, BlockKind.PARAGRAPH, text, "/blocks/0"),), Language.GERMAN)


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        (
            "Für den März wird von mehr als 40 Ausfällen ausgegangen.",
            ["Für den März", "von mehr als 40 Ausfällen"],
            "ausgegangen",
        ),
        ("Es wird derzeit von einem Defekt ausgegangen.", ["derzeit von einem Defekt"], "ausgegangen"),
        (
            "Am Ufer wird davon ausgegangen, dass der Deich hält.",
            ["dass der Deich hält"],
            "davon ausgegangen",
        ),
        ("Zunächst wurde vermutet, dass die Schleuse klemmt.", ["dass die Schleuse klemmt"], "vermutet"),
        (
            "Die Kosten werden inzwischen auf 14 Millionen Euro geschätzt.",
            ["Die Kosten", "inzwischen auf 14 Millionen Euro"],
            "geschätzt",
        ),
        ("It is widely believed that the dam will hold.", ["that the dam will hold"], "believed"),
    ],
)
def test_what_is_assumed_is_found(text: str, content: list[str], cue: str) -> None:
    (one,) = find_impersonal(_article(text), ())
    assert [span.text for span in one.content] == content
    assert [span.text for span in one.cue] == [cue]
    assert one.source == ()


@pytest.mark.parametrize(
    "text",
    [
        "Der Zug ist von Lemstal ausgegangen.",
        "Das Licht wird ausgehen.",
        "Sie hat angenommen, dass es regnet.",
        "Die Ausstellung wurde auf dem Markt eröffnet.",
        "He believed that the dam will hold.",
    ],
)
def test_other_sentences_are_left_alone(text: str) -> None:
    assert list(find_impersonal(_article(text), ())) == []


def test_a_sentence_in_which_something_was_found_is_left_alone() -> None:
    text = "Für den März wird von 40 Ausfällen ausgegangen."
    known = Attribution(Kind.REPORTED, (Span(0, 20, 36, text[20:36]),), (), (), 0.9)
    assert list(find_impersonal(_article(text), [known])) == []
