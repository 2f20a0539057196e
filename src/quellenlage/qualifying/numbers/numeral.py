"""Numeral: a number as it stands in a text, and the scale words that multiply it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from quellenlage.model.text import Language

GAP = "[ \u00a0\u202f\u2009]"
"""The spaces that can stand inside a number or before its unit, as a character class."""

SCALES = {
    Language.GERMAN: {
        "dutzend": 12.0, "hundert": 1e2, "tausend": 1e3, "tsd": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6,
        "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "bio": 1e12,
        "billiarde": 1e15, "billiarden": 1e15,
    },
    Language.ENGLISH: {
        "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "trillion": 1e12,
        "mn": 1e6, "bn": 1e9, "tn": 1e12,
    },
}  # fmt: skip
"""Scale words in small letters. Dutzend is one, so that "zwei Dutzend" is 24."""

_MOST_SCALES = 2
_ABBREVIATED = frozenset(["mio", "mrd", "tsd", "bio"])
_WORD_AFTER = re.compile(rf"({GAP}|-)([^\W\d_]+)(?!\w)")


class NumeralKind(StrEnum):
    """How a number is written, as far as it matters for what it can count."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"  # "Tausende", "scores": a size without a count
    FRACTION = "fraction"  # "ein Drittel": a part of something
    SHARE = "share"  # "jeder fünfte", "one in five": in percent


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at code points [start, end) of a text, with its scale but without its unit.

    `value` is None where the words name no number ("dutzende"). `factor` is the scale inside `value` (1e6 for "3
    Millionen"). `marked` says that separators, a scale or a fraction show it to be a quantity.
    """

    start: int
    end: int
    value: float | None
    kind: NumeralKind
    factor: float = 1.0
    marked: bool = False


def word_after(text: str, end: int) -> tuple[str, str, int] | None:
    """The word that follows after one space or hyphen, as (joint, word, end)."""
    match = _WORD_AFTER.match(text, end)
    return (match[1], match[2], match.end()) if match else None


def clean(value: float) -> float:
    """A product of a number and a scale without the noise of binary fractions (3.3 · 1e9)."""
    return round(value, 4) if abs(value) < 1e6 else float(round(value))


def scaled(text: str, numeral: Numeral, language: Language) -> Numeral:
    """The numeral with the scale words that follow it ("Millionen", "hundred thousand"), if any."""
    for _ in range(_MOST_SCALES):
        following = word_after(text, numeral.end)
        if following is None or numeral.value is None:
            return numeral
        joint, word, end = following
        factor = SCALES[language].get(word.lower())
        if factor is None or (joint == "-" and factor < 1e3):
            return numeral
        if word.lower() in _ABBREVIATED and text[end : end + 1] == ".":
            end += 1
        value = clean(numeral.value * factor)
        numeral = replace(numeral, end=end, value=value, factor=numeral.factor * factor, marked=True)
    return numeral
