"""Where the article's text stands in the flow of a page.

Structure first: running text gathers under one element, and that element is found by walking down from the top as long
as one child holds nearly all of it. Roles that a design gives by mistake ("content-with-sidebar" around the article)
are
overruled where they enclose most of the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from quellenlage.reading.flow import HEADINGS, Chunk, Region
from quellenlage.reading.vocabulary import Role

_LONG = 60  # characters from which a stretch of text counts as running text
_MOST_LINKED = 0.5
_NEARLY_ALL = 0.8
_MOST = 0.5
_DOMINANT = 0.6
_MINOR = 0.3
_OVERRULING = 0.4  # share of the page's running text that overrules a role
_NOT_PROSE = (
    Role.FURNITURE | Role.CAPTION | Role.CREDIT | Role.EMBED | Role.ASIDE | Role.BYLINE | Role.FIGURE | Role.FORM
)
_WHOLE = frozenset(("html", "body", "main", "article"))
_NOT_PROSE_TAGS = frozenset((*HEADINGS, "figcaption", "caption", "th"))
_SENTENCE = re.compile(r"[a-zäöüß0-9%)\"“”«»'’][.!?…:](?:\s|$|[\"“”«»'’)])")


@dataclass(frozen=True, slots=True)
class Body:
    """The stretch of the flow that is the article's text: `root` its element, `first` and `last` the places of its
    running text, `end` the place of the last chunk under `root`; `overruled` the regions whose roles do not hold."""

    root: Element
    first: int
    last: int
    end: int
    prose: int
    overruled: frozenset[Region]

    def cut_at(self, last: int) -> Body:
        """The same body, its running text ending at the place `last`."""
        return replace(self, last=min(self.last, last))

    def roles(self, chunk: Chunk) -> int:
        """All roles around a chunk that hold."""
        roles = Role.NONE
        for region in chunk.regions:
            if region not in self.overruled:
                roles |= region.roles
        return roles


def is_long(chunk: Chunk) -> bool:
    """Whether a chunk is running text by its own looks: long, not a link, not a heading or caption."""
    return (
        len(chunk.text) >= _LONG
        and chunk.tag not in _NOT_PROSE_TAGS
        and chunk.link_share < _MOST_LINKED
        and _SENTENCE.search(chunk.text) is not None
    )


def find_body(chunks: Sequence[Chunk], top: Element) -> Body | None:
    """The article's text among the chunks under `top`, or None where no running text is found."""
    long = [chunk for chunk in chunks if is_long(chunk)]
    overruled = _overruled(long)
    prose = [chunk for chunk in long if not _excluded(chunk, overruled)] or long
    return _placed(prose, chunks, top, overruled) if prose else None


def body_of(prose: Sequence[Chunk], chunks: Sequence[Chunk], top: Element) -> Body:
    """The body around chunks known to be the article's running text (at least one): no role around them holds."""
    return _placed(prose, chunks, top, frozenset(region for chunk in prose for region in chunk.regions))


def _placed(prose: Sequence[Chunk], chunks: Sequence[Chunk], top: Element, overruled: frozenset[Region]) -> Body:
    weights = _weights(prose, top)
    root = _descend(top, weights)
    inside = _places_under(root, chunks)
    places = [chunk.place for chunk in prose if inside[0] <= chunk.place <= inside[1]]
    return Body(root, places[0], places[-1], inside[1], weights[root], overruled)


def _overruled(long: Sequence[Chunk]) -> frozenset[Region]:
    """Regions that, together with all that are built the same way, hold much of the page's running text."""
    total = sum(len(chunk.text) for chunk in long)
    held: dict[object, int] = defaultdict(int)
    regions: set[Region] = set()
    for chunk in long:
        looks = {_looks(region.element) for region in chunk.regions}
        for look in looks:
            held[look] += len(chunk.text)
        regions.update(chunk.regions)
    return frozenset(
        region for region in regions if held[_looks(region.element)] >= _OVERRULING * total and not _is_sure(region)
    )


def _looks(element: Element) -> tuple[str, str | None]:
    return element.tag, element.get("class")


def _is_sure(region: Region) -> bool:
    """Roles that hold however much text they enclose: a discussion is often longer than what it is about. What holds
    the headline is no discussion: German "Kommentar" is an opinion piece too."""
    names = f"{region.element.get('class') or ''} {region.element.get('id') or ''}".lower()
    discussion = "comment" in names or "kommentar" in names or "forum" in names
    if not (region.roles & Role.FURNITURE and discussion):
        return False
    return region.element.tag not in _WHOLE and next(region.element.iter("h1"), None) is None


def _excluded(chunk: Chunk, overruled: frozenset[Region]) -> bool:
    return any(region.roles & _NOT_PROSE and region not in overruled for region in chunk.regions)


def _weights(prose: Sequence[Chunk], top: Element) -> dict[Element, int]:
    weights: dict[Element, int] = defaultdict(int)
    for chunk in prose:
        size = len(chunk.text)
        element: Element | None = chunk.element
        while element is not None:
            weights[element] += size
            if element is top:
                break
            element = element.getparent()
    return weights


def _descend(top: Element, weights: dict[Element, int]) -> Element:
    """Down from the top as long as one child clearly holds the running text."""
    node = top
    while True:
        children = sorted(((weights[child], child) for child in node if child in weights), key=lambda pair: -pair[0])
        if not children or not _holds_text(node, children, weights):
            return node
        node = children[0][1]


def _holds_text(node: Element, children: Sequence[tuple[int, Element]], weights: dict[Element, int]) -> bool:
    """Whether the heaviest child holds the text of `node`: nearly all of it, or most of it where it says so itself or
    no other child comes near. A paragraph holds nothing, and where a sibling is built the same way the text goes on."""
    weight, heaviest = children[0]
    others = [child for _, child in children[1:]]
    share = weight / weights[node]
    if _is_alike(heaviest, others):
        return False
    if share >= _MOST and _is_marked(heaviest):
        return True
    alone = share >= _DOMINANT and all(other <= _MINOR * weight for other, _ in children[1:])
    return (share >= _NEARLY_ALL or alone) and not _is_leaf(heaviest, weights)


def _is_leaf(element: Element, weights: dict[Element, int]) -> bool:
    """Whether the element is itself a paragraph: the text around it belongs to it."""
    return not any(child in weights for child in element)


def _is_alike(element: Element, others: Sequence[Element]) -> bool:
    """Whether a sibling is built the same way: then the text goes on there."""
    return any(_looks(other) == _looks(element) for other in others)


def _is_marked(element: Element) -> bool:
    return (
        element.tag in ("article", "main")
        or any(child.tag == "article" for child in element)
        or bool(element.get("itemprop"))
    )


def _places_under(root: Element, chunks: Sequence[Chunk]) -> tuple[int, int]:
    """Places of the first and last chunk under `root`."""
    under = set(root.iter())
    places = [chunk.place for chunk in chunks if chunk.element in under]
    return places[0], places[-1]
