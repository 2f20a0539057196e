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


Pull = tuple[str, str, int]
"""Two ids and how strongly a link draws them together, in thousandths; below nothing where it pushes them apart."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Ids, sorted, and the least mean, in thousandths, at which links joined two parts of them; infinite where none
    did."""

    members: tuple[str, ...]
    weakest: float


def weight(relation: Relation, score: float) -> int:
    """What a link of this relation and score adds to the sum between two clusters, in thousandths."""
    if relation is Relation.COPIES:
        return 0
    return round(1000 * score) if relation is Relation.SAME else -round(1000 * score)


def pulls(links: Iterable[Link]) -> Iterator[Pull]:
    """Links as `find_clusters` takes them."""
    return ((link.left, link.right, weight(link.relation, link.score)) for link in links)


def find_clusters(kinds: Mapping[str, str], links: Iterable[Pull], verdicts: Verdicts) -> tuple[Cluster, ...]:
    """All ids of `kinds`, which says the kind of each trace, in clusters, these by their first.

    Links with an end outside do not count; none may be of two assertions.
    """
    names = sorted(kinds)
    place = {name: number for number, name in enumerate(names)}
    groups = _Groups([kinds[name] == TraceKind.ASSERTION for name in names])
    for one, other in verdicts.pairs(Verdict.DIFFERENT, frozenset(place)):
        groups.part(place[one], place[other])
    for one, other in verdicts.pairs(Verdict.SAME, frozenset(place)):
        groups.join(place[one], place[other])
    for one, other, pull in links:
        if one in place and other in place:
            groups.weigh(place[one], place[other], pull)
    groups.agglomerate()
    return tuple(Cluster(tuple(names[each] for each in members), weakest) for members, weakest in groups.found())


class _Groups:
    """Clusters of 0, 1, 2, … in the making, each known by its smallest; nothing is kept under those that went into
    another."""

    def __init__(self, asserted: list[bool]) -> None:
        numbers = range(len(asserted))
        self._members = [[each] for each in numbers]
        self._asserted = [int(each) for each in asserted]  # how many of the members are assertions
        self._group_of = list(numbers)
        self._apart: list[set[int]] = [set() for _ in numbers]
        self._weights: list[dict[int, int]] = [{} for _ in numbers]  # sums over all pairs of two clusters
        self._inside = [0 for _ in numbers]  # the same, of pairs inside a cluster
        self._bar = [0.0 for _ in numbers]  # what is asked, for that, of a mean to another one
        self._weakest = [math.inf for _ in numbers]

    def part(self, one: int, other: int) -> None:
        """Keeps two in two clusters, whatever comes."""
        here, there = self._group_of[one], self._group_of[other]
        self._apart[here].add(there)
        self._apart[there].add(here)

    def join(self, one: int, other: int) -> None:
        """Makes one cluster of those of two, unless they are to be kept apart."""
        here, there = self._group_of[one], self._group_of[other]
        if here != there and there not in self._apart[here]:
            self._merge(here, there, math.inf)

    def weigh(self, one: int, other: int, weight: int) -> None:
        """Adds a link between two."""
        here, there = self._group_of[one], self._group_of[other]
        if here == there:
            self._inside[here] += weight
            self._bar[here] = self._asked(here)
        else:
            self._add_weight(here, there, weight)
            self._add_weight(there, here, weight)

    def agglomerate(self) -> None:
        """Merges the two clusters with the highest mean, again and again, while it is high enough."""
        heap = [found for one in range(len(self._members)) for found in self._near(one) if found[1] == one]
        heapq.heapify(heap)
        while heap:
            negative, one, other = heapq.heappop(heap)
            total = self._weights[one].get(other)
            still = total is not None and total / self._pairs(one, other) == -negative
            if still and self._may_join(one, other, -negative):
                for found in self._near(self._merge(one, other, -negative)):
                    heapq.heappush(heap, found)

    def found(self) -> Iterator[tuple[list[int], float]]:
        """The clusters as they are, by their first: their members, sorted, and how they were joined at the weakest."""
        for members, weakest in zip(self._members, self._weakest, strict=True):
            if members:
                yield sorted(members), weakest

    def _near(self, one: int) -> Iterator[tuple[float, int, int]]:
        """Those that may be joined with it: the mean, negative, and both in order."""
        for other, total in self._weights[one].items():
            if total >= ENOUGH:  # there is a pair at least; most links between large clusters end here
                mean = total / self._pairs(one, other)
                if self._may_join(one, other, mean):
                    yield -mean, min(one, other), max(one, other)

    def _may_join(self, one: int, other: int, mean: float) -> bool:
        """Whether two clusters may be one, with this mean between them: high enough, also beside those inside them."""
        return mean >= max(ENOUGH, min(self._bar[one], self._bar[other])) and other not in self._apart[one]

    def _pairs(self, one: int, other: int) -> int:
        """How many pairs between two clusters, of which some are linked, can be linked."""
        every = len(self._members[one]) * len(self._members[other])
        return every - self._asserted[one] * self._asserted[other]

    def _asked(self, one: int) -> float:
        """What a mean to others has to reach, beside the one over the pairs inside; nothing where these are few."""
        size, asserted = len(self._members[one]), self._asserted[one]
        pairs = math.comb(size, 2) - math.comb(asserted, 2)
        return _RELATIVE * self._inside[one] / pairs if pairs and size >= _TELLING else 0.0

    def _merge(self, one: int, other: int, mean: float) -> int:
        kept, gone = min(one, other), max(one, other)
        for each in self._members[gone]:
            self._group_of[each] = kept
        self._members[kept] += self._members[gone]
        self._members[gone] = []
        self._asserted[kept] += self._asserted[gone]
        self._weakest[kept] = min(self._weakest[kept], self._weakest[gone], mean)
        self._inside[kept] += self._inside[gone] + self._weights[kept].get(gone, 0)
        self._bar[kept] = self._asked(kept)
        for apart in self._apart[gone]:
            self._apart[apart].discard(gone)
            self._apart[apart].add(kept)
            self._apart[kept].add(apart)
        neighbours, self._weights[gone] = self._weights[gone], {}
        for neighbour, weight in neighbours.items():
            del self._weights[neighbour][gone]
            if neighbour != kept:
                self._add_weight(kept, neighbour, weight)
                self._add_weight(neighbour, kept, weight)
        return kept

    def _add_weight(self, here: int, there: int, weight: int) -> None:
        row = self._weights[here]
        row[there] = row.get(there, 0) + weight
