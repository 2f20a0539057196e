"""Claims and origins end to end: the invented scenarios through the real reader, held to floors.

What is measured exactly is said by `python -m benchmarks.origins`; a floor lies a little below, so that it fails where
something is lost and not where one appearance is read in another way.
"""

from __future__ import annotations

import pytest
from benchmarks.claim_scores import Scores, Share, score
from benchmarks.origins import find_claims, read_pages
from benchmarks.scenarios import OWN, find_scenarios, load_scenario


@pytest.fixture(scope="module")
def scores() -> Scores:
    total = Scores()
    for folder in find_scenarios([OWN / "dev"]):
        scenario = load_scenario(folder)
        total.add(score(scenario, find_claims(read_pages(scenario.pages))))
    return total


def test_finds_what_the_pages_say(scores: Scores) -> None:
    assert scores.found.rate >= 0.94, scores.errors


def test_makes_claims_of_what_is_the_same(scores: Scores) -> None:
    precision, _, f1 = scores.clusters.means
    assert precision >= 0.96, scores.errors
    assert f1 >= 0.87, scores.errors
    assert scores.not_same.rate <= 0.22, scores.errors


def test_hardly_a_claim_holds_its_own_denial(scores: Scores) -> None:
    assert scores.denials_inside.of > 0
    assert scores.denials_inside.rate <= 0.05, scores.errors


def test_finds_who_denies(scores: Scores) -> None:
    assert scores.denials.rate >= 0.58, scores.errors
    assert scores.denials_found.rate >= 0.65, scores.errors


def test_finds_what_changed_on_the_way(scores: Scores) -> None:
    changes = sum(scores.drift.values(), Share())
    assert changes.rate >= 0.5, scores.errors
    assert scores.drift_found.rate >= 0.38, scores.errors


def test_counts_origins(scores: Scores) -> None:
    assert scores.origins.rate >= 0.72, scores.errors


def test_the_order_of_adding_changes_nothing() -> None:
    outcomes = read_pages(load_scenario(OWN / "dev" / "kestrel").pages)
    assert find_claims(outcomes[::-1]) == find_claims(outcomes)
