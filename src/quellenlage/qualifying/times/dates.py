"""Builders for dates, months, years, quarters, seasons, decades, centuries. None: the match is no time after all."""

from __future__ import annotations

import re

from quellenlage.qualifying.times.expression import (
    Expression,
    Fixed,
    Interval,
    Portion,
    Stretch,
    Unit,
)
from quellenlage.qualifying.times.lexicon import meaning
from quellenlage.qualifying.times.match import Found

_SEASONS = ("SP", "SU", "FA", "WI")
_MONTHS = 12


def date(found: Found) -> Expression | None:
    """A day of a month, or a first and a last one."""
    month = _month_number(found)
    if month is None:
        return None
    year = _written_year(found) or found.of_year()
    first = Stretch(Unit.DAY, int(found.get("day") or 0), within=Stretch(Unit.MONTH, month, within=year))
    part = found.part()
    if found.get("day2") is None:
        return found.expression(first, part=part)
    last = Stretch(Unit.DAY, int(found.get("day2") or 0), within=Stretch(Unit.MONTH, month, within=year))
    return found.expression(Interval(first, last))


def date_range(found: Found) -> Expression | None:
    """From a day of one month to a day of another."""
    year = found.of_year()
    months = [int(found.value(group, "month") or 0) for group in ("month", "month2")]
    days = [int(found.get(group) or 0) for group in ("day", "day2")]
    ends = [Stretch(Unit.DAY, d, within=Stretch(Unit.MONTH, m, within=year)) for d, m in zip(days, months, strict=True)]
    return found.expression(Interval(ends[0], ends[1]))


def _month_number(found: Found) -> int | None:
    written = found.get("month_number")
    if written is not None:
        return int(written) if 1 <= int(written) <= _MONTHS else None
    return int(found.value("month") or 0)


def _written_year(found: Found) -> Stretch | None:
    year = found.get("year")
    if year is None:
        return None
    return Stretch(Unit.YEAR, int(year) if len(year) > 2 else _century_of(int(year)))


def _century_of(short: int) -> int:
    """Two digits as news write them: 00 to 49 are of this century."""
    return 2000 + short if short < 50 else 1900 + short


def month(found: Found) -> Expression | None:
    """A month by name, or two. In English, "May" and "March" alone are words: see the grammar for what must stand
    by."""
    first = Stretch(Unit.MONTH, int(found.value("month") or 0), found.shift(), found.of_year())
    if found.get("month2") is None:
        return found.expression(first, portion=found.portion())
    if found.portion() or found.portion("portion2") or first.shift is not None:
        return None
    return found.expression(
        Interval(first, Stretch(Unit.MONTH, int(found.value("month2", "month") or 0), within=found.of_year()))
    )


def year(found: Found) -> Expression | None:
    """A year in four digits."""
    return found.expression(Stretch(Unit.YEAR, int(found.get("year") or 0)), portion=found.portion())


def year_range(found: Found) -> Expression | None:
    """From a year to a later one: "2008 bis 2020", "2014–18", "2025/26"."""
    first, text = int(found.get("year") or 0), found.get("year2") or ""
    last = int(text) if len(text) > 2 else first // 100 * 100 + int(text)
    if last <= first:
        return None
    return found.expression(Interval(Stretch(Unit.YEAR, first), Stretch(Unit.YEAR, last)))


def quarter(found: Found) -> Expression | None:
    """A quarter or half of a year."""
    number = int(found.get("quarter_number") or found.value("ordinal") or 0)
    name = found.get("quarter") or "quarter"
    unit = Unit.HALF if name.lower().startswith(("half", "halb", "jahresh")) else Unit.QUARTER
    within = found.of_year()
    if within is None and re.search(r"des\sJahres|of\sthe\syear", found.match.group()):
        within = Stretch(Unit.YEAR, shift=0)
    if unit is Unit.HALF and (number > 2 or (name == "half" and within is None)):
        return None
    return found.expression(Stretch(unit, number, within=within), portion=found.portion())


def first_months(found: Found) -> Expression | None:
    """ "in den ersten sechs Monaten des Jahres", "the first two months of 2024"."""
    number = found.number(found.get("number") or "")
    if not isinstance(number, float) or not number.is_integer() or not 2 <= number <= 12:
        return None
    within = found.of_year() or Stretch(Unit.YEAR, shift=0)
    return found.expression(
        Interval(Stretch(Unit.MONTH, 1, within=within), Stretch(Unit.MONTH, int(number), within=within))
    )


def season(found: Found) -> Expression | None:
    """A season of a year, early and late ones too."""
    small = found.get("small_season")
    code = meaning(found.language, "season", small.title() if small else found.get("season") or "")
    stretch = Stretch(Unit.SEASON, _SEASONS.index(code) + 1, found.shift(), found.of_year())
    early = {"früh": Portion.START, "hoch": Portion.MIDDLE, "spät": Portion.END}.get((found.get("early") or "").lower())
    if found.get("season2") is None:
        return found.expression(stretch, portion=early or found.portion())
    last = _SEASONS.index(found.value("season2", "season") or "") + 1
    return found.expression(Interval(stretch, Stretch(Unit.SEASON, last, within=found.of_year())))


def any_season(found: Found) -> Expression | None:
    """ "in winter": of any year."""
    return found.expression(Fixed(f"XXXX-{found.value('season')}"))


def decade(found: Found) -> Expression | None:
    """ "1990er-Jahre", "90er Jahre", "the early 2010s"; two digits below 30 could be of two centuries."""
    digits = found.get("decade") or ""
    if len(digits) == 2 and int(digits) < 30:
        return found.expression(Fixed(f"XX{digits[0]}"))
    number = int(digits[:3]) if len(digits) == 4 else 190 + int(digits[0])
    return found.expression(Stretch(Unit.DECADE, number), portion=found.portion())


def before_christ(found: Found) -> Expression | None:
    """ "900 v. Chr.": a year that no calendar day here can stand for."""
    return found.expression(Fixed(f"BC{int(found.get('before_christ') or 0):04}"))


def century(found: Found) -> Expression | None:
    """ "19. Jahrhundert"; TIMEX3 writes the digits that its years begin with."""
    return found.expression(Stretch(Unit.CENTURY, int(found.get("century") or 0) - 1))


def holiday(found: Found) -> Expression | None:
    """A holiday with a fixed date."""
    month, day = (found.value("holiday") or "").split("-")
    within = Stretch(Unit.MONTH, int(month), within=found.of_year())
    return found.expression(Stretch(Unit.DAY, int(day), within=within))
