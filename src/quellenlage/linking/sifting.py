"""Sifting: which of many pairs are worth a comparison, from their glances alone.

Learned as the decision itself (`weights`), from the links that it makes: hardly one that it would make is lost. A pair
passes whatever else is there, so the order of adding changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from quellenlage.linking.encoder import likenesses
from quellenlage.linking.glancing import look, opened
from quellenlage.linking.weights import weights

FOREIGN = 0.25
"""Nearness in meaning below which nothing says the same."""

_AT_ONCE = 2048  # glances, a megabyte and a half


def sift(ones: Sequence[bytes], others: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """The pairs (place in `ones`, place in `others`) that may be of one claim, or contradict each other."""
    bias, *row = weights().first
    factors = np.array(row)
    here = opened(ones)
    for first in range(0, len(others), _AT_ONCE):
        there = opened(others[first : first + _AT_ONCE])
        for i, near in enumerate(likenesses(here["meaning"], there["meaning"])):
            close = np.flatnonzero((near >= FOREIGN) & ~(there["asserted"] & here["asserted"][i]))
            rated = bias + look(here[i], there[close], near[close]) @ factors
            yield from ((i, first + int(j)) for j in close[rated >= 0])
