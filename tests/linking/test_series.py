"""Figures of one measure side by side, and which of them cannot both be right."""

from __future__ import annotations

import pytest

from linking.press import PERSON, Press
from quellenlage.linking.series import find_series, interval
from quellenlage.model.figure import Basis, Bound, Figure
from quellenlage.model.series import Series
from quellenlage.model.text import Span


def series(*told: tuple[float, str]) -> tuple[Series, ...]:
    """The series of contents said by one man, each with its hour after noon."""
    press = Press()
    for hour, content in told:
        page = press.page(f"Blatt {hour}", hour, f"{content}, sagte Enno Barth.")
        press.said(page, content, "Enno Barth", PERSON)
    appearances = press.in_order()
    return find_series((f, each) for each in appearances for f in each.statement.qualification.figures)


def test_one_measure_is_one_series_in_time() -> None:
    (found,) = series((30, "Am Damm fehlten 60 Sandsäcke"), (0, "Am Damm fehlten mehr als 40 Sandsäcke"))
    assert [(point.low, point.high) for point in found.points] == [(40, None), (60, 60)]
    assert found.unit == "Sandsäcke"
    assert found.contradictions == ()


def test_two_figures_of_one_day_that_cannot_both_be_right() -> None:
    (found,) = series((0, "Am Damm fehlten 40 Sandsäcke"), (2, "Am Damm fehlten mindestens 60 Sandsäcke"))
    assert found.contradictions == ((0, 1),)


def test_a_flow_is_not_laid_beside_a_total() -> None:
    found = series((0, "Am Damm fehlten bislang insgesamt 400 Säcke"), (1, "Am Damm fehlten 40 Säcke pro Tag"))
    assert found == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Am Damm fehlten 40 Säcke", "Im Hafen fehlten 60 Säcke"),
        ("In Ostrau gab es drei Verletzte", "In Ostrau gab es 40 Säcke"),
    ],
    ids=["another place", "another unit"],
)
def test_other_measures_are_no_series(one: str, other: str) -> None:
    assert series((0, one), (1, other)) == ()


@pytest.mark.parametrize(
    ("value", "bound", "expected"),
    [
        (22_000, Bound.ABOUT, (21_500, 22_500)),
        (3.5, Bound.ABOUT, (3.45, 3.55)),
        (900_000, Bound.NEARLY, (800_000, 900_000)),
        (250_000, Bound.AT_MOST, (None, 250_000)),
        (4_000, Bound.AT_LEAST, (4_000, None)),
        (7, Bound.EXACT, (7, 7)),
    ],
)
def test_bounds_are_intervals(value: float, bound: Bound, expected: tuple[float | None, float | None]) -> None:
    figure = Figure(Span(0, 0, 1, "x"), value, bound, "Säcke", basis=Basis.TOTAL)
    assert interval(figure) == (expected if None in expected else pytest.approx(expected))
