"""Origins that the rules keep apart: what was learned joins some of them, never those of whom the pages tell as two."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product

import numpy as np
import pytest

from linking.press import ORGANISATION, PERSON, UNNAMED, Press
from quellenlage.linking.groups import Groups
from quellenlage.linking.joining import grouped
from quellenlage.linking.merging import NAMES, features, merge, nearness, side_of
from quellenlage.linking.origins import trace_origins
from quellenlage.model.claim import Link, Relation
from quellenlage.model.reason import ReasonKind
from quellenlage.model.statement import Kind

CERTAIN = np.array([9.0, *(0.0 for _ in NAMES)])
"""Weights by which every two origins are one."""


def grouped_with_links(told: Callable[[Press], None]) -> tuple[Groups, list[Link]]:
    press = Press()
    told(press)
    groups = grouped(press.in_order(), press.copies(), press.readings)
    ids = sorted(voice.appearance.statement.id for voice in groups.voices)
    return groups, [Link(one, other, Relation.SAME, 0.9, ()) for one, other in combinations(ids, 2)]


def somebody_and_the_body_beside(press: Press) -> None:
    one = press.page("Talblatt", 0, "Von 640 Stellen sprach Rieke Sandvos am Montag.")
    press.said(one, "Von 640 Stellen", "Rieke Sandvos", PERSON)
    words = "Die Betriebsräte gehen von 640 Stellen aus, so hatte es auch Rieke Sandvos gesagt."
    two = press.page("Nordlicht", 1, words)
    press.said(two, "von 640 Stellen", "Betriebsräte", ORGANISATION, source="Die Betriebsräte")


def two_witnesses(press: Press) -> None:
    words = "Wir haben den Zug noch pfeifen hören"
    one = press.page("Talblatt", 0, f"„{words}“, sagte Anwohnerin Olga Brehmer.")
    press.said(one, words, "Olga Brehmer", PERSON, source="Anwohnerin Olga Brehmer", kind=Kind.DIRECT)
    words = "Ich hörte den Zug pfeifen und lief hinaus"
    two = press.page("Nordlicht", 1, f"„{words}“, sagte der Rentner Jan Uhde.")
    press.said(two, words, "Jan Uhde", PERSON, source="der Rentner Jan Uhde", kind=Kind.DIRECT)


def two_of_one_surname(press: Press) -> None:
    for hour, (outlet, name) in enumerate((("Talblatt", "Olga Brehmer"), ("Nordlicht", "Jan Brehmer"))):
        page = press.page(outlet, hour, f"Der Zug habe gepfiffen, sagte {name}.")
        press.said(page, "Der Zug habe gepfiffen", name, PERSON)


def two_nurses_in_one_article(press: Press) -> None:
    page = press.page("Talblatt", 0, "Es fehle an Betten, sagte eine Pflegerin.", "Betten fehlen, sagte ein Pförtner.")
    press.said(page, "Es fehle an Betten", "Pflegerin", UNNAMED, source="eine Pflegerin")
    press.said(page, "Betten fehlen", "Pförtner", UNNAMED, source="ein Pförtner")


def two_bodies_of_unlike_kinds(press: Press) -> None:
    one = press.page("Talblatt", 0, "Neun Menschen seien verletzt, teilte die Polizei mit.")
    press.said(one, "Neun Menschen seien verletzt", "Polizei", ORGANISATION, source="die Polizei")
    two = press.page("Nordlicht", 1, "Neun Verletzte liegen dort, sagte das Kreiskrankenhaus.")
    press.said(two, "Neun Verletzte liegen dort", "Kreiskrankenhaus", ORGANISATION, source="das Kreiskrankenhaus")


def test_what_is_told_together_is_most_likely_one_and_the_range_says_so() -> None:
    groups, links = grouped_with_links(somebody_and_the_body_beside)
    assert len(groups.all()) == 2
    merge(groups, links)
    found = trace_origins(groups)
    assert (found.fewest, len(found.origins), found.most) == (1, 1, 2)
    (reason,) = (reason for reason in found.origins[0].reasons if reason.kind is ReasonKind.LIKELY_ONE)
    assert reason.names[:2] == ("Rieke Sandvos", "Betriebsräte")
    assert 0.5 <= float(reason.names[2]) < 1


def test_two_who_heard_it_themselves_stay_two() -> None:
    groups, links = grouped_with_links(two_witnesses)
    merge(groups, links)
    assert len(groups.all()) == 2


def four_of_whom_two_bear_one_surname(press: Press) -> None:
    two_of_one_surname(press)
    for hour, (outlet, name) in enumerate((("Elbkurier", "Ida Wolke"), ("Welle", "Enno Barth")), start=2):
        page = press.page(outlet, hour, f"Der Zug habe gepfiffen, sagte {name}.")
        press.said(page, "Der Zug habe gepfiffen", name, PERSON)


@pytest.mark.parametrize(
    "told",
    [two_of_one_surname, two_nurses_in_one_article, four_of_whom_two_bear_one_surname, two_bodies_of_unlike_kinds],
    ids=lambda told: told.__name__,
)
def test_whom_the_pages_tell_apart_nothing_joins(told: Callable[[Press], None]) -> None:
    groups, links = grouped_with_links(told)
    merge(groups, links, CERTAIN)
    assert len(groups.all()) == 2


def test_thirty_people_whom_nothing_connects_stay_thirty() -> None:
    press = Press()
    first, last = ("Olga", "Jan", "Ida", "Enno", "Mats", "Rieke"), ("Brehmer", "Uhde", "Wolke", "Barth", "Solt")
    for hour, (given, surname) in enumerate(product(first, last)):
        page = press.page(f"Blatt {hour}", hour, f"Der Zug habe gepfiffen, sagte {given} {surname}{hour}.")
        press.said(page, "Der Zug habe gepfiffen", f"{given} {surname}{hour}", PERSON)
    groups = grouped(press.in_order(), press.copies(), press.readings)
    merge(groups, [])
    assert len(groups.all()) == 30


def test_features_are_symmetric() -> None:
    groups, links = grouped_with_links(somebody_and_the_body_beside)
    one, other = map(side_of, groups.all())
    near = nearness(links)
    assert features(one, other, near) == features(other, one, near)
    assert len(features(one, other, near)) == len(NAMES)
