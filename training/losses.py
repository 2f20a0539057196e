"""The loss of one step: cross-entropies of heads, roles and kinds, weighted as in the second feasibility study."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from quellenlage.tagging.labels import CLASSES, QUOTE_TYPES, Head, Role
from training.batches import Batch
from training.network import Network, gather
from training.targets import IGNORED

_WEIGHTS = {Head.CUE: 2.0, Head.START: 3.0, Head.CONTENT: 1.0, Head.INNER: 1.0}
_KIND_WEIGHT = 0.15
_RELAY_WEIGHT = 4.0  # so rare a role is never learned otherwise


def losses(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum, to be minimised, and its unweighted parts by name."""
    states, logits = network.read(batch.ids, batch.scheme)
    parts: dict[str, Tensor] = {}
    total = torch.zeros(())
    for head, weight in _WEIGHTS.items():
        chosen = logits[..., head * CLASSES : (head + 1) * CLASSES].reshape(-1, CLASSES)
        parts[head.name.lower()] = _entropy(chosen, batch.heads[head].reshape(-1))
        total = total + weight * parts[head.name.lower()]
    if len(batch.rows):
        windows, inside = gather(states, batch.rows, batch.starts, batch.ends)
        roles, kinds = network.ask(windows, inside, batch.marks, batch.window_scheme)
        parts["role"] = _entropy(roles.reshape(-1, roles.shape[-1]), batch.roles.reshape(-1), _role_weights())
        total = total + parts["role"]
        if (batch.kinds != IGNORED).any():
            parts["kind"] = _entropy(_own_kinds(kinds, batch.kinds), batch.kinds)
            total = total + _KIND_WEIGHT * parts["kind"]
    return total, {name: part.item() for name, part in parts.items()}


def _entropy(logits: Tensor, labels: Tensor, weights: Tensor | None = None) -> Tensor:
    return functional.cross_entropy(logits, labels, weights, ignore_index=IGNORED)


def _role_weights() -> Tensor:
    weights = torch.ones(len(Role))
    weights[Role.RELAY] = _RELAY_WEIGHT
    return weights


def _own_kinds(logits: Tensor, labels: Tensor) -> Tensor:
    """Block the kinds of the other scheme, so that each has its own softmax."""
    other = (labels >= len(QUOTE_TYPES))[:, None] == (torch.arange(logits.shape[1]) < len(QUOTE_TYPES))[None]
    return logits.masked_fill(other, -1e4)
