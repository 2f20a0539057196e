"""Numbers in digits, with the separators of their language: "4.000" is four thousand in German, four in English."""

from __future__ import annotations

import re
from dataclasses import replace

from quellenlage.model.text import Language
from quellenlage.qualifying.numbers.numeral import GAP, Numeral, NumeralKind, clean, scaled

_WRITTEN = {
    Language.GERMAN: re.compile(
        rf"\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?(?!\d|\.\d)|\d{{1,3}}(?:['’]\d{{3}})+(?:[.,]\d+)?"
        rf"|\d{{1,3}}(?:{GAP}\d{{3}})+(?!\d)(?:,\d+)?|\d+,\d+|\d+\.(?:\d{{1,2}}|\d{{4,}})(?![\d.])|\d+"
    ),
    Language.ENGLISH: re.compile(
        rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d{{1,3}}(?:{GAP}\d{{3}})+(?!\d)(?:\.\d+)?|\d+\.\d+|\d+"
    ),
}
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.333, "⅔": 0.667, "⅕": 0.2, "⅛": 0.125}
_SLASHED = re.compile(rf"(?:(\d+){GAP})?(\d)[/⁄](\d)(?![\d/⁄])")
_SUFFIXES = {
    Language.GERMAN: {"k": 1e3, "Mio": 1e6, "Mrd": 1e9},
    Language.ENGLISH: {"k": 1e3, "K": 1e3, "m": 1e6, "mn": 1e6, "M": 1e6, "bn": 1e9, "b": 1e9, "B": 1e9, "tn": 1e12,
                       "trn": 1e12},
}  # fmt: skip
_SUFFIX = re.compile(r"(?:trn|bn|mn|tn|Mio|Mrd|[kKmMbB])(?![\w-])")
_METRES_FOLLOW = re.compile(
    r"\s(?:long|high|deep|tall|wide|away|above|below|from|race|hurdles|sprint|freestyle|dash)\b"
)


def starts_digits(text: str, start: int) -> bool:
    """Whether a number in digits can begin here."""
    return text[start].isdecimal() or text[start] in _VULGAR


def digits_at(text: str, start: int, language: Language) -> Numeral | None:
    """The number in digits at a code point, with fraction ("2½"), suffix ("1.2bn") and scale ("3,5 Milliarden")."""
    if text[start] in _VULGAR:
        return scaled(text, Numeral(start, start + 1, _VULGAR[text[start]], NumeralKind.DIGITS, marked=True), language)
    slashed = _SLASHED.match(text, start)
    if slashed and 1 < int(slashed[3]) > int(slashed[2]):
        value = int(slashed[1] or 0) + int(slashed[2]) / int(slashed[3])
        return Numeral(start, slashed.end(), round(value, 3), NumeralKind.DIGITS, marked=True)
    written = _WRITTEN[language].match(text, start)
    if written is None:
        return None
    numeral = Numeral(
        start,
        written.end(),
        _read(written.group(), language),
        NumeralKind.DIGITS,
        marked=not written.group().isdecimal(),
    )
    return scaled(text, _with_suffix(text, _with_vulgar(text, numeral), language), language)


def _read(written: str, language: Language) -> float:
    plain = re.sub(rf"{GAP}|['’]", "", written)
    if language is Language.ENGLISH:
        return float(plain.replace(",", ""))
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


def _with_vulgar(text: str, numeral: Numeral) -> Numeral:
    part = _VULGAR.get(text[numeral.end : numeral.end + 1])
    if part is None or numeral.value is None:
        return numeral
    return replace(numeral, end=numeral.end + 1, value=numeral.value + part, marked=True)


def _with_suffix(text: str, numeral: Numeral, language: Language) -> Numeral:
    suffix = _SUFFIX.match(text, numeral.end)
    factor = _SUFFIXES[language].get(suffix.group()) if suffix else None
    if suffix is None or factor is None or numeral.value is None:
        return numeral
    if suffix.group() == "m" and _METRES_FOLLOW.match(text, suffix.end()):
        return numeral
    return replace(numeral, end=suffix.end(), value=clean(numeral.value * factor), factor=factor, marked=True)
