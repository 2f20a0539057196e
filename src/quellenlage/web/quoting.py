"""Words of a page as a person gives them in a form: a line each, exactly as they stand in the blocks at hand.

Words that stand there more than once say which ones they are by a number at the end of the line: "sagte [2]" are the
second ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from quellenlage.model.text import Block, Span
from quellenlage.rendering.phrases import shown

Translate = Callable[[str], str]
_NUMBERED = re.compile(r"(.+) \[(\d{1,4})\]")


class Misfit(ValueError):
    """A field that cannot be taken as it is, in words for the person who filled it in."""


def line_of(span: Span | None, blocks: Sequence[Block]) -> str:
    """The words as a line; "" for none."""
    if span is None:
        return ""
    words = shown(span.text)
    places = [(place.block, place.start) for place in _places(words, blocks)]
    return words if len(places) < 2 else f"{words} [{places.index((span.block, span.start)) + 1}]"


def lines_of(spans: Sequence[Span], blocks: Sequence[Block]) -> str:
    """The words as lines."""
    return "\n".join(line_of(span, blocks) for span in spans)


def spans_of(lines: str, blocks: Sequence[Block], _: Translate) -> tuple[Span, ...]:
    """The words given, in the order of the page. Raises Misfit."""
    return in_order([span_of(line.strip(), blocks, _) for line in lines.splitlines() if line.strip()], _)


def in_order(spans: Sequence[Span], _: Translate) -> tuple[Span, ...]:
    """The spans in the order of the page. Raises Misfit where two overlap."""
    ordered = sorted(spans, key=lambda span: (span.block, span.start))
    for one, other in pairwise(ordered):
        if one.overlaps(other):
            raise Misfit(_("“%(words)s” and “%(others)s” overlap.") % {"words": one.text, "others": other.text})
    return tuple(ordered)


def span_of(line: str, blocks: Sequence[Block], _: Translate) -> Span:
    """The place of the words in a line. Raises Misfit."""
    places = list(_places(line, blocks))
    if len(places) == 1:
        return places[0]
    if places:
        told = _("“%(words)s” stands there %(number)s times. Add words, or [1] for the first, [2] for the second …")
        raise Misfit(told % {"words": line, "number": len(places)})
    numbered = _NUMBERED.fullmatch(line)
    places = list(_places(numbered[1], blocks)) if numbered else []
    if numbered and 1 <= int(numbered[2]) <= len(places):
        return places[int(numbered[2]) - 1]
    raise Misfit(_("“%(words)s” does not stand there. Copy the words exactly, a line each.") % {"words": line})


def find_span(line: str, blocks: Sequence[Block], _: Translate) -> Span | None:
    """The place of the words in a field that may be empty. Raises Misfit."""
    return span_of(line.strip(), blocks, _) if line.strip() else None


def _places(words: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Where the words stand, in the form in which they are shown, which is as long as the page's own."""
    for block in blocks:
        text = shown(block.text)
        start = text.find(words)
        while start >= 0:
            end = start + len(words)
            yield Span(block.index, start, end, block.text[start:end])
            start = text.find(words, start + 1)
