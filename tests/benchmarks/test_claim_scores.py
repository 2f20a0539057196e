"""The scorer of claims: what counts as found, as one claim, as denied, as drift."""

from __future__ import annotations

import pytest
from benchmarks.claim_scores import b_cubed, same_name, score
from benchmarks.scenarios import (
    OWN,
    ExpectedClaim,
    ExpectedDrift,
    Place,
    Scenario,
    find_scenarios,
    likeness,
    load_scenario,
)
from lxml.html import fromstring

LEAK = Place("01-nordlicht.html", "Aus dem Damm laufen 40 Liter in der Sekunde")
LEAK_AGAIN = Place("02-talblatt.html", "es laufen 40 Liter in der Sekunde aus")
COST = Place("02-talblatt.html", "Die Reparatur kostet zwei Millionen Euro")
DENIAL = Place("02-talblatt.html", "Der Damm ist dicht")
DRIFT = ExpectedDrift(LEAK.page, LEAK_AGAIN.page, "attribution", "Jorun Hallwig", "")


def make_scenario() -> Scenario:
    leak = ExpectedClaim("c1", "", (LEAK, LEAK_AGAIN), 1, ("Wesperwerke",), (DRIFT,), (DENIAL,))
    cost = ExpectedClaim("c2", "", (COST,), 1, (), (), ())
    return Scenario("damm", (), (leak, cost), ((LEAK, COST),))


def appearance(place: Place) -> dict[str, object]:
    return {"statement": place.text, "page": place.page, "content": [place.text]}


def claim(
    *places: Place,
    origins: int = 1,
    denied_by: tuple[str, ...] = (),
    denied_at: Place = DENIAL,
    drift: tuple[object, ...] = (),
) -> dict:
    return {
        "id": places[0].text,
        "appearances": [appearance(place) for place in places],
        "origins": [],
        "independent_origins": origins,
        "fewest": origins,
        "most": origins,
        "denied_by": denied_by,
        "denials": [appearance(denied_at) | {"speaker": name} for name in denied_by],
        "drift": drift,
    }


def test_scores_everything_right() -> None:
    drift = {"from": LEAK.text, "to": LEAK_AGAIN.text, "what": "attribution"}
    found = [claim(LEAK, LEAK_AGAIN, denied_by=("den Wesperwerken",), drift=(drift,)), claim(COST), claim(DENIAL)]

    scores = score(make_scenario(), found)

    assert scores.found.rate == scores.origins.rate == scores.denials.rate == scores.denials_found.rate == 1
    assert scores.denials_placed.rate == 1
    assert scores.clusters.means == pytest.approx((1, 1, 1))
    assert scores.drift["attribution"].rate == scores.drift_found.rate == 1
    assert (scores.not_same.right, scores.denials_inside.right, scores.errors) == (0, 0, [])


def test_names_what_is_wrong() -> None:
    drift = {"from": LEAK.text, "to": COST.text, "what": "unit"}
    found = [claim(LEAK, COST, DENIAL, origins=2, denied_by=("Talblatt",), denied_at=COST, drift=(drift,))]

    scores = score(make_scenario(), found)

    assert (scores.found.right, scores.found.of) == (2, 3)
    assert (scores.origins.right, scores.origins.of) == (0, 2)
    assert (scores.denials.right, scores.denials_found.right, scores.denials_inside.right) == (0, 0, 1)
    assert (scores.denials_placed.right, scores.denials_placed.of) == (0, 1)
    assert (scores.drift["attribution"].right, scores.drift_found.right, scores.not_same.right) == (0, 0, 1)
    for words in (
        "not found",
        "one claim of c1, c2",
        "has 1 origins, counted 2",
        "holds its own denial",
        "yet together",
    ):
        assert any(words in error for error in scores.errors), words


def test_a_claim_that_fell_apart_is_scored_by_its_larger_part() -> None:
    third = Place("03-umschau.html", "40 Liter laufen jede Sekunde aus dem Damm")
    scenario = Scenario("damm", (), (ExpectedClaim("c1", "", (LEAK, LEAK_AGAIN, third), 1, (), (), ()),), ())

    scores = score(scenario, [claim(LEAK, origins=3), claim(LEAK_AGAIN, third, origins=1)])

    assert scores.origins.right == 1
    assert scores.clusters.means[:2] == pytest.approx((1, (1 + 4) / 9))


def test_b_cubed_agrees_with_a_calculation_by_hand() -> None:
    # a: {1, 2} of {1, 2, 3}; b: {3} with the only one of another claim
    precision, recall, _ = b_cubed("xxxy", "aabb").means
    assert precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


@pytest.mark.parametrize(
    ("expected", "found", "alike"),
    [
        ("Risse in vier von zwölf Trägern", "In vier von zwölf Trägern gebe es Risse", True),
        ("Risse in vier von zwölf Trägern", "in vier Trägern", True),
        ("Risse in vier von zwölf Trägern", "das", False),
        ("Risse in vier von zwölf Trägern", "Die Brücke ist 310 Meter lang und in gutem Zustand", False),
    ],
)
def test_content_is_found_by_its_words(expected: str, found: str, alike: bool) -> None:
    assert (likeness(expected, found) > 0) is alike


def test_names_are_the_same_in_any_case() -> None:
    assert same_name("Verkehrsministerium", "des Verkehrsministeriums")
    assert not same_name("Verkehrsministerium", "Landespost")


def test_every_expected_text_stands_on_its_page() -> None:
    folders = find_scenarios([OWN])
    assert len(folders) >= 4
    for folder in folders:
        scenario = load_scenario(folder)
        pages = {path.name: " ".join(fromstring(path.read_bytes()).text_content().split()) for path in scenario.pages}
        for claim in scenario.claims:
            drifts = [Place(each.before_page, each.before) for each in claim.drift]
            for place in (*claim.appearances, *claim.denials, *drifts):
                assert place.text in pages[place.page]
