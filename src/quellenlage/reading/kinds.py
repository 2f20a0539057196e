"""What kind of block a chunk is: by its roles, by its words, by its place."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element as Element

from quellenlage.model.text import BlockKind
from quellenlage.reading.body import Body, is_long
from quellenlage.reading.credits import (
    credited_by,
    is_credit_of_picture,
    is_picture_credit,
    is_reporting_credit,
    picture_credit_at_end,
)
from quellenlage.reading.declared import Declared
from quellenlage.reading.flow import HEADINGS, Chunk
from quellenlage.reading.headline import Headline, key
from quellenlage.reading.lines import ends_sentence, is_byline, is_date_line, is_embed_line, is_page_line
from quellenlage.reading.vocabulary import Role

_LINKS_ONLY = 0.8  # share of linked text from which a short chunk is a link
_SHORT = 40  # characters below which a chunk outside of a paragraph needs an end of sentence to be text
_TEASER = 200  # characters of the longest link that is no text
_LONGEST_KICKER = 80
_BEHIND_HEADLINE = 3  # chunks behind the headline in which a second heading is the summary


def deks_of(declared: Declared) -> list[str]:
    """Keys of the descriptions that a page gives of its article."""
    told = (
        declared.text("description"),
        declared.first("description"),
        declared.first("og:description", "twitter:description"),
    )
    return [key(text) for text in told if text and len(text) > _SHORT]


def quotation_around(chunk: Chunk, body: Body) -> Element | None:
    """The element that sets a quotation apart, with its speaker's line: a figure around a blockquote, or what is named
    a quote. None for chunks outside of any."""
    figure = next(chunk.element.iterancestors("figure"), None)
    if figure is not None and next(figure.iter("blockquote"), None) is not None:
        return figure
    named = [region for region in chunk.regions if region.roles & Role.QUOTE and region not in body.overruled]
    return named[-1].element if named else None


@dataclass(slots=True)
class Typer:
    """Types one chunk at a time, in page order; remembers whether the running text has begun.

    `deks` are the keys of what the page describes itself with; `surroundings` the kinds of chunks by place that their
    surroundings decide.
    """

    body: Body
    headline: Headline
    deks: list[str]
    surroundings: dict[int, BlockKind]
    begun: bool = False

    def kind(self, chunk: Chunk) -> BlockKind:
        """What a chunk is. Neighbours may still change it: a section without text is furniture, heading and all."""
        if chunk is self.headline.chunk:
            return BlockKind.HEADLINE
        roles = self.body.roles(chunk)
        if chunk in self.headline.kicker:
            return BlockKind.KICKER
        if self.headline.chunk is not None and chunk.place < self.headline.chunk.place:
            return self._before(chunk, roles)
        if not self.begun and (self._is_named_summary(chunk) or self._is_dek(chunk)):
            return BlockKind.SUMMARY
        if chunk.place in self.surroundings and not is_embed_line(chunk.text):
            kind = self.surroundings[chunk.place]
            return BlockKind.CREDIT if kind is BlockKind.CAPTION and is_credit_of_picture(chunk.text) else kind
        kind = self._by_role(chunk, roles) or self._by_words(chunk, roles) or self._in_text(chunk, roles)
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
        if is_page_line(text) or is_date_line(text) or is_byline(text):
            return BlockKind.FURNITURE
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
        quotation = quotation_around(chunk, self.body)
        if quotation is None:
            return False
        around = {quotation, *quotation.iterancestors()}
        roles = Role.NONE
        for region in chunk.regions:
            if region not in self.body.overruled and region.element in around:
                roles |= region.roles
        return not roles & (Role.FURNITURE | Role.EMBED | Role.TEASER)

    def _by_words(self, chunk: Chunk, roles: int) -> BlockKind | None:
        text = chunk.text
        if credited_by(text) is not None or is_picture_credit(text) or is_reporting_credit(text):
            return BlockKind.CREDIT
        if roles & Role.BYLINE and not is_long(chunk):
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
        return self.headline.chunk is not None and chunk.place - self.headline.chunk.place <= _BEHIND_HEADLINE
