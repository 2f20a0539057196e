"""Small networks in numpy: layers of weights, each but the last followed by max(0, x); several of a shape at once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from quellenlage.errors import ModelError

Floats = npt.NDArray[np.float64]
Layer = Floats
"""A bias and a weight for each input of every unit: (units, 1 + inputs); of several networks (networks, units, ...)."""
Network = Sequence[Layer]
"""The layers in order."""


def stacked(networks: Sequence[Network]) -> Network:
    """Networks of one shape as one that reckons them all at once."""
    return tuple(np.stack(layers) for layers in zip(*networks, strict=True))


def scores(network: Network, rows: Floats) -> Floats:
    """What the last layer's units say of rows of inputs: (rows, units); of several networks (networks, rows, units)."""
    *hidden, last = network
    for layer in hidden:
        rows = np.maximum(_summed(layer, rows), 0)
    return _summed(last, rows)


def probabilities(networks: Network, rows: Floats) -> Floats:
    """Mean of the softmax of what several stacked networks say: (rows, units)."""
    found = scores(networks, rows)
    grown = np.exp(found - found.max(axis=-1, keepdims=True))
    result: Floats = (grown / grown.sum(axis=-1, keepdims=True)).mean(axis=0)
    return result


def _summed(layer: Layer, rows: Floats) -> Floats:
    result: Floats = layer[..., None, :, 0] + rows @ np.swapaxes(layer[..., 1:], -1, -2)
    return result


def stored(name: str, known: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """A file of the package's learned weights (data/NAME.json); `known` are the lists of names in it by which they go.

    Raises ModelError, with the command that makes it, where these are others.
    """
    told: dict[str, Any] = json.loads((files("quellenlage.linking") / "data" / f"{name}.json").read_text("utf-8"))
    if any(list(told.get(each, ())) != list(names) for each, names in known.items()):
        raise ModelError(f"linking's {name} are of other features; run `{told['made']}`")
    return told
