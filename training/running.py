"""A checkpoint's network run by torch, in the shape that inference asks for: to evaluate without an export."""

from __future__ import annotations

from pathlib import Path

import torch

from quellenlage.tagging.asking import Integers
from quellenlage.tagging.triggers import Floats
from training.checkpoints import restored
from training.encoder import BaseEncoder
from training.network import Network


class TorchNetwork:
    """The full-precision or, with `half`, bfloat16 network."""

    def __init__(self, network: Network, half: bool = True) -> None:
        self._network = network.eval()
        self._half = half

    @torch.no_grad()
    def read(self, ids: Integers, scheme: Integers) -> tuple[Floats, Floats]:
        """As `asking.Network.read`."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self._half):
            states, logits = self._network.read(torch.from_numpy(ids), torch.from_numpy(scheme))
        return states.float().numpy(), logits.numpy()

    @torch.no_grad()
    def ask(self, states: Floats, marks: Integers, scheme: Integers) -> tuple[Floats, Floats]:
        """As `asking.Network.ask`."""
        given = torch.from_numpy(states)
        with torch.autocast("cpu", torch.bfloat16, enabled=self._half):
            roles, kinds = self._network.ask(
                given.bfloat16() if self._half else given,
                torch.ones(marks.shape, dtype=torch.bool),
                torch.from_numpy(marks),
                torch.from_numpy(scheme),
            )
        return roles.numpy(), kinds.numpy()


def load_network(base: BaseEncoder, weights: Path) -> Network:
    """The network with a checkpoint's weights. Raises as `checkpoints.restored`."""
    return restored(Network(base), weights, "python -m training.train")
