"""What an article says otherwise than another that says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from claimed import head_of
from invented import make_article, make_reading
from quellenlage.linking import contrast, make_cell
from quellenlage.model.claim import Appearance
from quellenlage.model.contrast import Cell, DifferenceKind
from quellenlage.model.figure import Bound, Figure
from quellenlage.model.statement import Certainty, Polarity, Qualification, Source, SourceClass
from quellenlage.model.text import Span

MAYOR = Source("m", "Jorun Hallwig", SourceClass.PERSON)
ENGINEERS = Source("e", "zwei Ingenieure", SourceClass.UNNAMED)
NOBODY = Source("", "", SourceClass.NONE)
PLAIN = Qualification()
PAPER = Source("p", "Talblatt", SourceClass.OUTLET)


def cell(number: int, speaker: Source = MAYOR, via: tuple[Source, ...] = (), told: Qualification = PLAIN) -> Cell:
    """What the outlet of this number has, published at that hour."""
    published = datetime.fromisoformat(f"2031-03-04T{10 + number}:00+01:00")
    reading = make_reading(make_article(f"https://blatt-{number}.example/", f"Blatt {number}", published))
    statement = replace(reading.statements[0], speaker=speaker, via=via, qualification=told)
    return make_cell([Appearance(statement, head_of(reading.article, f"{number}.html"))], frozenset())


def figure(value: float, bound: Bound = Bound.EXACT) -> Qualification:
    return Qualification(figures=(Figure(Span(1, 0, 11, f"{value:.0f} Häuser"), value, bound, "Häuser"),))


def kinds(found: Cell | None) -> list[DifferenceKind]:
    return [each.what for each in found.differences] if found else []


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        (ENGINEERS, [DifferenceKind.SOURCE_UNNAMED]),
        (NOBODY, [DifferenceKind.NOBODY_NAMED]),
        (Source("x", "Enno Barth", SourceClass.PERSON), []),
    ],
)
def test_a_source_that_another_names_is_missing(speaker: Source, expected: list[DifferenceKind]) -> None:
    named, other = contrast([cell(1), cell(2, speaker)])
    assert kinds(named) == []
    assert kinds(other) == expected
    assert all(each.words == "Jorun Hallwig" for each in (other.differences if other else ()))


def test_who_passed_it_on_is_missing_only_in_what_came_later() -> None:
    relayed = cell(2, via=(PAPER,))
    earlier, _, later = contrast([cell(1), relayed, cell(3)])
    assert kinds(earlier) == []
    assert [(each.what, each.words) for each in (later.differences if later else ())] == [
        (DifferenceKind.RELAY_MISSING, "Talblatt")
    ]


def test_a_hedge_is_missing() -> None:
    hedge = Qualification(certainty=Certainty.PROBABLE, hedges=(Span(1, 0, 4, "wohl"),))
    hedged, sure = contrast([cell(1, told=hedge), cell(2)])
    assert kinds(hedged) == []
    assert [(each.what, each.words) for each in (sure.differences if sure else ())] == [
        (DifferenceKind.HEDGE_MISSING, "wohl")
    ]


def test_a_denial_is_told() -> None:
    asserted, denied = contrast([cell(1), cell(2, told=Qualification(polarity=Polarity.DENIED))])
    assert (kinds(asserted), kinds(denied)) == ([], [DifferenceKind.DENIED])


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (figure(4400), DifferenceKind.HIGHER),
        (figure(3600), DifferenceKind.LOWER),
        (figure(4000, Bound.NEARLY), DifferenceKind.BOUND),
    ],
)
def test_figures_are_held_against_the_first(there: Qualification, expected: DifferenceKind) -> None:
    _, other = contrast([cell(1, told=figure(4000)), cell(2, told=there)])
    assert kinds(other) == [expected]


def test_what_only_one_has_differs_from_nothing() -> None:
    alone, nothing = contrast([cell(1, NOBODY), None])
    assert (kinds(alone), nothing) == ([], None)
