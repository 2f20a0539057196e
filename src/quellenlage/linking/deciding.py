"""The decision whether two statements say the same, contradict each other or neither: learned weights of features.

A multinomial logistic regression over `features`. The weights stand in data/weights.json with how they were made
(training/claims/learn.py); docs/decisions says why so small a model.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quellenlage.errors import ModelError
from quellenlage.linking.features import NAMES

_CLASSES = ["different", "same", "contradicts"]


@dataclass(frozen=True, slots=True)
class Chances:
    """Probabilities that two statements say the same, and that they contradict each other."""

    same: float
    contradicts: float


def decide(numbers: tuple[float, ...]) -> Chances:
    """What the features of a pair say. Raises ModelError where the weights are of other features."""
    scores = [bias + sum(w * x for w, x in zip(row, numbers, strict=True)) for bias, *row in _weights()]
    highest = max(scores)
    grown = [math.exp(score - highest) for score in scores]
    total = sum(grown)
    return Chances(same=grown[1] / total, contradicts=grown[2] / total)


@cache
def _weights() -> tuple[tuple[float, ...], ...]:
    told = json.loads((files("quellenlage.linking") / "data" / "weights.json").read_text(encoding="utf-8"))
    if told["features"] != list(NAMES) or told["classes"] != _CLASSES:
        raise ModelError("linking's weights are of other features; run `python -m training.claims.learn --write`")
    return tuple(tuple(map(float, row)) for row in told["weights"])
