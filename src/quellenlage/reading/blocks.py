"""From the flow of a page to the article's typed blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from lxml.etree import _Element as Element

from quellenlage.model.text import BlockKind, Moment
from quellenlage.reading.body import Body, is_long
from quellenlage.reading.credits import credited_by, picture_credit_at_end, signed_by
from quellenlage.reading.declared import Declared
from quellenlage.reading.flow import Chunk
from quellenlage.reading.headline import Headline
from quellenlage.reading.kinds import Typer, deks_of, quotation_around
from quellenlage.reading.lines import ends_sentence
from quellenlage.reading.surroundings import by_surroundings
from quellenlage.reading.vocabulary import Role

_OF_PICTURE = Role.CAPTION | Role.CREDIT | Role.FIGURE
_TAIL = 12  # chunks behind the last paragraph in which a credit line is looked for
_REPEATED = 40  # characters from which the same text a second time is a repetition
_LONGEST_SPEAKER = 120


@dataclass(slots=True, eq=False)
class Part:
    """A chunk with the kind it was given. `text` is the chunk's, or a piece of it; `of` another part that it belongs
    to; `element` where it is found again, if not at its chunk's."""

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
    typer = Typer(body, headline, deks_of(declared), by_surroundings(chunks[start : stop + 1], body))
    parts = [Part(chunk, typer.kind(chunk), chunk.text) for chunk in chunks[start : stop + 1]]
    _trim_tail(parts, body)
    parts = _split_captions(parts)
    _drop_idle_asides(parts, body)
    _drop_empty_sections(parts)
    _drop_repeats(parts)
    _attach(parts, body)
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


def _drop_idle_asides(parts: Sequence[Part], body: Body) -> None:
    """What stands beside the text without a sentence in it is no information box."""
    for _, group in groupby(parts, key=lambda part: _aside_of(part, body)):
        box = list(group)
        if _aside_of(box[0], body) is not None and not any(is_long(part.chunk) or _is_figure(part) for part in box):
            for part in box:
                if part.kind is BlockKind.FACT_BOX:
                    part.kind = BlockKind.FURNITURE


def _is_figure(part: Part) -> bool:
    return part.kind is BlockKind.FACT_BOX and part.text[:1].isdigit()


def _aside_of(part: Part, body: Body) -> Element | None:
    for region in part.chunk.regions:
        if region.roles & Role.ASIDE and region not in body.overruled:
            return region.element
    return None


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
    """Text that a page gives twice, in two places (for small and for large screens), is read once."""
    places: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        if part.kind not in (BlockKind.FURNITURE, BlockKind.QUOTE) and len(part.text) > _REPEATED:
            places[part.text].append(part)
    for same in places.values():
        if len(same) == 2 and same[0].place.getparent() is not same[1].place.getparent():
            same[1].kind = BlockKind.FURNITURE


def _attach(parts: list[Part], body: Body) -> None:
    """Speaker lines to their quotes, credits to their captions."""
    quote: Part | None = None
    for before, part in pairwise(parts):
        if before.kind is BlockKind.QUOTE:
            quote = before
        if part.kind is BlockKind.QUOTE and quote is not None and _is_speaker_line(part.chunk):
            if quotation_around(quote.chunk, body) is quotation_around(part.chunk, body):
                part.kind, part.of = BlockKind.CAPTION, quote
        elif before.kind is BlockKind.QUOTE and _is_speaker_beside(before.chunk, part):
            part.kind, part.of = BlockKind.CAPTION, before
        elif part.kind is BlockKind.CREDIT and before.kind is BlockKind.CAPTION:
            part.of = before


def _is_speaker_beside(quote: Chunk, part: Part) -> bool:
    """Whether a line behind a quote, in the same wrapper, names its speaker."""
    if part.kind is not BlockKind.PARAGRAPH or not _is_speaker_line(part.chunk):
        return False
    wrapper = part.chunk.element.getparent()
    return wrapper is not None and wrapper in (quote.element.getparent(), quote.element) and "," in part.text


def _is_speaker_line(chunk: Chunk) -> bool:
    return not ends_sentence(chunk.text) and len(chunk.text) < _LONGEST_SPEAKER
