"""Builders for weeks to years as units, distances and lengths of time. None: the match is no time after all."""

from __future__ import annotations

import re

from quellenlage.model.text import Language
from quellenlage.qualifying.times.expression import (
    Direction,
    Distance,
    Duration,
    Expression,
    Fixed,
    Portion,
    Stretch,
    Unit,
)
from quellenlage.qualifying.times.match import Found

_STEMS = {
    "minute": Unit.MINUTE, "minütig": Unit.MINUTE, "hour": Unit.HOUR, "stündig": Unit.HOUR, "stunden": Unit.HOUR,
    "day": Unit.DAY, "tägig": Unit.DAY, "tage": Unit.DAY, "nächte": Unit.DAY, "week": Unit.WEEK, "wöchig": Unit.WEEK,
    "wochen": Unit.WEEK, "month": Unit.MONTH, "monatig": Unit.MONTH, "monate": Unit.MONTH, "year": Unit.YEAR,
    "jährig": Unit.YEAR, "jahre": Unit.YEAR, "jahrzehnte": Unit.DECADE, "decade": Unit.DECADE,
}  # fmt: skip
_PLURALS = frozenset("wochen tage tagen monate monaten jahre jahren quartale quartalen".split())
_SINGULARS = frozenset("jahr monat tag quartal jahrhundert jahrzehnt".split())
_GOVERNED = re.compile(r"(?<!\w)(?:for|within|over|after|during|of|took|takes|take|lasts?|lasted)\s+\Z", re.IGNORECASE)
_OF_SOMETHING = re.compile(r"\s(?:der|des|of|before|vor)\s")
_NO_CALENDAR = (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY)  # "an diesem Tag" is a day of the story


def unit(found: Found) -> Expression | None:
    """ "vergangene Woche", "Ende des Jahres", "the end of next month", "the week after next"."""
    shift = {"after next": 2, "before last": -2}.get(" ".join((found.get("behind") or "").lower().split()))
    kind = found.unit()
    if kind in _NO_CALENDAR or _is_plural(found.get("unit") or "", found.language):
        return None
    return found.expression(Stretch(kind, shift=shift or found.shift() or 0), portion=found.portion())


def _is_plural(word: str, language: Language) -> bool:
    return word.lower().endswith("s") if language is Language.ENGLISH else word.lower() in _PLURALS


def earlier_in(found: Found) -> Expression | None:
    """ "earlier in the month"."""
    portion = Portion.EARLIER if found.match.group().lower().startswith("earlier") else Portion.LATER
    return found.expression(Stretch(found.unit(), shift=0), portion=portion)


def year_end(found: Found) -> Expression | None:
    """ "year-end"."""
    return found.expression(Stretch(Unit.YEAR, shift=0), portion=Portion.END)


def boundary(found: Found) -> Expression | None:
    """ "Jahresende", "Monatsbeginn"."""
    kind, portion = (found.value("boundary") or "").split()
    stretch = found.of_year() if kind == Unit.YEAR else None
    return found.expression(stretch or Stretch(Unit(kind), shift=0), portion=Portion(portion))


def weekend(found: Found) -> Expression | None:
    """The weekend nearest in the direction of the sentence."""
    return found.expression(Stretch(Unit.WEEKEND))


def ago(found: Found) -> Expression | None:
    """ "vor drei Tagen", "about two years ago"."""
    return _distance(found, -1)


def ahead(found: Found) -> Expression | None:
    """ "in zwei Wochen": a time ahead, where the sentence speaks of what is to come; else a length (see anchoring)."""
    return _distance(found, 1)


def _distance(found: Found, sign: int) -> Expression | None:
    length = _length(found)
    if length is None:
        return None
    if length.number is None or length.least is not None:
        vague = Fixed("PAST_REF") if sign < 0 else Duration(length.unit, length.number, Direction.FUTURE, length.least)
        return found.expression(vague)
    kind, number = _whole(length.unit, length.number)
    if not number.is_integer():
        return None
    what = Stretch(kind, shift=-int(number)) if sign < 0 else Distance(kind, int(number))
    return found.expression(what, approximate=found.is_approximate())


def _length(found: Found, side: Direction | None = None) -> Duration | None:
    """The number, or range of numbers, of a unit; None where what stands before the unit is no number."""
    number = found.number(found.get("number") or "")
    least = None if found.get("least") is None else found.number(found.get("least") or "")
    if isinstance(number, str) or isinstance(least, str) or number == 0:
        return None
    return Duration(found.unit(), number, side, least)


def _whole(kind: Unit, number: float) -> tuple[Unit, float]:
    """Half years are months, half hours minutes, half days hours."""
    smaller = {
        Unit.YEAR: (Unit.MONTH, 12), Unit.DAY: (Unit.HOUR, 24), Unit.HOUR: (Unit.MINUTE, 60),
        Unit.DECADE: (Unit.YEAR, 10), Unit.CENTURY: (Unit.YEAR, 100),
    }.get(kind)  # fmt: skip
    if number.is_integer() or smaller is None:
        return kind, number
    return smaller[0], number * smaller[1]


def long_ago(found: Found) -> Expression | None:
    """ "vor Jahren", "years ago"."""
    return found.expression(Fixed("PAST_REF"))


def within(found: Found) -> Expression | None:
    """ "binnen drei Monaten": a length that starts now."""
    if found.get("number") is not None:
        length = _length(found, Direction.FUTURE)
    else:
        one = re.search(r"(?<!\w)(?:eines|einer|der)\s", found.match.group(), re.IGNORECASE)
        length = Duration(found.unit(), 1.0 if one else None, Direction.FUTURE)
    return None if length is None else found.expression(length, approximate=found.is_approximate())


def span(found: Found) -> Expression | None:
    """ "in den vergangenen zwei Jahren", "the coming weeks"; those "of the season" are not counted from today."""
    shift = found.shift()
    if not shift:
        return None
    side: Direction | None = Direction.PAST if shift < 0 else Direction.FUTURE
    if _OF_SOMETHING.match(found.match.string, found.match.end()):
        side = None
    if found.get("number") is not None:
        length = _length(found, side)
        return None if length is None else found.expression(length)
    if (found.get("plural") or "").lower() in _SINGULARS:
        return None
    return found.expression(Duration(found.unit(), None, side))


def recent(found: Found) -> Expression | None:
    """ "recent years"."""
    return found.expression(Duration(found.unit(), None, Direction.PAST))


def duration(found: Found) -> Expression | None:
    """ "zehn Tage", "about two and a half years"; not "a day", which is a rate or any day."""
    length = _length(found)
    article = (found.get("number") or "").lower() in ("a", "an")
    if length is None or (article and (found.get("approx") is None and not _GOVERNED.search(found.before(20)))):
        return None
    return found.expression(length, approximate=found.is_approximate())


def vague_length(found: Found) -> Expression | None:
    """ "seit Jahren", "for weeks"."""
    return found.expression(Duration(found.unit(), None))


def long(found: Found) -> Expression | None:
    """ "monatelang"."""
    return found.expression(Duration(_STEMS[(found.get("stem") or "").lower()], None))


def attribute(found: Found) -> Expression | None:
    """ "vierwöchig", "90-day"."""
    stem = (found.get("stem") or "").lower()
    if stem == "jährig":  # an age as often as a length
        return None
    word = found.get("stem_number") or ""
    number = None if word.lower() in ("mehr", "multi") else found.number(word)
    return None if isinstance(number, str) else found.expression(Duration(_STEMS[stem], number))


def anaphoric(found: Found) -> Expression | None:
    """ "drei Monate später": counted from a time of the story; its length alone is known."""
    word = found.get("number")
    number = None if word is None else found.number(word)
    if isinstance(number, str):
        return None
    what = Duration(found.unit(), number)
    return found.expression(what, approximate=found.is_approximate())
