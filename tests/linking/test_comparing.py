# ruff: noqa: E501  (one sentence a line)
"""What two statements have to do with each other, in sentences that were not learned from."""

from __future__ import annotations

import pytest
from tests.linking.told import linked, traced

from quellenlage.model.claim import Relation

GERMAN = "Holmer Bote | de | 2026-03-02 | Fähre vor Norderhever auf Grund gelaufen | Die Fähre Wiebke sitzt vor Norderhever fest."
OTHER = "Küstenkurier | de | 2026-03-02 | Fähre sitzt vor Norderhever fest | Die Wiebke ist auf Grund gelaufen."
ENGLISH = (
    "Sound Herald | en | 2026-03-03 | Ferry runs aground off Norderhever | The ferry Wiebke is stuck off Norderhever."
)

SAID = "a | Reederei Holm | organisation | indirect | [An Bord der Wiebke seien 214 Passagiere gewesen], teilte die Reederei Holm mit."


def relation(said: str, head: str, line: str) -> Relation | None:
    one, other = traced(GERMAN, said), traced(head, line)
    link = linked(one[0], other[0])
    assert link == linked(other[0], one[0])
    return link.relation if link and link.score >= 0.5 else None


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (
            OTHER,
            "a | Reederei | organisation | indirect | Nach Angaben der Reederei [waren 214 Fahrgäste auf der Wiebke].",
        ),
        (
            ENGLISH,
            "a | Holm line | organisation | indirect | [There were 214 passengers aboard the Wiebke], the Holm line said.",
        ),
    ],
)
def test_the_same_in_other_words_and_in_another_language(head: str, line: str) -> None:
    assert relation(SAID, head, line) is Relation.SAME


@pytest.mark.parametrize(
    "line",
    [
        "b | Reederei Holm | organisation | indirect | [An Bord der Levke seien 40 Rinder gewesen], teilte die Reederei mit.",
        "b | Reederei Holm | organisation | indirect | [Die Wiebke sei 1988 in Husum gebaut worden], teilte die Reederei mit.",
        "b | Reederei Holm | organisation | indirect | [Das Bergen der Fähre koste 300.000 Euro], teilte die Reederei mit.",
    ],
)
def test_another_matter_is_not_the_same(line: str) -> None:
    assert relation(SAID, OTHER, line) is not Relation.SAME


def test_other_figures_of_two_parties_contradict_each_other() -> None:
    rival = "b | Küstenwache | organisation | indirect | [An Bord der Wiebke seien 260 Passagiere gewesen], sagte die Küstenwache."
    assert relation(SAID, OTHER, rival) is Relation.CONTRADICTS


@pytest.mark.parametrize(
    "words", ["180 Passagiere gewesen und nicht die 214", "180 Passagiere gewesen statt der gemeldeten 214"]
)
def test_who_corrects_a_figure_does_not_say_what_is_corrected(words: str) -> None:
    correction = (
        f"b | Küstenwache | organisation | indirect | [An Bord der Wiebke seien {words}], sagte die Küstenwache."
    )
    assert relation(SAID, OTHER, correction) is Relation.CONTRADICTS
    one, other = traced(GERMAN, SAID)[0], traced(OTHER, correction)[0]
    link = linked(one, other)
    assert link is not None
    assert link.denier == other.id
    said = "a | Polizei | organisation | indirect | [An Bord der Wiebke waren 180 Passagiere], teilte die Polizei mit."
    assert relation(said, OTHER, correction) is Relation.SAME


def test_a_denial_is_never_the_same() -> None:
    denied = (
        "a | Kapitän | unnamed | indirect | Der Kapitän bestreitet, [dass 214 Passagiere an Bord der Wiebke waren]."
    )
    assert relation(SAID, OTHER, denied) is Relation.CONTRADICTS


def test_the_plain_opposite_is_a_denial_of_the_side_that_says_it() -> None:
    dark = "a | Lotsin | unnamed | indirect | [Die Wiebke sei ohne Lichter gefahren], sagte eine Lotsin."
    bright = (
        "b | Reederei Holm | organisation | direct | „[Alle Lichter der Wiebke brannten]“, erklärte die Reederei Holm."
    )
    said, denial = traced(GERMAN, dark, bright)
    link = linked(said, denial)
    assert link is not None
    assert link.relation is Relation.CONTRADICTS
    assert link.denier == denial.id


def test_who_denies_it_does_not_contradict_who_says_that_it_was_not() -> None:
    negated = "a | Küstenwache | organisation | indirect | [Die Wiebke sei nicht überladen gewesen], teilte die Küstenwache mit."
    denied = "a | Kapitän | unnamed | indirect | Der Kapitän bestreitet, [dass die Wiebke überladen war]."
    assert relation(negated, OTHER, denied) is not Relation.CONTRADICTS


def test_a_bare_denial_is_of_what_stands_before_it() -> None:
    denied = "a | Kapitän | unnamed | reported | Der Kapitän bestreitet [das]."
    said, denial = traced(GERMAN, SAID, denied)
    link = linked(said, denial)
    assert link is not None
    assert link.relation is Relation.CONTRADICTS
