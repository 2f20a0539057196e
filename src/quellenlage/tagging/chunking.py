"""A passage cut into chunks that one pass of the encoder reads: core sentences with context on both sides.

Sizes are in pieces and were found in the second feasibility study (chunks of 300 with three sentences to the left and
two to the right).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.language.passage import Passage
from quellenlage.language.pieces import END, START, Pieces

_CORE = 320
_CHUNK = 440
_RIGHT_ROOM = 40  # pieces of a chunk that context to the right may not take
_LEFT, _RIGHT = 3, 2  # sentences of context
_LONGEST_UNIT = 220


@dataclass(frozen=True, slots=True)
class Encoded:
    """A passage with the pieces of each word and its units: sentences, cut where they are longer than 220 pieces."""

    passage: Passage
    pieces: tuple[tuple[int, ...], ...]
    units: tuple[range, ...]
    unit_of: tuple[int, ...]
    opening: frozenset[int]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Input of one pass: `ids` of pieces, and where words and units lie in them.

    `words` are the indices of all words in the chunk, `positions[i]` the place of the first piece of `words[i]`;
    `core` the words that are judged here; `units` the unit indices, `bounds[i]` the half-open piece range of
    `units[i]`.
    """

    ids: tuple[int, ...]
    words: range
    positions: tuple[int, ...]
    core: range
    units: range
    bounds: tuple[tuple[int, int], ...]

    def position(self, word: int) -> int:
        """Place of a word's first piece; the word must be in the chunk."""
        return self.positions[word - self.words.start]


def encode(passage: Passage, pieces: Pieces) -> Encoded:
    """Cut every word into pieces and the sentences into units."""
    cut = tuple(pieces.cut(passage.word(i), passage.spaced(i)) for i in range(len(passage.words)))
    units: list[range] = []
    opening: set[int] = set()
    for index, sentence in enumerate(passage.sentences):
        if index in passage.opening:
            opening.add(len(units))
        units.extend(_limited(sentence, cut))
    unit_of = tuple(index for index, unit in enumerate(units) for _ in unit)
    return Encoded(passage, cut, tuple(units), unit_of, frozenset(opening))


def _limited(sentence: range, pieces: Sequence[tuple[int, ...]]) -> list[range]:
    parts: list[range] = []
    first, size = sentence.start, 0
    for word in sentence:
        if size + len(pieces[word]) > _LONGEST_UNIT:
            parts.append(range(first, word))
            first, size = word, 0
        size += len(pieces[word])
    return [*parts, range(first, sentence.stop)]


def chunks(encoded: Encoded) -> tuple[Chunk, ...]:
    """Cut into chunks; every word is in the core of exactly one."""
    sizes = [sum(len(encoded.pieces[word]) for word in unit) + 1 for unit in encoded.units]
    found: list[Chunk] = []
    first = 0
    while first < len(sizes):
        last, size = first + 1, sizes[first]
        while last < len(sizes) and size + sizes[last] <= _CORE:
            size += sizes[last]
            last += 1
        found.append(_chunk(encoded, range(first, last), _with_context(sizes, first, last, size)))
        first = last
    return tuple(found)


def _with_context(sizes: Sequence[int], first: int, last: int, size: int) -> range:
    """Widen the core units [first, last) of `size` pieces by neighbours while there is room."""
    low, high = first, last
    while high < min(last + _RIGHT, len(sizes)) and size + sizes[high] <= _CHUNK - _RIGHT_ROOM:
        size += sizes[high]
        high += 1
    while low > max(first - _LEFT, 0) and size + sizes[low - 1] <= _CHUNK:
        low -= 1
        size += sizes[low]
    return range(low, high)


def _chunk(encoded: Encoded, core: range, units: range) -> Chunk:
    ids = [START]
    positions: list[int] = []
    bounds: list[tuple[int, int]] = []
    for unit in units:
        begin = len(ids)
        if unit in encoded.opening and unit > units.start:
            ids.append(END)
        for word in encoded.units[unit]:
            positions.append(len(ids))
            ids.extend(encoded.pieces[word])
        bounds.append((begin, len(ids)))
    ids.append(END)
    words = range(encoded.units[units.start].start, encoded.units[units.stop - 1].stop)
    judged = range(encoded.units[core.start].start, encoded.units[core.stop - 1].stop)
    return Chunk(tuple(ids), words, tuple(positions), judged, units, tuple(bounds))
