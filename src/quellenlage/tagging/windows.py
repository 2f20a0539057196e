"""The window around a trigger: the pieces of a chunk in which the roles of its statement are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.tagging.chunking import Chunk, Encoded
from quellenlage.tagging.labels import Trigger

_WIDE, _HARD = 150, 230  # pieces: farther sentences only up to _WIDE, the two nearest up to _HARD
_NEAREST = 2
# Sentences to add, in this order: a cue looks ahead first, a content back for its source.
_STEPS = {
    Trigger.CUE: (1, -1, 2, -2, -3),
    Trigger.START: (-1, 1, -2, -3, 2),
    Trigger.CONTENT: (-1, 1, -2, -3, 2),
}


@dataclass(frozen=True, slots=True)
class Window:
    """A trigger's words, all in one chunk, and the half-open range of the chunk's pieces to look at."""

    trigger: Trigger
    words: tuple[int, ...]
    start: int
    end: int


def window(encoded: Encoded, chunk: Chunk, trigger: Trigger, words: tuple[int, ...]) -> Window:
    """The window of a trigger, whose words lie in the chunk (words beyond it are left out)."""
    inside = tuple(word for word in words if word in chunk.words)
    first = encoded.unit_of[inside[0]]
    last = encoded.unit_of[inside[-1]] if trigger is Trigger.CONTENT else first
    low, high = first, last
    size = sum(_size(chunk, unit) for unit in range(low, high + 1))
    for order, step in enumerate(_STEPS[trigger]):
        unit = last + step if step > 0 else first + step
        if unit not in chunk.units or unit not in (low - 1, high + 1):
            continue
        if size + _size(chunk, unit) <= (_HARD if order < _NEAREST else _WIDE):
            size += _size(chunk, unit)
            low, high = min(low, unit), max(high, unit)
    start, end = _bounds(chunk, low)[0], _bounds(chunk, high)[1]
    return Window(trigger, tuple(word for word in inside if chunk.position(word) < end), start, end)


def _bounds(chunk: Chunk, unit: int) -> tuple[int, int]:
    return chunk.bounds[unit - chunk.units.start]


def _size(chunk: Chunk, unit: int) -> int:
    start, end = _bounds(chunk, unit)
    return end - start
