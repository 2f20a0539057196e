"""Reading points in time from what pages write: ISO 8601 and its many neighbours, German and English dates.

Nothing is completed: a time without an offset stays naive, a day without a time stays a day, and words that are
relative
to the day of reading ("heute, 12:37 Uhr") give nothing.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from quellenlage.model.text import Moment, day_of

_ISO = re.compile(
    r"^\s*(\d{4})-(\d\d)-(\d\d)"
    r"(?:[T\s]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)?")

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner jan",
            "february februar feber feb",
            "march märz maerz mar mär mrz",
            "april apr",
            "may mai",
            "june juni jun",
            "july juli jul",
            "august aug",
            "september sept sep",
            "october oktober oct okt",
            "november nov",
            "december dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_TIME = r"(?:\s*(?:,|um|at|-|–|\||•|/|\s)\s*)*(?:(\d\d?)[:.](\d\d)(?::\d\d)?\s*(?:Uhr|h\b)?\s*([ap]\.?m\b\.?)?)?"
_NUMERIC = re.compile(r"(?<![\d.])(\d\d?)\.\s?(\d\d?)\.\s?(\d{4}|\d\d)(?!\d|\.\d)" + _TIME, re.IGNORECASE)
_DAY_FIRST = re.compile(r"(?<!\d)(\d\d?)(?:\.|st|nd|rd|th)?\s+" + _MONTH + r",?\s+(\d{4})" + _TIME, re.IGNORECASE)
_MONTH_FIRST = re.compile(r"\b" + _MONTH + r"\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})" + _TIME, re.IGNORECASE)
_ZONES = {"mez": 1, "mesz": 2, "cet": 1, "cest": 2, "gmt": 0, "utc": 0, "bst": 1}
_ZONE = re.compile(r"^\s*\(?(" + "|".join(_ZONES) + r")\b(?!\s*[+-]?\d)", re.IGNORECASE)
_OLDEST, _NEWEST = 1990, 2100


def parse_stamp(text: object) -> Moment | None:
    """A machine-readable date: `datetime` with the offset that is written, naive without one, or `date`; else None."""
    found = _ISO.match(text) if isinstance(text, str) else None
    if not found:
        return None
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    try:
        if hour is None:
            return _plausible(date(int(year), int(month), int(day)))
        micro = int((fraction or "0")[:6].ljust(6, "0"))
        moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), micro, _zone(zone))
    except ValueError:
        return None
    return _plausible(moment)


def find_moment(text: str) -> Moment | None:
    """The first date written out in running text, with the time behind it where there is one; None where there is
    none."""
    candidates = []
    for pattern, order in ((_NUMERIC, "dmy"), (_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy")):
        found = pattern.search(text)
        if found:
            candidates.append((found.start(), order, found))
    for _, order, found in sorted(candidates, key=lambda candidate: candidate[0]):
        moment = _written(found, order, text)
        if moment:
            return moment
    return None


def more_exact(moment: Moment | None, other: Moment | None) -> Moment | None:
    """`moment`, unless `other` is the same day (two at most apart for the offset) and says more about the time."""
    if moment is None or other is None:
        return moment or other
    if exactness(other) > exactness(moment) and abs(day_of(other) - day_of(moment)) <= timedelta(days=1):
        return other
    return moment


def exactness(moment: Moment) -> int:
    """0 for a day, 1 for a time without an offset, 2 for one with an offset."""
    if not isinstance(moment, datetime):
        return 0
    return 1 if moment.tzinfo is None else 2


def _written(found: re.Match[str], order: str, text: str) -> Moment | None:
    first, second, year, hour, minute, half = found.groups()
    day, month = (first, second) if order == "dmy" else (second, first)
    number = _MONTHS.get(month.lower()) or int(month)
    full_year = int(year) + (2000 if len(year) == 2 else 0)
    try:
        on = date(full_year, number, int(day))
        if hour is None:
            return _plausible(on)
        hours = int(hour) % 12 + 12 * half.lower().startswith("p") if half else int(hour)
        zone = _ZONE.match(text[found.end() :])
        offset = timezone(timedelta(hours=_ZONES[zone.group(1).lower()])) if zone else None
        return _plausible(datetime(on.year, on.month, on.day, hours, int(minute), tzinfo=offset))
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    found = _OFFSET.match(text)
    if not found:
        return UTC
    sign = -1 if found.group(1) == "-" else 1
    return timezone(sign * timedelta(hours=int(found.group(2)), minutes=int(found.group(3) or 0)))


def _plausible(moment: Moment) -> Moment | None:
    return moment if _OLDEST <= moment.year <= _NEWEST else None
