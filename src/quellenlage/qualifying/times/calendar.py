"""Stretches of the calendar as days: the one around a day, the next one, its thirds, and their TIMEX3 values."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from quellenlage.qualifying.times.expression import Portion, Unit

_SEASON_CODES = ("SP", "SU", "FA", "WI")
_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both inclusive, with their TIMEX3 value."""

    value: str
    first: date
    last: date


def around(unit: Unit, day: date, shift: int = 0) -> Days | None:
    """The stretch of a kind that a day lies in, or the one that many further on; None outside the years 1 to 9999.

    Weeks start on Monday (ISO 8601); a weekend is Saturday and Sunday; seasons are the meteorological ones, three
    months each from March on, and a winter belongs to the year in which it begins.
    """
    try:
        return _around(unit, day, shift)
    except (ValueError, OverflowError):
        return None


def _around(unit: Unit, day: date, shift: int) -> Days:
    if unit in (Unit.DAY, Unit.WEEKDAY):
        there = day + timedelta(days=shift)
        return Days(there.isoformat(), there, there)
    if unit in (Unit.WEEK, Unit.FORTNIGHT, Unit.WEEKEND):
        weeks = 2 * shift if unit is Unit.FORTNIGHT else shift
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
        year, week, _ = monday.isocalendar()
        if unit is Unit.WEEKEND:
            return Days(f"{year}-W{week:02}-WE", monday + timedelta(days=5), monday + timedelta(days=6))
        return Days(f"{year}-W{week:02}", monday, monday + timedelta(days=6))
    length = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.SEASON: 3, Unit.YEAR: 12}.get(unit)
    if length is not None:
        return _months(unit, day, length, shift)
    years = 10 if unit is Unit.DECADE else 100
    start = (day.year // years + shift) * years
    return Days(str(start // years), date(start, 1, 1), date(start + years - 1, 12, 31))


def _months(unit: Unit, day: date, length: int, shift: int) -> Days:
    lead = 2 if unit is Unit.SEASON else 0  # spring begins in March
    count = day.year * 12 + day.month - 1 - lead
    begin = (count // length + shift) * length + lead
    first, last = _first_of(begin), _last_of(begin + length - 1)
    names = {
        Unit.MONTH: f"{first.year:04}-{first.month:02}",
        Unit.QUARTER: f"{first.year:04}-Q{(first.month - 1) // 3 + 1}",
        Unit.HALF: f"{first.year:04}-H{(first.month - 1) // 6 + 1}",
        Unit.SEASON: f"{first.year:04}-{_SEASON_CODES[(first.month - 3) // 3]}",
        Unit.YEAR: f"{first.year:04}",
    }
    return Days(names[unit], first, last)


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _last_of(months: int) -> date:
    year, month = months // 12, months % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def numbered(unit: Unit, number: int, within: date) -> Days | None:
    """The stretch of a kind with a number in the year, month or week that begins at `within`; None where it has
    none."""
    starts = {Unit.MONTH: number, Unit.QUARTER: 3 * number - 2, Unit.HALF: 6 * number - 5, Unit.SEASON: 3 * number}
    try:
        if unit is Unit.DAY:
            return around(unit, within.replace(day=number))
        if unit is Unit.WEEKDAY:
            return around(unit, within + timedelta(days=number - 1))
        return around(unit, date(within.year, starts[unit], 1))
    except (ValueError, KeyError):
        return None


def moved(day: date, unit: Unit, number: int) -> date | None:
    """A day that many units later (earlier where negative); the last day of a month that is too short."""
    try:
        if unit in (Unit.DAY, Unit.WEEKDAY):
            return day + timedelta(days=number)
        if unit in (Unit.WEEK, Unit.WEEKEND, Unit.FORTNIGHT):
            return day + timedelta(weeks=2 * number if unit is Unit.FORTNIGHT else number)
        months = number * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120}.get(
            unit, 1200
        )
        count = day.year * 12 + day.month - 1 + months
        return _last_of(count) if day.day > _last_of(count).day else _first_of(count).replace(day=day.day)
    except (ValueError, OverflowError):
        return None


def portion_of(days: Days, portion: Portion, today: date | None) -> Days:
    """A part of a stretch under the stretch's value.

    "Anfang", "Mitte" and "Ende" are thirds: of a month its days 1-10, 11-20 and the rest (as decades of days are
    counted in climate and trade statistics), of other stretches whole months or, under a quarter, whole days.
    """
    if portion is Portion.EARLIER:
        return Days(days.value, days.first, min(days.last, today) if today else days.last)
    if portion is Portion.LATER:
        return Days(days.value, max(days.first, today) if today else days.first, days.last)
    place = (Portion.START, Portion.MIDDLE, Portion.END).index(portion)
    length = (days.last - days.first).days + 1
    if length > 80:
        months = (days.last.year - days.first.year) * 12 + days.last.month - days.first.month + 1
        begin = days.first.year * 12 + days.first.month - 1
        return Days(days.value, _first_of(begin + months * place // 3), _last_of(begin + months * (place + 1) // 3 - 1))
    third = 10 if length > 27 else length // 3 or 1
    first = days.first + timedelta(days=third * place)
    return Days(days.value, first, days.last if place == 2 else first + timedelta(days=third - 1))
