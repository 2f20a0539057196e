"""From the flow of a page to the article's typed blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml.etree import _Element as Element

from quellenlage.model.text import BlockKind, Moment
from quellenlage.reading.body import Body, is_long
from quellenlage.reading.credits import (
    credited_by,
    is_credit_of_picture,
    is_picture_credit,
    is_reporting_credit,
    picture_credit_at_end,
    signed_by,
)
from quellenlage.reading.declared import Declared
from quellenlage.reading.flow import HEADINGS, Chunk, Region
from quellenlage.reading.headline import Headline, key, same
from quellenlage.reading.lines import ends_sentence, is_byline, is_date_line, is_embed_line, is_page_line
from quellenlage.reading.surroundings import by_surroundings
from quellenlage.reading.vocabulary import Role

_OF_PICTURE = Role.CAPTION | Role.CREDIT | Role.FIGURE
_LINKS_ONLY = 0.8
_MOSTLY_LINKS = 0.5
_SHORT = 40
_TEASER = 200
_HEADER = 14  # chunks between headline and text that may still be the article's head
_LONGEST_KICKER = 80
_TAIL = 12  # chunks behind the last paragraph in which a credit line is looked for


@dataclass(slots=True, eq=False)
class Part:
    """A chunk with the kind it was given; `text` is the chunk's or a piece of it, `of` another part that it belongs to."""

    chunk: Chunk
    kind: BlockKind
    text: str
    of: Part | None = None
    time: Moment | None = None
    element: Element | None = None

    @property
    def place(self) -> Element:
        """The element that the part is found again by."""
        return self.chunk.element if self.element is None else self.element

    def credits_text(self, body: Body) -> bool:
        """Whether this is a credit line for the text, not for a picture."""
        if self.kind is not BlockKind.CREDIT or self.of is not None:
            return False
        return self.chunk.place > body.last or not body.roles(self.chunk) & _OF_PICTURE


def parts_of(chunks: Sequence[Chunk], body: Body, headline: Headline, declared: Declared) -> list[Part]:
    """The article's parts in page order, from its headline to its last credit line."""
    start = _start(chunks, body, headline)
    stop = body.last + _TAIL
    typer = _Typer(body, headline, _deks(declared), by_surroundings(chunks[start : stop + 1], body))
    parts = [Part(chunk, typer.kind(chunk), chunk.text) for chunk in chunks[start : stop + 1]]
    _trim_tail(parts, body)
    parts = _split_captions(parts)
    _drop_empty_sections(parts)
    _drop_repeats(parts)
    _attach(parts)
    return parts


def _start(chunks: Sequence[Chunk], body: Body, headline: Headline) -> int:
    if headline.chunk is None:
        return body.first
    place = headline.chunk.place
    start = min(place, body.first)
    shown = Role.CAPTION | Role.CREDIT | Role.FIGURE | Role.KICKER
    above = set(headline.kicker)
    while start > 0 and (chunks[start - 1] in above or body.roles(chunks[start - 1]) & shown):
        start -= 1
    return start


def _deks(declared: Declared) -> list[str]:
    told = (
        declared.text("description"),
        declared.first("description"),
        declared.first("og:description", "twitter:description"),
    )
    return [key(text) for text in told if text and len(text) > _SHORT]


@dataclass(slots=True)
class _Typer:
    """Types one chunk at a time, in order; remembers whether the headline and the text have begun."""

    body: Body
    headline: Headline
    deks: list[str]
    surroundings: dict[int, BlockKind]
    begun: bool = False

    def kind(self, chunk: Chunk) -> BlockKind:
        if chunk is self.headline.chunk:
            return BlockKind.HEADLINE
        roles = self.body.roles(chunk)
        if chunk in self.headline.kicker:
            return BlockKind.KICKER
        if self.headline.chunk is not None and chunk.place < self.headline.chunk.place:
            return self._before(chunk, roles)
        if not self.begun and (self._is_named_summary(chunk) or self._is_dek(chunk)):
            return BlockKind.SUMMARY
        if chunk.place in self.surroundings:
            kind = self.surroundings[chunk.place]
            return BlockKind.CREDIT if kind is BlockKind.CAPTION and is_credit_of_picture(chunk.text) else kind
        kind = self._by_role(chunk, roles) or self._by_words(chunk, roles)
        if kind is None:
            kind = self._in_text(chunk, roles)
        if kind is BlockKind.PARAGRAPH and is_long(chunk):
            self.begun = True
        return kind

    def _before(self, chunk: Chunk, roles: int) -> BlockKind:
        """What stands before the headline: its kicker, or the page's."""
        if roles & Role.FURNITURE:
            return BlockKind.FURNITURE
        if roles & Role.KICKER and len(chunk.text) <= _LONGEST_KICKER:
            return BlockKind.KICKER
        return self._by_role(chunk, roles) or BlockKind.FURNITURE

    def _by_role(self, chunk: Chunk, roles: int) -> BlockKind | None:
        text = chunk.text
        if is_embed_line(text):
            return BlockKind.EMBED
        if self._is_quoted_apart(chunk):
            return BlockKind.QUOTE
        if chunk.tag == "caption":
            return BlockKind.CAPTION
        if roles & (Role.CAPTION | Role.CREDIT) or chunk.tag == "figcaption":
            if roles & Role.CREDIT or is_credit_of_picture(text):
                return BlockKind.CREDIT
            return BlockKind.FURNITURE if is_page_line(text) else BlockKind.CAPTION
        if chunk.tag != "p" and picture_credit_at_end(text) is not None:
            return BlockKind.CAPTION
        if roles & Role.FURNITURE:
            return BlockKind.FURNITURE
        if roles & Role.EMBED and not is_long(chunk):
            return BlockKind.EMBED
        if roles & Role.FIGURE:
            return BlockKind.CREDIT if is_credit_of_picture(text) else BlockKind.CAPTION
        if roles & Role.FACT_BOX:
            return BlockKind.FACT_BOX
        if roles & Role.ASIDE:
            return BlockKind.FURNITURE if chunk.linked else BlockKind.FACT_BOX
        if roles & Role.FORM or (roles & Role.TEASER and self.begun):
            return BlockKind.FURNITURE
        if roles & Role.KICKER and not self.begun:
            return BlockKind.KICKER
        return None

    def _is_quoted_apart(self, chunk: Chunk) -> bool:
        """Whether the chunk stands in a quotation set apart, which is itself in nothing of the page's."""
        roles = Role.NONE
        for region in chunk.regions:
            if region not in self.body.overruled:
                roles = region.roles if region.roles & Role.QUOTE else roles | region.roles
        holds_quote = next(chunk.element.iterancestors("figure"), None)
        if not roles & Role.QUOTE:
            return holds_quote is not None and next(holds_quote.iter("blockquote"), None) is not None
        return not roles & (Role.FURNITURE | Role.EMBED | Role.TEASER)

    def _by_words(self, chunk: Chunk, roles: int) -> BlockKind | None:
        text = chunk.text
        if is_page_line(text) or is_date_line(text):
            return BlockKind.FURNITURE
        if credited_by(text) is not None or is_picture_credit(text) or is_reporting_credit(text):
            return BlockKind.CREDIT
        if is_byline(text) or (roles & Role.BYLINE and not is_long(chunk)):
            return BlockKind.FURNITURE
        if chunk.link_share >= _LINKS_ONLY and len(text) < _TEASER:
            return BlockKind.FURNITURE
        return None

    def _in_text(self, chunk: Chunk, roles: int) -> BlockKind:
        text = chunk.text
        if chunk.tag == "li":
            return BlockKind.LIST_ITEM
        if not self.begun and self._is_summary(chunk, roles):
            return BlockKind.SUMMARY
        if chunk.tag in HEADINGS:
            return BlockKind.HEADING
        if chunk.tag in ("td", "th"):
            return BlockKind.TABLE if not is_long(chunk) else BlockKind.PARAGRAPH
        if chunk.place < self.body.first and chunk.tag != "p":
            return BlockKind.FURNITURE
        if chunk.tag == "div" and len(text) < _SHORT and (text.endswith(":") or not ends_sentence(text)):
            return BlockKind.FURNITURE
        return BlockKind.PARAGRAPH

    def _is_named_summary(self, chunk: Chunk) -> bool:
        """Whether the chunk's own element is named a summary: that holds whatever the element stands in."""
        region = chunk.region
        named = region is not None and region.element is chunk.element and bool(region.roles & Role.SUMMARY)
        return named and not chunk.linked and self._is_below_headline(chunk) and chunk.place <= self.body.first

    def _is_dek(self, chunk: Chunk) -> bool:
        """Whether the chunk is what the page describes itself with."""
        if len(chunk.text) < _SHORT or chunk.place > self.body.first + 1 or chunk.tag in ("li", "figcaption"):
            return False
        mine = key(chunk.text)
        return any(dek[:60] in mine or mine[:60] in dek for dek in self.deks)

    def _is_summary(self, chunk: Chunk, roles: int) -> bool:
        if len(chunk.text) < _SHORT or chunk.place > self.body.first + 1:
            return False
        if roles & Role.SUMMARY or (chunk.place < self.body.first and is_long(chunk)):
            return True
        return chunk.tag in HEADINGS and chunk.place < self.body.first and self._follows_headline(chunk)

    def _is_below_headline(self, chunk: Chunk) -> bool:
        return self.headline.chunk is not None and chunk.place > self.headline.chunk.place

    def _follows_headline(self, chunk: Chunk) -> bool:
        return self.headline.chunk is not None and chunk.place - self.headline.chunk.place <= 3


def _trim_tail(parts: list[Part], body: Body) -> None:
    """Behind the last running text only lines that credit agencies for it are the article's."""
    for part in parts:
        if part.chunk.place > body.last:
            credited = credited_by(part.text) is not None or signed_by(part.text)
            part.kind = BlockKind.CREDIT if credited and not part.chunk.linked else BlockKind.FURNITURE
    while parts and parts[-1].kind is BlockKind.FURNITURE and parts[-1].chunk.place > body.last:
        parts.pop()


def _split_captions(parts: Sequence[Part]) -> list[Part]:
    """A caption that runs on into its credit is two blocks."""
    split: list[Part] = []
    for part in parts:
        place = picture_credit_at_end(part.text) if part.kind is BlockKind.CAPTION else None
        if not place:
            split.append(part)
            continue
        caption = Part(part.chunk, BlockKind.CAPTION, part.text[:place].rstrip())
        split += [caption, Part(part.chunk, BlockKind.CREDIT, part.text[place:], of=caption)]
    return split


_CONTENT = (
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTE,
    BlockKind.CAPTION,
    BlockKind.TABLE,
    BlockKind.EMBED,
    BlockKind.FACT_BOX,
    BlockKind.CREDIT,
)


def _drop_empty_sections(parts: list[Part]) -> None:
    """A heading with nothing but furniture under it heads furniture."""
    heading: Part | None = None
    for part in reversed(parts):
        if part.kind is BlockKind.HEADING:
            if heading is None:
                part.kind = BlockKind.FURNITURE
            heading = None
        elif part.kind in _CONTENT:
            heading = part


def _drop_repeats(parts: list[Part]) -> None:
    """Text that a page gives twice (for small and large screens) is read once."""
    seen: set[str] = set()
    for part in parts:
        if part.kind in (BlockKind.FURNITURE, BlockKind.QUOTE):
            continue
        if part.text in seen and len(part.text) > _SHORT:
            part.kind = BlockKind.FURNITURE
        seen.add(part.text)


def _attach(parts: list[Part]) -> None:
    """Speaker lines to their quotes, credits to their captions."""
    quote: Part | None = None
    for before, part in pairwise(parts):
        if before.kind is BlockKind.QUOTE:
            quote = before
        if part.kind is BlockKind.QUOTE and quote is not None and _same_quote(quote.chunk, part.chunk):
            if _is_speaker_line(part.chunk):
                part.kind, part.of = BlockKind.CAPTION, quote
        elif before.kind is BlockKind.QUOTE and _is_speaker_beside(before.chunk, part):
            part.kind, part.of = BlockKind.CAPTION, before
        elif part.kind is BlockKind.CREDIT and before.kind is BlockKind.CAPTION:
            part.of = before


def _same_quote(one: Chunk, other: Chunk) -> bool:
    return _quote_region(one) is _quote_region(other)


def _quote_region(chunk: Chunk) -> Region | None:
    return next((region for region in reversed(list(chunk.regions)) if region.roles & Role.QUOTE), None)


def _is_speaker_beside(quote: Chunk, part: Part) -> bool:
    """Whether a line behind a quote, in the same wrapper, names its speaker."""
    if part.kind is not BlockKind.PARAGRAPH or not _is_speaker_line(part.chunk):
        return False
    wrapper = part.chunk.element.getparent()
    return wrapper is not None and wrapper in (quote.element.getparent(), quote.element) and "," in part.text


def _is_speaker_line(chunk: Chunk) -> bool:
    return not ends_sentence(chunk.text) and len(chunk.text) < 120 and not same(chunk.text, "")
