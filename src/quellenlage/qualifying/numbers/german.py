"""German number words: "zweihundertfünfzig", "anderthalb", "eine halbe Million", "zwei Drittel", "Tausende"."""

from __future__ import annotations

import re
from functools import lru_cache

from quellenlage.model.text import Language
from quellenlage.qualifying.numbers.numeral import GAP, SCALES, Numeral, NumeralKind, clean, scaled, word_after

GERMAN_STARTS = (
    "ein|zwei|zwo|zwa|zwö|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|null|hundert|tausend|abertausend|abermillion|halb|"
    "hälfte|die hälfte|der hälfte|jede|dutzend|millio|milliar|anderthalb|mehrere|viele|etliche|zig"
)
"""How a number word can begin, as a pattern: a quick filter before `german_at`."""

_UNITS = {
    "null": 0, "ein": 1, "eins": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "eines": 1, "zwei": 2, "zwo": 2,
    "zweier": 2, "drei": 3, "dreier": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_PARTS = {
    "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9, "zehntel": 10,
    "zwanzigstel": 20, "hundertstel": 100, "tausendstel": 1000,
}  # fmt: skip
_NTH = {
    "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9, "zehnt": 10,
    "zwanzigst": 20, "hundertst": 100, "tausendst": 1000,
}  # fmt: skip
_VAGUE = {
    "dutzend": None, "hundert": 1e2, "tausend": 1e3, "abertausend": 1e3, "zehntausend": 1e4, "hunderttausend": 1e5,
    "million": 1e6, "abermillion": 1e6, "milliard": 1e9,
}  # fmt: skip
_LONGEST_WORD = 80  # "neunhundertneunundneunzigtausendneunhundertneunundneunzig" has 54 letters
_HALVES = re.compile(r"(?P<whole>\w+?)(?:und)?einhalb(?P<scale>hundert|tausend)?")
_PART_OF_SCALE = {"viertelmillion": 0.25e6, "dreiviertelmillion": 0.75e6, "viertelmilliarde": 0.25e9}
_HALF_OF_SCALE = re.compile(rf"{GAP}halbe[nrsm]?(?!\w)")
_EVERY_NTH = re.compile(rf"jede[rsnm]?{GAP}({'|'.join(_NTH)})(?:e|en|er|es)(?!\w)", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"(?:mehrere|einige|viele|ein paar|etliche|zig){GAP}({'|'.join(sorted(_VAGUE, key=len, reverse=True))})"
    r"(?:e|en|er)?(?!\w)",
    re.IGNORECASE,
)
_VAGUE_FORM = re.compile(rf"({'|'.join(sorted(_VAGUE, key=len, reverse=True))})(?:e|en|er)")
_OF_SCALE = re.compile(rf"{GAP}(?:von{GAP})?(Tausenden|Millionen|Milliarden)(?!\w)")


def german_at(text: str, start: int, word: str) -> Numeral | None:
    """The number that begins with a word at a code point, None where it begins none."""
    lower, end = word.lower(), start + len(word)
    return (
        _share(text, start)
        or _vague(text, start, lower, end)
        or _part(text, start, lower, end)
        or _half(text, start, lower, end)
        or _cardinal(text, start, lower, end)
    )


@lru_cache(maxsize=4096)
def value_of(word: str) -> int | None:
    """Value of a number word in one piece and small letters ("zweihundertfünfundzwanzig"), None where it is none."""
    if len(word) > _LONGEST_WORD:
        return None
    for part, scale in (("tausend", 1000), ("hundert", 100)):
        before, found, after = word.partition(part)
        if found:
            high = value_of(before) if before else 1
            low = value_of(after.removeprefix("und")) if after else 0
            return None if high is None or low is None or low >= scale else high * scale + low
    if word in _UNITS:
        return _UNITS[word]
    unit, found, tens = word.rpartition("und")
    if found:
        return _UNITS[unit] + _TENS[tens] if 0 < _UNITS.get(unit, 0) < 10 and tens in _TENS else None
    return _TENS.get(word)


def _share(text: str, start: int) -> Numeral | None:
    every = _EVERY_NTH.match(text, start)
    if every is None:
        return None
    return Numeral(start, every.end(), clean(100 / _NTH[every[1].lower()]), NumeralKind.SHARE, marked=True)


def _vague(text: str, start: int, lower: str, end: int) -> Numeral | None:
    several = _SEVERAL.match(text, start)
    if several:
        return Numeral(start, several.end(), _VAGUE[several[1].lower()], NumeralKind.VAGUE, marked=True)
    form = _VAGUE_FORM.fullmatch(lower)
    if form is None:
        return None
    value, nested = _VAGUE[form[1]], _OF_SCALE.match(text, end)
    if nested:  # "Hunderte von Millionen"
        value = value and value * (_VAGUE[nested[1].lower().removesuffix("en")] or 1)
        end = nested.end()
    return Numeral(start, end, value, NumeralKind.VAGUE, marked=True)


def _part(text: str, start: int, lower: str, end: int) -> Numeral | None:
    """Parts of a whole: "die Hälfte", "ein Drittel", "zwei Drittel", "dreiviertel"."""
    following = word_after(text, end)
    if lower == "hälfte":
        return Numeral(start, end, 0.5, NumeralKind.FRACTION, marked=True)
    if lower in ("die", "der") and following and following[1] == "Hälfte":
        return Numeral(start, following[2], 0.5, NumeralKind.FRACTION, marked=True)
    lower = re.sub(r"teln$", "tel", lower)
    for part, denominator in _PARTS.items():
        count = value_of(lower.removesuffix(part)) if lower.endswith(part) and lower != part else None
        if count:
            return Numeral(start, end, round(count / denominator, 3), NumeralKind.FRACTION, marked=True)
    count = value_of(lower)
    denominator = _PARTS.get(following[1].lower().removesuffix("n"), 0) if following else 0
    if count and following and denominator and following[1][0].isupper():
        share = round(count / denominator, 3)
        return Numeral(start, following[2], share, NumeralKind.FRACTION, marked=True)
    return None


def _half(text: str, start: int, lower: str, end: int) -> Numeral | None:
    """Halves: "anderthalb", "zweieinhalb", "eine halbe Million", "halbe"."""
    halves = _HALVES.fullmatch(lower)
    whole = 1 if lower == "anderthalb" else value_of(halves["whole"]) if halves else None
    if whole is not None:
        scale = SCALES[Language.GERMAN][halves["scale"]] if halves and halves["scale"] else 1
        return _words(text, start, end, (whole + 0.5) * scale)
    if re.fullmatch(r"halbe[nrsm]?", lower):
        return _words(text, start, end, 0.5)
    following = word_after(text, end)
    if following and value_of(lower) == 1 and following[1].lower() in _PART_OF_SCALE:
        value = _PART_OF_SCALE[following[1].lower()]
        return Numeral(start, following[2], value, NumeralKind.WORDS, factor=value, marked=True)
    half = _HALF_OF_SCALE.match(text, end) if value_of(lower) == 1 else None
    return _words(text, start, half.end(), 0.5) if half else None


def _cardinal(text: str, start: int, lower: str, end: int) -> Numeral | None:
    number = value_of(lower)
    if number is None:
        return None
    numeral = Numeral(
        start, end, float(number), NumeralKind.WORDS, marked=number > 12 or lower in SCALES[Language.GERMAN]
    )
    return scaled(text, numeral, Language.GERMAN)


def _words(text: str, start: int, end: int, value: float) -> Numeral:
    return scaled(text, Numeral(start, end, value, NumeralKind.WORDS, marked=True), Language.GERMAN)
