"""A scenario whose author judges: what the program is asked to accept."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.judged import judgements
from benchmarks.scenarios import ExpectedClaim, Place, Scenario

from invented import make_page, make_reading
from quellenlage.model.claim import Verdict
from quellenlage.pipeline import Outcome

_PAGE = "01-nordlicht.html"


def expected(name: str, *texts: str) -> ExpectedClaim:
    return ExpectedClaim(name, "", tuple(Place(_PAGE, text) for text in texts), 1, (), (), ())


def test_joins_what_is_one_claim_and_parts_the_claims() -> None:
    outcome = Outcome(f"pages/{_PAGE}", replace(make_page(), name=_PAGE), make_reading())
    claims = (
        expected("c1", "Wir räumen mehr als 4000 Häuser", "bis zu drei Verletzte geben"),
        expected("c2", "sei der Riss älter"),
        expected("c3", "von dem auf der Seite nichts steht"),
    )

    different, same = judgements(Scenario("damm", (), claims, ()), [outcome])

    assert (different.verdict, same.verdict) == (Verdict.DIFFERENT, Verdict.SAME)
    assert [len(side) for side in different.sides] == [2, 1]
    assert {each for side in same.sides for each in side} == set(different.sides[0])
