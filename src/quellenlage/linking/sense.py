"""Statements to vectors that lie near where both say the same, in whatever words: an encoder trained for that alone.

The first eight layers of multilingual-e5-small, trained on invented events whose claims are told in many words
(training/sense). It knows wordings that share no word; the general `encoder` knows more of the world's subjects:
docs/decisions says why both are asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from quellenlage.language.engine import load_engine, load_sense
from quellenlage.language.pieces import END, START, Pieces
from quellenlage.linking.encoder import signed

WIDTH = 256
"""Numbers in a vector."""

LONGEST = 64
"""Pieces of a text that are read."""


def senses(texts: Sequence[str]) -> npt.NDArray[np.int8]:
    """One vector for each text, (number of texts, WIDTH), in signed bytes: only its direction means anything.

    Every text is encoded by itself, so that a vector never depends on what else is asked.
    """
    return np.array([_sense(text) for text in texts], np.int8).reshape(-1, WIDTH)


def cut(pieces: Pieces, text: str) -> list[int]:
    """Ids of a text's pieces as the encoder takes them, at most LONGEST of them."""
    ids = [piece for word in text.split() for piece in pieces.cut(word, spaced=True)]
    return [START, *ids[: LONGEST - 2], END]


@lru_cache(maxsize=4096)
def _sense(text: str) -> npt.NDArray[np.int8]:
    """One vector; kept a while, since an agency's sentence comes back with every outlet that prints it."""
    return signed(load_sense().encode(np.array([cut(load_engine().pieces, text)]))[0])
