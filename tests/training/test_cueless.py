"""Quotes without a cue, reckoned by hand."""

import pytest

pytest.importorskip("scipy", reason="the dev extra is not installed")

from training.cueless import CuelessScore

_TOKENS = [(i, i + 1) for i in range(20)]


def _quote(*words: int, cue: bool = False, kind: str = "Direct") -> dict[str, object]:
    return {"quote": [[word, word + 1] for word in words], "cue": [[19, 20]] if cue else [], "type": kind}


def _f1(gold: list[dict[str, object]], found: list[dict[str, object]]) -> float:
    score = CuelessScore()
    score.add(_TOKENS, gold, found)
    return score.f1


def test_the_golds_cue_decides_of_a_pair_the_founds_own_of_one_alone() -> None:
    assert _f1([_quote(1, 2)], [_quote(1, 2, cue=True)]) == pytest.approx(100)
    assert _f1([_quote(1, 2, cue=True)], [_quote(1, 2)]) == 0
    # the second is in vain: precision 1/2, recall 1
    assert _f1([_quote(1, 2)], [_quote(1, 2), _quote(7)]) == pytest.approx(200 / 3)
    assert _f1([_quote(1, 2)], [_quote(1, 2), _quote(7, cue=True)]) == pytest.approx(100)


def test_shares_of_words_are_averaged() -> None:
    # two of four found, and one of two found right
    assert _f1([_quote(1, 2, 3, 4)], [_quote(3, 4, 5, 6)]) == pytest.approx(50)
    assert _f1([_quote(1, 2)], []) == 0


def test_the_best_assignment_is_taken() -> None:
    gold = [_quote(1, 2, 3), _quote(3, 4, 5)]
    assert _f1(gold, [_quote(3, 4, 5), _quote(1, 2, 3)]) == pytest.approx(100)
