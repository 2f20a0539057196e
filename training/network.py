"""The network: a BERT encoder, four heads over a chunk, and one light layer over the window of each trigger."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from quellenlage.tagging.labels import CLASSES, KIND_CLASSES, MARKS, Head, Role, Scheme
from training.encoder import BaseEncoder

_REACH = 64  # distances to the trigger beyond this many pieces look alike
_WINDOW_INNER = 768
PADDING = 1
"""Piece id of places that hold nothing."""
_BLOCKED = -30000.0
_SHARES = ((0.96, 0.03, 0.01), (0.975, 0.02, 0.005), (0.65, 0.02, 0.33), (0.99, 0.002, 0.008))
"""Rough shares of the classes of each head, in the order of `Head`."""
_MOSTLY_NONE = 2.0  # log odds that a word in a window has no role


class Layer(nn.Module):
    """A transformer layer with normalisation after each half, as in BERT.

    Attention is written out: on CPUs the fused operator's backward pass took half of a training step.
    """

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.out_norm = nn.LayerNorm(hidden, epsilon)
        self.widen = nn.Linear(hidden, inner)
        self.narrow = nn.Linear(inner, hidden)
        self.narrow_norm = nn.LayerNorm(hidden, epsilon)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (rows, length, hidden) and an additive mask (rows, 1, 1, length) to new states."""
        rows, length, hidden = states.shape
        size = hidden // self.heads
        query, key, value = self.qkv(states).view(rows, length, 3, self.heads, size).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax((query * size**-0.5) @ key.transpose(-1, -2) + mask, -1).to(value.dtype)
        mixed = (weights @ value).transpose(1, 2).reshape(rows, length, hidden)
        states = self.out_norm(states + self.out(mixed))
        last: Tensor = self.narrow_norm(states + self.narrow(functional.gelu(self.widen(states))))
        return last


class ByScheme(nn.Module):
    """A linear layer for each scheme. All are computed and the row's own is taken: they have a few columns each."""

    def __init__(self, hidden: int, columns: int) -> None:
        super().__init__()
        self.columns = columns
        self.all = nn.Linear(hidden, len(Scheme) * columns)
        nn.init.normal_(self.all.weight, std=0.02)
        nn.init.zeros_(self.all.bias)

    def forward(self, states: Tensor, scheme: Tensor) -> Tensor:
        """States (rows, length, hidden) and schemes (rows) to (rows, length, columns)."""
        answers = self.all(states).view(*states.shape[:2], len(Scheme), self.columns)
        own: Tensor = answers[torch.arange(len(scheme)), :, scheme]
        return own


class Encoder(nn.Module):
    """Embeddings and the first layers of a base encoder. Word embeddings stay frozen, so that the vocabulary can be cut
    at export."""

    def __init__(self, base: BaseEncoder, layers: int) -> None:
        super().__init__()
        hidden = base.hidden
        self.word = nn.Embedding(len(base.tensors["emb.word"]) // hidden, hidden)
        self.place = nn.Embedding(len(base.tensors["emb.pos"]) // hidden, hidden)
        self.segment = nn.Parameter(torch.zeros(hidden))
        self.norm = nn.LayerNorm(hidden, base.epsilon)
        self.layers = nn.ModuleList(Layer(hidden, base.heads, base.inner, base.epsilon) for _ in range(layers))
        self._take(base)
        self.word.weight.requires_grad_(False)

    @torch.no_grad()
    def _take(self, base: BaseEncoder) -> None:
        """Copy the base encoder's weights."""

        def put(target: Tensor, *names: str) -> None:
            values = torch.cat([torch.from_numpy(base.tensors[name]) for name in names])
            target.copy_(values[: target.numel()].view_as(target))  # the file holds more segments than the one in use

        put(self.word.weight, "emb.word")
        put(self.place.weight, "emb.pos")
        put(self.segment, "emb.type")
        put(self.norm.weight, "emb.ln.w")
        put(self.norm.bias, "emb.ln.b")
        for index, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            name = f"l{index}."
            put(layer.qkv.weight, *(f"{name}{part}.w" for part in "qkv"))
            put(layer.qkv.bias, *(f"{name}{part}.b" for part in "qkv"))
            linear = {"ao": layer.out, "fi": layer.widen, "fo": layer.narrow}
            norms = {"aln": layer.out_norm, "oln": layer.narrow_norm}
            for part, module in (linear | norms).items():
                put(module.weight, f"{name}{part}.w")
                put(module.bias, f"{name}{part}.b")


class Network(Encoder):
    """Encoder with heads.

    What a scheme asks for is told at the first position, before each layer (`shifts`), and by output layers of its own:
    told less strongly, the corpora get into each other's way.
    """

    def __init__(self, base: BaseEncoder, dropout: float = 0.0) -> None:
        super().__init__(base, base.layers)
        hidden = base.hidden
        self.scheme_in = _small(nn.Embedding(len(Scheme), hidden))
        self.scheme_out = _small(nn.Embedding(len(Scheme), hidden))
        self.shifts = nn.Embedding(len(Scheme), base.layers * hidden)
        nn.init.zeros_(self.shifts.weight)
        self.heads = ByScheme(hidden, len(Head) * CLASSES)
        self.trigger = nn.Linear(hidden, hidden)
        self.state = nn.Linear(hidden, hidden)
        self.distance = nn.Embedding(2 * _REACH + 2, hidden)
        self.mark = nn.Embedding(MARKS, hidden)
        self.window_norm = nn.LayerNorm(hidden)
        self.window_layer = Layer(hidden, base.heads, _WINDOW_INNER, 1e-12)
        self.role = ByScheme(hidden, len(Role))
        self.kind = nn.Linear(hidden, KIND_CLASSES)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.kind.weight, std=0.02)
        nn.init.zeros_(self.kind.bias)
        with torch.no_grad():  # begin at about the shares of the classes, or the first steps push all states one way
            self.heads.all.bias.copy_(torch.tensor(_SHARES).log().flatten().repeat(len(Scheme)))
            self.role.all.bias.view(len(Scheme), -1)[:, Role.NONE] = _MOSTLY_NONE
        nn.init.normal_(self.distance.weight, std=0.3)
        with torch.no_grad():
            self.mark.weight.mul_(0.2)
            self.mark.weight[0] = 0

    def read(self, ids: Tensor, scheme: Tensor) -> tuple[Tensor, Tensor]:
        """Chunks of piece ids (rows, length) and schemes (rows) to states and head logits (rows, length, heads x 3)."""
        mask = masked(ids != PADDING)
        states = self.word(ids) + self.place.weight[: ids.shape[1]] + self.segment
        states = torch.cat([states[:, :1] + self.scheme_in(scheme)[:, None], states[:, 1:]], 1)
        states = self.norm(states)
        if torch.is_autocast_enabled("cpu"):  # the residual stream in half precision, or copies eat the time
            states, mask = states.bfloat16(), mask.bfloat16()
        shifts = self.shifts(scheme)[:, None].to(states.dtype).chunk(len(self.layers), -1)
        for layer, shift in zip(self.layers, shifts, strict=True):
            states = layer(states + shift, mask)
        schemed = states + self.scheme_out(scheme)[:, None].to(states.dtype)
        return states, self.heads(self.dropout(schemed), scheme).float()

    def ask(self, states: Tensor, inside: Tensor, marks: Tensor, scheme: Tensor) -> tuple[Tensor, Tensor]:
        """Window states (rows, length, hidden), which of them are real, their trigger marks, and schemes (rows)
        to role logits (rows, length, roles) and kind logits (rows, kinds)."""
        mask = masked(inside).to(states.dtype)
        marked = (marks > 0).to(states.dtype)
        count = marked.sum(1, keepdim=True).clamp(min=1)
        trigger = (states * marked[..., None]).sum(1) / count
        first = (marks > 0).long().argmax(1, keepdim=True)
        away = (torch.arange(states.shape[1])[None] - first).clamp(-_REACH, _REACH) + _REACH
        mixed = self.trigger(trigger)[:, None] + self.state(states) + self.distance(away) + self.mark(marks)
        mixed = self.window_norm((mixed + self.scheme_out(scheme)[:, None]).to(states.dtype))
        mixed = self.dropout(self.window_layer(mixed, mask))
        pooled = (mixed * marked[..., None]).sum(1) / count
        return self.role(mixed, scheme).float(), self.kind(pooled).float()


def masked(real: Tensor) -> Tensor:
    """Which places are real (rows, length) to the additive mask of a layer."""
    return torch.where(real, 0.0, _BLOCKED)[:, None, None, :]


def _small(embedding: nn.Embedding) -> nn.Embedding:
    nn.init.normal_(embedding.weight, std=0.02)
    return embedding


def gather(states: Tensor, rows: Tensor, starts: Tensor, ends: Tensor) -> tuple[Tensor, Tensor]:
    """Cut windows out of chunk states: states (windows, length, hidden) and which are inside; length rounded to 32."""
    length = int((ends - starts).max() + 31) // 32 * 32
    places = starts[:, None] + torch.arange(length)[None]
    inside = places < ends[:, None]
    return states[rows[:, None], places.clamp(max=states.shape[1] - 1)], inside
