"""Reading times from a day: what they mean on the day of the article, and what they mean where that is not known.

Of two days, months or seasons that words without a year may name, the sentence decides: the last one not after the
reader's day where it speaks of the past, the next one not before it where it speaks of what is to come. Where it tells
neither, the time stays unresolved.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone

from quellenlage.model.text import Moment, day_of
from quellenlage.qualifying.times.calendar import Days, around, moved, numbered, portion_of
from quellenlage.qualifying.times.expression import (
    Clock,
    Direction,
    Distance,
    Duration,
    Expression,
    Fixed,
    Interval,
    Relation,
    Stretch,
    Unit,
)

_LENGTHS = {
    Unit.SECOND: ("PT", "S", 1), Unit.MINUTE: ("PT", "M", 1), Unit.HOUR: ("PT", "H", 1), Unit.DAY: ("P", "D", 1),
    Unit.WEEK: ("P", "W", 1), Unit.FORTNIGHT: ("P", "W", 2), Unit.WEEKEND: ("P", "WE", 1), Unit.MONTH: ("P", "M", 1),
    Unit.QUARTER: ("P", "M", 3), Unit.HALF: ("P", "M", 6), Unit.YEAR: ("P", "Y", 1), Unit.DECADE: ("P", "Y", 10),
    Unit.CENTURY: ("P", "Y", 100),
}  # fmt: skip
_HALVES = {Unit.YEAR: (Unit.MONTH, 12), Unit.DAY: (Unit.HOUR, 24), Unit.HOUR: (Unit.MINUTE, 60)}
_SEASONS = ("SP", "SU", "FA", "WI")
_NEAREST = 10  # years that are looked through for a day such as 29 February


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value with the first and last day or moment that it covers, None where open or not known."""

    value: str
    start: Moment | None = None
    end: Moment | None = None


def resolve(expression: Expression, anchor: Moment | None, direction: Direction | None) -> Resolved:
    """What an expression means when read on `anchor`, in a sentence that speaks of `direction`."""
    what = expression.what
    direction = {Relation.SINCE: Direction.PAST, Relation.UNTIL: direction or Direction.FUTURE}.get(
        expression.relation, direction
    )
    today = None if anchor is None else day_of(anchor)
    if isinstance(what, Fixed):
        return Resolved(what.value)
    if what is None:
        return Resolved(_clock_value(expression.clock or Clock(0)))
    if isinstance(what, Duration):
        return _duration(expression, what, today, direction)
    if isinstance(what, Distance):
        return _distance(expression, what, anchor, direction)
    if isinstance(what, Interval):
        return _interval(expression, what, today, direction)
    if what.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return _moment(what, anchor)
    return _stretch(expression, what, today, direction)


def _distance(expression: Expression, what: Distance, anchor: Moment | None, direction: Direction | None) -> Resolved:
    if direction is not Direction.FUTURE:
        return Resolved(duration_value(Duration(what.unit, float(what.number))))
    ahead = replace(expression, what=Stretch(what.unit, shift=what.number))
    return resolve(ahead, anchor, direction)


def _stretch(expression: Expression, what: Stretch, today: date | None, direction: Direction | None) -> Resolved:
    days = find_days(what, today, direction)
    if expression.part == "NI-" and days:
        days = around(Unit.DAY, days.first, -1)
    if days is None:
        return Resolved(_with_day_part(_unresolved(what), expression))
    if expression.portion:
        days = portion_of(days, expression.portion, today)
    value = _with_day_part(days.value, expression)
    if expression.approximate:
        return Resolved(value)
    if expression.clock:
        moment = _at(days.first, expression.clock)
        return _opened(expression.relation, value, moment, moment)
    last = days.last + timedelta(days=1) if expression.part in ("NI", "NI-") and days.first == days.last else days.last
    return _opened(expression.relation, value, days.first, last)


def _opened(relation: Relation, value: str, start: Moment, end: Moment) -> Resolved:
    """Open on the side on which the preposition opens it: "seit 2022" has no end, "bis Mai" no start."""
    if relation in (Relation.SINCE, Relation.FROM):
        return Resolved(value, start, None)
    if relation is Relation.UNTIL:
        return Resolved(value, None, end)
    if relation is Relation.BEFORE:
        return Resolved(value, None, start if isinstance(start, datetime) else start - timedelta(days=1))
    if relation is Relation.AFTER:
        return Resolved(value, end if isinstance(end, datetime) else end + timedelta(days=1), None)
    return Resolved(value, start, end)


def find_days(what: Stretch, today: date | None, direction: Direction | None) -> Days | None:
    """The days of a stretch, None where they can't be told."""
    if what.number is None:
        if what.shift is not None:
            return around(what.unit, today, what.shift) if today else None
        return _nearest_unit(what.unit, today, direction)
    if what.unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        years = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}[what.unit]
        return around(what.unit, date(what.number * years, 1, 1)) if 0 < what.number * years <= 9990 else None
    if what.within is not None and _is_placed(what.within):
        outer = find_days(what.within, today, direction)
        return numbered(what.unit, what.number, outer.first) if outer else None
    return _nearest(what, today, direction) if today else None


def _is_placed(what: Stretch) -> bool:
    """Whether a stretch says by itself where it lies: by a year or by its distance."""
    if what.shift is not None or what.unit is Unit.YEAR:
        return True
    return what.within is not None and _is_placed(what.within)


def _nearest_unit(unit: Unit, today: date | None, direction: Direction | None) -> Days | None:
    if today is None or direction is None or unit is not Unit.WEEKEND:
        return None
    there = around(unit, today)
    if direction is Direction.PAST and there and there.first > today:
        return around(unit, today, -1)
    return there


def _nearest(what: Stretch, today: date, direction: Direction | None) -> Days | None:
    """The one that `shift` or the direction picks among those of the years (for weekdays, weeks) around."""
    candidates = [days for days in _candidates(what, today) if days is not None]
    if what.shift == 0 and direction is None:
        same = around(Unit.WEEK if what.unit is Unit.WEEKDAY else Unit.YEAR, today)
        return next((d for d in candidates if same and same.first <= d.first <= same.last), None)
    if what.shift == -1:
        return max((d for d in candidates if d.last < today), key=lambda d: d.first, default=None)
    if what.shift == 1:
        return min((d for d in candidates if d.first > today), key=lambda d: d.first, default=None)
    past = max((d for d in candidates if d.first <= today), key=lambda d: d.first, default=None)
    coming = min((d for d in candidates if d.last >= today), key=lambda d: d.first, default=None)
    if direction is None:
        return past if past == coming else None
    return past if direction is Direction.PAST else coming


def _candidates(what: Stretch, today: date) -> list[Days | None]:
    number = what.number or 0
    if what.unit is Unit.WEEKDAY:
        monday = today - timedelta(days=today.weekday())
        return [numbered(what.unit, number, monday + timedelta(weeks=week)) for week in (-2, -1, 0, 1, 2)]
    years = [date(year, 1, 1) for year in range(max(1, today.year - _NEAREST), min(9998, today.year + _NEAREST) + 1)]
    if what.unit is Unit.DAY and what.within is not None and what.within.number is not None:
        months = [numbered(Unit.MONTH, what.within.number, year) for year in years]
        return [numbered(Unit.DAY, number, month.first) for month in months if month]
    return [numbered(what.unit, number, year) for year in years]


def _interval(expression: Expression, what: Interval, today: date | None, direction: Direction | None) -> Resolved:
    first, last = find_days(what.first, today, direction), find_days(what.last, today, direction)
    if first and last and last.first < first.first and what.last.unit is Unit.WEEKDAY:
        last = around(Unit.DAY, last.first, 7) if direction is Direction.FUTURE else last
        first = around(Unit.DAY, first.first, -7) if direction is Direction.PAST else first
    if not first or not last or last.first < first.first:
        return Resolved(f"{_unresolved(what.first)}/{_unresolved(what.last)}")
    relation = Relation.AT if expression.relation is Relation.FROM else expression.relation  # "from May 3 to 5"
    return _opened(relation, f"{first.value}/{last.value}", first.first, last.last)


def _duration(expression: Expression, what: Duration, today: date | None, direction: Direction | None) -> Resolved:
    value = duration_value(what)
    side = Direction.PAST if expression.relation is Relation.SINCE else what.side
    if side is None or today is None or (side is Direction.FUTURE and direction is Direction.PAST):
        return Resolved(value)
    far = None
    exact = what.number is not None and what.least is None and not expression.approximate and what.number.is_integer()
    if exact and what.unit not in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        far = moved(today, what.unit, int(what.number or 0) * (-1 if side is Direction.PAST else 1))
    if expression.relation is Relation.SINCE:
        return Resolved(value, far, None)
    if side is Direction.FUTURE:
        return Resolved(value, today, far)
    return Resolved(value, far, today)


def duration_value(what: Duration) -> str:
    """The TIMEX3 value of a length: "P3M", "PT24H", "PXY" where the number is vague, "P3D/P4D" for a range."""
    if what.least is not None:
        return "/".join(duration_value(Duration(what.unit, number)) for number in (what.least, what.number))
    prefix, letter, factor = _LENGTHS[what.unit]
    if what.number is None:
        return f"{prefix}X{letter}"
    unit, number = what.unit, what.number
    if not number.is_integer() and unit in _HALVES:
        unit, parts = _HALVES[unit]
        number *= parts
        prefix, letter, factor = _LENGTHS[unit]
    return f"{prefix}{number * factor:g}{letter}"


def _moment(what: Stretch, anchor: Moment | None) -> Resolved:
    """ "vor zwei Stunden": an hour or minute, where the article's own time is known."""
    form, letters = {Unit.HOUR: ("%Y-%m-%dT%H", "TXX")}.get(what.unit, ("%Y-%m-%dT%H:%M", "TXX:XX"))
    if not isinstance(anchor, datetime) or what.shift is None:
        return Resolved(f"XXXX-XX-XX{letters}")
    try:
        there = anchor + timedelta(**{{"H": "hours", "MIN": "minutes", "S": "seconds"}[what.unit.value]: what.shift})
    except OverflowError:
        return Resolved(f"XXXX-XX-XX{letters}")
    return Resolved(there.strftime(form), there, there)


def _at(day: date, clock: Clock) -> datetime:
    zone = None if clock.offset is None else timezone(clock.offset)
    return datetime.combine(day, time(clock.hour, clock.minute), zone)


def _clock_value(clock: Clock) -> str:
    zone = ""
    if clock.offset is not None:
        hours = int(clock.offset.total_seconds() // 3600)
        zone = "Z" if hours == 0 else f"{hours:+03}:00"
    return f"T{clock.hour:02}:{clock.minute:02}{zone}"


def _with_day_part(value: str, expression: Expression) -> str:
    if expression.clock:
        return value + _clock_value(expression.clock)
    return value + "T" + expression.part.rstrip("-") if expression.part else value


def _unresolved(what: Stretch) -> str:
    """The value as far as the words go, with X for what they leave open."""
    number = what.number
    if what.unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        width = {Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2}[what.unit]
        return "X" * width if number is None else f"{number:0{width}}"
    if what.unit is Unit.WEEKDAY:
        return f"XXXX-WXX-{number}"
    if what.unit in (Unit.WEEK, Unit.FORTNIGHT):
        return "XXXX-WXX"
    if what.unit is Unit.WEEKEND:
        return "XXXX-WXX-WE"
    outer = what.within
    if what.unit is Unit.DAY:
        month = _unresolved(outer) if outer else "XXXX-XX"
        return f"{month}-XX" if number is None else f"{month}-{number:02}"
    year = _unresolved(outer) if outer and outer.unit is Unit.YEAR else "XXXX"
    if what.unit is Unit.MONTH:
        return f"{year}-XX" if number is None else f"{year}-{number:02}"
    if what.unit is Unit.SEASON:
        return f"{year}-{'XX' if number is None else _SEASONS[number - 1]}"
    return f"{year}-{'Q' if what.unit is Unit.QUARTER else 'H'}{number or 'X'}"
