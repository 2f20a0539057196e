"""TimeReference, Commitment: when something was said, what time it speaks of, and what is promised by when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.text import Moment, Span


@dataclass(frozen=True, slots=True)
class TimeReference:
    """A time in the words of the page.

    `value` is its TIMEX3 value (ISO-TimeML): "2025-04-03", "2024-10", "P3M"; resolved where the article's own date is
    known, else as relative as the words are ("XXXX-WXX-7" for "am Sonntag"). `start` and `end` are the first and last
    day or moment that a resolved value covers, both inclusive; None where it is not resolved or open on that side.
    """

    span: Span
    value: str
    start: Moment | None = None
    end: Moment | None = None


class Fulfilment(StrEnum):
    """What became of a commitment."""

    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise, plan, demand or announcement of something to come. `cue` are the words that make it one; `due` is the
    time until which, None where none is named. `fulfilment` is what the text says became of it, in the words of
    `outcome`; both None where it says nothing."""

    cue: tuple[Span, ...]
    due: TimeReference | None = None
    fulfilment: Fulfilment | None = None
    outcome: Span | None = None
