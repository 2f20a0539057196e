"""Numerals of German and English as they stand in running text: digits, words, mixed forms, fractions.

A numeral is the bare number with its scale ("3,5 Milliarden", "two dozen", "1.2bn", "2½", "hunderttausend"); what it
counts and how it is bounded is told elsewhere. Digits are read after the language: "4.000" is four thousand in German
and four in English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.model.text import Language

_SPACE = "[ \u00a0\u202f\u2009]"
_DIGITS = {
    Language.GERMAN: re.compile(
        rf"\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?(?![\d.]\d)|\d{{1,3}}(?:['’]\d{{3}})+(?:[.,]\d+)?"
        rf"|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?|\d+,\d+|\d+\.\d{{1,2}}(?![\d.])|\d+"
    ),
    Language.ENGLISH: re.compile(
        rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:\.\d+)?|\d+\.\d+|\d+"
    ),
}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_SLASH_FRACTION = re.compile(rf"(?:(\d+){_SPACE})?(\d)[/⁄](\d)(?![\d/⁄])")

_DE_UNITS = {
    "null": 0, "ein": 1, "eins": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "eines": 1, "zwei": 2, "zwo": 2,
    "zweier": 2, "drei": 3, "dreier": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_DE_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_EN_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_EN_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    Language.GERMAN: {
        "dutzend": 12, "hundert": 100, "tausend": 1e3, "tsd": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6,
        "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "bio": 1e12,
        "billiarde": 1e15, "billiarden": 1e15,
    },
    Language.ENGLISH: {
        "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "trillion": 1e12,
    },
}  # fmt: skip
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "bn": 1e9, "b": 1e9, "mrd": 1e9, "tn": 1e12, "trn": 1e12}
_SUFFIX = re.compile(r"(?:bn|mn|trn|tn|k|m|b|Mio|Mrd)(?![\w-])")
_VAGUE = {
    Language.GERMAN: {
        "dutzende": None, "hunderte": 1e2, "tausende": 1e3, "abertausende": 1e3, "zehntausende": 1e4,
        "hunderttausende": 1e5, "millionen": 1e6, "abermillionen": 1e6, "milliarden": 1e9,
    },
    Language.ENGLISH: {
        "scores": None, "dozens": None, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
        "trillions": 1e12,
    },
}  # fmt: skip
_FRACTIONS = {
    Language.GERMAN: {
        "hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9,
        "zehntel": 10, "zwanzigstel": 20, "hundertstel": 100, "tausendstel": 1000,
    },
    Language.ENGLISH: {
        "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "hundredth": 100,
    },
}  # fmt: skip
_EVERY_NTH = re.compile(
    r"(?:jede[rsnm]?|jede[rsnm]?\s+(?:einzelne|knapp)?)\s+(zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|"
    r"zwanzigst|hundertst|tausendst)(?:e|en|er|es)\b",
    re.IGNORECASE,
)
_NTH = {
    "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9, "zehnt": 10,
    "zwanzigst": 20, "hundertst": 100, "tausendst": 1000,
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_WORD_FROM = re.compile(rf"({_SPACE}|-)([^\W\d_]+)(?![\w])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text at code points [start, end).

    `value` is None where the words name no number ("dutzende"). `factor` is the scale inside `value` (1e6 for
    "3 Millionen"). `kind` is "digits", "words", "vague", "fraction" (a part of something: unit is what follows) or
    "share" (one in so many, as percent). `marked` says that separators, a scale or a fraction mark it as a quantity.
    """

    start: int
    end: int
    value: float | None
    kind: str
    factor: float = 1.0
    marked: bool = False


def numeral_at(text: str, start: int, language: Language) -> Numeral | None:
    """The longest numeral that begins at a code point of the text, None where none does."""
    if text[start].isdigit() or text[start] in _VULGAR:
        return _digits_at(text, start, language)
    word = _WORD.match(text, start)
    if word is None:
        return None
    if language is Language.GERMAN:
        return _german_at(text, start, word.group())
    return _english_at(text, start, word.group())


def _clean(value: float) -> float:
    return round(value, 4) if abs(value) < 1e6 else float(round(value))


def _digits_at(text: str, start: int, language: Language) -> Numeral | None:
    fraction = _SLASH_FRACTION.match(text, start)
    if fraction and int(fraction[3]) > 1 and int(fraction[2]) < int(fraction[3]):
        value = int(fraction[1] or 0) + int(fraction[2]) / int(fraction[3])
        return Numeral(start, fraction.end(), _clean(value), "digits", marked=True)
    if text[start] in _VULGAR:
        return _scaled(text, Numeral(start, start + 1, _clean(_VULGAR[text[start]]), "digits", marked=True), language)
    match = _DIGITS[language].match(text, start)
    if match is None:
        return None
    written, end = match.group(), match.end()
    value = _read_digits(written, language)
    if text[end : end + 1] in _VULGAR and text[end : end + 1]:
        return _scaled(text, Numeral(start, end + 1, value + _VULGAR[text[end]], "digits", marked=True), language)
    return _scaled(text, Numeral(start, end, value, "digits", marked=not written.isdigit()), language)


def _read_digits(written: str, language: Language) -> float:
    plain = re.sub(rf"{_SPACE}|['’]", "", written)
    if language is Language.GERMAN:
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
            plain = plain.replace(".", "")
        return float(plain.replace(",", "."))
    return float(plain.replace(",", ""))


def _scaled(text: str, numeral: Numeral, language: Language) -> Numeral:
    """The numeral with a scale that follows it ("Millionen", "dozen", "bn"), if any."""
    assert numeral.value is not None
    suffix = _SUFFIX.match(text, numeral.end) if numeral.kind == "digits" else None
    if suffix:
        factor = _SUFFIXES[suffix.group().lower()]
        return Numeral(
            numeral.start, suffix.end(), _clean(numeral.value * factor), "digits", factor * numeral.factor, True
        )
    word = _WORD_FROM.match(text, numeral.end)
    factor = _SCALES[language].get(word[2].lower(), 0) if word else 0
    if word is None or not factor or (language is Language.ENGLISH and factor < 1e3 and word[1] == "-"):
        return numeral
    end = word.end()
    if text[end : end + 1] == "." and word[2].lower() in ("mio", "mrd", "tsd", "bio"):
        end += 1
    scaled = Numeral(numeral.start, end, _clean(numeral.value * factor), numeral.kind, numeral.factor * factor, True)
    return _scaled(text, scaled, language)


# --- German words


@lru_cache(maxsize=4096)
def _german_word(word: str) -> int | None:
    """Value of a German number word in one piece ("zweihundertfünfundzwanzig"), None where it is none."""
    for part, scale in (("tausend", 1000), ("hundert", 100)):
        before, found, after = word.partition(part)
        if found:
            high = _german_word(before) if before else 1
            low = _german_word(after.removeprefix("und") or "null") if after else 0
            return None if high is None or low is None or low >= scale else high * scale + low
    if word in _DE_UNITS:
        return _DE_UNITS[word]
    unit, found, tens = word.rpartition("und")
    if found:
        ok = unit in _DE_UNITS and 0 < _DE_UNITS[unit] < 10 and tens in _DE_TENS
        return _DE_UNITS[unit] + _DE_TENS[tens] if ok else None
    return _DE_TENS.get(word)


def _german_at(text: str, start: int, word: str) -> Numeral | None:
    lower, end = word.lower(), start + len(word)
    every = _EVERY_NTH.match(text, start)
    if every:
        return Numeral(start, every.end(), _clean(100 / _NTH[every[1].lower()]), "share", marked=True)
    halves = re.fullmatch(r"(\w+?)einhalb", lower)
    if lower in ("anderthalb", "eineinhalb", "einundeinhalb"):
        return _scaled(text, Numeral(start, end, 1.5, "words", marked=True), Language.GERMAN)
    if halves and (whole := _german_word(halves[1].removesuffix("und"))) is not None:
        return _scaled(text, Numeral(start, end, whole + 0.5, "words", marked=True), Language.GERMAN)
    vague = _german_vague(text, start, lower, end)
    if vague:
        return vague
    if lower.startswith(("halb", "dreiviertel")) and re.fullmatch(r"halbe[nrsm]?|dreiviertel", lower):
        value = 0.5 if lower.startswith("halb") else 0.75
        return _scaled(text, Numeral(start, end, value, "words", marked=True), Language.GERMAN)
    part = _german_fraction(text, start, lower, end)
    if part:
        return part
    number = _german_word(lower)
    if number is None:
        return None
    half = re.compile(rf"{_SPACE}halbe[nrsm]?(?!\w)").match(text, end) if number == 1 else None
    if half:  # "eine halbe Million", "ein halbes Dutzend"
        return _scaled(text, Numeral(start, half.end(), 0.5, "words", marked=True), Language.GERMAN)
    return _scaled(text, Numeral(start, end, float(number), "words", marked=number > 12), Language.GERMAN)


def _german_vague(text: str, start: int, lower: str, end: int) -> Numeral | None:
    several = re.compile(
        rf"(?:mehrere|einige|viele|ein paar|etliche){_SPACE}(dutzend|hundert|tausend|zehntausend|hunderttausend|"
        rf"millionen|milliarden)(?:e|en|er)?(?!\w)",
        re.IGNORECASE,
    ).match(text, start)
    if several:
        scale = several[1].lower()
        value = None if scale == "dutzend" else {"zehntausend": 1e4, "hunderttausend": 1e5}.get(scale)
        value = value or (None if scale == "dutzend" else _SCALES[Language.GERMAN][scale])
        return Numeral(start, several.end(), value, "vague", marked=True)
    base = re.sub(r"(?<=[de])(?:n|r)$", "", lower) if not lower.endswith("nen") else lower
    vague = _VAGUE[Language.GERMAN]
    for form in (lower, base):
        if form in vague:
            return Numeral(start, end, vague[form], "vague", marked=True)
    return None


def _german_fraction(text: str, start: int, lower: str, end: int) -> Numeral | None:
    """ "die Hälfte", "ein Drittel", "zwei Drittel", "drei Viertel der …"."""
    if lower == "hälfte":
        return Numeral(start, end, 0.5, "fraction", marked=True)
    count = _german_word(lower) if lower != "halb" else None
    word = _WORD_FROM.match(text, end)
    if count and word and word[2][0].isupper():
        denominator = _FRACTIONS[Language.GERMAN].get(word[2].lower())
        if denominator and denominator > 2:
            return Numeral(start, word.end(), round(count / denominator, 3), "fraction", marked=True)
    joined = re.fullmatch(r"(zwei|drei|vier|fünf|neun)(drittel|viertel|fünftel|zehntel)", lower)
    if joined:
        value = _DE_UNITS[joined[1]] / _FRACTIONS[Language.GERMAN][joined[2]]
        return Numeral(start, end, round(value, 3), "fraction", marked=True)
    return None


# --- English words


def _english_at(text: str, start: int, word: str) -> Numeral | None:
    lower, end = word.lower(), start + len(word)
    vague = _english_vague(text, start, lower, end)
    if vague:
        return vague
    part = _english_fraction(text, start, end)
    if part:
        return part
    if lower in ("a", "an"):
        scale = _WORD_FROM.match(text, end)
        if scale and scale[1] != "-" and scale[2].lower() in _SCALES[Language.ENGLISH]:
            return _scaled(text, Numeral(start, end, 1.0, "words"), Language.ENGLISH)
        return None
    if lower not in _EN_UNITS and lower not in _EN_TENS:
        return None
    return _english_cardinal(text, start)


def _english_cardinal(text: str, start: int) -> Numeral:
    """Reads "two hundred and fifty-three thousand": words joined by spaces, hyphens and "and"."""
    total, group, end, factor = 0.0, 0.0, start, 1.0
    position, after_scale = start, False
    while word := re.compile(rf"(?:{_SPACE}|-)?([^\W\d_]+)(?!\w)" if position > start else r"()([^\W\d_]+)").match(
        text, position
    ):
        token = word.group(word.lastindex or 1).lower()
        if token in _EN_UNITS and (
            group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and _EN_UNITS[token] < 10)
        ):
            if position > start and not after_scale and group % 100 == 0:
                break
            group += _EN_UNITS[token]
        elif token in _EN_TENS and group % 100 == 0 and (position == start or after_scale):
            group += _EN_TENS[token]
        elif token == "hundred" and 0 < group < 100:
            group *= 100
        elif token in ("thousand", "million", "billion", "trillion", "dozen") and group:
            scale = _SCALES[Language.ENGLISH][token]
            total, group, factor = total + group * scale, 0.0, scale
        elif token == "and" and after_scale and _continues(text, word.end()):
            position = word.end()
            continue
        else:
            break
        after_scale = token in ("hundred", "thousand", "million", "billion", "trillion")
        position = end = word.end()
    value = total + group
    half = re.compile(rf"{_SPACE}and a half(?!\w)").match(text, end)
    if half:
        return _scaled(text, Numeral(start, half.end(), value + 0.5, "words", marked=True), Language.ENGLISH)
    return Numeral(start, end, _clean(value), "words", factor, marked=value > 12 or factor > 1)


def _continues(text: str, end: int) -> bool:
    following = _WORD_FROM.match(text, end)
    return following is not None and (following[2].lower() in _EN_UNITS or following[2].lower() in _EN_TENS)


def _english_vague(text: str, start: int, lower: str, end: int) -> Numeral | None:
    several = re.compile(
        rf"(?:several|many|a few|some){_SPACE}(dozen|hundred|thousand|million|billion)(?!\w)", re.IGNORECASE
    ).match(text, start)
    if several:
        scale = several[1].lower()
        value = None if scale == "dozen" else _SCALES[Language.ENGLISH][scale]
        return Numeral(start, several.end(), value, "vague", marked=True)
    tens = re.compile(rf"tens{_SPACE}of{_SPACE}(thousands|millions|billions)(?!\w)", re.IGNORECASE).match(text, start)
    if tens:
        return Numeral(start, tens.end(), 10 * (_VAGUE[Language.ENGLISH][tens[1].lower()] or 0), "vague", marked=True)
    if lower not in _VAGUE[Language.ENGLISH]:
        return None
    value = _VAGUE[Language.ENGLISH][lower]
    nested = re.compile(rf"{_SPACE}of{_SPACE}(thousands|millions|billions|trillions)(?!\w)", re.IGNORECASE).match(
        text, end
    )
    if nested and value:
        return Numeral(
            start, nested.end(), value * (_VAGUE[Language.ENGLISH][nested[1].lower()] or 0), "vague", marked=True
        )
    return Numeral(start, end, value, "vague", marked=True)


_EN_FRACTION = re.compile(
    rf"(?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine)(?:{_SPACE}|-))?"
    rf"(?P<part>half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)(?P<plural>s?|ves)(?!\w)",
    re.IGNORECASE,
)
_EN_SHARE = re.compile(rf"(?:one|1){_SPACE}in{_SPACE}(?:every{_SPACE})?(\w+)(?!\w)", re.IGNORECASE)


def _english_fraction(text: str, start: int, end: int) -> Numeral | None:
    share = _EN_SHARE.match(text, start)
    if share:
        every = int(share[1]) if share[1].isdigit() else _EN_UNITS.get(share[1].lower(), 0)
        if every > 1:
            return Numeral(start, share.end(), _clean(100 / every), "share", marked=True)
    match = _EN_FRACTION.match(text, start)
    if match is None or end > match.end():
        return None
    part, count = match["part"].lower(), (match["count"] or "").lower()
    if part == "half":
        return _english_half(text, match)
    if not count or (
        part != "quarter" and count in ("a", "an") and not re.match(rf"{_SPACE}of\b", text[match.end() :])
    ):
        return None  # "third" alone is an ordinal, "a third man" too
    number = 1 if count in ("a", "an") else _EN_UNITS[count]
    if (number == 1 and match["plural"]) or (number > 1 and not match["plural"]):
        return None
    value = round(number / _FRACTIONS[Language.ENGLISH][part], 3)
    return Numeral(start, match.end(), value, "fraction", marked=True)


def _english_half(text: str, match: re.Match[str]) -> Numeral | None:
    """ "half a million", "half a dozen", "half an hour", "half of …"; "a half"."""
    article = re.compile(rf"{_SPACE}an?(?={_SPACE}([^\W\d_]+))").match(text, match.end())
    if article and article[1].lower() in _SCALES[Language.ENGLISH]:
        return _scaled(text, Numeral(match.start(), article.end(), 0.5, "words", marked=True), Language.ENGLISH)
    if article:
        return Numeral(match.start(), article.end(), 0.5, "words", marked=True)
    if match["count"] and match["count"].lower() not in ("a", "an", "one"):
        return None
    return Numeral(match.start(), match.end(), 0.5, "fraction", marked=True)
