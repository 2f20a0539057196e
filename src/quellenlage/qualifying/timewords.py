"""Words that can say which time a figure covers, each with its role: "im Februar", "pro Jahr", "since 2007", "bislang".

The times are those of the time grammar; added are rates, which are no times by themselves, events from which something
is counted ("seit Kriegsbeginn"), and words that count on without naming a time ("bislang", "insgesamt").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import GAP
from quellenlage.qualifying.times.expression import (
    Direction,
    Duration,
    Expression,
    Fixed,
    Interval,
    Relation,
    Stretch,
    Unit,
)
from quellenlage.qualifying.times.grammar import find_expressions
from quellenlage.qualifying.times.tense import direction_at


class Role(StrEnum):
    """What words of time make of a figure beside them."""

    RATE = "rate"  # "pro Jahr", "täglich"
    BOUNDED = "bounded"  # "im Februar", "in den letzten zwei Monaten"
    DAY = "day"  # "am Montag": bounded too, but often the day of saying
    SINCE = "since"  # "seit 2007", "seit Kriegsbeginn"
    UNTIL = "until"  # "bis Ende Oktober"
    STANDING = "standing"  # "Stand Montag", "as of Tuesday"
    RUNNING = "running"  # "bislang"
    LOOSE = "loose"  # "derzeit", "zuletzt", "ab Montag"
    SUM = "sum"  # "insgesamt"; no time at all


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words at code points [start, end) of a text, and their role."""

    start: int
    end: int
    role: Role


_UNIT = {
    Language.GERMAN: r"(?:Sekunde|Minute|Stunde|Tag|Nacht|Woche|Wochenende|Monat|Quartal|Halbjahr|Jahr|Jahrzehnt|"
    r"Saison)(?:e?n|e|s)?",
    Language.ENGLISH: r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|season)",
}
_RATE = {
    Language.GERMAN: rf"(?:pro|je){GAP}{_UNIT[Language.GERMAN]}|(?:in{GAP}der|am|im){GAP}(?:Sekunde|Minute|Stunde|Tag|"
    rf"Monat|Jahr)(?!{GAP}(?:der|des|nach|vor|zuvor|danach|darauf|\d))|jede[nrsm]?{GAP}{_UNIT[Language.GERMAN]}|"
    r"(?:täglich|stündlich|wöchentlich|monatlich|jährlich)(?!e)",
    Language.ENGLISH: rf"(?:per|each|every){GAP}{_UNIT[Language.ENGLISH]}|annually|daily|weekly|monthly|yearly|"
    rf"an?{GAP}{_UNIT[Language.ENGLISH]}(?!{GAP}(?:ago|later|earlier|after|before|or|of|and))",
}
_EVENT = {  # a noun, with what belongs to it; a time beside it says when that was
    Language.GERMAN: re.compile(
        rf"(?<!\w)[Ss]eit{GAP}(?:(?:de[rmn]|dessen|deren|ihre[rmn]|seine[rmn]|diese[rmn]){GAP})?"
        rf"(?:[a-zäöüß]+(?:en|em|er){GAP})?[A-ZÄÖÜ][\w-]+"
        rf"(?:{GAP}(?:des|der|dieses|dieser|seiner|ihrer){GAP}(?:[a-zäöüß]+en{GAP})?[A-ZÄÖÜ][\w-]+)*"
    ),
    Language.ENGLISH: re.compile(
        rf"(?<!\w)[Ss]ince{GAP}(?:(?:the|its|their|his|her|this|that){GAP})?"
        rf"(?:[a-z]+{GAP}of{GAP}(?:(?:the|its|their|his|her|this|that){GAP})?)?(?:[\w-]+{GAP})?[^\W\d]+"
        rf"(?:{GAP}(?:began|begun|started|broke{GAP}out|opened|ended))?"
    ),
}
_SPAN_OPENS = re.compile(r"(?:von|vom|zwischen|from|between)(?!\w)", re.IGNORECASE)
_SPAN_LINK = re.compile(rf"{GAP}(?:(?:bis|und|and|to|until|through){GAP}(?:zum{GAP}|zur{GAP}|in{GAP}den{GAP})?)?\Z")
_DAYS = (Unit.DAY, Unit.WEEKDAY)
_WORDS = r"\s(?:[^.;]*\s)?"
_SET = re.compile(r"P\d|XXXX-WXX-")  # TIMEX3 values of what recurs
_STANDS = re.compile(rf"(?<!\w)(?:(?:mit{GAP})?Stand:?|Stichtag:?|[Aa]s{GAP}at){GAP}(?:(?:vom|von){GAP})?\Z")
_AS_OF = re.compile(rf"as{GAP}of(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def time_words(text: str, language: Language) -> tuple[TimeWords, ...]:
    """All such words of a text, in order; of words that overlap the longer stay."""
    found = [
        *_events(text, language),
        *_spans(text, tuple(_times(text, language))),
        *(TimeWords(*match.span(), Role.RATE) for match in _rates(language).finditer(text)),
        *_listed(text, language),
    ]
    kept: list[TimeWords] = []
    for words in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(words.end <= other.start or other.end <= words.start for other in kept):
            kept.append(words)
    return tuple(sorted(kept, key=lambda one: one.start))


def _times(text: str, language: Language) -> Iterator[TimeWords]:
    for expression in find_expressions(text, language):
        role = _role(text, expression, language)
        if role is None:
            continue
        stands = _STANDS.search(text, max(0, expression.start - 20), expression.start)
        if stands and role in (Role.BOUNDED, Role.DAY):
            yield TimeWords(stands.start(), expression.end, Role.STANDING)
        else:
            yield TimeWords(expression.start, expression.end, role)


def _role(text: str, expression: Expression, language: Language) -> Role | None:
    what, relation = expression.what, expression.relation
    if isinstance(what, Fixed):
        return Role.RATE if _SET.match(what.value) else Role.LOOSE
    if isinstance(what, Duration):
        if relation is Relation.SINCE:
            return Role.SINCE
        return Role.BOUNDED if what.side is not None else None
    if not isinstance(what, Stretch | Interval):
        return None
    if relation is Relation.FROM:
        opens = _AS_OF.match(text, expression.start) is not None
        ahead = direction_at(text, expression.start, expression.end, language) is Direction.FUTURE
        return Role.STANDING if opens and not ahead else Role.LOOSE
    return {
        Relation.AT: Role.DAY if isinstance(what, Stretch) and what.unit in _DAYS else Role.BOUNDED,
        Relation.WITHIN: Role.BOUNDED,
        Relation.SINCE: Role.SINCE,
        Relation.UNTIL: Role.UNTIL,
    }.get(relation)


def _spans(text: str, times: tuple[TimeWords, ...]) -> Iterator[TimeWords]:
    """The times, two that open and close one span as one: "von Montagabend bis Dienstag"."""
    position = 0
    while position < len(times):
        first, last = times[position], times[position + 1] if position + 1 < len(times) else None
        opens = last is not None and _SPAN_OPENS.match(text, first.start)
        if last is not None and opens and _SPAN_LINK.fullmatch(text, first.end, last.start):
            yield TimeWords(first.start, last.end, Role.BOUNDED)
            position += 2
        else:
            yield first
            position += 1


def _events(text: str, language: Language) -> Iterator[TimeWords]:
    """ "seit Kriegsbeginn vor neun Monaten", "since the start of the war in May": the time beside is its own."""
    times = find_expressions(text, language)
    for match in _EVENT[language].finditer(text):
        end = match.end()
        if any(time.start == match.start() for time in times):
            continue
        beside = [time.end for time in times if re.fullmatch(GAP, text[end : time.start])]
        yield TimeWords(match.start(), max([end, *beside]), Role.SINCE)


def _listed(text: str, language: Language) -> Iterable[TimeWords]:
    for role in (Role.RUNNING, Role.SUM):
        for match in counting_words(language, role.value).finditer(text):
            yield TimeWords(*match.span(), role)


@lru_cache(maxsize=2)
def _rates(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?i:{_RATE[language]})(?!\w)")


@lru_cache(maxsize=16)
def counting_words(language: Language, role: str) -> re.Pattern[str]:
    """The words of a role in `counting.tsv` as whole words, verbs in small letters ("leben" is one, "Leben" is not)."""
    flags = "" if role in ("state", "open", "saying") else "i"
    forms = [
        form
        for row in rows(builtin_table("counting.tsv", __package__))
        if row["language"] == language.value and row["role"] == role
        for form in values(row["words"])
    ]
    forms.sort(key=len, reverse=True)
    parts = "|".join(
        re.escape(form).replace(r"\*", r"\w*").replace(r"\ …\ ", _WORDS).replace(r"\ ", GAP) for form in forms
    )
    return re.compile(rf"(?<![\w-])(?{flags}:{parts})(?!\w)")
