# ruff: noqa: E501  (one sentence a line)
"""Another figure on nobody's word: a garbled one of the same claim, or of another matter."""

from __future__ import annotations

import pytest
from tests.linking.told import linked, traced

from quellenlage.model.claim import Relation

FIRST = "Holmer Bote | de | 2026-03-02 | Fähre vor Norderhever auf Grund gelaufen | Die Fähre Wiebke sitzt vor Norderhever fest."
LATER = "Blitz | de | 2026-03-02 | Drama um Fähre Wiebke vor Norderhever | Die Fähre Wiebke sitzt fest."
ENGLISH = "Sound Daily | en | 2026-03-03 | Drama on ferry Wiebke off Norderhever | The ferry Wiebke is stuck."
SAID = "a | Reederei Holm | organisation | indirect | [An Bord der Fähre Wiebke seien 214 Passagiere gewesen], teilte die Reederei Holm mit."


def relation(head: str, line: str) -> tuple[Relation, float] | None:
    one, other = traced(FIRST, SAID)[0], traced(head, line)[0]
    link = linked(one, other)
    assert link == linked(other, one)
    return (link.relation, link.score) if link else None


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (LATER, "a |  | none | assertion | An Bord der Fähre Wiebke waren 2140 Passagiere."),
        (LATER, "a |  | none | assertion | An Bord der Fähre Wiebke zitterten 300 Passagiere!"),
        (LATER, "a |  | none | assertion | An Bord der Fähre Wiebke waren 2140 Urlauber."),
        (ENGLISH, "a |  | none | assertion | There were 2,140 passengers aboard the ferry Wiebke."),
    ],
    ids=["ten times as many", "another number", "ten times as many of others", "another language"],
)
def test_a_garbled_figure_belongs_to_the_claim(head: str, line: str) -> None:
    found = relation(head, line)
    assert found is not None
    assert found[0] is Relation.SAME
    assert found[1] >= 0.2


@pytest.mark.parametrize(
    "line",
    [
        "b |  | none | assertion | Auf den Halligen leben 2140 Menschen.",
        "b |  | none | assertion | Die Fähre Wiebke wurde für 21,4 Millionen Euro gebaut.",
        "b |  | none | assertion | Beim Unglück der Fähre Levke 1987 waren 300 Passagiere an Bord.",
    ],
)
def test_another_matter_does_not(line: str) -> None:
    found = relation(LATER, line)
    assert found is None or found[1] < 0.25


def test_two_parties_contradict_each_other() -> None:
    line = "b | Wasserschutzpolizei | organisation | indirect | [An Bord der Fähre Wiebke seien 300 Passagiere gewesen], sagte die Wasserschutzpolizei."
    found = relation(LATER, line)
    assert found is not None
    assert found[0] is Relation.CONTRADICTS
