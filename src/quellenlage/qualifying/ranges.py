"""Ranges: "zwei bis drei Millionen", "between $20,000 and $150,000", "10–15"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import GAP, Numeral, NumeralKind, numeral_at
from quellenlage.qualifying.units import Unit, currency_before, measure_after

_LINK = {
    Language.GERMAN: re.compile(rf"{GAP}(?:bis|oder|bzw\.|beziehungsweise|respektive|und){GAP}|{GAP}?[–—]{GAP}?|-"),
    Language.ENGLISH: re.compile(rf"{GAP}(?:to|or|and){GAP}|{GAP}?[–—]{GAP}?|-"),
}
_LINK_AFTER_UNIT = frozenset(["bis", "to", "–", "und", "and"])
_BETWEEN = re.compile(r"(?:zwischen|between)\s+(?:\S+\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)from\s+(?:\S+\s+){0,2}\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?<!\w)(?:rose|ris(?:e[sn]?|ing)|fell|fall(?:s|en|ing)?|gr[eo]w(?:n|s|ing)?|drop\w*|(?:in|de)creas\w+|declin\w+|"
    r"cut\w*|rais\w+|lower\w*|reduc\w+|jump\w*|climb\w*|shr[aiu]nk\w*|went|go(?:es|ing)?|up|down|chang\w+|doubl\w+|"
    r"expand\w*|slow\w*|surg\w+|plung\w+|slump\w*|soar\w*|widen\w*|narrow\w*|improv\w+)(?!\w)",
    re.IGNORECASE,
)
_UPPER_PREFIX = re.compile(r"(?:(?:zu |rund |about |around |etwa )?(?:US\$|[$€£¥])?)")
_CHANGE_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Extent:
    """A number or a range: `start` with the currency sign, the lower number, the upper value, the sign, the end."""

    start: int
    low: Numeral
    high: float | None
    sign: Unit | None
    end: int


def extent_at(text: str, numeral: Numeral, language: Language) -> Extent:
    """The range that a numeral opens, or the numeral alone."""
    sign = currency_before(text, numeral.start, language)
    start = sign.start if sign else numeral.start
    alone = Extent(start, numeral, None, sign, numeral.end)
    link = _link_after(text, numeral, language)
    if link is None or numeral.value is None or not _is_plain(numeral):
        return alone
    prefix = _UPPER_PREFIX.match(text, link.end())
    upper = numeral_at(text, prefix.end() if prefix else link.end(), language)
    if upper is None or upper.value is None or not _is_plain(upper):
        return alone
    low = _with_shared_scale(numeral, upper)
    inner = measure_after(text, numeral.end, language)
    if inner and inner.end <= link.start() and not _same_unit(text, inner, upper, language):
        return alone
    if not _is_range(text, start, low, upper, link.group().strip(), measured=inner is not None):
        return alone
    return Extent(start, low, upper.value, sign, upper.end)


def _same_unit(text: str, inner: Unit, upper: Numeral, language: Language) -> bool:
    outer = measure_after(text, upper.end, language) or currency_before(text, upper.start, language)
    return outer is not None and outer.name == inner.name


def _is_plain(numeral: Numeral) -> bool:
    return numeral.kind in (NumeralKind.DIGITS, NumeralKind.WORDS)


def _link_after(text: str, numeral: Numeral, language: Language) -> re.Match[str] | None:
    """What joins the two ends; the unit may stand at both ("30 Prozent bis 50 Prozent")."""
    link = _LINK[language].match(text, numeral.end)
    if link:
        return link
    unit = measure_after(text, numeral.end, language)
    link = _LINK[language].match(text, unit.end) if unit else None
    return link if link and link.group().strip() in _LINK_AFTER_UNIT else None


def _with_shared_scale(low: Numeral, upper: Numeral) -> Numeral:
    """The lower end with the scale of the upper one: "zwei bis drei Millionen"."""
    assert low.value is not None and upper.value is not None
    shared = low.value * upper.factor
    if low.factor > 1.0 or upper.factor == 1.0 or shared >= upper.value:
        return low
    return replace(low, value=shared, factor=upper.factor, marked=True)


def _is_range(text: str, start: int, low: Numeral, upper: Numeral, link: str, measured: bool) -> bool:
    """Whether two joined numbers are the ends of a range; `measured` says that the lower one has its own unit."""
    assert low.value is not None and upper.value is not None
    if low.value >= upper.value:
        return False
    before = text[max(0, start - _CHANGE_WINDOW) : start]
    if link in ("und", "and"):
        return _BETWEEN.search(before) is not None
    if link in ("oder", "or", "bzw.", "beziehungsweise", "respektive"):
        return upper.value <= 2 * low.value + 1
    if link == "to" and (measured or _FROM.search(before)):
        return _CHANGE.search(before) is None  # "fell three points to 41 points"
    years = not low.marked and low.end - low.start == 4 and upper.end - upper.start in (2, 4)
    return not (link in ("-", "–") and years)
