"""The tree of a page as a flow of chunks: one chunk for each stretch of text that a reader sees as one block.

One pass over the tree, in document order, without recursion (pages nest thousands of levels deep) and without changing
it (the XPath of every element stays that of the stored page). A chunk ends where a block element begins or ends and at
two line breaks in a row. Each chunk knows its region: the nearest enclosing element that the vocabulary gives a role.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from quellenlage.reading.vocabulary import Role, attribute_roles, named_roles, tag_roles

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong"
    " sub sup time tt u var wbr".split()
)
_UNSEEN = frozenset(
    "script style noscript nav template svg math button select option datalist input textarea label iframe"
    " object canvas video audio source track picture img map area head title link meta base progress meter"
    " frame frameset".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong"))
_OWN_CHUNK = Role.KICKER | Role.CREDIT | Role.CAPTION | Role.HEADLINE
_INVISIBLE_CHARACTERS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u2060\ufeff"))


@dataclass(slots=True, eq=False)
class Region:
    """An element with a role, and the region around it."""

    roles: int
    element: Element
    outer: Region | None


@dataclass(slots=True, eq=False)
class Chunk:
    """One stretch of text. `linked` and `bold` count its characters inside links and bold type.

    `tag` is the nearest block element that means something (p, li, h2, figcaption, …), else "div";
    `element` the innermost block element, whose XPath is the chunk's place. `place` counts from 0 in the flow.
    """

    place: int
    text: str
    tag: str
    element: Element
    region: Region | None
    linked: int = 0
    bold: int = 0
    stamp: str | None = None

    @property
    def regions(self) -> Iterator[Region]:
        """The regions around the chunk, innermost first."""
        region = self.region
        while region is not None:
            yield region
            region = region.outer

    @property
    def link_share(self) -> float:
        return self.linked / len(self.text)


_MEANING = frozenset(
    (*HEADINGS, "p", "li", "blockquote", "figcaption", "caption", "td", "th", "dt", "dd", "pre", "summary")
)


@dataclass(slots=True)
class _Frame:
    """What holds inside one block element."""

    element: Element
    tag: str
    region: Region | None


_Open = tuple[Element, _Frame | None, int, int]
"""An element that is still to be left: with the frame to go back to (None for inline ones), links and bolds open."""


@dataclass(slots=True)
class _Walk:
    """The state of the pass: frames of open block elements, and the text gathered since the last chunk ended."""

    frame: _Frame
    chunks: list[Chunk] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    links_open: int = 0
    bolds_open: int = 0
    stamp: str | None = None
    break_pending: bool = False

    def add(self, text: str | None) -> None:
        if not text:
            return
        blank = text.isspace()
        if blank and not self.pieces:
            return
        self.pieces.append(text)
        if not blank:
            self.break_pending = False
            if self.links_open:
                self.linked += len(text)
            if self.bolds_open:
                self.bold += len(text)

    def line_break(self) -> None:
        if self.break_pending:
            self.end_chunk()
        else:
            self.pieces.append("\n")
            self.break_pending = True

    def end_chunk(self) -> None:
        if self.pieces:
            text = tidy("".join(self.pieces))
            if text:
                frame = self.frame
                chunk = Chunk(len(self.chunks), text, frame.tag, frame.element, frame.region, stamp=self.stamp)
                chunk.linked, chunk.bold = min(self.linked, len(text)), min(self.bold, len(text))
                self.chunks.append(chunk)
                self.stamp = None
            self.pieces.clear()
            self.linked = self.bold = 0
        self.break_pending = False


def tidy(text: str) -> str:
    """`text` with white space collapsed and invisible characters (soft hyphens, zero-width spaces) taken out."""
    return " ".join((text if text.isascii() else text.translate(_INVISIBLE_CHARACTERS)).split())


def chunks_of(root: Element) -> list[Chunk]:
    """All chunks under `root` in document order, hidden parts left out."""
    walk = _Walk(_Frame(root, "div", None))
    stack: list[Element | _Open] = [root]
    while stack:
        entry = stack.pop()
        if isinstance(entry, tuple):
            _leave(walk, entry)
        else:
            _enter(walk, entry, stack, is_root=entry is root)
    walk.end_chunk()
    return walk.chunks


def _enter(walk: _Walk, element: Element, stack: list[Element | _Open], *, is_root: bool) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN:
        walk.add(element.tail)
        return
    if tag == "br":
        walk.line_break()
        walk.add(element.tail)
        return
    roles = _roles(element, tag)
    if roles & Role.HIDDEN and not is_root:
        walk.add(element.tail)
        return
    if tag in INLINE and walk.frame.tag != "p" and _adjoins(element):
        walk.add(" ")
    inline = tag in INLINE and not (roles & _OWN_CHUNK and _stands_alone(walk, element, roles))
    if inline:
        stack.append((element, None, walk.links_open, walk.bolds_open))
        walk.links_open += tag == "a" and (walk.frame.tag not in HEADINGS or _leads_away(element))
        walk.bolds_open += tag in _BOLD
        if tag == "time":
            walk.stamp = element.get("datetime") or walk.stamp
    else:
        walk.end_chunk()
        stack.append((element, walk.frame, walk.links_open, walk.bolds_open))
        walk.frame = _frame(walk.frame, element, tag, roles)
    walk.add(element.text)
    stack.extend(reversed(element))


def _adjoins(element: Element) -> bool:
    """Whether an inline element stands directly behind another with nothing between: outside of running text such
    elements are set apart by the design, not by a space."""
    before = element.getprevious()
    return before is not None and not before.tail and before.tag in INLINE


def _leads_away(link: Element) -> bool:
    """Whether a link leads off the page: jump marks and anchors are how headings are built."""
    address = link.get("href")
    return address is not None and not address.startswith("#")


def _leave(walk: _Walk, entry: _Open) -> None:
    element, frame, walk.links_open, walk.bolds_open = entry
    if frame is not None:
        walk.end_chunk()
        walk.frame = frame
    walk.add(element.tail)


def _frame(outer: _Frame, element: Element, tag: str, roles: int) -> _Frame:
    region = Region(roles, element, outer.region) if roles else outer.region
    if tag in _MEANING:
        meaning = tag
    else:  # a div inside a list item or a table cell is still the list item
        meaning = outer.tag if outer.tag in ("li", "td", "th", "dd", "figcaption", *HEADINGS) else "div"
    if meaning == "p" and outer.tag == "li":
        meaning = "li"
    return _Frame(element, meaning, region)


def _stands_alone(walk: _Walk, element: Element, roles: int) -> bool:
    """Whether an inline element is shown as a block: a kicker in a heading, a credit in a caption."""
    if walk.frame.tag in HEADINGS:
        return bool(roles & (Role.KICKER | Role.HEADLINE))
    if roles & Role.HEADLINE and not roles & (Role.CREDIT | Role.CAPTION):
        return False
    in_figure = any(region.roles & (Role.CAPTION | Role.CREDIT) for region in _outwards(walk.frame.region))
    return in_figure or (element.tag != "a" and not "".join(walk.pieces).strip())


def _outwards(region: Region | None) -> Iterator[Region]:
    while region is not None:
        yield region
        region = region.outer


def _roles(element: Element, tag: str) -> int:
    roles = tag_roles(tag)
    attributes: list[tuple[str, str]] = element.items()  # type: ignore[assignment]  # bytes in the stubs alone
    if not attributes:
        return roles
    names = ""
    aria = item = None
    for key, value in attributes:
        if key == "class" or key == "id":
            names += " " + value
        elif key == "role":
            aria = value
        elif key == "itemprop":
            item = value
        elif (
            key == "hidden"
            or (key == "aria-hidden" and value == "true")
            or (key == "style" and "display" in value and "none" in value and "display:none" in value.replace(" ", ""))
        ):
            return Role.HIDDEN
    if names:
        roles |= named_roles(names)
    if aria or item:
        roles |= attribute_roles(aria, item)
    return roles
