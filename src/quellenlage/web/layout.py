"""A small layered layout for directed graphs, after Sugiyama, Tagawa and Toda (1981).

Nodes stand in columns, so that every edge leads to the left: to a column further left than its start, except where
edges run in a circle. Columns are ordered by the mean place of their neighbours, and long edges have lanes of their own
between the nodes that they pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

_GAP_X, _GAP_Y = 56.0, 9.0
_LANE = 5.0  # height of the lane of an edge that passes a column
_SWEEPS = 6

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a node, in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node stands: its left upper corner and size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of all nodes, and for each edge the points it runs through, from its start to its end."""

    boxes: Mapping[str, Box]
    routes: Mapping[Edge, tuple[tuple[float, float], ...]]
    width: float
    height: float


def lay_out(sizes: Mapping[str, Size], edges: Iterable[Edge], *, last: Iterable[str] = ()) -> Layout:
    """Places nodes (by key, in the order wanted where nothing else speaks) and edges (start, end).

    Nodes without an edge of their own stand leftmost, those in `last` rightmost, all others as far right as they can.
    """
    known = list(dict.fromkeys(edges))
    forward = _without_circles(sizes, known)
    columns = _columns(sizes, forward, frozenset(last))
    lanes = _Lanes(sizes, forward, columns)
    lanes.sort()
    boxes = lanes.boxes()
    width = max((box.x + box.width for box in boxes.values()), default=0.0)
    height = max((box.y + box.height for box in boxes.values()), default=0.0)
    routes = {(a, b): lanes.route(a, b, boxes, is_back=(a, b) not in forward) for a, b in known}
    return Layout({key: boxes[key] for key in sizes}, routes, width, height)


def _without_circles(nodes: Iterable[str], edges: Sequence[Edge]) -> frozenset[Edge]:
    """The edges without those that close a circle, found by going along them from each node in turn."""
    targets: dict[str, list[str]] = {node: [] for node in nodes}
    for start, end in edges:
        targets[start].append(end)
    closing: set[Edge] = set()
    done: set[str] = set()
    on_way: set[str] = set()

    def go(node: str) -> None:
        on_way.add(node)
        for end in targets[node]:
            if end in on_way:
                closing.add((node, end))
            elif end not in done:
                go(end)
        on_way.discard(node)
        done.add(node)

    for node in targets:
        if node not in done:
            go(node)
    return frozenset(edge for edge in edges if edge not in closing)


def _columns(nodes: Iterable[str], edges: frozenset[Edge], last: frozenset[str]) -> dict[str, int]:
    """The column of each node: longest ways from the left first, then all but the leftmost moved to the right."""
    targets: dict[str, list[str]] = {node: [] for node in nodes}
    starts: dict[str, list[str]] = {node: [] for node in targets}
    for start, end in edges:
        targets[start].append(end)
        starts[end].append(start)
    column: dict[str, int] = {}

    def depth(node: str) -> int:
        if node not in column:
            column[node] = 1 + max(map(depth, targets[node])) if targets[node] else 0
        return column[node]

    rightmost = max(map(depth, targets), default=0)
    column |= dict.fromkeys(last, rightmost)
    for node in sorted(column, key=lambda each: -column[each]):
        if targets[node] and node not in last and starts[node]:
            column[node] = min(column[start] for start in starts[node]) - 1
    return column


class _Lanes:
    """Columns of nodes and of the lanes of passing edges, being put in order."""

    def __init__(self, sizes: Mapping[str, Size], edges: frozenset[Edge], columns: Mapping[str, int]) -> None:
        self._sizes = dict(sizes)
        self._columns: list[list[str]] = [[] for _ in range(max(columns.values(), default=0) + 1)]
        for node in sizes:
            self._columns[columns[node]].append(node)
        self._lanes: dict[Edge, tuple[str, ...]] = {}
        self._beside: dict[str, list[tuple[int, str]]] = {
            node: [] for node in sizes
        }  # -1: on the left, 1: on the right
        for start, end in sorted(edges):
            self._add(start, end, range(columns[start] - 1, columns[end], -1))

    def _add(self, start: str, end: str, passed: range) -> None:
        lanes = tuple(f"{start}\0{end}\0{column}" for column in passed)
        self._lanes[start, end] = lanes
        for column, lane in zip(passed, lanes, strict=True):
            self._sizes[lane] = Size(0.0, _LANE)
            self._columns[column].append(lane)
            self._beside[lane] = []
        way = (start, *lanes, end)
        for right, left in pairwise(way):
            self._beside[right].append((-1, left))
            self._beside[left].append((1, right))

    def sort(self) -> None:
        """Orders every column by where its neighbours on one side stand, from both sides in turn."""
        for sweep in range(_SWEEPS):
            side = 1 if sweep % 2 == 0 else -1  # the rightmost column has a good order from the beginning
            for column in reversed(self._columns) if side > 0 else self._columns:
                place = {key: number for each in self._columns for number, key in enumerate(each)}
                column.sort(key=lambda key: self._middle(key, side, place))

    def _middle(self, key: str, side: int, place: Mapping[str, float]) -> float:
        found = [place[other] for at, other in self._beside[key] if at == side]
        return mean(found) if found else place[key]

    def boxes(self) -> dict[str, Box]:
        """Every node and lane at its place: as near to the middle of its neighbours as the order allows."""
        middles = {key: float(i) for column in self._columns for i, key in enumerate(column)}
        for column in self._columns:
            self._spread(column, middles)
        for sweep in range(_SWEEPS):
            for column in reversed(self._columns) if sweep % 2 == 0 else self._columns:
                for key in column:
                    near = [middles[other] for _, other in self._beside[key]]
                    middles[key] = mean(near) if near else middles[key]
                self._spread(column, middles)
        top = min((middles[key] - self._sizes[key].height / 2 for key in middles), default=0.0)
        found, x = {}, 0.0
        for column in self._columns:
            width = max((self._sizes[key].width for key in column), default=0.0)
            for key in column:
                size = self._sizes[key]
                found[key] = Box(x, middles[key] - size.height / 2 - top, size.width or width, size.height)
            x += width + _GAP_X
        return found

    def _spread(self, column: Sequence[str], middles: dict[str, float]) -> None:
        """Pulls apart what would overlap, in the column's order, and keeps its mean where it was."""
        wanted = [middles[key] for key in column]
        below = -float("inf")
        for key in column:
            half = self._sizes[key].height / 2
            middles[key] = max(middles[key], below + half)
            below = middles[key] + half + _GAP_Y
        if wanted:
            shift = mean(wanted) - mean(middles[key] for key in column)
            for key in column:
                middles[key] += shift

    def route(
        self, start: str, end: str, boxes: Mapping[str, Box], *, is_back: bool
    ) -> tuple[tuple[float, float], ...]:
        """The points of an edge: out of the start's side, through its lanes, to the end's side."""
        a, b = boxes[start], boxes[end]
        if is_back:
            return ((a.x + a.width, a.y + a.height / 2), (b.x, b.y + b.height / 2))
        passed = [boxes[lane] for lane in self._lanes[start, end]]
        through = [(x, box.y + box.height / 2) for box in passed for x in (box.x + box.width, box.x)]
        return ((a.x, a.y + a.height / 2), *through, (b.x + b.width, b.y + b.height / 2))
