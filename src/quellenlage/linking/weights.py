"""The learned weights: of the first look at a pair, and of the decision on it. training/claims/learn.py makes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from quellenlage.linking import features, glancing
from quellenlage.linking.networks import Network, stacked, stored

CLASSES = ("different", "same", "contradicts")


@dataclass(frozen=True, slots=True)
class Weights:
    """`first`: a network over what `glancing` sees, whose one unit says 0 or more where a pair is worth a comparison.
    `decision`: stacked networks over `features`, with one unit a class."""

    first: Network
    decision: Network


@cache
def weights() -> Weights:
    """Those of the package. Raises ModelError where they are of other features."""
    told = stored("weights", {"features": features.NAMES, "first_features": glancing.NAMES, "classes": CLASSES})
    first, *decision = (tuple(map(np.array, network)) for network in (told["first"], *told["decision"]))
    return Weights(first, stacked(decision))
