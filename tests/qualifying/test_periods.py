"""Which time a figure covers, at which moment it stands, flow against running total."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from marked import read_marked
from quellenlage.gazetteer.table import rows
from quellenlage.model.figure import Basis, Figure
from quellenlage.model.text import Language
from quellenlage.qualifying import qualify
from quellenlage.qualifying.figures import quantities
from quellenlage.qualifying.periods import coverage_of

_TABLE = Path(__file__).parents[1] / "cases" / "coverage.tsv"
_CASES = list(rows(_TABLE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["sentence"])
def test_coverage(case: dict[str, str]) -> None:
    text, language = case["sentence"], Language(case["language"])
    found = quantities(text, language)
    coverage = coverage_of(text, found[0], found, language)
    words = [text[slice(*place)] if place else "" for place in (coverage.period, coverage.as_of)]
    assert [*words, coverage.basis or ""] == [case["period"], case["as_of"], case["basis"]]


def _figure(marked: str, language: Language) -> Figure:
    (figure,) = qualify(*read_marked(marked, language, date(2025, 5, 7))).figures
    return figure


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (Language.GERMAN, "Die Ministerin {sprach} am Donnerstag von [bis zu 250 Toten]."),
        (Language.GERMAN, "Berg {sagte} am Montag, [300 Boote seien verbrannt]."),
        (Language.ENGLISH, "Berg {spoke} on Monday of [up to 250 deaths]."),
    ],
)
def test_the_day_of_saying_is_no_period(language: Language, marked: str) -> None:
    figure = _figure(marked, language)
    assert (figure.period, figure.as_of) == (None, None)


@pytest.mark.parametrize(
    ("language", "marked", "as_of", "basis"),
    [
        (
            Language.GERMAN,
            "Ende Oktober 2024 hatte die Behörde noch {von} [mehr als 600 Todesfällen] {gesprochen}.",
            "Ende Oktober 2024",
            Basis.TOTAL,
        ),
        (Language.GERMAN, "Im Mai {sprach} sie noch [von 40 Schulen].", "Im Mai", None),
        (Language.ENGLISH, "In May she {spoke} still [of 600 deaths].", "In May", Basis.TOTAL),
    ],
)
def test_what_was_still_said_then_stood_then(language: Language, marked: str, as_of: str, basis: Basis | None) -> None:
    figure = _figure(marked, language)
    assert figure.as_of is not None
    assert (figure.period, figure.as_of.text, figure.basis) == (None, as_of, basis)
