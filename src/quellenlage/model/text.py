"""Page, Article, Block, Span, Access: the text that everything else points into."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

Moment = datetime | date
"""A point in time as exactly as the page gives it: a datetime with its offset, a datetime without one where the page
names none, or only a day. Never completed by guessing."""


def day_of(moment: Moment) -> date:
    """The day of a moment on the page's own clock."""
    return moment.date() if isinstance(moment, datetime) else moment


class BlockKind(StrEnum):
    """What a block is on the page as a reader sees it."""

    HEADLINE = "headline"
    KICKER = "kicker"
    SUMMARY = "summary"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    FACT_BOX = "fact_box"
    EMBED = "embed"
    TABLE = "table"
    FURNITURE = "furniture"


class AccessState(StrEnum):
    """Whether the page's text is all there for anyone who opens it."""

    OPEN = "open"
    METERED = "metered"
    PAYWALLED = "paywalled"
    PARTIAL = "partial"
    UNKNOWN = "unknown"


class Language(StrEnum):
    """The languages spoken here (ISO 639-1)."""

    GERMAN = "de"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Access:
    """Access state with the marks on the page that speak for it, as found (`isAccessibleForFree: False`, …)."""

    state: AccessState = AccessState.UNKNOWN
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One stored input, exactly as it came.

    `name` is what the user called it (path, address or "-"); `data` the bytes after gzip has been undone;
    `media` one of "text/html", "text/plain", "application/json"; `charset` what the transport said, if anything.
    """

    name: str
    data: bytes
    media: str
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One typed block of an article.

    `index` counts from 0 in page order. `locator` finds the block on the stored page: an XPath for HTML,
    `char=start,end` (RFC 5147) for plain text, a JSON pointer (RFC 6901) for blocks given as JSON.
    `time` is a live-ticker entry's own time. `of` is the index of the block that this one belongs to
    (a quote's speaker line, a caption's credit), where the page shows it.
    """

    index: int
    kind: BlockKind
    text: str
    locator: str
    time: Moment | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of Unicode code points in the text of one block; `text` is exactly that slice."""

    block: int
    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.block == other.block and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """A page as readers see it: metadata and typed blocks in order. What the page does not say is None or empty.

    `authors` are people; `agencies` are wire services credited for text; house names ("Redaktion") are neither.
    """

    id: str
    blocks: tuple[Block, ...]
    language: Language
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    access: Access = field(default_factory=Access)

    def span(self, block: int, start: int, end: int) -> Span:
        """The span of code points [start, end) of a block. Raises ValueError where it is empty or out of range."""
        text = self.blocks[block].text
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}..{end} in block {block} of {len(text)} characters")
        return Span(block, start, end, text[start:end])
