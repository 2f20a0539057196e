"""The network: the first layers of the base encoder, the mean of their states, and a linear layer each for sense and
side."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from quellenlage.linking.sense import SIDE, WIDTH
from training.encoder import BaseEncoder
from training.network import PADDING, Encoder, masked

LAYERS = 8
_FIRST_SLOPE, _FIRST_OFFSET = 10.0, -5.0  # of a pair's log odds over its cosine
_FIRST_SIDE_SLOPE = 5.0


class SenseNetwork(Encoder):
    """Piece ids to vectors. `slope` and `offset` make log odds of two texts saying the same of the cosine of their
    senses, `side_slope` and `side_offset` those of both affirming or both denying of the cosine of their sides."""

    def __init__(self, base: BaseEncoder) -> None:
        super().__init__(base, min(LAYERS, base.layers))
        self.pool = nn.Linear(base.hidden, WIDTH, bias=False)
        nn.init.orthogonal_(self.pool.weight)
        self.side = nn.Linear(base.hidden, SIDE, bias=False)
        nn.init.orthogonal_(self.side.weight)
        self.slope = nn.Parameter(torch.tensor(_FIRST_SLOPE))
        self.offset = nn.Parameter(torch.tensor(_FIRST_OFFSET))
        self.side_slope = nn.Parameter(torch.tensor(_FIRST_SIDE_SLOPE))
        self.side_offset = nn.Parameter(torch.tensor(0.0))

    def forward(self, ids: Tensor) -> Tensor:
        """Piece ids (texts, length), padded, to a sense and a side of length 1 each (texts, WIDTH + SIDE)."""
        real = ids != PADDING
        states = self.norm(self.word(ids) + self.place.weight[: ids.shape[1]] + self.segment)
        mask = masked(real)
        if torch.is_autocast_enabled("cpu"):
            states, mask = states.bfloat16(), mask.bfloat16()
        for layer in self.layers:
            states = layer(states, mask)
        mean = (states * real[..., None]).sum(1).float() / real.sum(1, keepdim=True)
        parts = (functional.normalize(layer(mean).float(), dim=-1) for layer in (self.pool, self.side))
        return torch.cat(list(parts), dim=-1)
