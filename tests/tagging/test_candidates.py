"""Which candidates are one statement."""

import numpy as np
import pytest

from quellenlage.language.passage import Passage
from quellenlage.tagging.candidates import Candidate, find_candidates, merged, overlap
from quellenlage.tagging.chunking import encode
from quellenlage.tagging.labels import Role, Scheme, Trigger
from quellenlage.tagging.triggers import Found
from word_network import WordNetwork, pieces_of

_ROLES = {"sprach": Role.CUE, "Mara": Role.SOURCE, "Lindt": Role.SOURCE}
_NONE = np.zeros(1, np.float32)


def _one(
    trigger: Trigger, words: tuple[int, ...], content: range, confidence: float = 0.9, **roles: tuple[int, ...]
) -> Candidate:
    given = {Role[name.upper()]: places for name, places in roles.items()}
    return Candidate(Found(trigger, words, 0.9), {**given, Role.CONTENT: tuple(content)}, confidence, _NONE, _NONE)


def test_two_halves_of_a_cue_are_one_statement() -> None:
    first = _one(Trigger.CUE, (1,), range(5, 9), cue=(1, 10))
    second = _one(Trigger.CUE, (10,), range(5, 9), 0.8, cue=(1, 10))
    assert merged([second, first]) == [first]


def test_the_candidate_that_claims_the_whole_cue_stays() -> None:
    sure = _one(Trigger.CUE, (10,), range(5, 9), 0.9, cue=(10,))
    whole = _one(Trigger.CUE, (1,), range(5, 9), 0.7, cue=(1, 10))
    (one,) = merged([sure, whole])
    assert one.words(Role.CUE) == (1, 10)
    assert one.confidence == 0.9


def test_neighbouring_cues_of_one_content_are_joined() -> None:
    first = _one(Trigger.CUE, (1,), range(5, 9), cue=(1,), source=(2, 3))
    second = _one(Trigger.CUE, (2,), range(5, 9), 0.8, cue=(2,), source=(3,))
    (one,) = merged([first, second])
    assert (one.words(Role.CUE), one.words(Role.SOURCE)) == ((1, 2), (3,))


def test_nested_statements_stay_two() -> None:
    outer = _one(Trigger.CUE, (1,), range(2, 20), cue=(1,))
    inner = _one(Trigger.CUE, (4,), range(6, 20), cue=(4,))
    assert len(merged([outer, inner])) == 2


def test_a_trigger_of_another_statement_is_no_part_of_a_cue() -> None:
    first = _one(Trigger.CUE, (1,), range(2, 6), cue=(1, 10))
    second = _one(Trigger.CUE, (10,), range(11, 16), 0.8, cue=(10,))
    assert [one.words(Role.CUE) for one in merged([first, second])] == [(1,), (10,)]


@pytest.mark.parametrize("trigger", [Trigger.START, Trigger.CONTENT])
def test_a_weaker_trigger_gives_way_to_a_cue(trigger: Trigger) -> None:
    cued = _one(Trigger.CUE, (1,), range(3, 9), 0.5, cue=(1,))
    assert merged([_one(trigger, (3,), range(3, 8), 0.9), cued]) == [cued]
    assert len(merged([_one(trigger, (20,), range(20, 28), 0.9), cued])) == 2


def _found(text: str, scheme: Scheme, starts: tuple[str, ...] = ()) -> list[tuple[Trigger, tuple[int, ...]]]:
    pieces = pieces_of([text, *_ROLES])
    network = WordNetwork(pieces, _ROLES, starts)
    found = find_candidates(network, encode(Passage.of(text), pieces), scheme)
    return [(one.found.trigger, one.words(Role.CUE)) for one in found]


def test_a_cue_stands_alone_only_where_the_scheme_lets_it() -> None:
    text = "Mara Lindt sprach lange."
    assert _found(text, Scheme.SPKATT) == [(Trigger.CUE, (2,))]
    for scheme in (Scheme.POLNEAR, Scheme.WIKINEWS, Scheme.HOUSE):
        assert _found(text, scheme) == []


def test_a_start_never_stands_alone() -> None:
    assert _found("Mara Lindt ging lange.", Scheme.SPKATT, starts=("lange",)) == []


def test_overlap() -> None:
    assert overlap((1, 2, 3), (3, 4)) == 0.25
    assert overlap((1, 2), (3, 4)) == overlap((), (1,)) == 0.0
