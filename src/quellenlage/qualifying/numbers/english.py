"""English number words: "two hundred and fifty", "half a million", "two-thirds", "one in five", "tens of thousands"."""

from __future__ import annotations

import re

from quellenlage.model.text import Language
from quellenlage.qualifying.numbers.numeral import GAP, SCALES, Numeral, NumeralKind, clean, scaled, word_after

ENGLISH_STARTS = (
    "an? |one|two|t[hw]|four|five|fif|six|seven|eight|nine|ten|eleven|forty|half|scores|dozens|hundreds|millions|"
    "billions|trillions|several|many |some |zero"
)
"""How a number word can begin, as a pattern: a quick filter before `english_at`."""

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_PARTS = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "hundredth": 100,
}  # fmt: skip
_VAGUE = {
    "scores": None, "dozens": None, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12,
}  # fmt: skip
_SCALES = SCALES[Language.ENGLISH]
_HALF = re.compile(rf"(?:(?:an?|one)(?:{GAP}|-))?half(?!\w)", re.IGNORECASE)
_HALF_A = re.compile(rf"{GAP}an?(?={GAP}([^\W\d_]+))", re.IGNORECASE)
_AND_A_HALF = re.compile(rf"{GAP}and a half(?!\w)", re.IGNORECASE)
_PART = re.compile(
    rf"(?P<count>an?|{'|'.join(list(_UNITS)[1:10])})(?:{GAP}|-)(?P<part>{'|'.join(_PARTS)})(?P<plural>s?)(?!\w)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?P<count>\w+)(?:{GAP}in{GAP}(?:every{GAP})?|-in-)(?P<every>\d+|{'|'.join(_UNITS)})(?!\w)", re.IGNORECASE
)
_SHARE_OF = frozenset([3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000])
_SEVERAL = re.compile(
    rf"(?:several|many|a few|some){GAP}(?P<scale>dozen|hundred|thousand|million|billion)(?!\w)", re.IGNORECASE
)
_VAGUE_TIMES = re.compile(
    rf"(?P<first>tens|{'|'.join(_VAGUE)})(?:{GAP}of{GAP}(?P<second>thousands|millions|billions|trillions))?(?!\w)",
    re.IGNORECASE,
)


def english_at(text: str, start: int, word: str) -> Numeral | None:
    """The number that begins with a word at a code point, None where it begins none."""
    return (
        _vague(text, start)
        or share_at(text, start)
        or _half(text, start)
        or _part(text, start)
        or _cardinal(text, start, word.lower(), start + len(word))
    )


def _vague(text: str, start: int) -> Numeral | None:
    several = _SEVERAL.match(text, start)
    if several:
        scale = several["scale"].lower()
        value = None if scale == "dozen" else _SCALES[scale]
        return Numeral(start, several.end(), value, NumeralKind.VAGUE, marked=True)
    match = _VAGUE_TIMES.match(text, start)
    if match is None:
        return None
    first, second = match["first"].lower(), match["second"]
    value = 10.0 if first == "tens" else _VAGUE[first]
    if second:
        value = None if value is None else value * (_VAGUE[second.lower()] or 1)
    elif first == "tens":
        return None
    return Numeral(start, match.end(), value, NumeralKind.VAGUE, marked=True)


def share_at(text: str, start: int) -> Numeral | None:
    """A share in percent: "one in five" is 20, "three in 10" is 30."""
    match = _SHARE.match(text, start)
    if match is None:
        return None
    count, every = _small(match["count"]), _small(match["every"])
    if not (count == 1 < every or (0 < count < every and every in _SHARE_OF)):
        return None
    return Numeral(start, match.end(), clean(100 * count / every), NumeralKind.SHARE, marked=True)


def _small(word: str) -> int:
    return int(word) if word.isdecimal() else _UNITS.get(word.lower(), 0)


def _half(text: str, start: int) -> Numeral | None:
    """Halves: "half a million", "half an hour", "a half-dozen", "half of …"."""
    match = _HALF.match(text, start)
    if match is None:
        return None
    article, following = _HALF_A.match(text, match.end()), word_after(text, match.end())
    if following and following[0] == "-" and following[1].lower() in _SCALES:  # "a half-dozen"
        value = 0.5 * _SCALES[following[1].lower()]
        return Numeral(start, following[2], value, NumeralKind.WORDS, marked=True)
    if article is None:
        return Numeral(start, match.end(), 0.5, NumeralKind.FRACTION, marked=True)
    return scaled(text, Numeral(start, article.end(), 0.5, NumeralKind.WORDS, marked=True), Language.ENGLISH)


def _part(text: str, start: int) -> Numeral | None:
    """Parts of a whole: "a third of", "two-thirds"; not "a third man"."""
    match = _PART.match(text, start)
    if match is None:
        return None
    count, part = match["count"].lower(), match["part"].lower()
    number = 1 if count in ("a", "an") else _UNITS[count]
    if (number == 1) is bool(match["plural"]):
        return None
    if number == 1 and part != "quarter" and not re.match(rf"{GAP}of(?!\w)|\W*$|[,;)]", text[match.end() :]):
        return None
    return Numeral(start, match.end(), round(number / _PARTS[part], 3), NumeralKind.FRACTION, marked=True)


def _cardinal(text: str, start: int, lower: str, end: int) -> Numeral | None:
    if lower in ("a", "an"):
        following = word_after(text, end)
        if following is None or following[0] == "-" or following[1].lower() not in _SCALES:
            return None
        return scaled(text, Numeral(start, end, 1.0, NumeralKind.WORDS), Language.ENGLISH)
    below = _below_hundred(text, lower, end)
    if below is None:
        return None
    total, group, factor = 0.0, below[0], 1.0
    end = below[1]
    while following := word_after(text, end):
        _, word, after = following
        word = word.lower()
        if word == "and" and (group >= 100 or total):
            added = _added(text, after)
        elif word in _SCALES:
            factor = _SCALES[word]
            if word in ("hundred", "dozen"):
                group *= factor
            else:
                total, group = total + group * factor, 0.0
            end = after
            continue
        else:
            added = _added(text, end) if group >= 100 or total else None
        if added is None:
            break
        group, end = group + added[0], added[1]
    half = _AND_A_HALF.match(text, end)
    if half:
        value = total + group + 0.5
        return scaled(text, Numeral(start, half.end(), value, NumeralKind.WORDS, marked=True), Language.ENGLISH)
    value = total + group
    return Numeral(start, end, clean(value), NumeralKind.WORDS, factor, marked=value > 12)


def _below_hundred(text: str, lower: str, end: int) -> tuple[float, int] | None:
    """A number below a hundred ("seven", "seventy", "seventy-five") as (value, end)."""
    if lower in _UNITS:
        return float(_UNITS[lower]), end
    if lower not in _TENS:
        return None
    following = word_after(text, end)
    unit = _UNITS.get(following[1].lower(), 0) if following else 0
    if following and 0 < unit < 10:
        return float(_TENS[lower] + unit), following[2]
    return float(_TENS[lower]), end


def _added(text: str, end: int) -> tuple[float, int] | None:
    """What is added after "hundred" or "thousand", as (value, end)."""
    following = word_after(text, end)
    if following is None:
        return None
    return _below_hundred(text, following[1].lower(), following[2])
