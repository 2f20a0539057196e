"""Denying: how likely one statement says that another one is not so, be it by the plain opposite; learned.

Rules read a negation in nearly the same words. But who denies mostly says something else ("All her lights were on").
Small networks weigh the features of the pair, the marks of the one that may deny (`stance`), and where the two stand;
training/claims/denials.py learns them.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from quellenlage.linking import features as likeness
from quellenlage.linking.features import same_speaker
from quellenlage.linking.networks import Network, probabilities, stacked, stored
from quellenlage.linking.sketch import Sketch
from quellenlage.linking.stance import MARKS

NAMES = (*MARKS, "one_speaker", "after", "next_after", "blocks", "between", *likeness.NAMES)
"""One name for each number of `numbers`, in order."""

_BLOCKS, _BETWEEN = 6, 10  # so many are as many as there can be
_NEXT = 1  # blocks


def numbers(denial: Sketch, told: Sketch, pair: tuple[float, ...]) -> tuple[float, ...]:
    """What the networks weigh, in the order of NAMES. `pair` are the features of both."""
    together = denial.article == told.article
    blocks = denial.order[0] - told.order[0]
    after = together and denial.order > told.order
    return (
        *map(float, denial.stance),
        float(bool(denial.speaker and told.speaker) and same_speaker(denial, told)),
        float(after),
        float(after and blocks <= _NEXT),
        float(min(_BLOCKS, abs(blocks)) if together else _BLOCKS),
        float(min(_BETWEEN, denial.number - told.number - 1) if after else 0),
        *pair,
    )


def chances(one: Sketch, other: Sketch, pair: tuple[float, ...]) -> tuple[float, float]:
    """How likely the first denies the second, and the second the first. `pair` are the features of both.

    Raises ModelError where the weights are of other features.
    """
    rows = np.array([numbers(one, other, pair), numbers(other, one, pair)])
    found = probabilities(_networks(), rows)[:, 1]
    return float(found[0]), float(found[1])


@cache
def _networks() -> Network:
    told = stored("denying", {"features": NAMES})
    return stacked([tuple(map(np.array, network)) for network in told["networks"]])
