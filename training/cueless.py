"""Quotes without a cue in the Wikinews scheme: how well they are found, beside those that have one.

Quotes are paired and averaged as the corpus's scorer does it (Petersen-Frey and Biemann 2024): the assignment with the
greatest sum of token F1, then macro averages of precision and recall. A pair counts where the gold has no cue, a quote
found in vain where it has none itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Quote = dict[str, Any]
"""A quote of the corpus's format: `quote` and `cue` are lists of [begin, end) in code points."""

_SAME_TYPE = 0.01  # breaks ties between pairs of equal overlap, as in the scorer


@dataclass(slots=True)
class CuelessScore:
    """Shares of found words that are right and of gold words found, one for each quote without a cue."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)

    def add(self, tokens: Sequence[tuple[int, int]], gold: Sequence[Quote], found: Sequence[Quote]) -> None:
        """Score one document."""
        one = [_covered(tokens, quote["quote"]) for quote in gold]
        other = [_covered(tokens, quote["quote"]) for quote in found]
        worth = np.zeros((len(gold), len(found)))
        for i, left in enumerate(one):
            for j, right in enumerate(other):
                if both := len(left & right):
                    same = gold[i]["type"] == found[j]["type"]
                    worth[i, j] = 2 * both / (len(left) + len(right)) + _SAME_TYPE * same
        rows, columns = linear_sum_assignment(worth, maximize=True)
        pairs = dict(zip(rows.tolist(), columns.tolist(), strict=True))
        for i, left in enumerate(one):
            if not gold[i]["cue"]:
                self._count(left, other[pairs[i]] if i in pairs else set())
        for j in set(range(len(found))) - set(pairs.values()):
            if not found[j]["cue"]:
                self._count(set(), other[j])

    def _count(self, gold: set[int], found: set[int]) -> None:
        both = len(gold & found)
        if found:
            self.precision.append(both / len(found))
        if gold:
            self.recall.append(both / len(gold))

    @property
    def f1(self) -> float:
        """F1 of the averages in percent."""
        precision = sum(self.precision) / max(1, len(self.precision))
        recall = sum(self.recall) / max(1, len(self.recall))
        return 200 * precision * recall / max(1e-9, precision + recall)


def _covered(tokens: Sequence[tuple[int, int]], spans: Iterable[Sequence[int]]) -> set[int]:
    return {i for i, (start, end) in enumerate(tokens) if any(start < b and a < end for a, b in spans)}
