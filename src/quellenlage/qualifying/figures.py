"""Figures: the quantities in a text, with bound, unit and period.

An own grammar, because general number readers split "3,5 Milliarden" and read German dates as quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.model.figure import Bound
from quellenlage.model.text import Language
from quellenlage.qualifying.bounds import Qualifiers, bound_after, qualifiers_before
from quellenlage.qualifying.exclusions import is_no_quantity
from quellenlage.qualifying.numerals import Numeral, numeral_at
from quellenlage.qualifying.units import Unit, currency_before, measure_after, noun_after

_CANDIDATE = re.compile(r"(?<!\w)[^\W_]|(?<![\w.,])[½¼¾⅓⅔⅕⅛]|(?<=[$€£¥])\d")
_GAP = "[ \u00a0\u202f\u2009]"
_SMALL = 12
_RANGE = {
    Language.GERMAN: re.compile(rf"{_GAP}(?:bis|oder|bzw\.|beziehungsweise|respektive|und){_GAP}|{_GAP}?[–—]{_GAP}?|-"),
    Language.ENGLISH: re.compile(rf"{_GAP}(?:to|or|and){_GAP}|{_GAP}?[–—]{_GAP}?|-"),
}
_BETWEEN = re.compile(r"(?:zwischen|between)\s+(?:\S+\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)from\s+(?:\S+\s+){0,2}\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?<!\w)(?:rose|rise[sn]?|rising|fell|fall(?:s|en|ing)?|grew|grow[ns]?|growing|drop\w*|increas\w+|decreas\w+|"
    r"declin\w+|cut\w*|rais\w+|lower\w*|reduc\w+|jump\w*|climb\w*|shr[aiu]nk\w*|went|go(?:es|ing)?|up|down|chang\w+|"
    r"doubl\w+|expand\w*|slow\w*|surg\w+|plung\w+|slump\w*|soar\w*|widen\w*|narrow\w*)(?!\w)",
    re.IGNORECASE,
)
_SHARED = {
    Language.GERMAN: re.compile(rf"{_GAP}(?:auf|zu|von(?:{_GAP}den)?|und|oder|der){_GAP}|,{_GAP}|{_GAP}?[–-]{_GAP}?"),
    Language.ENGLISH: re.compile(rf"{_GAP}(?:to|and|or|of(?:{_GAP}the)?|out{_GAP}of(?:{_GAP}the)?){_GAP}|,{_GAP}"),
}
_ONE = frozenset(["ein", "eine", "einem", "einen", "einer", "eines", "one", "eins"])
_NO_COUNT = frozenset(["Teil", "Stück", "Bruchteil", "part", "way"])
_MINUS = re.compile(rf"(?:(?<!\w)minus{_GAP}|(?<![\w)\]]{_GAP})(?<!\w)[−-])\Z", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?P<number>\d+|[^\W\d_]+?)(?P<hyphen>-?)(?P<unit>prozentig|sekündig|minütig|stündig|tägig|wöchig|monatig|köpfig)"
    r"(?:e[nrsm]?)?(?!\w)",
    re.IGNORECASE,
)
_ATTRIBUTE_UNITS = {
    "prozentig": "Prozent", "sekündig": "Sekunden", "minütig": "Minuten", "stündig": "Stunden", "tägig": "Tage",
    "wöchig": "Wochen", "monatig": "Monate", "köpfig": "Personen",
}  # fmt: skip
_EN_ATTRIBUTE = re.compile(
    r"-(second|minute|hour|day|week|month|percent|mile|kilometre|kilometer|metre|foot)(?![\w]|-old)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a plain text: code points [start, end), the number itself at [number, number_end)."""

    start: int
    end: int
    number: int
    number_end: int
    value: float | None
    high: float | None
    bound: Bound
    unit: str
    dimension: str


def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """All quantities of a text in order, without periods."""
    found: list[Quantity] = []
    position = 0
    while match := _CANDIDATE.search(text, position):
        quantity, position = _quantity_at(text, match.start(), language, found[-1] if found else None)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _quantity_at(text: str, start: int, language: Language, previous: Quantity | None) -> tuple[Quantity | None, int]:
    """The quantity whose number begins here, if any, and where to go on."""
    attribute = _attribute_at(text, start, language)
    if attribute is not None:
        return attribute, attribute.end
    numeral = numeral_at(text, start, language)
    if numeral is None:
        return None, _next_word(text, start)
    first, numeral, high, currency, high_end = _with_range(text, numeral, language)
    unit = currency or measure_after(text, high_end, language)
    counted = unit or noun_after(text, high_end, language, single=numeral.value == 1)
    unit = unit or counted
    things = numeral.kind == "words" and not numeral.marked and (unit is None or not unit.dimension)
    qualifiers = qualifiers_before(text, first, language, things=things)
    whole = replace(numeral, end=high_end)
    bounded = qualifiers.bound not in (None, Bound.EXACT)
    skip = max(high_end, start + 1)
    partitive = unit is None and _is_partitive(text, numeral, previous)
    unit = unit or _shared_unit(text, high_end, language)
    if not _is_capital_at_start(text, numeral) or is_no_quantity(text, numeral, whole, unit, bounded, language):
        return None, skip
    if not (partitive or _counts(text, numeral, high, unit, qualifiers, previous)):
        return None, skip
    return _assemble(text, whole, high, unit, qualifiers, previous, language), max(skip, unit.end if unit else 0)


def _next_word(text: str, start: int) -> int:
    word = re.compile(r"[^\W_]+").match(text, start)
    return word.end() if word else start + 1


def _with_range(text: str, numeral: Numeral, language: Language) -> tuple[int, Numeral, float | None, Unit | None, int]:
    """Where the number starts with its currency sign, the (lower) number, the upper end, the sign, and the end."""
    sign = currency_before(text, numeral.start, language)
    first = sign.start if sign else numeral.start
    joint = numeral.end
    between = measure_after(text, joint, language)
    link = _RANGE[language].match(text, joint)
    if link is None and between is not None:
        link = _RANGE[language].match(text, between.end)
        if link and link.group().strip() not in ("bis", "to", "–", "und", "and"):
            link = None
    if link is None or numeral.value is None or numeral.kind not in ("digits", "words"):
        return first, numeral, None, sign, numeral.end
    upper_start = link.end()
    second_sign = re.compile(r"(?:[$€£¥]|US\$|(?:zu )?(?:rund|about|around|etwa) )?").match(text, upper_start)
    upper_start = second_sign.end() if second_sign else upper_start
    upper = numeral_at(text, upper_start, language) if upper_start < len(text) else None
    if upper is None or upper.value is None or (upper.kind != "digits" and upper.kind != "words"):
        return first, numeral, None, sign, numeral.end
    low = numeral
    if low.factor == 1.0 and upper.factor > 1.0 and low.value is not None and low.value * upper.factor < upper.value:
        low = replace(low, value=low.value * upper.factor, factor=upper.factor, marked=True)
    if not _is_range(text, low, upper, link.group().strip(), first):
        return first, numeral, None, sign, numeral.end
    return first, low, upper.value, sign, upper.end


def _is_range(text: str, low: Numeral, upper: Numeral, link: str, first: int) -> bool:
    assert low.value is not None and upper.value is not None
    if not low.value < upper.value:
        return False
    before = text[max(0, first - 40) : first]
    if link in ("und", "and"):
        return bool(_BETWEEN.search(before))
    if link in ("oder", "or", "bzw.", "beziehungsweise", "respektive"):
        return upper.value <= 2 * low.value + 1
    if link == "to" and _FROM.search(before):
        return not _CHANGE.search(text[max(0, first - 60) : first])
    return not (
        link in ("-", "–") and low.end - low.start == 4 and not low.marked and upper.end - upper.start in (2, 4)
    )


def _is_capital_at_start(text: str, numeral: Numeral) -> bool:
    """Spelled numbers are small letters save at the start of a sentence or quotation ("die Elf" is a team)."""
    if numeral.kind != "words" or not text[numeral.start].isupper() or numeral.marked:
        return True
    return bool(re.search(r"(?:^|[.!?:…–\-]\s*|[\"„“”»«'‘’(]\s*)\Z", text[max(0, numeral.start - 3) : numeral.start]))


def _shared_unit(text: str, end: int, language: Language) -> Unit | None:
    """The unit that the next number gives to this one too: "von 3 auf 5 Prozent", "14 von 75 Kindern"."""
    link = _SHARED[language].match(text, end)
    if link is None or link.end() >= len(text):
        return None
    position = link.end()
    while skipped := re.compile(
        rf"(?:rund|etwa|fast|knapp|über|mehr als|about|nearly|almost|more than|only|nur){_GAP}"
    ).match(text, position):
        position = skipped.end()
    numeral = numeral_at(text, position, language) if position < len(text) else None
    if numeral is None:
        return None
    unit = measure_after(text, numeral.end, language) or noun_after(text, numeral.end, language)
    unit = unit or _shared_unit(text, numeral.end, language)
    return replace(unit, start=end, end=end) if unit else None


def _is_partitive(text: str, numeral: Numeral, previous: Quantity | None) -> bool:
    """ "14 von 75": two numbers that need no noun."""
    if numeral.kind != "digits":
        return False
    first = re.compile(rf"{_GAP}(?:von|of|out of){_GAP}(?:the{_GAP})?\d").match(text, numeral.end)
    second = previous is not None and re.fullmatch(
        r"\s(?:von|of|out of)\s(?:the )?", text[previous.end : numeral.start]
    )
    return bool(first or second)


def _counts(
    text: str,
    numeral: Numeral,
    high: float | None,
    unit: Unit | None,
    qualifiers: Qualifiers,
    previous: Quantity | None,
) -> bool:
    """Whether a number with this unit and these qualifiers is a quantity rather than an article or a bare figure."""
    if text[numeral.start : numeral.end].lower() in _ONE and high is None:
        return unit is not None and _counts_one(text, numeral, unit, qualifiers, previous)
    if unit is None:
        whole = numeral.value is not None and numeral.value == int(numeral.value)
        large = whole and (numeral.value or 0) >= 100 and numeral.kind != "vague"
        return (
            qualifiers.restricts
            or large
            or (numeral.marked and numeral.factor > 1)
            or numeral.kind in ("share", "fraction")
        )
    return True


def _counts_one(text: str, numeral: Numeral, unit: Unit, qualifiers: Qualifiers, previous: Quantity | None) -> bool:
    """ "ein" and "one" count before units of measure, and of people where something stresses or lists them."""
    if unit.start - numeral.end > 1:
        return False
    if unit.dimension in ("time", "count"):
        return qualifiers.restricts or (text[numeral.start : numeral.end].lower() == "one" and unit.name != "days")
    if unit.dimension:
        return True
    role = find_role(text[unit.start : unit.end])
    if role is None or role.cls not in (RoleClass.PERSON, RoleClass.UNNAMED, RoleClass.GROUP):
        return qualifiers.bound is Bound.AT_LEAST and unit.name not in _NO_COUNT
    listed = previous is not None and re.fullmatch(r",?\s(?:(?:und|and|sowie)\s)?", text[previous.end : numeral.start])
    follows = re.compile(rf",{_GAP}(?:\d|zwei|drei|vier|fünf|sechs|sieben|acht|two|three|four|five|six)").match(
        text, unit.end
    )
    return qualifiers.restricts or bool(listed or follows)


def _assemble(
    text: str,
    numeral: Numeral,
    high: float | None,
    unit: Unit | None,
    qualifiers: Qualifiers,
    previous: Quantity | None,
    language: Language,
) -> Quantity:
    end = max(numeral.end, unit.end if unit else 0)
    after = bound_after(text, end, language)
    bound = qualifiers.bound if qualifiers.bound not in (None, Bound.EXACT) else after.bound
    if bound is None and numeral.kind == "vague":
        bound = Bound.AT_LEAST
    if (
        bound is None
        and previous is not None
        and re.fullmatch(r"\s*(?:und|and|\()\s*", text[previous.end : qualifiers.edge])
    ):
        bound = previous.bound
    value = numeral.value
    if value is not None and _MINUS.search(text, max(0, numeral.start - 8), numeral.start) and unit and unit.dimension:
        value = -value
    return Quantity(
        min(qualifiers.edge, unit.start if unit and unit.end == numeral.start else qualifiers.edge),
        max(end, after.edge if after.bound else end),
        numeral.start,
        numeral.end,
        value,
        high,
        bound or Bound.EXACT,
        unit.name if unit else "",
        unit.dimension if unit else "",
    )


def _attribute_at(text: str, start: int, language: Language) -> Quantity | None:
    """Adjectives that hold a quantity: "dreimonatig", "10-prozentig", "90-day"."""
    if language is Language.GERMAN:
        match = _ATTRIBUTE.match(text, start)
        if match is None:
            return None
        numeral = numeral_at(match["number"], 0, language)
        if numeral is None or numeral.end != len(match["number"]) or numeral.value is None:
            return None
        unit, end, value = _ATTRIBUTE_UNITS[match["unit"].lower()], match.end(), numeral.value
    else:
        numeral = numeral_at(text, start, language)
        match = _EN_ATTRIBUTE.match(text, numeral.end) if numeral and numeral.kind in ("digits", "words") else None
        if numeral is None or match is None or numeral.value is None or text[start - 1 : start] in tuple("-–/"):
            return None
        unit, end, value = match[1] + ("" if match[1] == "percent" else "s"), match.end(), numeral.value
    qualifiers = qualifiers_before(text, start, language, things=False)
    return Quantity(qualifiers.edge, end, start, end, value, None, qualifiers.bound or Bound.EXACT, unit, "time")


def iter_inside(found: tuple[Quantity, ...], start: int, end: int) -> Iterator[Quantity]:
    """The quantities whose number lies in [start, end), cut to that stretch."""
    for quantity in found:
        if start <= quantity.number and quantity.number_end <= end:
            yield replace(quantity, start=max(start, quantity.start), end=min(end, quantity.end))
