"""Numerals of German and English in running text: digits, words, mixed forms, fractions.

A numeral is the bare number with its scale ("3,5 Milliarden", "two dozen", "1.2bn", "2½", "hunderttausend"); what it
counts and how it is bounded is told elsewhere.
"""

from __future__ import annotations

import re

from quellenlage.model.text import Language
from quellenlage.qualifying.numbers.digits import digits_at, starts_digits
from quellenlage.qualifying.numbers.english import ENGLISH_STARTS, english_at, share_at
from quellenlage.qualifying.numbers.german import GERMAN_STARTS, german_at
from quellenlage.qualifying.numbers.numeral import GAP, Numeral, NumeralKind

__all__ = ["GAP", "Numeral", "NumeralKind", "find_start", "numeral_at"]

_WORD = re.compile(r"[^\W\d_]+")
_START = {
    language: re.compile(rf"(?<!\w)(?:\d|(?i:{words}))|(?<![\w.,])[½¼¾⅓⅔⅕⅛]")
    for language, words in ((Language.GERMAN, GERMAN_STARTS), (Language.ENGLISH, ENGLISH_STARTS))
}


def find_start(text: str, position: int, language: Language) -> int | None:
    """The first place from a position on where a numeral may begin; None where there is none left."""
    match = _START[language].search(text, position)
    return match.start() if match else None


def numeral_at(text: str, start: int, language: Language) -> Numeral | None:
    """The longest numeral that begins at a code point of the text, None where none does."""
    if start >= len(text):
        return None
    if starts_digits(text, start):
        share = share_at(text, start) if language is Language.ENGLISH else None
        return share or digits_at(text, start, language)
    word = _WORD.match(text, start)
    if word is None:
        return None
    return (german_at if language is Language.GERMAN else english_at)(text, start, word.group())
