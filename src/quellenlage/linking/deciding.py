"""The decision whether two statements say the same, contradict each other or neither: learned weights of features.

A multinomial logistic regression over `features`. The weights stand in data/weights.json with how they were made
(training/claims/learn.py); docs/decisions says why so small a model.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from quellenlage.linking.weights import weights


@dataclass(frozen=True, slots=True)
class Chances:
    """Probabilities that two statements say the same, and that they contradict each other."""

    same: float
    contradicts: float


def decide(numbers: tuple[float, ...]) -> Chances:
    """What the features of a pair say. Raises ModelError where the weights are of other features."""
    scores = [bias + sum(w * x for w, x in zip(row, numbers, strict=True)) for bias, *row in weights().decision]
    highest = max(scores)
    grown = [math.exp(score - highest) for score in scores]
    total = sum(grown)
    return Chances(same=grown[1] / total, contradicts=grown[2] / total)
