"""Numbers that have their unit from another number: "von 3 auf 5 Prozent", "600 Betten, davon 40 für Kinder"."""

from __future__ import annotations

import re
from dataclasses import replace

from quellenlage.model.text import Language
from quellenlage.qualifying.nouns import noun_after
from quellenlage.qualifying.numbers import GAP, Numeral, NumeralKind, numeral_at
from quellenlage.qualifying.quantity import Quantity
from quellenlage.qualifying.units import Unit, measure_after

_OWNERS = "(?:the|these|those|his|her|its|their|our|my)"
_LINK = {
    Language.GERMAN: re.compile(
        rf"{GAP}(?:auf|zu|von(?:{GAP}den)?|und|oder|der|statt|anstatt|gegenüber){GAP}|,{GAP}|{GAP}?[–-]{GAP}?"
    ),
    Language.ENGLISH: re.compile(
        rf"{GAP}(?:to|and|or|(?:out{GAP})?of(?:{GAP}{_OWNERS})?|instead{GAP}of|rather{GAP}than){GAP}|,{GAP}"
    ),
}
_QUALIFIER = re.compile(
    rf"(?:(?:rund|etwa|fast|knapp|über|mehr als|about|nearly|almost|more than|only|nur|vielleicht|womöglich|"
    rf"möglicherweise|gar|sogar|perhaps|maybe|even|possibly){GAP})*"
)
OF_THEM = re.compile(rf"{GAP}of{GAP}(?:them|whom|which)(?!\w)")
"""Behind an English number that is a part of something named before."""
_ASIDE = re.compile(
    rf"(?!darunter|davon|als|wie|including){_QUALIFIER.pattern}(?:[a-zäöüß]+{GAP})?"
)  # "ermäßigt 5 Euro"
_PART = re.compile(rf"{GAP}(?:von|of|out of){GAP}(?:the{GAP}|den{GAP})?")
_THEREOF = re.compile(rf",{GAP}(?:davon|darunter){GAP}\Z")
_AGAINST = re.compile(rf"{GAP}(?:to|against|gegen|zu|auf){GAP}")
_LONGEST_LIST = 4  # numbers in a row that can share the unit of the last


def unit_of_next(text: str, end: int, language: Language) -> Unit | None:
    """The unit that a next number gives to one that ends here, empty: "14 von 75 Kindern", "8, ermäßigt 5 Euro"."""
    position = end
    for _ in range(_LONGEST_LIST):
        link = _LINK[language].match(text, position)
        if link is None:
            return None
        aside = False
        skipped = _QUALIFIER.match(text, link.end())
        numeral = numeral_at(text, skipped.end() if skipped else link.end(), language)
        if numeral is None and link.group().startswith(","):
            skipped, aside = _ASIDE.match(text, link.end()), True
            numeral = numeral_at(text, skipped.end(), language) if skipped else None
        if numeral is None:
            return None
        unit = measure_after(text, numeral.end, language) or noun_after(text, numeral.end, language)
        if unit:
            return None if aside and not unit.dimension else replace(unit, start=end, end=end)
        position = numeral.end
    return None


def unit_of_previous(text: str, start: int, end: int, previous: Quantity | None) -> Unit | None:
    """The unit of the figure before, which [start, end) is a part of ("davon 40", "40 of them") or is set against
    ("312 Stimmen zu 280")."""
    if previous is None or not previous.unit:
        return None
    between = text[previous.end : start]
    if _THEREOF.fullmatch(between) or _AGAINST.fullmatch(between) or OF_THEM.match(text, end):
        return Unit(end, end, previous.unit, previous.dimension)
    return None


def is_part(text: str, numeral: Numeral, previous: Quantity | None) -> bool:
    """Whether two numbers need no noun: "14 von 75"."""
    if numeral.kind is not NumeralKind.DIGITS:
        return False
    link = _PART.match(text, numeral.end)
    opens = link is not None and text[link.end() : link.end() + 1].isdecimal()
    return opens or (previous is not None and bool(_PART.fullmatch(text, previous.end, numeral.start)))
