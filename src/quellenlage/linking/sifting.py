"""Sifting: which of many pairs are worth a comparison, from their glances alone.

Learned as the decision itself (`weights`), from the links that it makes: hardly one that it would make is lost. Two
that stand close by in one article are always worth it, since who denies what stands before may do so in words that
have nothing in common with it. A pair passes whatever else is there, so the order of adding changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from quellenlage.linking.encoder import in_one_thread, likenesses
from quellenlage.linking.glancing import Glances, beside, look, opened, uncompared
from quellenlage.linking.networks import Network, scores
from quellenlage.linking.weights import weights
from quellenlage.model.claim import Met

FOREIGN, FOREIGN_SENSE = 0.25, 0.3
"""Cosines of meanings and of senses; where both lie below, nothing says the same."""

NEAR = 3
"""Blocks of one article within which who denies something is looked for."""

_ONES = 64  # a cosine of each with tens of thousands of others is some megabytes
_AT_ONCE = 2048  # vectors, four megabytes
_DIGITS = 9


def sift(ones: Sequence[bytes], others: Sequence[bytes], met: Met) -> Iterator[tuple[int, int]]:
    """The pairs (place in `ones`, place in `others`), of those that have met, that may be of one claim, or contradict
    each other."""
    return passing(weights().first, ones, others, met)


def passing(first: Network, ones: Sequence[bytes], others: Sequence[bytes], met: Met) -> Iterator[tuple[int, int]]:
    """The pairs (place in `ones`, place in `others`), of those that have met, of glances of which this network says 0
    or more, or that stand close by in one article."""
    here, there, marked = opened(ones), opened(others), _marked(met, (len(ones), len(others)))
    for start in range(0, len(ones), _ONES):
        some = slice(start, start + _ONES)
        yield from ((start + i, j) for i, j in _passing(first, here[some], there, marked[some]))


def _passing(
    first: Network, here: Glances, there: Glances, having_met: npt.NDArray[np.bool_]
) -> Iterator[tuple[int, int]]:
    near, alike = (_likenesses(here[name], there[name]) for name in ("meaning", "sense"))
    together = beside(here, there, NEAR)
    possible = (~foreign(near, alike) | together) & ~uncompared(here, there) & having_met
    for i in range(len(here)):
        close = np.flatnonzero(possible[i])
        seen = look(here[i], there[close], near[i, close], alike[i, close])
        with in_one_thread():
            rated = scores(first, seen)[:, 0].round(_DIGITS)  # the last ones depend on how many there are
        yield from ((i, int(j)) for j in close[(rated >= 0) | together[i, close]])


def _marked(met: Met, shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    found = np.zeros(shape, np.bool_)
    for some, those in met:
        found[np.ix_(list(some), list(those))] = True
    return found


def _likenesses(ones: npt.NDArray[np.int8], others: npt.NDArray[np.int8]) -> npt.NDArray[np.float64]:
    """As `likenesses`, some at once, since in between a byte takes four."""
    some = [others[start : start + _AT_ONCE] for start in range(0, len(others), _AT_ONCE)]
    return np.concatenate([likenesses(ones, each) for each in some] or [likenesses(ones, others)], axis=1)


def foreign(near: npt.NDArray[np.float64], alike: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Which pairs can't say the same, from the cosines of their meanings and of their senses."""
    result: npt.NDArray[np.bool_] = (near < FOREIGN) & (alike < FOREIGN_SENSE)
    return result
