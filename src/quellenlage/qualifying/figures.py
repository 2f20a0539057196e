"""Figures: the quantities in a text, each with bound and unit.

An own grammar, because general number readers split "3,5 Milliarden" and take German dates for quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.model.figure import Bound
from quellenlage.model.text import Language
from quellenlage.qualifying.attributes import attribute_at
from quellenlage.qualifying.bounds import Qualifiers, bound_after, qualifiers_before, strongest
from quellenlage.qualifying.counted import counted_at
from quellenlage.qualifying.elliptic import left_out
from quellenlage.qualifying.exclusions import Place, is_no_quantity
from quellenlage.qualifying.nouns import noun_after
from quellenlage.qualifying.numbers import GAP, Numeral, NumeralKind, find_start, numeral_at
from quellenlage.qualifying.preceding import noun_before
from quellenlage.qualifying.quantity import Quantity
from quellenlage.qualifying.ranges import Extent, extent_at
from quellenlage.qualifying.sharing import is_part, unit_of_next, unit_of_previous
from quellenlage.qualifying.units import Unit, measure_after
from quellenlage.qualifying.unnumbered import unnumbered

_WORD = re.compile(r"[^\W_]+")
_LIST_LINK = re.compile(r",\s|,?\s(?:und|and|sowie)\s")
_LIST_GOES_ON = re.compile(
    rf",{GAP}(?:\d|zwei|drei|vier|fünf|sechs|sieben|acht|two|three|four|five|six|seven|eight)", re.IGNORECASE
)
_BOUND_LINK = re.compile(r"\s*(?:und|and|\()\s*")
_MORE_OR_LESS = re.compile(r"\s(?:mehr|weniger|more|fewer|less)\s(?:als|than)(?!\w)")  # "51 mehr als im Vorjahr"
_NAME_BEFORE = re.compile(r"\w[^.!?]*\s[A-ZÄÖÜ][\w-]*\s\Z")  # "a Boeing 737", not the first word of a sentence
_ONE = frozenset(["ein", "eine", "einem", "einen", "einer", "eines", "eins", "one"])
_NO_COUNT = frozenset(["Teil", "Stück", "Bruchteil", "part", "way"])
_PEOPLE = (RoleClass.PERSON, RoleClass.GROUP, RoleClass.UNNAMED)
_MINUS = re.compile(rf"(?:(?<!\w)(?<!plus or )minus{GAP}|(?:^|(?<!\d)[\s(])[−-])\Z", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?:…–\-]\s*|[\"„“”»«'‘’(]\s*)\Z")
_PERCENT = {Language.GERMAN: "Prozent", Language.ENGLISH: "percent"}
_LARGE = 100  # a bare number from here on counts something even where nothing says what


@lru_cache(maxsize=64)
def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """All quantities of a text, in order. Kept for the last texts, since the statements of a block ask one by one."""
    found: list[Quantity] = []
    position = 0
    while (start := find_start(text, position, language)) is not None:
        quantity = _in_word(text, start, language)
        numeral = None if quantity else numeral_at(text, start, language)
        if numeral:
            extent = extent_at(text, numeral, language)
            quantity = _quantity(text, extent, language, found[-1] if found else None)
            position = numeral.end
        if quantity:
            found.append(quantity)
            position = max(position, quantity.end)
        elif not numeral:
            word = _WORD.match(text, start)
            position = word.end() if word else start + 1
    return tuple(sorted((*found, *unnumbered(text, found, language)), key=lambda quantity: quantity.number))


def inside(found: tuple[Quantity, ...], start: int, end: int) -> Iterator[Quantity]:
    """The quantities whose number lies in [start, end), cut to that stretch."""
    for quantity in found:
        if start <= quantity.number and quantity.number_end <= end:
            yield replace(quantity, start=max(start, quantity.start), end=min(end, quantity.end))


def _in_word(text: str, start: int, language: Language) -> Quantity | None:
    attribute = attribute_at(text, start, language)
    if attribute is None:
        return None
    return Quantity(start, attribute.end, start, attribute.end, attribute.value, None, Bound.EXACT, attribute.unit)


def _quantity(text: str, extent: Extent, language: Language, previous: Quantity | None) -> Quantity | None:
    """The quantity that a number or range is, None where it counts nothing."""
    low = extent.low
    inner = bound_after(text, extent.end, language)  # "50 oder mehr Busse"
    extent = replace(extent, end=inner.edge)
    unit = extent.sign or measure_after(text, extent.end, language)
    unit = unit or noun_after(text, extent.end, language, single=low.value == 1 and extent.high is None)
    if unit and not unit.dimension and _is_stray_decimal(text, low, unit):
        unit = None
    things = low.kind is NumeralKind.WORDS and not low.marked and not (unit and unit.dimension)
    minus = _MINUS.search(text, max(0, extent.start - 8), extent.start) if unit and unit.dimension else None
    qualifiers = qualifiers_before(text, minus.start() if minus else extent.start, language, things=things)
    part = unit is None and is_part(text, low, previous)
    unit = (
        unit
        or unit_of_next(text, extent.end, language)
        or unit_of_previous(text, qualifiers.edge, extent.end, previous)
        or noun_before(text, qualifiers.edge, language)
        or left_out(text, qualifiers.edge, low, extent.end, previous, language)
    )
    if inner.bound:
        bounds = [bound for bound in (qualifiers.bound, inner.bound) if bound]
        qualifiers = replace(qualifiers, bound=strongest(bounds), restricts=True)
    bounded = qualifiers.bound not in (None, Bound.EXACT)
    if not _is_spelled_small(text, low) or is_no_quantity(Place(text, low, extent.end, unit, bounded, language)):
        return None
    if not part and not _counts(text, extent, unit, qualifiers, previous):
        return None
    return _assemble(text, extent, unit, qualifiers, previous, language, is_negative=minus is not None)


def _is_spelled_small(text: str, numeral: Numeral) -> bool:
    """Number words have small letters save at the start of a sentence or quotation ("die Elf" is a team)."""
    if numeral.kind is not NumeralKind.WORDS or numeral.marked or not text[numeral.start].isupper():
        return True
    return _SENTENCE_START.search(text[max(0, numeral.start - 3) : numeral.start]) is not None


def _is_stray_decimal(text: str, numeral: Numeral, unit: Unit) -> bool:
    """A decimal counts nouns only where they stand beside it ("ein Schnitt von 3,6 führte …" counts nothing)."""
    whole = numeral.value is None or numeral.value.is_integer() or numeral.kind is NumeralKind.FRACTION
    return not whole and numeral.factor == 1.0 and " " in text[numeral.end : unit.end].strip()


def _counts(text: str, extent: Extent, unit: Unit | None, qualifiers: Qualifiers, previous: Quantity | None) -> bool:
    """Whether a number with this unit and these qualifiers is a quantity rather than an article or a stray number."""
    numeral = extent.low
    if text[numeral.start : numeral.end].lower() in _ONE and extent.high is None:
        return unit is not None and _counts_one(text, numeral, unit, qualifiers, previous)
    if unit is not None or qualifiers.restricts or numeral.kind in (NumeralKind.SHARE, NumeralKind.FRACTION):
        return unit is not None or numeral.kind is not NumeralKind.VAGUE
    value = numeral.value or 0.0
    if numeral.kind is NumeralKind.VAGUE:
        return " " in text[numeral.start : numeral.end]  # "hundreds of thousands"
    if _MORE_OR_LESS.match(text, extent.end) or numeral.factor > 1.0:
        return True
    named = not numeral.marked and _NAME_BEFORE.search(text, max(0, qualifiers.edge - 40), qualifiers.edge)
    return value >= _LARGE and value.is_integer() and not named


def _counts_one(text: str, numeral: Numeral, unit: Unit, qualifiers: Qualifiers, previous: Quantity | None) -> bool:
    """The words "ein" and "one" count before units of measure, and people where something stresses or lists them."""
    if unit.start - numeral.end > 1:
        return False
    if unit.dimension == "time":
        english = text[numeral.start : numeral.end].lower() == "one" and unit.name != "days"
        return qualifiers.restricts or english
    if unit.dimension not in ("", "count"):
        return True
    role = find_role(text[unit.start : unit.end])
    if role is None or role.cls not in _PEOPLE:
        return qualifiers.bound is Bound.AT_LEAST and unit.name not in _NO_COUNT
    listed = previous is not None and _LIST_LINK.fullmatch(text, previous.end, numeral.start)
    return qualifiers.restricts or bool(listed or _LIST_GOES_ON.match(text, unit.end))


def _assemble(
    text: str,
    extent: Extent,
    unit: Unit | None,
    qualifiers: Qualifiers,
    previous: Quantity | None,
    language: Language,
    is_negative: bool,
) -> Quantity:
    end = max(extent.end, unit.end if unit else 0)  # a unit before the number is no part of the figure's own words
    after = bound_after(text, end, language)
    value = extent.low.value
    if value is not None and is_negative:
        value = -value
    return Quantity(
        qualifiers.edge,
        after.edge,
        extent.low.start,
        extent.end,
        value,
        extent.high,
        _bound(text, extent.low, qualifiers, after, previous),
        _PERCENT[language] if extent.low.kind is NumeralKind.SHARE else unit.name if unit else "",
        "percent" if extent.low.kind is NumeralKind.SHARE else unit.dimension if unit else "",
        counted_at(text, unit, language),
    )


def _bound(text: str, numeral: Numeral, before: Qualifiers, after: Qualifiers, previous: Quantity | None) -> Bound:
    """The bound by the words around the number; a vague number is at least its size; else that of the figure which
    this one is joined to ("mindestens zwei Tote und fünf Verletzte")."""
    for bound in (before.bound, after.bound):
        if bound not in (None, Bound.EXACT):
            return bound
    if numeral.kind is NumeralKind.VAGUE:
        return Bound.AT_LEAST
    if before.bound is None and previous is not None and _BOUND_LINK.fullmatch(text, previous.end, before.edge):
        return previous.bound
    return Bound.EXACT
