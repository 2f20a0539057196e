"""Builders for weekdays, days, their parts, clock times, references and sets. None: the match is no time after all."""

from __future__ import annotations

import re
from datetime import timedelta

from quellenlage.qualifying.times.expression import (
    Clock,
    Expression,
    Fixed,
    Interval,
    Stretch,
    Unit,
)
from quellenlage.qualifying.times.lexicon import meaning
from quellenlage.qualifying.times.match import Found

_THIS_DAY = Stretch(Unit.DAY, shift=0)
_GERMAN_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")


def weekday(found: Found) -> Expression | None:
    """A day of the week, with a part of the day."""
    week = found.shift("week_shift")
    within = None if week is None else Stretch(Unit.WEEK, shift=week)
    return found.expression(
        Stretch(Unit.WEEKDAY, int(found.value("weekday") or 0), found.shift(), within), part=found.part()
    )


def weekday_range(found: Found) -> Expression | None:
    """Two days of the week."""
    ends = [Stretch(Unit.WEEKDAY, int(found.value(group, "weekday") or 0)) for group in ("weekday", "weekday2")]
    return found.expression(Interval(ends[0], ends[1]))


def night_before(found: Found) -> Expression | None:
    """ "Nacht zum Freitag": the night that Thursday ends with; written as the night of the day before."""
    if found.get("day_word") is not None:
        stretch = Stretch(Unit.DAY, shift=int(found.value("day_word", "day") or 0))
    elif found.get("day") is not None:
        stretch = Stretch(
            Unit.DAY,
            int(found.get("day") or 0),
            within=Stretch(Unit.MONTH, int(found.value("month") or 0), within=found.of_year()),
        )
    else:
        stretch = Stretch(Unit.WEEKDAY, int(found.value("weekday") or 0), found.shift())
    return found.expression(stretch, part="NI-")


def deictic(found: Found) -> Expression | None:
    """ "heute Abend", "yesterday"."""
    return found.expression(Stretch(Unit.DAY, shift=int(found.value("day_word", "day") or 0)), part=found.part())


def part(found: Found) -> Expression | None:
    """A part of a day that is not named."""
    return found.expression(Stretch(Unit.DAY), part=found.part() or _part_in(found))


def part_today(found: Found) -> Expression | None:
    """ "an diesem Morgen", "this evening"."""
    return found.expression(_THIS_DAY, part=found.part())


def tonight(found: Found) -> Expression | None:
    """The evening or night of the reader's day."""
    return found.expression(_THIS_DAY, part="NI")


def night(found: Found) -> Expression | None:
    """ "last night", "in der kommenden Nacht"."""
    coming = re.search(r"kommend", found.match.group()) is not None
    return found.expression(Stretch(Unit.DAY, shift=0 if coming else -1), part="NI")


def _part_in(found: Found) -> str:
    for word in re.findall(r"\w+", found.match.group()):
        try:
            return meaning(found.language, "part", word)
        except KeyError:
            continue
    return "NI"


def clock(found: Found) -> Expression | None:
    """A time of day: "19.30 Uhr", "halb neun Uhr morgens", "3 p.m."."""
    hour, minute = _hour(found), int(found.get("minute") or 0)
    if hour is None or hour > 24 or minute > 59:
        return None
    half = (found.get("half") or "").lower()
    if half[:1] in ("a", "p") and not half.startswith("abend"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif half in ("abends", "nachmittags") and hour < 12:
        hour += 12
    if found.get("half_past") is not None:
        hour, minute = hour - 1, 30
    offset = found.value("offset")
    zone = None if offset is None else timedelta(hours=int(offset))
    return found.expression(None, clock=Clock(hour % 24, minute, zone))


def _hour(found: Found) -> int | None:
    word = found.get("hour_word")
    if word is None:
        return int(found.get("hour") or 0)
    number = found.number(word)
    return int(number) if isinstance(number, float) and number.is_integer() and number <= 24 else None


def midnight(found: Found) -> Expression | None:
    """Midnight: whether it begins or ends a day stays open, so that it is but a night."""
    return found.expression(Stretch(Unit.DAY), part="NI")


def noon(found: Found) -> Expression | None:
    """Noon."""
    return found.expression(None, clock=Clock(12))


def vague(found: Found) -> Expression | None:
    """ "zuletzt", "currently"."""
    return found.expression(Fixed(found.value("vague") or ""))


def recurrent(found: Found) -> Expression | None:
    """ "täglich", "every year"."""
    return found.expression(Fixed(found.value("set") or ""))


def recurrent_day(found: Found) -> Expression | None:
    """ "jeden Montag", "montags", "Mondays"."""
    adverb = found.get("weekday_adverb")
    number = _GERMAN_WEEKDAYS.index(adverb.lower()) + 1 if adverb else int(found.value("weekday") or 0)
    return found.expression(Fixed(f"XXXX-WXX-{number}"))
