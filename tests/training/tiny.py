"""A base encoder of one narrow layer, for trainings of a second."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from training.encoder import BaseEncoder

_HIDDEN = 24


def tiny_base(words: Iterable[str]) -> BaseEncoder:
    """One whose pieces are the words."""
    rng = np.random.default_rng(1)
    pieces = ("<s>", "<pad>", "</s>", "<unk>", *(f"▁{word}" for word in sorted(set(words))))
    shapes = {"q.w": _HIDDEN**2, "k.w": _HIDDEN**2, "v.w": _HIDDEN**2, "ao.w": _HIDDEN**2, "fi.w": 2 * _HIDDEN**2}
    tensors = {f"l0.{name}": 0.1 * rng.standard_normal(size) for name, size in shapes.items()}
    tensors |= {"l0.fo.w": 0.1 * rng.standard_normal(2 * _HIDDEN**2), "l0.fi.b": np.zeros(2 * _HIDDEN)}
    tensors |= {f"l0.{name}.b": np.zeros(_HIDDEN) for name in ("q", "k", "v", "ao", "fo", "aln", "oln")}
    tensors |= {"emb.ln.b": np.zeros(_HIDDEN), "emb.type": np.zeros(2 * _HIDDEN)}
    tensors |= {f"{name}.w": np.ones(_HIDDEN) for name in ("emb.ln", "l0.aln", "l0.oln")}
    tensors |= {"emb.word": rng.standard_normal(len(pieces) * _HIDDEN), "emb.pos": np.zeros(512 * _HIDDEN)}
    single = {name: tensor.astype(np.float32) for name, tensor in tensors.items()}
    return BaseEncoder(pieces, (-1.0,) * len(pieces), {}, single, _HIDDEN, 1, 12, 2 * _HIDDEN, 1e-12)
