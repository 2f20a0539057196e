"""Fitting small networks to pairs and their classes, by AdamW (Loshchilov and Hutter 2019) in torch."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from quellenlage.linking.networks import Floats, Network

_DROPPED = 0.1
_RATE, _DECAY = 3e-3, 0.05


def fit(
    rows: Floats,
    classes: npt.NDArray[np.int64],
    counting: Floats,
    units: Sequence[int],
    seed: int = 0,
    *,
    rounds: int = 30,
    at_once: int = 2048,
) -> Network:
    """A network over rows of inputs. `counting`: how much each row counts; `units` of its layers, the last one a class.

    Another `seed` gives other first weights and another order of the pairs, of which each step takes `at_once`.
    """
    torch.set_num_threads(1)  # the matrices are small: a second thread costs more than it does
    torch.manual_seed(seed)
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1  # of what is always the same nothing can be learned
    given = torch.tensor((rows - middle) / spread, dtype=torch.float32)
    wanted, counts = torch.tensor(classes), torch.tensor(counting, dtype=torch.float32)
    sizes = (rows.shape[1], *units)
    layers = [nn.Linear(many, few) for many, few in itertools.pairwise(sizes)]
    parts = [part for layer in layers[:-1] for part in (layer, nn.ReLU(), nn.Dropout(_DROPPED))]
    network = nn.Sequential(*parts, layers[-1])
    steps = rounds * -(-len(rows) // at_once)
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=_DECAY)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps + 1)
    for _ in range(steps):
        chosen = torch.randint(len(rows), (at_once,))
        losses = functional.cross_entropy(network(given[chosen]), wanted[chosen], reduction="none")
        optimiser.zero_grad()
        (losses * counts[chosen]).mean().backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        rate.step()
    first, *others = (_values(layer) for layer in layers)
    first[:, 1:] /= spread
    first[:, 0] -= first[:, 1:] @ middle
    return (first, *others)


def _values(layer: nn.Linear) -> Floats:
    """A bias and a weight for each input of every unit."""
    bias, weights = layer.bias.detach().numpy(), layer.weight.detach().numpy()
    return np.hstack([bias[:, None], weights]).astype(np.float64)
