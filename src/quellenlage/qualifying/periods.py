"""The time that a figure covers, in the exact words beside it: "im Februar", "pro Jahr", "since 2007"."""

from __future__ import annotations

import re
from functools import lru_cache

from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import GAP

_MONTHS = {
    Language.GERMAN: "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    Language.ENGLISH: "January|February|March|April|May|June|July|August|September|October|November|December",
}
_WEEKDAYS = {
    Language.GERMAN: "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag",
    Language.ENGLISH: "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
}
_UNIT = {
    Language.GERMAN: r"(?:Sekunde|Minute|Stunde|Tag|Nacht|Woche|Wochenende|Monat|Quartal|Halbjahr|Jahr|Jahrzehnt|"
    r"Saison)(?:e?n|e|s)?",
    Language.ENGLISH: r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|season)s?",
}
_NUMBER = {
    Language.GERMAN: r"(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)",
    Language.ENGLISH: r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
}
_YEAR = r"(?:1[5-9]|20)\d\d"
_RATE = {
    Language.GERMAN: r"(?:pro|je){g}{unit}|(?:in der|am|im){g}(?:Sekunde|Minute|Stunde|Tag|Monat)|jede[nrsm]?{g}{unit}|"
    r"(?:täglich|stündlich|wöchentlich|monatlich|jährlich)(?!e)",
    Language.ENGLISH: r"(?:per|an?|each|every){g}{unit}|annually|daily|weekly|monthly|yearly",
}
_STRETCH = {
    Language.GERMAN: r"(?:von|zwischen){g}(?:{month}{g})?{year}{g}(?:bis|und){g}(?:{month}{g})?{year}|"
    r"(?:seit|bis|für|im|in|ab|Ende|Anfang|Mitte){g}(?:zum{g}|dem{g}|den{g}|der{g})?(?:Jahr{g}|Jahre{g})?"
    r"(?:(?:Ende|Anfang|Mitte){g})?(?:{month}(?:{g}{year})?|{year})|"
    r"(?:in{g}den|in{g}der|im|während{g}der|seit{g}den|für{g}das|für{g}die){g}"
    r"(?:letzten|vergangenen|kommenden|nächsten|ersten|zweiten|dritten|vierten|laufende|laufenden|vorigen){g}"
    r"(?:{number}{g})?{unit}(?:{g}des{g}Jahres|{g}{year})?|"
    r"(?:dieses|dieser|diesen|vergangenes|vergangene|vergangenen|voriges|vorige|vorigen|letztes|letzte|letzten|nächstes)"
    r"{g}(?:{unit}|{day})|(?:am|von|vom|bis|seit){g}{day}(?:abend|morgen|nacht|mittag)?|"
    r"seit{g}(?:Kriegsbeginn|Jahresbeginn|Beginn{g}de[rs]{g}[A-ZÄÖÜ][\w-]+|damals|gestern)|seither|seitdem|bislang|"
    r"bisher|derzeit|zuletzt|gestern|über{g}Nacht",
    Language.ENGLISH: r"(?:from|between){g}(?:{month}{g})?{year}{g}(?:to|and|until){g}(?:{month}{g})?{year}|"
    r"(?:since|until|till|by|for|in|during|from|through){g}(?:the{g}end{g}of{g}|late{g}|early{g}|mid-)?"
    r"(?:{month}(?:{g}{year})?|{year})|"
    r"(?:in|over|during|for|within){g}(?:the{g})?(?:last|past|next|first|second|third|fourth|coming|previous){g}"
    r"(?:{number}{g})?{unit}(?:{g}of{g}{year})?|(?:this|last|next){g}(?:{unit}|{day}|{month})|on{g}{day}|"
    r"within{g}(?:an?|{number}){g}{unit}|so{g}far|to{g}date|currently|yesterday|overnight",
}
_ARTICLE_RATE = re.compile(r"an?\s", re.IGNORECASE)  # "a year" is a rate only right behind its figure
_CLAUSE = re.compile(r"[;:]\s|[.!?]\s+(?=[A-ZÄÖÜ\"„“»])|,\s")
_LONGEST_CLAUSE = 300
_ADJACENT = re.compile(rf"{GAP}?\(?")


def period_of(text: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """Code points [start, end) of the words that say which time the figure at [start, end) covers.

    A rate right behind the figure ("pro Jahr"), else the only period of the figure's clause; None where there is none
    or where several compete.
    """
    rate = _pattern(language, rate=True).match(text, _skip(text, end))
    if rate:
        return rate.span()
    first, last = _clause(text, start, end)
    found = [
        match.span()
        for rates in (True, False)
        for match in _pattern(language, rates).finditer(text, first, last)
        if (match.end() <= start or match.start() >= end) and not _ARTICLE_RATE.match(match.group())
    ]
    return found[0] if len(found) == 1 else None


def _skip(text: str, end: int) -> int:
    gap = _ADJACENT.match(text, end)
    return gap.end() if gap else end


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - _LONGEST_CLAUSE), min(len(text), end + _LONGEST_CLAUSE)
    before = [match.end() for match in _CLAUSE.finditer(text, first, start)]
    after = _CLAUSE.search(text, end, last)
    return (before[-1] if before else first), (after.start() if after else last)


@lru_cache(maxsize=4)
def _pattern(language: Language, rate: bool) -> re.Pattern[str]:
    parts = {
        "g": GAP,
        "unit": _UNIT[language],
        "month": rf"(?:{_MONTHS[language]})",
        "day": rf"(?:{_WEEKDAYS[language]})",
        "year": _YEAR,
        "number": _NUMBER[language],
    }
    source = (_RATE if rate else _STRETCH)[language]
    for name, pattern in parts.items():
        source = source.replace("{" + name + "}", pattern)
    return re.compile(rf"(?<![\w-])(?i:{source})(?!\w)")
