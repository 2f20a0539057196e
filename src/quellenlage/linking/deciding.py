"""The decision whether two statements say the same, contradict each other or neither: learned from their features.

A few small networks of two hidden layers, whose probabilities are averaged. Their weights stand in data/weights.json;
training/claims/learn.py makes them, docs/decisions says why so small a model.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from quellenlage.linking.networks import probabilities
from quellenlage.linking.weights import weights


@dataclass(frozen=True, slots=True)
class Chances:
    """Probabilities that two statements say the same, and that they contradict each other."""

    same: float
    contradicts: float


def decide(numbers: tuple[float, ...]) -> Chances:
    """What the features of a pair say. Raises ModelError where the weights are of other features."""
    found = probabilities(weights().decision, np.array([numbers]))[0]
    return Chances(same=float(found[1]), contradicts=float(found[2]))
