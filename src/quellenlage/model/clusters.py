"""The fold of links and judgements into clusters: which traces make one claim. Pure, and free of any order.

Average linkage (Sokal and Michener 1958) over the links: two clusters become one while the mean over all pairs between
them is high enough, so that a chain of weak links, or one wrong link, does not swallow everything. What people have
judged comes first and holds whatever the links say.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable

from quellenlage.model.claim import Link, Relation, Verdict
from quellenlage.model.judging import Verdicts

# In thousandths, because sums of whole numbers are the same in any order.
_ENOUGH = 150
LEAST_JOINING = (_ENOUGH - 0.5) / 1000  # the score of a link; weaker ones count, but join nothing by themselves
_UNLINKED = 0  # a pair without a link: compared and found different, or never met; nobody knows which


def find_clusters(ids: Collection[str], links: Iterable[Link], verdicts: Verdicts) -> tuple[tuple[str, ...], ...]:
    """All `ids` in clusters, each sorted, the clusters by their first. Links with an end outside `ids` do not count."""
    groups = _Groups(ids)
    known = frozenset(ids)
    for one, other in verdicts.pairs(Verdict.DIFFERENT, known):
        groups.part(one, other)
    for one, other in verdicts.pairs(Verdict.SAME, known):
        groups.join(one, other)
    for link in links:
        if link.left in known and link.right in known and link.relation is not Relation.COPIES:
            weight = round(1000 * link.score)
            groups.weigh(link.left, link.right, weight if link.relation is Relation.SAME else -weight)
    groups.agglomerate()
    return groups.found()


class _Groups:
    """Clusters in the making, each known by its smallest id."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._members = {each: [each] for each in ids}
        self._group_of = {each: each for each in self._members}
        self._apart: dict[str, set[str]] = {each: set() for each in self._members}
        self._weights: dict[str, dict[str, tuple[int, int]]] = {each: {} for each in self._members}  # sum, number

    def part(self, one: str, other: str) -> None:
        """Keeps two ids in two clusters, whatever comes."""
        here, there = self._group_of[one], self._group_of[other]
        self._apart[here].add(there)
        self._apart[there].add(here)

    def join(self, one: str, other: str) -> None:
        """Makes one cluster of those of two ids, unless they are to be kept apart."""
        here, there = self._group_of[one], self._group_of[other]
        if here != there and there not in self._apart[here]:
            self._merge(here, there)

    def weigh(self, one: str, other: str, weight: int) -> None:
        """Adds a link between two ids."""
        here, there = self._group_of[one], self._group_of[other]
        if here != there:
            self._add_weight(here, there, weight, 1)
            self._add_weight(there, here, weight, 1)

    def agglomerate(self) -> None:
        """Merges the two clusters with the highest mean, again and again, while it is high enough."""
        heap = [(-self._mean(one, other), one, other) for one, row in self._weights.items() for other in row]
        heapq.heapify(heap)
        while heap and -heap[0][0] >= _ENOUGH:
            negative, one, other = heapq.heappop(heap)
            row = self._weights.get(one, {})
            if other in row and other not in self._apart[one] and self._mean(one, other) == -negative:
                kept = self._merge(one, other)
                for neighbour in self._weights[kept]:
                    first, second = min(kept, neighbour), max(kept, neighbour)
                    heapq.heappush(heap, (-self._mean(first, second), first, second))

    def found(self) -> tuple[tuple[str, ...], ...]:
        """The clusters as they are."""
        return tuple(tuple(sorted(self._members[name])) for name in sorted(self._members))

    def _mean(self, one: str, other: str) -> float:
        total, number = self._weights[one][other]
        pairs = len(self._members[one]) * len(self._members[other])
        return (total + _UNLINKED * (pairs - number)) / pairs

    def _merge(self, one: str, other: str) -> str:
        kept, gone = min(one, other), max(one, other)
        moved = self._members.pop(gone)
        self._members[kept] += moved
        self._group_of.update(dict.fromkeys(moved, kept))
        for apart in self._apart.pop(gone):
            self._apart[apart].discard(gone)
            self._apart[apart].add(kept)
            self._apart[kept].add(apart)
        for neighbour, (weight, number) in self._weights.pop(gone).items():
            del self._weights[neighbour][gone]
            if neighbour != kept:
                self._add_weight(kept, neighbour, weight, number)
                self._add_weight(neighbour, kept, weight, number)
        return kept

    def _add_weight(self, here: str, there: str, weight: int, number: int) -> None:
        before, many = self._weights[here].get(there, (0, 0))
        self._weights[here][there] = (before + weight, many + number)
