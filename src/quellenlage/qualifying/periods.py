"""The time that a figure covers, up to when it counts, and whether it is a flow or a running total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.language.passage import sentence_at
from quellenlage.model.figure import Basis
from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import GAP
from quellenlage.qualifying.quantity import Quantity
from quellenlage.qualifying.times.tense import clause_around
from quellenlage.qualifying.timewords import Role, TimeWords, counting_words, time_words

Range = tuple[int, int]

_CLAUSE = re.compile(r"[,;:]\s")
_PART_OF_IT = re.compile(
    rf"(?:darunter|davon|unter{GAP}ihnen|including|among{GAP}them|of{GAP}(?:them|whom|which))(?!\w)", re.IGNORECASE
)
_ALONE = re.compile(r"\s*(?:(?:allein|auch|schon|bereits|erst|only|alone|even)\s+)?\Z", re.IGNORECASE)
_ADJACENT = re.compile(rf"{GAP}?\(?(?:allein{GAP}|alone{GAP})?\Z")
_ARTICLE_RATE = re.compile(r"an?\s|[ai]m\s", re.IGNORECASE)  # a rate only right beside its figure
_ATTRIBUTE = re.compile(rf"{GAP}[a-zäöüß]+e[nrsm]?{GAP}[A-ZÄÖÜ]")  # "monatlich bezahlte Karten"
_RATE_IN_UNIT = re.compile(r"\b(?:per|pro) (?:second|hour|day|week|month|year|Sekunde|Stunde|Tag|Woche|Monat|Jahr)\b")
_LIST_LINK = re.compile(rf",?{GAP}(?:und{GAP}|and{GAP}|sowie{GAP}|or{GAP}|oder{GAP})?|{GAP}?\(")
_SPELLS = frozenset([Role.BOUNDED, Role.DAY])
_STILL = {
    Language.GERMAN: re.compile(r"(?<!\w)(?:noch|damals|seinerzeit)(?!\w)"),
    Language.ENGLISH: re.compile(r"(?<!\w)(?:still|at (?:the|that) time)(?!\w)"),
}
_NOT_ADDED_UP = ("percent", "temperature", "speed", "time")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Code points [start, end) of the words for a figure's period and the moment at which it stands, and its basis."""

    period: Range | None = None
    as_of: Range | None = None
    basis: Basis | None = None


def coverage_of(
    text: str, quantity: Quantity, found: Sequence[Quantity], language: Language, said: Range | None = None
) -> Coverage:
    """What the words around a quantity say of its time; `found` are all quantities of the text.

    A rate ("pro Jahr") counts before a stretch; else the only time of the clause, or the one that touches the figure,
    is its period; several that compete give none. `said` is when it was said, no time that the figure covers; but with
    "noch" beside it, it is the time at which an older count stood.
    """
    first, last = _clause(text, quantity, found, language)
    times = [words for words in time_words(text, language) if said is None or not _overlap(words, *said)]
    around = [words for words in times if first <= words.start and words.end <= last]
    says = counting_words(language, "saying").search(text, first, last) is not None
    near = [words for words in around if _may_cover(text, words, quantity, found, says)]
    chosen = _chosen(text, near, quantity)
    as_of = _as_of(text, times, chosen, quantity)
    if as_of in chosen and len(chosen) > 1:
        chosen = [words for words in chosen if words is not as_of]
    adds_up = not near and any(words.role is Role.SUM for words in around)
    basis = _basis(text[first:last], quantity, _roles(chosen), as_of is not None, adds_up, language)
    if said and not chosen and not as_of and _STILL[language].search(text, *clause_around(text, *said)):
        happens = _happens(quantity.unit, language)
        return Coverage(None, said, Basis.TOTAL if happens else basis)
    period = (chosen[0].start, chosen[-1].end) if chosen else None
    return Coverage(period, (as_of.start, as_of.end) if as_of else None, basis)


def _overlap(words: TimeWords, start: int, end: int) -> bool:
    return words.start < end and start < words.end


def _may_cover(text: str, words: TimeWords, quantity: Quantity, found: Sequence[Quantity], says: bool) -> bool:
    """Whether words of time can be a quantity's period. Where the clause `says` something, a day is that of saying."""
    if words.role in (Role.SUM, Role.STANDING) or (says and words.role is Role.DAY):
        return False
    return not _overlap(words, quantity.start, quantity.end) and not _is_others(text, words, quantity, found)


def _roles(chosen: Sequence[TimeWords]) -> frozenset[Role]:
    return frozenset(words.role for words in chosen)


def _chosen(text: str, near: list[TimeWords], quantity: Quantity) -> list[TimeWords]:
    """The words for the period: one, or a stretch with its rate or its end; empty where none or several compete."""
    rates = [words for words in near if words.role is Role.RATE and _is_rate(text, words, quantity)]
    others = [words for words in near if words.role is not Role.RATE]
    for beside in ([words for words in rates if _touches(text, words, quantity)], rates):
        if len(beside) == 1:
            joined = [one for one in (*others, *beside) if one in beside or _join(text, one, beside[0])]
            return sorted(joined, key=lambda words: words.start)
    if rates:
        return []
    firm = [words for words in others if words.role not in (Role.LOOSE, Role.RUNNING)] or others
    if len(firm) == 1 or (len(firm) == 2 and _roles(firm) == {Role.SINCE, Role.UNTIL}):
        return firm
    touching = [words for words in firm if _touches(text, words, quantity)]
    behind = [words for words in touching if words.start >= quantity.end]
    return next((some for some in (behind, touching) if len(some) == 1), [])


def _is_rate(text: str, words: TimeWords, quantity: Quantity) -> bool:
    if _touches(text, words, quantity):
        return True
    return _ARTICLE_RATE.match(text, words.start) is None and _ATTRIBUTE.match(text, words.end) is None


def _touches(text: str, words: TimeWords, quantity: Quantity) -> bool:
    low, high = min(words.end, quantity.end), max(words.start, quantity.start)
    return _ADJACENT.fullmatch(text, low, high) is not None


def _is_others(text: str, words: TimeWords, quantity: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether a time stands right behind another figure that shares it with none ("5 % im Mai und 3 % im Juni")."""
    if _touches(text, words, quantity):
        return False
    owners = [other for other in found if other.end <= words.start and _touches(text, words, other)]
    return any(
        other.start < quantity.start or _LIST_LINK.fullmatch(text, quantity.end, other.start) is None
        for other in owners
    )


def _join(text: str, one: TimeWords, other: TimeWords) -> bool:
    """Whether only a space stands between the two."""
    return re.fullmatch(GAP, text[min(one.end, other.end) : max(one.start, other.start)]) is not None


def _as_of(text: str, times: list[TimeWords], chosen: list[TimeWords], quantity: Quantity) -> TimeWords | None:
    """The words up to when it counts: "Stand …" anywhere in the sentence, else "bis …" for its period."""
    start, end = sentence_at(text, quantity.start)
    standing = [words for words in times if words.role is Role.STANDING and start <= words.start < end]
    until = [words for words in chosen if words.role is Role.UNTIL]
    return next((some[0] for some in (standing, until) if len(some) == 1), None)


def _basis(
    clause: str, quantity: Quantity, roles: frozenset[Role], stands: bool, adds_up: bool, language: Language
) -> Basis | None:
    if Role.RATE in roles:
        return Basis.FLOW
    if quantity.dimension in _NOT_ADDED_UP:
        return None
    if _RATE_IN_UNIT.search(quantity.unit):
        return Basis.FLOW
    if stands or adds_up:
        return Basis.TOTAL
    if roles & {*_SPELLS, Role.SINCE, Role.RUNNING} and not _is_state(clause, quantity.unit, language):
        return Basis.FLOW if roles & _SPELLS else Basis.TOTAL
    return None


def _is_state(clause: str, unit: str, language: Language) -> bool:
    """Whether the clause tells how much there is, not how much came about."""
    if _happens(unit, language):
        return False
    if counting_words(language, "state").search(clause):
        return True
    is_open = counting_words(language, "open").search(clause) is not None
    return is_open and counting_words(language, "participle").search(clause) is None


def _happens(unit: str, language: Language) -> bool:
    """Whether a unit names what happens and adds up, by the end of its noun ("Todesfälle", "air strikes")."""
    return any(counting_words(language, "event").fullmatch(unit, place) for place in range(len(unit)))


def _clause(text: str, quantity: Quantity, found: Sequence[Quantity], language: Language) -> Range:
    """The clause of a quantity. A comma in a list of quantities ends none, nor does one behind words of time alone,
    even where "sagte Berg" stands between; "darunter" carries the clause before on."""
    sentence, stop = sentence_at(text, quantity.start)
    borders = [match for match in _CLAUSE.finditer(text, sentence, stop) if not _is_list(text, match.span(), found)]
    before = [match.end() for match in borders if match.end() <= quantity.start]
    first = before[-1] if before else sentence
    opening = before[0] - 2 if 1 <= len(before) <= 2 else sentence
    if _is_time_alone(text, sentence, opening, language) and not _times_between(text, opening, first, language):
        first = sentence
    elif before and _PART_OF_IT.match(text, first):
        first = before[-2] if len(before) > 1 else sentence
    after = [match.start() for match in borders if match.start() >= quantity.end]
    return first, (after[0] if after else stop)


def _is_list(text: str, comma: Range, found: Sequence[Quantity]) -> bool:
    ends = any(quantity.end == comma[0] for quantity in found)
    return ends and text[comma[0]] == "," and any(quantity.start == comma[1] for quantity in found)


def _times_between(text: str, start: int, end: int, language: Language) -> bool:
    return any(start <= words.start and words.end <= end for words in time_words(text, language))


def _is_time_alone(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a stretch of text is nothing but words of time ("In the last two months, …")."""
    inside = [words for words in time_words(text, language) if start <= words.start and words.end <= end]
    return bool(inside) and _ALONE.fullmatch(text, start, inside[0].start) is not None and inside[-1].end == end
