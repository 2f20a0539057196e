"""The fold of links and judgements into clusters: which traces make one claim. Pure, and free of any order.

Average linkage (Sokal and Michener 1958) over the links: two clusters become one while the mean over all pairs between
them is high enough, so that a chain of weak links, or one wrong link, does not swallow everything: high by itself, and
beside the means inside the two (relative interconnectivity: Karypis, Han and Kumar 1999). A pair without a link counts
as nothing; two assertions, which are never compared, are no pair. What people have judged comes first and holds
whatever the links say.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quellenlage.model.claim import Link, Relation, TraceKind, Verdict
from quellenlage.model.judging import Verdicts

# In thousandths, because sums of whole numbers are the same in any order.
ENOUGH = 120
_RELATIVE = 0.5  # of the lower mean inside two clusters; the mean between them must reach it
_TELLING = 3  # members of the smallest cluster whose inside tells how well it holds together


@dataclass(frozen=True, slots=True)
class Cluster:
    """Ids, sorted, and the least mean, in thousandths, at which links joined two parts of them; infinite where none
    did."""

    members: tuple[str, ...]
    weakest: float


def find_clusters(kinds: Mapping[str, str], links: Iterable[Link], verdicts: Verdicts) -> tuple[Cluster, ...]:
    """All ids of `kinds`, which says the kind of each trace, in clusters, these by their first.

    Links with an end outside do not count; none may be of two assertions.
    """
    groups = _Groups(kinds)
    known = frozenset(kinds)
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

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self._members = {each: [each] for each in kinds}
        self._asserted = {each: int(kind == TraceKind.ASSERTION) for each, kind in kinds.items()}  # how many members
        self._group_of = {each: each for each in self._members}
        self._apart: dict[str, set[str]] = {each: set() for each in self._members}
        self._weights: dict[str, dict[str, int]] = {each: {} for each in self._members}  # sums over all pairs
        self._inside = dict.fromkeys(self._members, 0)  # the same, of pairs inside a cluster
        self._weakest = dict.fromkeys(self._members, math.inf)

    def part(self, one: str, other: str) -> None:
        """Keeps two ids in two clusters, whatever comes."""
        here, there = self._group_of[one], self._group_of[other]
        self._apart[here].add(there)
        self._apart[there].add(here)

    def join(self, one: str, other: str) -> None:
        """Makes one cluster of those of two ids, unless they are to be kept apart."""
        here, there = self._group_of[one], self._group_of[other]
        if here != there and there not in self._apart[here]:
            self._merge(here, there, math.inf)

    def weigh(self, one: str, other: str, weight: int) -> None:
        """Adds a link between two ids."""
        here, there = self._group_of[one], self._group_of[other]
        if here == there:
            self._inside[here] += weight
        else:
            self._add_weight(here, there, weight)
            self._add_weight(there, here, weight)

    def agglomerate(self) -> None:
        """Merges the two clusters with the highest mean, again and again, while it is high enough."""
        heap = [found for one in self._weights for found in self._near(one) if found[1] == one]
        heapq.heapify(heap)
        while heap:
            negative, one, other = heapq.heappop(heap)
            still = other in self._weights.get(one, {}) and self._mean(one, other) == -negative
            if still and self._may_join(one, other, -negative):
                for found in self._near(self._merge(one, other, -negative)):
                    heapq.heappush(heap, found)

    def found(self) -> tuple[Cluster, ...]:
        """The clusters as they are."""
        return tuple(Cluster(tuple(sorted(self._members[name])), self._weakest[name]) for name in sorted(self._members))

    def _near(self, one: str) -> Iterator[tuple[float, str, str]]:
        """Those that may be joined with it: the mean, negative, and both in order."""
        for other, total in self._weights[one].items():
            if total >= ENOUGH * self._pairs(one, other):
                mean = self._mean(one, other)
                if self._may_join(one, other, mean):
                    yield -mean, min(one, other), max(one, other)

    def _may_join(self, one: str, other: str, mean: float) -> bool:
        """Whether two clusters may be one, with this mean between them: high enough beside those inside them."""
        if other in self._apart[one]:
            return False
        return mean >= _RELATIVE * min(self._inner_mean(one), self._inner_mean(other))

    def _mean(self, one: str, other: str) -> float:
        return self._weights[one][other] / self._pairs(one, other)

    def _pairs(self, one: str, other: str) -> int:
        """How many pairs between two clusters, of which some are linked, can be linked."""
        every = len(self._members[one]) * len(self._members[other])
        return every - self._asserted[one] * self._asserted[other]

    def _inner_mean(self, one: str) -> float:
        """The mean over the pairs inside a cluster; nothing where these are few."""
        size, asserted = len(self._members[one]), self._asserted[one]
        pairs = math.comb(size, 2) - math.comb(asserted, 2)
        return self._inside[one] / pairs if pairs and size >= _TELLING else 0.0

    def _merge(self, one: str, other: str, mean: float) -> str:
        kept, gone = min(one, other), max(one, other)
        moved = self._members.pop(gone)
        self._members[kept] += moved
        self._asserted[kept] += self._asserted.pop(gone)
        self._weakest[kept] = min(self._weakest[kept], self._weakest.pop(gone), mean)
        self._inside[kept] += self._inside.pop(gone) + self._weights[kept].get(gone, 0)
        self._group_of.update(dict.fromkeys(moved, kept))
        for apart in self._apart.pop(gone):
            self._apart[apart].discard(gone)
            self._apart[apart].add(kept)
            self._apart[kept].add(apart)
        for neighbour, weight in self._weights.pop(gone).items():
            del self._weights[neighbour][gone]
            if neighbour != kept:
                self._add_weight(kept, neighbour, weight)
                self._add_weight(neighbour, kept, weight)
        return kept

    def _add_weight(self, here: str, there: str, weight: int) -> None:
        row = self._weights[here]
        row[there] = row.get(there, 0) + weight
