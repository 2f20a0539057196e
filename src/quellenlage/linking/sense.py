"""Statements to vectors that lie near where both say the same, in whatever words: an encoder trained for that alone.

The first eight layers of multilingual-e5-small, trained on invented events whose claims are told in many words, and
denied (training/sense). It knows wordings that share no word; the general `encoder` knows more of the world's subjects:
docs/decisions says why both are asked. It says two things of a text: its sense, near that of all that tells of the same
matter, and its side, by which two texts on one matter affirm it or one of them denies it ("the alarm was silent", "no
siren was heard", "everybody heard the alarm").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

import numpy as np

from quellenlage.language.engine import SenseEngine, load_pieces, load_sense
from quellenlage.language.pieces import END, START, Pieces
from quellenlage.linking.encoder import Vector, signed

WIDTH, SIDE = 256, 64
"""Numbers in the vectors of sense and side."""

LONGEST = 64
"""Pieces of a text that are read."""

_OTHER: ContextVar[SenseEngine | None] = ContextVar("_OTHER", default=None)


def senses(texts: Sequence[str]) -> tuple[tuple[Vector, Vector], ...]:
    """Sense (WIDTH) and side (SIDE) of each text, in signed bytes: only their directions mean anything.

    Every text is encoded by itself, so that a vector never depends on what else is asked.
    """
    return tuple(map(_sense, texts))


@contextmanager
def using(engine: SenseEngine) -> Iterator[None]:
    """Vectors inside are those of another encoder."""
    before = _OTHER.set(engine)
    _sense.cache_clear()
    try:
        yield
    finally:
        _OTHER.reset(before)
        _sense.cache_clear()


def cut(pieces: Pieces, text: str) -> list[int]:
    """Ids of a text's pieces as the encoder takes them, at most LONGEST of them."""
    ids = [piece for word in text.split() for piece in pieces.cut(word, spaced=True)]
    return [START, *ids[: LONGEST - 2], END]


@lru_cache(maxsize=4096)
def _sense(text: str) -> tuple[Vector, Vector]:
    """Of one text; kept a while, since an agency's sentence comes back with every outlet that prints it."""
    found = (_OTHER.get() or load_sense()).encode(np.array([cut(load_pieces(), text)]))[0]
    return signed(found[:WIDTH]), signed(found[WIDTH:])
