"""The headline: the heading that shows it, and the wording that it is known by.

The first `h1` is often a breadcrumb or a title for search engines, and the visible headline an `h2`; a kicker stands in
the heading or above it; and what a page declares to search engines and social networks may be a shorter or longer
wording, with the outlet's name behind it. So headings and declarations vouch for each other. The block of kind headline
is always what readers see; the article's headline is the wording that the declarations agree on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from quellenlage.gazetteer import find_outlet
from quellenlage.reading.body import Body
from quellenlage.reading.declared import Declared
from quellenlage.reading.flow import HEADINGS, Chunk
from quellenlage.reading.vocabulary import Role

_QUOTES = str.maketrans(dict.fromkeys("„“”\"»«›‹‚‘’'`´", "'") | dict.fromkeys("–—‑−", "-"))
_SUFFIX = re.compile(r"\s+(?:[|»•·›*—–-]|::)\s+|,\s+(?=[^,]*zeitung\b)", re.IGNORECASE)
_SHARED = 0.7  # share of a shortened headline's words that stand in the long one
_BARS = ("|", "»", "•", "·", "›", "*", "::")
_DOMAIN = re.compile(r"^[\w-]+\.(?:de|com|net|org|at|ch|co\.uk|tv|eu)$", re.IGNORECASE)
_MUCH_OF = 0.6  # length of a shortened headline, of the long one's
_WORD = re.compile(r"\w+")
_LONGEST_KICKER = 60
_BEHIND = 3  # chunks into the running text in which a headline may still stand (a picture's text before it)


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline's text, the chunk that shows it where one does, and the chunks above it that are its kicker."""

    text: str | None
    chunk: Chunk | None = None
    kicker: tuple[Chunk, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """What the page says its headline is, without the outlet's name: in its schema.org node, its titles for sharing
    and for one network, its document title, its meta title."""

    schema: str | None
    share: str | None
    network: str | None
    title: str | None
    meta: str | None

    @property
    def all(self) -> list[str]:
        """All of them, the surest first. Where two differ in typography alone, the one written with fewer
        replacements."""
        texts = (self.meta, self.share, self.schema, self.network, self.title)
        return list(dict.fromkeys(text for text in texts if text))

    @property
    def agreed(self) -> str | None:
        """The headline that the schema.org node and the share title agree on."""
        if self.schema and self.share and same(self.schema, self.share):
            return self.meta if self.meta and same(self.meta, self.share) else self.share
        return None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A visible heading: its chunks, and the short line above it, if any."""

    chunks: tuple[Chunk, ...]
    above: Chunk | None

    @property
    def text(self) -> str:
        return " ".join(chunk.text for chunk in self.chunks)

    def wordings(self) -> Iterator[tuple[str, tuple[Chunk, ...]]]:
        """The ways to read it, as a key and the chunks of the kicker in that reading."""
        yield key(self.text), self.chunks[:-1]
        yield key(self.chunks[-1].text), self.chunks[:-1]
        if self.above is not None:
            yield key(f"{self.above.text} {self.text}"), (self.above, *self.chunks[:-1])


def find_headline(chunks: Sequence[Chunk], body: Body, declared: Declared) -> Headline:
    """The page's headline: its chunk is the visible heading nearest to the text that a declaration agrees with, else
    the
    nearest `h1`, else the nearest `h2`."""
    told = _told(declared)
    shown = _shown(chunks, body)
    for heading in reversed(shown):
        for text in told.all:
            for wording, kicker in heading.wordings():
                if key(text) == wording:
                    return Headline(_settled(text, told), heading.chunks[-1], kicker)
    for heading in reversed(shown):
        if told.title and key(told.title).startswith(f"{key(heading.text)} ") and " " in key(heading.text):
            return Headline(heading.text, heading.chunks[-1], heading.chunks[:-1])
    for tag in ("h1", "h2"):
        for heading in reversed(shown):
            if heading.chunks[-1].tag == tag:
                text = heading.chunks[-1].text
                if tag == "h2" or told.agreed:
                    text = told.agreed or told.schema or told.share or text
                return Headline(text, heading.chunks[-1], heading.chunks[:-1])
    return Headline(next(iter(told.all), None))


def _settled(vouched: str, told: _Told) -> str:
    """The article's headline, given the wording under which a visible heading was found."""
    if told.agreed:
        return told.agreed
    if told.share is None:
        return vouched
    if same(vouched, told.share):
        # A running story: heading, title and share title follow its newest turn, the schema.org node keeps its name.
        running = told.schema is not None and told.title is not None and same(told.title, told.share)
        return told.schema if running and told.schema else vouched
    if _is_shortened(told.share, vouched) and not same(vouched, told.network or ""):
        # The heading is the share title padded for search engines.
        return told.share
    return vouched


def _is_shortened(short: str, long: str) -> bool:
    if key(long).endswith(key(short)):  # what is longer in front is a kicker
        return False
    words, others = key(short).split(), key(long).split()
    shared = sum(word in others for word in words)
    return _MUCH_OF * len(others) <= len(words) < len(others) and shared >= _SHARED * len(words)


def same(one: str, other: str) -> bool:
    """Whether two headlines are the same words, whatever their quotation marks, dashes and case."""
    return key(one) == key(other)


def key(text: str) -> str:
    """A headline without the accidents of typography."""
    return " ".join(_WORD.findall(text.translate(_QUOTES).lower()))


def _told(declared: Declared) -> _Told:
    outlet = declared.first("og:site_name") or str(declared.publisher.get("name") or "")
    texts = [
        declared.text("headline"),
        declared.first("og:title"),
        declared.first("twitter:title"),
        declared.title,
        declared.first("title"),
    ]
    keys = {key(text) for text in texts if text}
    return _Told(*(_without_outlet(text, outlet, keys) if text else None for text in texts))


def _without_outlet(title: str, outlet: str, told: set[str]) -> str:
    """A title without the outlet and the sections behind it. A dash may also stand inside a headline: what follows it
    is
    taken off only if it is an outlet, or if the rest is told elsewhere."""
    while True:
        separators = list(_SUFFIX.finditer(title))
        if not separators:
            return title
        last = separators[-1]
        rest, tail = title[: last.start()], title[last.end() :]
        bar = last.group().strip() in _BARS and len(tail) < len(rest)
        if not (bar or key(rest) in told or same(tail, outlet) or find_outlet(tail) or _DOMAIN.match(tail)):
            return title
        title = rest


def _shown(chunks: Sequence[Chunk], body: Body) -> list[_Shown]:
    found: list[_Shown] = []
    for chunk in chunks[: body.first + _BEHIND]:
        if chunk.tag not in ("h1", "h2", "h3") or len(chunk.text) < 4 or _is_furniture(chunk, body):
            continue
        element = _heading_of(chunk)
        if found and _heading_of(found[-1].chunks[0]) is element:
            found[-1] = _Shown((*found[-1].chunks, chunk), found[-1].above)
        else:
            found.append(_Shown((chunk,), _above(chunk, chunks, body)))
    return found


def _is_furniture(chunk: Chunk, body: Body) -> bool:
    return bool(body.roles(chunk) & (Role.FURNITURE | Role.FORM))


def _heading_of(chunk: Chunk) -> Element:
    if chunk.element.tag in HEADINGS:
        return chunk.element
    return next(chunk.element.iterancestors(*HEADINGS), chunk.element)


def _above(chunk: Chunk, chunks: Sequence[Chunk], body: Body) -> Chunk | None:
    """The short line right above a heading: named a kicker, or in the same box."""
    if chunk.place == 0:
        return None
    before = chunks[chunk.place - 1]
    if len(before.text) > _LONGEST_KICKER:
        return None
    box = _heading_of(chunk).getparent()
    near = before.element.getparent()
    inside = near is not None and (near is box or near.getparent() is box)
    return before if inside or body.roles(before) & Role.KICKER else None
