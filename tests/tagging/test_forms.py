"""Statements that are known by their form: assumptions of nobody, and what somebody resolves or consents to."""

import time

import pytest

from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
from quellenlage.tagging.forms import find_by_form


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
        ("Es wird derzeit von 40 Ausfällen ausgegangen.", ["derzeit von 40 Ausfällen"], "ausgegangen"),
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
    (one,) = find_by_form(_article(text), ())
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
        "Es wird von der Polizei ausgegangen.",
        "Die Kollegin wird auf Platz 2 der Liste sehr geschätzt.",
        "Von der Regierung wird vermutet, dass der Deich hält.",
        "Es wird nicht vermutet, dass der Deich bricht.",
        "Er ist fort, wird von den 40 Helfern ausgegangen.",
    ],
)
def test_other_sentences_are_left_alone(text: str) -> None:
    assert list(find_by_form(_article(text), ())) == []


def test_a_sentence_in_which_something_was_found_is_left_alone() -> None:
    text = "Für den März wird von 40 Ausfällen ausgegangen."
    known = Attribution(Kind.REPORTED, (Span(0, 20, 36, text[20:36]),), (), (), 0.9)
    assert list(find_by_form(_article(text), [known])) == []


@pytest.mark.parametrize(
    ("text", "source", "content", "cue"),
    [
        (
            "Zu Beginn hatten sich Rita Holm und ihre Berater dann vorgenommen, bis Mai einen Deich zu bauen.",
            "Rita Holm und ihre Berater",
            ["bis Mai einen Deich zu bauen"],
            ["sich", "vorgenommen"],
        ),
        (
            "Der Verband hat sich vorgenommen, die Quote zu halten.",
            "Der Verband",
            ["die Quote zu halten"],
            ["sich", "vorgenommen"],
        ),
        (
            "Holm hatte sich bei einem Besuch im März zu einer Pause bereit erklärt – sie stellte aber Bedingungen.",
            "Holm",
            ["zu einer Pause"],
            ["sich", "bereit erklärt"],
        ),
        (
            "Er hat sich bereit erklärt, die Kosten zu tragen.",
            "Er",
            ["die Kosten zu tragen"],
            ["sich", "bereit erklärt"],
        ),
    ],
)
def test_what_somebody_resolves_is_found(text: str, source: str, content: list[str], cue: list[str]) -> None:
    (one,) = find_by_form(_article(text), ())
    assert [span.text for span in one.source] == [source]
    assert [span.text for span in one.content] == content
    assert [span.text for span in one.cue] == cue


@pytest.mark.parametrize(
    "text",
    [
        "Rita Holm hat sich nichts vorgenommen.",
        "Der Verband hat sich verrechnet.",
        "Sie haben sich bereit gemacht.",
    ],
)
def test_other_reflexives_are_left_alone(text: str) -> None:
    assert list(find_by_form(_article(text), ())) == []


def test_a_page_of_repetitions_costs_no_time() -> None:
    ends = ("Holm hat sich bereit erklärt, " + "zu" * 4000, "Es wird auf " + "4" * 16_000, "Er hat sich " + "x " * 8000)
    texts = [*ends, *(text[:590] for text in ends)]
    began = time.process_time()
    assert all(list(find_by_form(_article(text), ())) == [] for text in texts)
    assert time.process_time() - began < 1
