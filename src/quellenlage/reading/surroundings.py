"""What a chunk is by what it shares a box with: the text beside a picture, the lines of a teaser, the links of a list.

Designs differ in their names, not in how they build these: a caption is the only text in a box with a picture; a teaser
is a box around a linked headline; a list of links is a list whose every entry is mostly link.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.etree import _Element as Element

from quellenlage.model.text import BlockKind
from quellenlage.reading.body import Body
from quellenlage.reading.flow import HEADINGS, Chunk
from quellenlage.reading.lines import is_number_box

_HIGHEST = 6  # levels up in which a box around a chunk is looked for
_LONGEST_CAPTION = 320
_LINKED_TITLE = 0.8
_LINKED_ENTRY = 0.5
_FORM_TEXT = 400  # characters around something to fill in that belong to it
_PICTURES = ("img", "picture", "video", "amp-img")


def by_surroundings(chunks: Sequence[Chunk], body: Body) -> dict[int, BlockKind]:
    """Kinds by place, for the chunks whose surroundings decide."""
    kinds: dict[int, BlockKind] = {}
    crowds = Counter(box for chunk in chunks for box in _boxes(chunk, body))
    for chunk in chunks:
        if _is_beside_picture(chunk, body, crowds):
            kinds[chunk.place] = BlockKind.CAPTION
    for place in _in_number_boxes(chunks, body):
        kinds[place] = BlockKind.FACT_BOX
    for place in _in_forms(chunks, body):
        kinds[place] = BlockKind.FURNITURE
    for place in _in_teasers(chunks, body, crowds):
        kinds[place] = BlockKind.FURNITURE
    for place in _in_link_lists(chunks):
        kinds[place] = BlockKind.FURNITURE
    return kinds


def _boxes(chunk: Chunk, body: Body) -> Iterator[Element]:
    """The elements around a chunk, innermost first, below the article's own."""
    element: Element | None = chunk.element
    for _ in range(_HIGHEST):
        if element is None or element is body.root:
            return
        yield element
        element = element.getparent()


def _is_beside_picture(chunk: Chunk, body: Body, crowds: Counter[Element]) -> bool:
    if len(chunk.text) > _LONGEST_CAPTION or chunk.tag in HEADINGS or chunk.tag == "li" or chunk.linked:
        return False
    for box in _boxes(chunk, body):
        if crowds[box] > 2:
            return False
        if box is not chunk.element and next(box.iter(*_PICTURES), None) is not None:
            return True
    return False


def _in_number_boxes(chunks: Sequence[Chunk], body: Body) -> Iterator[int]:
    for chunk, after in pairwise(chunks):
        if not is_number_box(chunk.text, after.text) or len(after.text) > _LONGEST_CAPTION or chunk.linked:
            continue
        if chunk.tag in HEADINGS or after.tag in HEADINGS:
            continue
        if chunk.element is not body.root and after.element in (chunk.element, *_near(chunk.element)):
            yield from (chunk.place, after.place)


def _near(element: Element) -> Iterator[Element]:
    """An element's children, and what stands next to it in its own small box."""
    yield from element
    box = element.getparent()
    if box is not None and len(box) <= 3:
        yield from box
        for sibling in box:
            yield from sibling


def _in_forms(chunks: Sequence[Chunk], body: Body) -> Iterator[int]:
    """Chunks inside the text that share a box of little text with something to fill in: newsletters, polls."""
    boxes: dict[Element, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        if chunk.place > body.first:
            for box in _boxes(chunk, body):
                boxes[box].append(chunk)
    for box, inside in boxes.items():
        if sum(len(chunk.text) for chunk in inside) <= _FORM_TEXT and any(map(_is_filled_in, box.iter("input"))):
            yield from (chunk.place for chunk in inside)


def _is_filled_in(field: Element) -> bool:
    return (field.get("type") or "text").lower() in ("text", "email", "checkbox", "radio")


def _in_teasers(chunks: Sequence[Chunk], body: Body, crowds: Counter[Element]) -> Iterator[int]:
    titles = [chunk for chunk in chunks if chunk.tag in HEADINGS and chunk.link_share >= _LINKED_TITLE]
    titled = Counter(box for title in titles for box in _boxes(title, body))
    cards: set[Element] = set()
    for title in titles:
        card = title.element
        for box in _boxes(title, body):
            if titled[box] > 1 or crowds[box] > 6:
                break
            card = box
        cards.add(card)
    for chunk in chunks:
        if any(box in cards for box in _boxes(chunk, body)):
            yield chunk.place


def _in_link_lists(chunks: Sequence[Chunk]) -> Iterator[int]:
    lists: dict[Element, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        if chunk.tag == "li":
            own = chunk.element
            entry = own if own.tag == "li" else next(own.iterancestors("li"), own)
            around = entry.getparent()
            if around is not None:
                lists[around].append(chunk)
    for entries in lists.values():
        linked = sum(chunk.linked for chunk in entries)
        total = sum(len(chunk.text) for chunk in entries)
        if all(chunk.linked for chunk in entries) and linked >= _LINKED_ENTRY * total:
            yield from (chunk.place for chunk in entries)
