"""A person's version of a statement: fields and back, and which fields cannot be taken."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from invented import make_reading
from quellenlage.ledger import Query, open_view
from quellenlage.model.figure import Basis, Bound
from quellenlage.model.statement import Certainty, Reading, SourceClass, Statement
from quellenlage.model.text import Language
from quellenlage.web.correcting import Fields, Ground, correct, fields_of
from quellenlage.web.correcting_figures import FigureFields, TimeFields
from quellenlage.web.findings import around

READING = make_reading()
HOUSES = READING.statements[0]


def ground(reading: Reading, statement: Statement, language: Language = Language.ENGLISH) -> Ground:
    article = reading.article
    return Ground(article.id, article.outlet, around(statement, article), reading.sources, language)


def wrong(given: Fields) -> dict[str, str]:
    right, told = correct(HOUSES, given, ground(READING, HOUSES), str)
    assert right is None
    return told


@pytest.mark.parametrize("language", list(Language))
def test_fields_that_nobody_changed_are_the_same_statement(examples: Path, language: Language) -> None:
    with closing(open_view(str(examples))) as view:
        articles = dict.fromkeys(entry.article.id for entry in view.statements(Query()).items)
        for reading in map(view.reading, articles):
            for statement in reading.statements:
                known = ground(reading, statement, language)
                assert correct(statement, fields_of(statement, known), known, str) == (statement, {})


def test_words_that_stand_there_twice_need_a_number() -> None:
    block = READING.article.blocks[HOUSES.attribution.content[0].block]
    known = replace(ground(READING, HOUSES), blocks=(block,))
    given = replace(fields_of(HOUSES, known), cue="e")
    assert "[2] for the second" in wrong(given)["cue"]
    right, _ = correct(HOUSES, replace(given, cue="e [2]"), known, str)
    assert right is not None
    assert right.attribution.cue[0].start == block.text.index("e", block.text.index("e") + 1)
    assert "does not stand there" in wrong(replace(given, cue="e [9999]"))["cue"]


def test_what_goes_with_other_words_goes_when_these_change() -> None:
    known = ground(READING, HOUSES)
    given = fields_of(HOUSES, known)
    assert HOUSES.qualification.figures
    first = given.content.split()[0]
    right, _ = correct(HOUSES, replace(given, content=first, certainty="possible"), known, str)
    assert right is not None
    assert (right.qualification.figures, right.qualification.likelihood) == ((), None)
    assert right.qualification.certainty is Certainty.POSSIBLE
    assert right.speaker == HOUSES.speaker


def test_nothing_is_guessed() -> None:
    given = fields_of(HOUSES, ground(READING, HOUSES))
    assert set(wrong(replace(given, content=" \n"))) == {"content"}
    assert set(wrong(replace(given, cls=SourceClass.NONE.value))) == {"speaker"}
    assert set(wrong(replace(given, speaker=""))) == {"speaker"}
    assert set(wrong(replace(given, chain="Irgendwer"))) == {"chain"}
    assert set(wrong(replace(given, chain=f"{given.speaker} (Person)"))) == {"chain"}
    words = given.content.split("\n")[0]
    assert "overlap" in wrong(replace(given, content=f"{words}\n{words.split()[0]} {words.split()[1]}"))["content"]


def with_figures(*rows: FigureFields, language: Language = Language.ENGLISH) -> tuple[Statement | None, dict[str, str]]:
    known = ground(READING, HOUSES, language)
    return correct(HOUSES, replace(fields_of(HOUSES, known), figures=rows), known, str)


def test_figures_are_changed_added_and_taken_away() -> None:
    (machine,) = fields_of(HOUSES, ground(READING, HOUSES)).figures or ()
    right, _ = with_figures()
    assert right and right.qualification.figures == ()
    other = replace(
        machine, words="4000 Häuser", bound="about", value="4.250,5", high="5 000", unit="Gebäude", basis="total"
    )
    right, wrong = with_figures(replace(other, period="am Montag", counted="Häuser"), language=Language.GERMAN)
    assert (wrong, right is None) == ({}, False)
    assert right
    (figure,) = right.qualification.figures
    assert (figure.value, figure.high, figure.bound, figure.unit) == (4250.5, 5000.0, Bound.ABOUT, "Gebäude")
    assert (figure.span.text, figure.basis, figure.as_of) == ("4000 Häuser", Basis.TOTAL, None)
    assert figure.period and figure.counted
    assert (figure.period.text, figure.counted.text) == ("am Montag", "Häuser")
    block = READING.article.blocks[figure.span.block].text
    assert block[figure.span.start : figure.span.end] == "4000 Häuser"
    two, _ = with_figures(replace(machine, words="Häuser", value=""), replace(machine, words="mehr als 4000"), machine)
    assert two is None  # the last one overlaps both
    two, _ = with_figures(replace(machine, words="Häuser", value=""), replace(machine, words="mehr als 4000"))
    assert two and [each.value for each in two.qualification.figures] == [4000.0, None]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"words": "am Montag"}, "does not stand in the content"),
        ({"words": "keine Wörter von dort"}, "does not stand there"),
        ({"value": "viele"}, "no number; write it like 1250.5"),
        ({"value": "4.000.000"}, "no number"),
        ({"high": "3000"}, "higher than its lower end"),
        ({"value": "", "high": "3000"}, "higher than its lower end"),
        ({"counted": "Schiffe"}, "does not stand there"),
    ],
)
def test_a_figure_that_cannot_be_taken_says_why(changed: dict[str, str], told: str) -> None:
    (machine,) = fields_of(HOUSES, ground(READING, HOUSES)).figures or ()
    right, wrong = with_figures(machine, FigureFields(), replace(machine, **changed))
    assert right is None
    assert set(wrong) == {"figure-2"}
    assert told in wrong["figure-2"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-03-04", date(2031, 3, 4), date(2031, 3, 4)),
        ("2031-W10", date(2031, 3, 3), date(2031, 3, 9)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2031-12", date(2031, 12, 1), date(2031, 12, 31)),
        ("2031-Q4", date(2031, 10, 1), date(2031, 12, 31)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("XXXX-WXX-7", None, None),
        ("P3M", None, None),
    ],
)
def test_the_days_of_a_time_follow_from_its_value(value: str, first: date | None, last: date | None) -> None:
    known = ground(READING, HOUSES)
    given = replace(fields_of(HOUSES, known), times=(TimeFields("4000", value),))
    right, wrong = correct(HOUSES, given, known, str)
    assert wrong == {}
    assert right
    (time,) = right.qualification.times
    assert (time.span.text, time.value, time.start, time.end) == ("4000", value, first, last)


@pytest.mark.parametrize("value", ["", "bald", "2031-02-30", "2031-13", "2031-W54"])
def test_what_is_no_time_is_refused(value: str) -> None:
    known = ground(READING, HOUSES)
    right, wrong = correct(HOUSES, replace(fields_of(HOUSES, known), times=(TimeFields("4000", value),)), known, str)
    assert right is None
    assert "is no time" in wrong["time-0"]
