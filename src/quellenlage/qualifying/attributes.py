"""Quantities inside a word: "dreimonatig", "10-prozentig", "90-day"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import NumeralKind, numeral_at

_GERMAN = re.compile(
    r"(?P<number>\d+|[^\W\d_]+?)-?(?P<unit>prozentig|sekündig|minütig|stündig|tägig|wöchig|monatig|köpfig)(?:e[nrsm]?)?"
    r"(?!\w)",
    re.IGNORECASE,
)
_GERMAN_UNITS = {
    "prozentig": "Prozent", "sekündig": "Sekunden", "minütig": "Minuten", "stündig": "Stunden", "tägig": "Tage",
    "wöchig": "Wochen", "monatig": "Monate", "köpfig": "Personen",
}  # fmt: skip
_ENGLISH = re.compile(
    r"-(second|minute|hour|day|week|month|percent|mile|kilomet(?:re|er)|met(?:re|er)|foot|hectare|acre)(?![\w]|-old)"
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """A quantity inside a word that ends at a code point."""

    end: int
    value: float
    unit: str


def attribute_at(text: str, start: int, language: Language) -> Attribute | None:
    """The word at a code point, where it holds a number and a unit. Ages ("dreijährig", "two-year-old") are none."""
    if language is Language.ENGLISH:
        return _english(text, start)
    match = _GERMAN.match(text, start)
    if match is None:
        return None
    numeral = numeral_at(match["number"], 0, language)
    if numeral is None or numeral.end != len(match["number"]) or numeral.value is None:
        return None
    return Attribute(match.end(), numeral.value, _GERMAN_UNITS[match["unit"].lower()])


def _english(text: str, start: int) -> Attribute | None:
    numeral = numeral_at(text, start, Language.ENGLISH)
    if numeral is None or numeral.value is None or numeral.kind not in (NumeralKind.DIGITS, NumeralKind.WORDS):
        return None
    match = _ENGLISH.match(text, numeral.end)
    if match is None or text[max(0, start - 1) : start] in ("-", "–", "/"):
        return None
    plural = {"foot": "feet", "percent": "percent"}.get(match[1], match[1] + "s")
    return Attribute(match.end(), numeral.value, plural)
