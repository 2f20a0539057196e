"""What is worth a comparison: hardly anything of another event, everything that is one claim."""

from __future__ import annotations

import numpy as np
from tests.linking.told import linked, traced

from quellenlage.linking import sift
from quellenlage.linking.encoder import encode, likeness, likenesses
from quellenlage.linking.sifting import FOREIGN, FOREIGN_SENSE, NEAR, foreign

FERRY = "Holmer Bote | de | 2026-03-02 | Fähre vor Norderhever auf Grund | Die Fähre Wiebke sitzt fest."
ABROAD = "Coast Courier | en | 2026-03-03 | Ferry aground off Norderhever | The Wiebke ran onto a sandbank."
WORKS = "Wendauer Anzeiger | de | 2026-03-02 | Brand in der Gießerei Lemkau | In Wendau brennt eine Gießerei."
ABOARD = "a | Reederei Holm | organisation | indirect | [An Bord seien 214 Passagiere gewesen], teilte sie mit."
THERE = "a | Holm Shipping | organisation | indirect | [There were 214 passengers on board], it said."
DAMAGE = "b | Gießerei Lemkau | organisation | indirect | [Der Schaden betrage 3 Millionen Euro], teilte sie mit."


def passes(one: bytes, other: bytes) -> bool:
    return list(sift([one], [other], [([0], [0])])) == [(0, 0)]


def test_one_claim_in_two_languages_passes_and_another_event_does_not() -> None:
    here, abroad, works = (traced(*each)[0] for each in ((FERRY, ABOARD), (ABROAD, THERE), (WORKS, DAMAGE)))
    assert passes(here.glance, abroad.glance)
    assert linked(*sorted((here, abroad), key=lambda trace: trace.id)) is not None
    assert not passes(here.glance, works.glance)


def test_two_that_stand_close_by_pass_whatever_they_say() -> None:
    one, *_, last = (trace.glance for trace in traced(FERRY, ABOARD, *[DAMAGE] * NEAR))
    assert passes(one, last)
    one, *_, last = (trace.glance for trace in traced(FERRY, ABOARD, *[DAMAGE] * (NEAR + 1)))
    assert not passes(one, last)


def test_a_pair_passes_whichever_comes_first_and_whatever_else_is_there() -> None:
    glances = [trace.glance for each in ((FERRY, ABOARD), (ABROAD, THERE), (WORKS, DAMAGE)) for trace in traced(*each)]
    together = set(sift(glances, glances, [(range(len(glances)), range(len(glances)))]))
    assert together == {(j, i) for i, j in together}
    assert together == {
        (i, j) for i, one in enumerate(glances) for j, other in enumerate(glances) if passes(one, other)
    }


def test_only_those_that_have_met_pass() -> None:
    glances = [trace.glance for each in ((FERRY, ABOARD), (ABROAD, THERE), (FERRY, ABOARD)) for trace in traced(*each)]
    met = [([0], [1]), ([0, 1], [1]), ([2], [0])]
    assert sorted(sift(glances, glances, met)) == [(0, 1), (1, 1), (2, 0)]


def test_many_vectors_at_once_are_as_near_as_each_by_itself() -> None:
    vectors = encode(["Die Fähre sitzt fest.", "The ferry is stuck.", "Ein Werk brennt."])
    alone = [[likeness(one, other) for other in vectors] for one in vectors]
    assert np.array_equal(likenesses(vectors, vectors), np.array(alone))


def test_whoever_is_far_in_meaning_and_in_sense_is_foreign_and_nobody_else() -> None:
    near, alike = np.array([FOREIGN, 0.0, 0.0]), np.array([0.0, FOREIGN_SENSE, 0.0])
    assert foreign(near, alike).tolist() == [False, False, True]
