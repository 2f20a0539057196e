"""The provenance graph as boxes with lines of text and curves between them; a template makes the SVG.

Sizes are in pixels at the letter size that `claim.css` gives. Text is wrapped, never cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from quellenlage.model.text import Language, Moment
from quellenlage.rendering.labels import label
from quellenlage.rendering.phrases import moment_phrase, shown, source_class
from quellenlage.web.graph import Graph, Node, NodeKind, Relation
from quellenlage.web.layout import Box, Size, lay_out
from quellenlage.web.unfolding import Place

_LINE = 17.0
_PAD_X, _PAD_Y = 10.0, 5.0
_MARGIN = 6.0
_BOLD = 1.08  # how much wider bold letters are
_LETTERS = 22  # in a line of text at most, where its words allow it
_NARROW, _WIDE = frozenset("iljtfr.,:;'|!()[] "), frozenset("mwMW%@–—…")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node with its box and its lines of text, the first `strong` of which are its name."""

    node: Node
    box: Box
    lines: tuple[str, ...]
    strong: int

    def baseline(self, number: int) -> float:
        """Where a line of text (from 0) stands."""
        return self.box.y + _PAD_Y + _LINE * (number + 0.75)


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge as the path of a curve (SVG's `d`), with the nodes at its ends."""

    start: Node
    end: Node
    relation: Relation
    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything at its place, and the relations that occur, in the order of the legend."""

    nodes: tuple[Drawn, ...]
    arrows: tuple[Arrow, ...]
    relations: tuple[Relation, ...]
    width: float
    height: float


def draw(graph: Graph, language: Language) -> Drawing:
    """The graph laid out: origins on the left, places on the right."""
    texts = {key: _text(node, language) for key, node in graph.nodes.items()}
    sizes = {key: _size(name, more) for key, (name, more) in texts.items()}
    places = [key for key, node in graph.nodes.items() if node.kind is NodeKind.PLACE]
    layout = lay_out(sizes, graph.edges, last=places)
    return Drawing(
        nodes=tuple(
            Drawn(node, _moved(layout.boxes[key]), (*texts[key][0], *texts[key][1]), len(texts[key][0]))
            for key, node in graph.nodes.items()
        ),
        arrows=tuple(
            Arrow(graph.nodes[a], graph.nodes[b], relation, curve(layout.routes[a, b], _MARGIN))
            for (a, b), relation in graph.edges.items()
        ),
        relations=tuple(each for each in Relation if each in graph.edges.values()),
        width=layout.width + 2 * _MARGIN,
        height=layout.height + 2 * _MARGIN,
    )


def text_width(text: str) -> float:
    """About how wide a line is in a wide typeface at 13 pixels, so that it fits in any."""
    return sum(5.4 if c in _NARROW else 12.0 if c in _WIDE else 9.6 if c.isupper() else 8.2 for c in text)


def curve(points: Sequence[Point], margin: float = 0.0) -> str:
    """A smooth path through some points: level at each of them."""
    (x, y), *others = [(x + margin, y + margin) for x, y in points]
    parts = [f"M{x:.1f} {y:.1f}"]
    for to_x, to_y in others:
        middle = (x + to_x) / 2
        parts.append(f"C{middle:.1f} {y:.1f} {middle:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}")
        x, y = to_x, to_y
    return "".join(parts)


def _text(node: Node, language: Language) -> tuple[list[str], list[str]]:
    """The lines of a node's name, and those that say more about it."""
    if node.place:
        return [f"{node.place.number} · {moment_phrase(_on_own_clock(node.place), language)}"], []
    name = shown(node.name) or label("class.none", language)
    if node.lettered:
        origin = node.lettered.origin
        more = [] if not origin.name else [label(f"class.{origin.cls}", language)]
        more += [] if origin.certain else [label("unsure", language)]
        return _wrapped(f"{node.lettered.letter} · {name}"), [", ".join(more)] if more else []
    more = [source_class(node.source, language)] if node.kind is NodeKind.RELAY and node.source else []
    return _wrapped(name), more


def _on_own_clock(place: Place) -> Moment | None:
    """The time without its offset, which the list tells."""
    published = place.appearance.article.published
    return published.replace(tzinfo=None) if isinstance(published, datetime) else published


def _wrapped(text: str) -> list[str]:
    return wrap(text, _LETTERS, break_long_words=True, break_on_hyphens=True)


def _size(name: Sequence[str], more: Sequence[str]) -> Size:
    width = max(_BOLD * max(map(text_width, name)), max(map(text_width, more), default=0.0))
    return Size(width + 2 * _PAD_X, (len(name) + len(more)) * _LINE + 2 * _PAD_Y)


def _moved(box: Box) -> Box:
    return Box(box.x + _MARGIN, box.y + _MARGIN, box.width, box.height)
