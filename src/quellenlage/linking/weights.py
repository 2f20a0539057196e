"""The learned weights: of the first look at a pair, and of the decision on it. training/claims/learn.py makes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quellenlage.errors import ModelError
from quellenlage.linking import features, glancing

CLASSES = ("different", "same", "contradicts")


@dataclass(frozen=True, slots=True)
class Weights:
    """Rows of a bias and a weight for each feature: `first` of `glancing`; `decision`, one a class, of `features`."""

    first: tuple[float, ...]
    decision: tuple[tuple[float, ...], ...]


@cache
def weights() -> Weights:
    """Those of the package. Raises ModelError where they are of other features."""
    told = json.loads((files("quellenlage.linking") / "data" / "weights.json").read_text(encoding="utf-8"))
    known = {"features": features.NAMES, "first_features": glancing.NAMES, "classes": CLASSES}
    if any(told[name] != list(names) for name, names in known.items()):
        raise ModelError("linking's weights are of other features; run `python -m training.claims.learn --write`")
    return Weights(tuple(told["first"]), tuple(map(tuple, told["weights"])))
