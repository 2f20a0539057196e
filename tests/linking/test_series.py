"""Figures of one measure side by side, and which of them cannot both be right."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from linking.press import ORGANISATION, PERSON, Press
from quellenlage.linking import compare, traces
from quellenlage.linking.series import find_series, interval
from quellenlage.model.claim import Link, Relation
from quellenlage.model.figure import Basis, Bound, Figure
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.series import Series
from quellenlage.model.text import Language, Span
from quellenlage.qualifying import qualify

ENGLISH = Language.ENGLISH


def series(*told: tuple[float, str], links: tuple[tuple[int, int, Relation], ...] = ()) -> tuple[Series, ...]:
    """The series of contents said by one man, each with its hour after noon; `links` by their places."""
    press = Press()
    for place, (hour, content) in enumerate(told):
        page = press.page(f"Blatt {place}", hour, f"{content}, sagte Enno Barth.")
        press.said(page, content, "Enno Barth", PERSON)
    return of_press(press, links)


def of_press(press: Press, links: tuple[tuple[int, int, Relation], ...] = ()) -> tuple[Series, ...]:
    """The series of all that was said, in the order of saying."""
    figures = [(f, each) for each in press.appearances for f in each.statement.qualification.figures]
    return find_series(figures, [_link(press, *link) for link in links])


def _link(press: Press, one: int, other: int, relation: Relation) -> Link:
    sides = press.appearances[one].statement, press.appearances[other].statement
    words = tuple(side.qualification.figures[0].span.text for side in sides)
    left, right = sorted(side.id for side in sides)
    reasons = (Reason(ReasonKind.OTHER_FIGURE, words),) if relation is Relation.CONTRADICTS else ()
    return Link(left, right, relation, 0.8, reasons)


def values(found: tuple[Series, ...]) -> list[list[float | None]]:
    return [[point.figure.value for point in one.points] for one in found]


def test_one_measure_is_one_series_in_time() -> None:
    (found,) = series((30, "Am Damm fehlten 60 Sandsäcke"), (0, "Am Damm fehlten mehr als 40 Sandsäcke"))
    assert [(point.low, point.high) for point in found.points] == [(40, None), (60, 60)]
    assert found.unit == "Sandsäcke"
    assert found.contradictions == ()


def test_two_figures_of_one_claim_and_day_cannot_both_be_right() -> None:
    told = (0, "Am Damm fehlten 40 Sandsäcke"), (2, "Am Damm fehlten mindestens 60 Sandsäcke")
    (found,) = series(*told, links=((0, 1, Relation.SAME),))
    assert found.contradictions == ((0, 1),)


def test_two_figures_that_no_link_joins_are_a_development() -> None:
    (found,) = series((0, "Am Damm fehlten 40 Sandsäcke"), (2, "Am Damm fehlten mindestens 60 Sandsäcke"))
    assert found.contradictions == ()


def test_two_days_of_one_claim_are_a_development() -> None:
    told = (0, "Am Damm fehlten 40 Sandsäcke"), (48, "Am Damm fehlten mindestens 60 Sandsäcke")
    (found,) = series(*told, links=((0, 1, Relation.SAME),))
    assert found.contradictions == ()


def test_a_link_says_that_two_parties_contradict_each_other_whatever_their_days_and_words() -> None:
    told = (0, "800 Menschen zogen durch Ostrau"), (48, "Auf dem Markt waren es 1.800 Menschen")
    (found,) = series(*told, links=((0, 1, Relation.CONTRADICTS),))
    assert found.contradictions == ((0, 1),)


def test_who_repeats_a_figure_contradicts_what_it_contradicts() -> None:
    told = (
        (0, "800 Menschen zogen durch Ostrau"),
        (1, "1.800 Menschen zogen durch Ostrau"),
        (2, "Rund 800 Menschen liefen in Ostrau mit"),
    )
    links = ((0, 1, Relation.CONTRADICTS), (0, 2, Relation.SAME))
    (found,) = series(*told, links=links)
    pairs = [{found.points[i].figure.value for i in pair} for pair in found.contradictions]
    assert pairs == [{800, 1800}] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In Ostrau wurden elf Menschen verletzt", "In Ostrau arbeiten 120 Menschen in der Fabrik"),
        ("In Ostrau wurden elf Menschen verletzt", "In Ostrau starben zwei Menschen"),
        ("Die Fähre habe 40 Millionen Euro gekostet", "Der Verein schulde der Stadt 31 Millionen Euro"),
        ("Aus dem Tank liefen 60 Tonnen Öl", "Im Lager standen 120 Tonnen Lack"),
        ("Am Damm fehlten 40 Säcke", "Im Hafen fehlten 60 Säcke"),
        ("In Ostrau gab es drei Verletzte", "In Ostrau gab es 40 Säcke"),
        ("Am Damm fehlten bislang insgesamt 400 Säcke", "Am Damm fehlten 40 Säcke pro Tag"),
        ("Am Damm liefen 40 Liter pro Sekunde aus", "Am Damm liefen 40 Liter pro Stunde aus"),
    ],
    ids=["other people", "another state", "other money", "another stuff", "another place", "another unit", "a flow",
         "another rate"],
)  # fmt: skip
def test_unlike_things_are_no_series(one: str, other: str) -> None:
    assert series((0, one), (1, other)) == ()


def test_what_the_words_rule_out_is_not_joined_over_others() -> None:
    told = (
        (0, "In Ostrau wurden elf Menschen verletzt"),
        (1, "In Ostrau waren es elf Menschen"),
        (
            2,
            "In Ostrau starben elf Menschen",
        ),
    )
    links = ((0, 1, Relation.SAME), (1, 2, Relation.SAME))
    found = series(*told, links=links)
    assert [len(one.points) for one in found] == [2]


def test_two_figures_in_one_sentence_are_told_apart() -> None:
    told = (
        (0, "Die Boote kosten 640 Millionen Euro statt 410 Millionen Euro"),
        (
            1,
            "Die Boote kosten 640 Millionen Euro",
        ),
    )
    (found,) = series(*told, links=((0, 1, Relation.SAME),))
    assert [point.figure.value for point in found.points] == [640e6, 640e6]


def test_links_bring_languages_together() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Elf Fahrzeuge seien zerbeult, sagte Enno Barth.")
    press.said(one, "Elf Fahrzeuge seien zerbeult", "Enno Barth", PERSON)
    two = press.page("The Sentinel", 2, "Twelve vehicles were dented, the police said.", language=ENGLISH)
    press.said(two, "Twelve vehicles were dented", "police", ORGANISATION, source="the police")
    assert of_press(press) == ()
    (found,) = of_press(press, ((0, 1, Relation.SAME),))
    assert found.contradictions == ((0, 1),)


def test_what_linking_finds_on_pages_in_two_languages() -> None:
    """Five pages of two events: how many marched, by two parties, and how many were hurt elsewhere."""
    press = Press()
    march = "About 800 people marched through Ostrau on Monday"
    for outlet, hour, text, content, speaker, language in (
        ("The Sentinel", 0, f"{march}, police said.", march, "police", ENGLISH),
        ("Talblatt", 2, "Am Montag zogen rund 800 Menschen durch Ostrau, teilte die Polizei mit.",
         "Am Montag zogen rund 800 Menschen durch Ostrau", "Polizei", Language.GERMAN),
        ("Nordlicht", 3, "Am Montag zogen 1.800 Menschen durch Ostrau, sagte Ida Wolke.",
         "Am Montag zogen 1.800 Menschen durch Ostrau", "Ida Wolke", Language.GERMAN),
        ("Elbkurier", 4, "In Hohenau wurden elf Menschen verletzt, sagte Enno Barth.",
         "In Hohenau wurden elf Menschen verletzt", "Enno Barth", Language.GERMAN),
        ("Umschau", 5, "In Ostrau sind 120 Menschen bei der Bahn angestellt, sagte Enno Barth.",
         "In Ostrau sind 120 Menschen bei der Bahn angestellt", "Enno Barth", Language.GERMAN),
    ):  # fmt: skip
        page = press.page(outlet, hour, text, language=language, headline=f"{outlet} aus Ostrau")
        cls = PERSON if " " in speaker else ORGANISATION
        press.said(page, content, speaker, cls)
    found = find_series(
        [(f, each) for each in press.appearances for f in each.statement.qualification.figures], linked(press)
    )
    assert [sorted(each) for each in values(found)] == [[800, 800, 1800]]
    assert {tuple(sorted(found[0].points[i].figure.value or 0 for i in pair)) for pair in found[0].contradictions} == {
        (800, 1800)
    }


def linked(press: Press) -> list[Link]:
    """The links that linking proposes between all that was said."""
    found = []
    for each in press.appearances:
        reading = replace(press.readings[each.article.id], statements=(each.statement,))
        found += [trace for trace in traces(reading, qualify) if trace.id == each.statement.id]
    pairs = (sorted(pair, key=lambda trace: trace.id) for pair in combinations(found, 2))
    return [link for one, other in pairs if (link := compare(one, other)) is not None]


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
