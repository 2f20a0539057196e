"""Measures on cued statements, reckoned by hand."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="the dev extra is not installed")

from training.corpora.annotated import Labelled
from training.scores import CuedScores

from quellenlage.tagging.candidates import Candidate
from quellenlage.tagging.labels import Role, Trigger
from quellenlage.tagging.triggers import Found

_NONE = np.zeros(1, np.float32)


def _found(**roles: tuple[int, ...]) -> Candidate:
    given = {Role[name.upper()]: words for name, words in roles.items()}
    return Candidate(Found(Trigger.CUE, given[Role.CUE], 1.0), given, 1.0, _NONE, _NONE)


def _gold(**roles: tuple[int, ...]) -> Labelled:
    return Labelled({Role[name.upper()]: words for name, words in roles.items()})


def test_all_right() -> None:
    scores = CuedScores()
    scores.add([_gold(cue=(1,), content=(2, 3))], [_found(cue=(1,), content=(2, 3))])
    assert scores.match_f1 == pytest.approx(100)
    assert scores.tokens[Role.CONTENT].f1 == scores.spans[Role.CUE].f1 == pytest.approx(100)


def test_half_a_content_and_a_statement_too_many() -> None:
    scores = CuedScores()
    scores.add([_gold(cue=(1,), content=(2, 3))], [_found(cue=(1,), content=(2,)), _found(cue=(8,), content=(9,))])
    assert scores.tokens[Role.CONTENT].f1 == pytest.approx(50)  # one of two found, one of two right
    assert scores.spans[Role.CONTENT].f1 == 0
    assert scores.cue_tokens.f1 == pytest.approx(200 / 3)
    assert scores.match_f1 == pytest.approx(200 * (2 / 3) * (1 / 2) / (2 / 3 + 1 / 2))


def test_nothing_found() -> None:
    scores = CuedScores()
    scores.add([_gold(cue=(1,), content=(2,))], [])
    assert scores.match_f1 == scores.cue_tokens.f1 == 0
