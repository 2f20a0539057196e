"""What a search found, in context: the blocks cut down to the words around each place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from quellenlage.ledger import FoundEntry
from quellenlage.model.text import Block, BlockKind, Span

_AROUND = 90  # code points of context on each side
_MOST = 4  # excerpts of one article
_GAP = "…"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a block; `is_hit` where they are what was searched for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found: its headline and excerpts in parts, each excerpt with its block's index, and how many
    blocks with places are not among them."""

    entry: FoundEntry
    headline: tuple[Part, ...]
    excerpts: tuple[tuple[int, tuple[Part, ...]], ...]
    more: int


def excerpt(entry: FoundEntry) -> Hit:
    """An entry for the eye."""
    blocks = {block.index: block for block in entry.blocks}
    places = {index: list(group) for index, group in groupby(entry.places, attrgetter("block"))}
    headline: tuple[Part, ...] = (Part(entry.row.article.headline or ""),)
    excerpts = []
    for index, spans in places.items():
        block = blocks[index]
        if block.kind is BlockKind.HEADLINE and block.text == entry.row.article.headline:
            headline = tuple(_marked(block, spans, 0, len(block.text)))
        else:
            excerpts.append((index, tuple(_shortened(block, spans))))
    return Hit(entry, headline, tuple(excerpts[:_MOST]), max(len(excerpts) - _MOST, 0))


def _shortened(block: Block, spans: Sequence[Span]) -> Iterator[Part]:
    """The places with the words around them; what is left out between and around is shown as a gap."""
    end = 0
    for first, last, inside in _windows(block, spans):
        if first > end:
            yield Part(f"{_GAP} " if end == 0 else f" {_GAP} ")
        yield from _marked(block, inside, first, last)
        end = last
    if end < len(block.text):
        yield Part(f" {_GAP}")


def _windows(block: Block, spans: Sequence[Span]) -> list[tuple[int, int, list[Span]]]:
    windows: list[tuple[int, int, list[Span]]] = []
    for span in spans:
        first, last = _word_start(block.text, span.start - _AROUND), _word_end(block.text, span.end + _AROUND)
        if windows and first <= windows[-1][1]:
            start, _, inside = windows.pop()
            windows.append((start, last, [*inside, span]))
        else:
            windows.append((first, last, [span]))
    return windows


def _word_start(text: str, place: int) -> int:
    if place <= 0:
        return 0
    return text.rfind(" ", 0, place) + 1


def _word_end(text: str, place: int) -> int:
    found = re.compile(r"\s|$").search(text, min(place, len(text)))
    return found.start() if found else len(text)


def _marked(block: Block, spans: Sequence[Span], start: int, end: int) -> Iterator[Part]:
    for span in spans:
        if start < span.start:
            yield Part(block.text[start : span.start])
        yield Part(span.text, is_hit=True)
        start = span.end
    if start < end:
        yield Part(block.text[start:end])
