"""What words of time mean before anybody knows the day they are read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Unit(StrEnum):
    """Stretches of the calendar. The values are those of the word table."""

    SECOND = "S"
    MINUTE = "MIN"
    HOUR = "H"
    DAY = "D"
    WEEKDAY = "WD"
    WEEK = "W"
    WEEKEND = "WE"
    FORTNIGHT = "FN"
    MONTH = "M"
    QUARTER = "Q"
    HALF = "HY"
    SEASON = "SE"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


class Portion(StrEnum):
    """Which part of a stretch is meant: its first, middle or last third, or what lies before or after the reader's
    day."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    EARLIER = "earlier"
    LATER = "later"


class Relation(StrEnum):
    """How a preposition places something against the time it governs."""

    AT = "at"
    SINCE = "since"
    FROM = "from"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    WITHIN = "within"


class Direction(StrEnum):
    """Whether something lies before or after the reader's day."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar: May, the third of May 2025, Sunday, last week, three days ago.

    `number` is its place (month 5, day 3, ISO weekday 7, quarter 2, season 1 to 4 from spring, year 2025; a decade by
    its first three digits, a century by its first two) in `within`, or in whatever stretch the tense of the sentence
    makes the nearest. `shift` is a distance in units from the reader's day; with a number, the next or last such one.
    """

    unit: Unit
    number: int | None = None
    shift: int | None = None
    within: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """From the first to the last of two stretches: "2008 bis 2020", "April oder Mai"."""

    first: Stretch
    last: Stretch


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `number` is None where it is vague, `least` the lower end of a range ("drei bis vier Tage").

    `side` says whether it ends or starts at the reader's day.
    """

    unit: Unit
    number: float | None
    side: Direction | None = None
    least: float | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """ "in zwei Wochen": a stretch ahead where the sentence speaks of what is to come, else a length ("in two weeks,
    300 people called")."""

    unit: Unit
    number: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """A TIMEX3 value that no date changes: references ("PAST_REF") and sets ("P1D", "XXXX-WXX-1")."""

    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `offset` from UTC where the words name one."""

    hour: int
    minute: int = 0
    offset: timedelta | None = None


What = Stretch | Interval | Duration | Distance | Fixed


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of time at code points [start, end) of a text, and what they mean.

    `what` is None where only a clock time is named. `part` is a TIMEX3 part of the day (MO, MI, AF, EV, NI).
    `approximate` says that the words only come near ("vor rund zehn Jahren").
    """

    start: int
    end: int
    what: What | None
    relation: Relation = Relation.AT
    portion: Portion | None = None
    part: str | None = None
    clock: Clock | None = None
    approximate: bool = False
