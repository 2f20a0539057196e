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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
class Joint:
    """Two parts of a cluster, each known by its first member, that became one.

    `mean`: between them, in thousandths; infinite where people judged so. `bar`: what is asked of a mean to others from
    there on; nothing where links were not looked at yet.
    """

    one: str
    other: str
    mean: float
    bar: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Ids, sorted, and how they came together, in order: one joint less than members."""

    members: tuple[str, ...]
    joints: tuple[Joint, ...]

    @property
    def weakest(self) -> float:
        """The least mean at which two parts were joined; infinite where none were."""
        return min((joint.mean for joint in self.joints), default=math.inf)


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
    joints = defaultdict(list)
    for kept, gone, mean, bar in groups.joints:
        joints[groups.group_of(kept)].append(Joint(names[kept], names[gone], mean, bar))
    return tuple(
        Cluster(tuple(names[each] for each in members), tuple(joints[first])) for first, members in groups.found()
    )


def disturbing(
    clusters: Sequence[Cluster],
    others: Sequence[Cluster],
    kinds: Mapping[str, str],
    between: Iterable[Sequence[Pull]],
) -> tuple[Cluster, ...]:
    """Those of the others of which the fold of all of them would join a part with a part of the clusters.

    Where there are none it gives these very clusters and others, provided that it would give the others alone.
    `between` are the links between one cluster and one of the others, for each two that have any; `kinds` has the
    members of all. The highest mean joins first, so what was joined in each by itself is joined again in that order,
    and nothing may come before. Whether two parts become one hangs on these two alone: no link between the others has
    to be known, and none inside of any. Sure is only that there are none: whom people keep apart is not known here, so
    that there may be too many, and what would come after the first that is joined across is not gone into.
    """
    names = sorted(name for cluster in (*clusters, *others) for name in cluster.members)
    place = {name: number for number, name in enumerate(names)}
    groups = _Groups([kinds[name] == TraceKind.ASSERTION for name in names])
    pulls_between = ([(place[one], place[other], pull) for one, other, pull in links] for links in between)
    owner = {place[name]: number for number, cluster in enumerate(others) for name in cluster.members}
    joined = ([(place[j.one], place[j.other], j.mean, j.bar) for j in each.joints] for each in (*clusters, *others))
    return tuple(others[number] for number in sorted(groups.disturbed(joined, pulls_between, owner)))


_Joined = tuple[int, int, float, float]
"""The numbers of two groups, the mean between them, what is asked afterwards of a mean to others."""


class _Groups:
    """Clusters of 0, 1, 2, … in the making, each known by its smallest; nothing is kept under those that went into
    another."""

    def __init__(self, asserted: list[bool]) -> None:
        numbers = range(len(asserted))
        self.joints: list[_Joined] = []  # all, in order
        self._members = [[each] for each in numbers]
        self._asserted = [int(each) for each in asserted]  # how many of the members are assertions
        self._group_of = list(numbers)
        self._apart: list[set[int]] = [set() for _ in numbers]
        self._weights: list[dict[int, int]] = [{} for _ in numbers]  # sums over all pairs of two clusters
        self._inside = [0 for _ in numbers]  # the same, of pairs inside a cluster
        self._bar = [0.0 for _ in numbers]  # what is asked, for that, of a mean to another one
        self._heap: list[tuple[float, int, int]] = []  # means, negative, of those that may be joined, and both in order

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
        self._heap = [found for one in range(len(self._members)) for found in self._near(one) if found[1] == one]
        heapq.heapify(self._heap)
        while self._heap:
            negative, one, other = heapq.heappop(self._heap)
            if self._still(negative, one, other):
                self._push_near(self._merge(one, other, -negative))

    def disturbed(
        self,
        joined: Iterable[Sequence[_Joined]],
        between: Iterable[Sequence[tuple[int, int, int]]],
        owner: Mapping[int, int],
    ) -> set[int]:
        """Joins again what was joined in each cluster by itself, the highest mean first; the owners of what would have
        been joined before with something else, or would be in the end.

        Of each two between which there is a link one has an owner. No mean between parts of two clusters is above the
        strongest link between them: before it is reached, these links need not be looked at.
        """
        later = sorted((max(weight for *_, weight in links), links) for links in between)
        found: set[int] = set()
        for one, other, mean, bar in _by_turns(joined):
            self._weigh_from(mean, later)
            found |= self._above(mean, owner)
            kept = self._merge(one, other, mean)
            self._bar[kept] = bar
            self._push_near(kept)
        self._weigh_from(-math.inf, later)
        return found | self._above(-math.inf, owner)

    def group_of(self, one: int) -> int:
        """The smallest of the cluster that it is in."""
        return self._group_of[one]

    def found(self) -> Iterator[tuple[int, list[int]]]:
        """The clusters as they are: the first of each, and all, sorted."""
        for first, members in enumerate(self._members):
            if members:
                yield first, sorted(members)

    def _weigh_from(self, strength: float, later: list[tuple[int, Sequence[tuple[int, int, int]]]]) -> None:
        """Adds the links of which the strongest, told before them, reaches this, from the end of `later`."""
        while later and later[-1][0] >= strength:
            _, links = later.pop()
            for one, other, weight in links:
                self.weigh(one, other, weight)
            for one in {self._group_of[one] for one, *_ in links}:
                self._push_near(one)

    def _above(self, mean: float, owner: Mapping[int, int]) -> set[int]:
        """The owners of those that may be joined at this mean or a higher one."""
        found: set[int] = set()
        while self._heap and -self._heap[0][0] >= mean:
            negative, one, other = heapq.heappop(self._heap)
            if self._still(negative, one, other):
                found.add(owner[one] if one in owner else owner[other])
        return found

    def _push_near(self, one: int) -> None:
        for found in self._near(one):
            heapq.heappush(self._heap, found)

    def _near(self, one: int) -> Iterator[tuple[float, int, int]]:
        """Those that may be joined with it."""
        for other, total in self._weights[one].items():
            if total >= ENOUGH:  # there is a pair at least; most links between large clusters end here
                mean = total / self._pairs(one, other)
                if self._may_join(one, other, mean):
                    yield -mean, min(one, other), max(one, other)

    def _still(self, negative: float, one: int, other: int) -> bool:
        """Whether two may be joined as they might when they were looked at."""
        total = self._weights[one].get(other)
        same = total is not None and total / self._pairs(one, other) == -negative
        return same and self._may_join(one, other, -negative)

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
        self._inside[kept] += self._inside[gone] + self._weights[kept].get(gone, 0)
        self._bar[kept] = self._asked(kept)
        self.joints.append((kept, gone, mean, self._bar[kept]))
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


def _by_turns(joined: Iterable[Sequence[_Joined]]) -> Iterator[_Joined]:
    """What was joined in each of some, in the order in which the fold of all would do it."""
    rows = [row for row in joined if row]
    heads = [(-row[0][2], row[0][0], row[0][1], number, 0) for number, row in enumerate(rows)]
    heapq.heapify(heads)
    while heads:
        *_, number, at = heads[0]
        yield rows[number][at]
        if at + 1 < len(rows[number]):
            one, other, mean, _ = rows[number][at + 1]
            heapq.heapreplace(heads, (-mean, one, other, number, at + 1))
        else:
            heapq.heappop(heads)
