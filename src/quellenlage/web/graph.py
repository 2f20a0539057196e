"""The provenance graph of a claim: who has it from whom, from the origins to the places where it stands.

An edge leads from whoever tells it to where they have it from. What the pages tell of that is in the chains of the
statements, in the text that articles share, and in the reasons for which appearances count with an origin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from quellenlage.ledger import file_of
from quellenlage.model.claim import ArticleHead, Copy
from quellenlage.model.reason import ReasonKind
from quellenlage.model.statement import Source, SourceClass
from quellenlage.web.layout import Edge
from quellenlage.web.unfolding import Lettered, Place, Unfolded


class NodeKind(StrEnum):
    """What a node is, which is also about where it stands, from left to right."""

    ORIGIN = "origin"
    RELAY = "relay"
    OUTLET = "outlet"
    PLACE = "place"


class Relation(StrEnum):
    """Why an edge leads where it does."""

    STANDS_IN = "stands_in"  # a place, its outlet
    CITES = "cites"
    COPIED = "copied"  # has its words from there
    SHARED = "shared"  # has the same words; who has them from whom is unknown
    SPEAKS_FOR = "speaks_for"
    NAMES_NOBODY = "names_nobody"  # counted there, because no other source is named
    CIRCLE = "circle"  # cites one that cites it


@dataclass(frozen=True, slots=True)
class Node:
    """`name` is as on the page, "" for nobody. `source` is set where it is somebody who can be looked up, `lettered`
    and `place` are set for origins and places."""

    key: str
    kind: NodeKind
    name: str
    source: Source | None = None
    lettered: Lettered | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order in which they come up, and edges (start, end) with their relation."""

    nodes: Mapping[str, Node]
    edges: Mapping[Edge, Relation]

    def into(self, key: str) -> tuple[tuple[Node, Relation], ...]:
        """Who leads to a node, with the relation."""
        return tuple((self.nodes[a], relation) for (a, b), relation in self.edges.items() if b == key)


def make_graph(unfolded: Unfolded) -> Graph:
    """The graph of a claim."""
    tracing = _Tracing(unfolded)
    for lettered in unfolded.origins:
        for place in lettered.places:
            tracing.add(place, lettered)
    tracing.close_circles()
    return Graph(tracing.nodes, tracing.edges)


class _Tracing:
    """The graph in the making."""

    def __init__(self, unfolded: Unfolded) -> None:
        self._unfolded = unfolded
        self.nodes: dict[str, Node] = {}
        self.edges: dict[Edge, Relation] = {}
        for lettered in unfolded.origins:
            key = f"origin {lettered.letter}"
            self.nodes[key] = Node(key, NodeKind.ORIGIN, lettered.origin.name, lettered=lettered)
        self._outlets = {_folded(_name(place.appearance.article)) for place in unfolded.places}

    def add(self, place: Place, lettered: Lettered) -> None:
        """The way from a place to its origin."""
        article = place.appearance.article
        key = f"place {place.number}"
        self.nodes[key] = Node(key, NodeKind.PLACE, "", place=place)
        outlet = self._outlet(article)
        self._connect(key, outlet, Relation.STANDS_IN)
        origin = f"origin {lettered.letter}"
        if not self._copied(place, outlet, origin):
            self._cited(place, outlet, lettered)

    def _copied(self, place: Place, outlet: str, origin: str) -> bool:
        """Where the place's words were copied from another article, or from an agency."""
        copy = next((each for each in self._unfolded.claim.copies if _has_from_it(place, each)), None)
        if copy is None:
            return False
        source = self._unfolded.of_article(copy.source) if copy.source else ()
        if source:
            self._connect(outlet, self._outlet(source[0].appearance.article), Relation.COPIED)
        elif copy.agency:
            agency = self._relay(Source("", copy.agency, SourceClass.OUTLET))
            self._connect(outlet, agency, Relation.COPIED)
            self._connect(agency, origin, Relation.CITES)
        else:
            first = self._unfolded.of_article(copy.copies[0])
            if not first or first[0].appearance.article.id == place.appearance.article.id:
                return False
            self._connect(outlet, self._outlet(first[0].appearance.article), Relation.SHARED)
        return True

    def _cited(self, place: Place, outlet: str, lettered: Lettered) -> None:
        """The statement's own chain."""
        statement, origin = place.appearance.statement, lettered.origin
        end = f"origin {lettered.letter}"
        way = [outlet]
        for source in statement.via:
            if source.name and _folded(source.name) != _folded(origin.name):
                way.append(self._relay(source))
        for one, other in pairwise(way):
            self._connect(one, other, Relation.CITES)
        speaker = statement.speaker
        if not speaker.name:
            self._connect(way[-1], end, Relation.NAMES_NOBODY)
        elif _speaks_for(speaker, lettered):
            spokesperson = self._relay(speaker)
            self._connect(way[-1], spokesperson, Relation.CITES)
            self._connect(spokesperson, end, Relation.SPEAKS_FOR)
        elif _folded(speaker.name) in self._outlets and _folded(speaker.name) != _folded(origin.name):
            self._connect(way[-1], self._relay(speaker), Relation.CITES)
        else:
            self._connect(way[-1], end, Relation.CITES)

    def close_circles(self) -> None:
        """Marks who cites each other in a circle; where the chains do not show it, each cites the next."""
        for circle in self._unfolded.claim.circles:
            members = [f"outlet {_folded(name)}" for name in circle if f"outlet {_folded(name)}" in self.nodes]
            for one, following in zip(members, members[1:] + members[:1], strict=True):
                inside = [(one, other) for other in members if (one, other) in self.edges] or [(one, following)]
                if len(members) > 1:
                    self.edges |= dict.fromkeys(inside, Relation.CIRCLE)

    def _outlet(self, article: ArticleHead) -> str:
        name = _name(article)
        key = f"outlet {_folded(name)}"
        source = Source("", article.outlet, SourceClass.OUTLET) if article.outlet else None
        self.nodes.setdefault(key, Node(key, NodeKind.OUTLET, name, source))
        return key

    def _relay(self, source: Source) -> str:
        """The node of somebody in between: that of an outlet of the claim, where it is one."""
        folded = _folded(source.name)
        if folded in self._outlets:
            key = f"outlet {folded}"
            self.nodes.setdefault(key, Node(key, NodeKind.OUTLET, source.name, source))
        else:
            key = f"relay {folded}"
            self.nodes.setdefault(key, Node(key, NodeKind.RELAY, source.name, source))
        return key

    def _connect(self, start: str, end: str, relation: Relation) -> None:
        if start != end:
            self.edges.setdefault((start, end), relation)


def _has_from_it(place: Place, copy: Copy) -> bool:
    return place.appearance.article.id in copy.copies and any(
        passage.article == place.appearance.article.id and span.overlaps(passage.span)
        for passages in copy.passages
        for passage in passages
        for span in place.appearance.statement.attribution.content
    )


def _speaks_for(speaker: Source, lettered: Lettered) -> bool:
    kinds = (ReasonKind.SPEAKS_FOR, ReasonKind.AUTHOR_OF)
    names = {_folded(reason.names[0]) for reason in lettered.origin.reasons if reason.kind in kinds}
    return _folded(speaker.name) in names and _folded(speaker.name) != _folded(lettered.origin.name)


def _name(article: ArticleHead) -> str:
    return article.outlet or file_of(article.page) or article.page


def _folded(name: str) -> str:
    return name.casefold()


def unrolled(graph: Graph) -> Iterator[tuple[int, Node, Relation | None, bool]]:
    """The graph as a nested list, from the origins on: depth, node, its relation to the one above, and whether it was
    listed before (then nothing stands under it)."""
    seen: set[str] = set()

    def go(node: Node, relation: Relation | None, depth: int) -> Iterator[tuple[int, Node, Relation | None, bool]]:
        again = node.key in seen
        seen.add(node.key)
        yield depth, node, relation, again
        if not again:
            for start, how in graph.into(node.key):
                yield from go(start, how, depth + 1)

    for node in graph.nodes.values():
        if node.kind is NodeKind.ORIGIN:
            yield from go(node, None, 0)
