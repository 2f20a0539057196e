"""The headline as readers see it, and where it stands.

The first `h1` is often a breadcrumb or a title for search engines, and the visible headline an `h2`; a kicker stands in
the heading or above it; and what a page declares to search engines and social networks may be a shorter or longer
wording, with the outlet's name behind it. So headings and declarations vouch for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.reading.body import Body
from quellenlage.reading.declared import Declared
from quellenlage.reading.flow import HEADINGS, Chunk
from quellenlage.reading.vocabulary import Role

_QUOTES = str.maketrans(dict.fromkeys("„“”\"»«›‹‚‘’'`´", "'") | dict.fromkeys("–—‑−", "-"))
_SUFFIX = re.compile(r"\s+(?:[|»•·›*—–-]|::)\s+|,\s+(?=[^,]*zeitung\b)", re.IGNORECASE)
_SHARED = 0.7  # share of a shortened headline's words that stand in the long one
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
    """The page's headline: the visible heading nearest to the text that a declaration agrees with, in the wording of
    that declaration where it joins kicker and headline; without one, the nearest `h1`; without that, what is declared."""
    told = _told(declared)
    shown = _shown(chunks, body)
    for heading in reversed(shown):
        for wording, kicker in heading.wordings():
            for text in told:
                if key(text) == wording:
                    joined = wording != key(heading.chunks[-1].text)
                    return Headline(text if joined else heading.chunks[-1].text, heading.chunks[-1], kicker)
    for tag in ("h1", "h2"):
        for heading in reversed(shown):
            if heading.chunks[-1].tag == tag:
                return Headline(heading.chunks[-1].text, heading.chunks[-1], heading.chunks[:-1])
    return Headline(next(iter(told), None))


def same(one: str, other: str) -> bool:
    """Whether two headlines are the same words, whatever their quotation marks, dashes and case."""
    return key(one) == key(other)


def key(text: str) -> str:
    """A headline without the accidents of typography."""
    return " ".join(_WORD.findall(text.translate(_QUOTES).lower()))


def _told(declared: Declared) -> list[str]:
    """What the page says its headline is, the surest first, without the outlet's name at the end."""
    texts = [declared.text("headline"), declared.first("og:title"), declared.first("twitter:title"), declared.title]
    outlet = declared.first("og:site_name") or str(declared.publisher.get("name") or "")
    return list(dict.fromkeys(_without_outlet(text, outlet) for text in texts if text))


def _without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet and the sections behind it. A part that is longer than the rest is no outlet."""
    parts = _SUFFIX.split(title)
    while len(parts) > 1 and (len(parts[-1]) < len(title) / 3 or same(parts[-1], outlet)):
        title = title[: title.rindex(parts[-1])]
        title = _SUFFIX.sub("", title) if not title.strip() else re.sub(r"\s+(?:[|»•·›*—–-]|::)\s*$|,\s*$", "", title)
        parts = parts[:-1]
    return title


def _shown(chunks: Sequence[Chunk], body: Body) -> list[_Shown]:
    found: list[_Shown] = []
    for chunk in chunks[: body.first + _BEHIND]:
        if chunk.tag not in ("h1", "h2", "h3") or len(chunk.text) < 4 or _is_furniture(chunk, body):
            continue
        element = _heading_of(chunk)
        if found and _heading_of(found[-1].chunks[0]) is element:
            found[-1] = _Shown((*found[-1].chunks, chunk), found[-1].above)
        else:
            found.append(_Shown((chunk,), _above(chunk, chunks)))
    return found


def _is_furniture(chunk: Chunk, body: Body) -> bool:
    return bool(body.roles(chunk) & (Role.FURNITURE | Role.FORM))


def _heading_of(chunk: Chunk) -> object:
    element = chunk.element
    while element.tag not in HEADINGS:
        element = element.getparent()
    return element


def _above(chunk: Chunk, chunks: Sequence[Chunk]) -> Chunk | None:
    """The short line right above a heading, in the same box."""
    if chunk.place == 0:
        return None
    before = chunks[chunk.place - 1]
    near = _heading_of(chunk).getparent()  # type: ignore[attr-defined]
    inside = any(element is near for element in (before.element.getparent(), before.element.getparent().getparent()))
    return before if inside and len(before.text) <= _LONGEST_KICKER else None
