"""Finding the times of a text: the forms of its language, their prepositions, dates joined with clock times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from quellenlage.model.text import Language
from quellenlage.qualifying.times import english, german
from quellenlage.qualifying.times.context import stands_as_time
from quellenlage.qualifying.times.expression import Duration, Expression, Fixed, Relation, Stretch, Unit
from quellenlage.qualifying.times.fragments import Form
from quellenlage.qualifying.times.lexicon import GAP, meaning, words
from quellenlage.qualifying.times.match import Found

_FORMS = {Language.GERMAN: german.FORMS, Language.ENGLISH: english.FORMS}
_BETWEEN = {
    Language.GERMAN: rf"(?:{GAP}(?:de[mnrs]|das|die|etwa|rund|ungefähr|frühestens|spätestens|circa|nur|fast|gut|"
    r"knapp))*",
    Language.ENGLISH: rf"(?:{GAP}(?:the|about|around|roughly|at least|at latest|early|late))*",
}
_PLACE_TIME = re.compile(rf"{GAP}?\((?:Ortszeit|OZ|local time)\)|{GAP}(?:Ortszeit|local time)(?!\w)", re.IGNORECASE)
_ONWARDS = {
    Language.GERMAN: re.compile(rf"{GAP}an(?!\w)(?!{GAP}(?:der|die|den|dem|das|einem?|einer)(?!\w))"),
    Language.ENGLISH: re.compile(rf"{GAP}(?:onwards?|on)(?!\w)(?!{GAP}[\w'\"])"),
}
_OPENS_ONWARDS = re.compile(r"(?:von|vom|from)(?!\w)", re.IGNORECASE)
_JOINT = re.compile(r"(?:,?[ \u00a0\u202f]+(?:jeweils[ \u00a0])?|,[ \u00a0]?)\Z")


@lru_cache(maxsize=64)
def find_expressions(text: str, language: Language) -> tuple[Expression, ...]:
    """All words of time in a text, in order, none inside another. Spans hold their prepositions ("seit 2022")."""
    found: list[Expression] = []
    edge = 0
    for expression in _longest(text, language):
        whole = _with_surroundings(text, expression, language, edge)
        if found and (joined := _join(text, found[-1], whole)):
            found[-1] = joined
        else:
            found.append(whole)
        edge = found[-1].end
    return tuple(found)


@lru_cache(maxsize=2)
def _compiled(language: Language) -> tuple[tuple[re.Pattern[str], Form], ...]:
    return tuple((form.compiled(language), form) for form in _FORMS[language])


def _longest(text: str, language: Language) -> Iterator[tuple[Expression, bool]]:
    """Expressions as the forms find them, leftmost and longest first, with whether they hold their preposition."""
    candidates: list[tuple[int, int, int, Expression, bool]] = []
    for rank, (pattern, form) in enumerate(_compiled(language)):
        for match in pattern.finditer(text):
            expression = form.build(Found(match, language))
            if expression is not None and stands_as_time(text, expression, language):
                candidates.append((match.start(), -match.end(), rank, expression, form.whole))
    edge = 0
    for start, _, _, expression, whole in sorted(candidates, key=lambda candidate: candidate[:3]):
        if start >= edge:
            yield expression, whole
            edge = expression.end


def _with_surroundings(text: str, found: tuple[Expression, bool], language: Language, edge: int) -> Expression:
    """The expression with the preposition before it and "(Ortszeit)" or "an" behind it."""
    expression, whole = found
    if not whole:
        expression = _with_preposition(text, expression, language, edge)
    local = _PLACE_TIME.match(text, expression.end)
    if local and not isinstance(expression.what, Duration | Fixed):
        expression = replace(expression, end=local.end())
    onwards = _ONWARDS[language].match(text, expression.end)
    if onwards and _OPENS_ONWARDS.match(text, expression.start):
        expression = replace(expression, end=onwards.end(), relation=Relation.FROM)
    return expression


def _with_preposition(text: str, expression: Expression, language: Language, edge: int) -> Expression:
    match = _prepositions(language).search(text, max(edge, expression.start - 40), expression.start)
    if match is None:
        return expression
    relation = Relation(meaning(language, "relation", match["relation"]))
    unheard = (
        Relation.BEFORE,
        Relation.AFTER,
        Relation.UNTIL,
        *((Relation.SINCE, Relation.FROM) if language is Language.ENGLISH else ()),
    )
    if isinstance(expression.what, Duration) and relation in unheard:
        return expression  # "nach zehn Tagen", "since two years": a length stays one
    return replace(expression, start=match.start("relation"), relation=relation)


@lru_cache(maxsize=2)
def _prepositions(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\w-])(?P<relation>{words(language, 'relation')}){_BETWEEN[language]}{GAP}\Z")


def _join(text: str, first: Expression, second: Expression) -> Expression | None:
    """ "am Montag um 19 Uhr", "3 p.m. on Monday": one moment; None where they are two times."""
    if not _JOINT.fullmatch(text, first.end, second.start):
        return None
    for day, time in ((first, second), (second, first)):
        if time.what is None and _names_a_day(day) and day.clock is None:
            return replace(day, start=first.start, end=second.end, clock=time.clock, part=day.part or time.part)
    if _is_bare_part(first) and _names_a_day(second) and second.part is None:  # "am Abend des 3. Mai"
        return replace(second, start=first.start, end=second.end, part=first.part)
    if (
        _names_a_day(first)
        and _is_bare_part(second)
        and first.part is None
        and "," not in text[first.end : second.start]
    ):
        return replace(first, start=first.start, end=second.end, part=second.part)
    return None


def _names_a_day(expression: Expression) -> bool:
    what = expression.what
    named = isinstance(what, Stretch) and what.unit in (Unit.DAY, Unit.WEEKDAY) and what != Stretch(Unit.DAY)
    return named and expression.relation is not Relation.BEFORE


def _is_bare_part(expression: Expression) -> bool:
    return expression.what == Stretch(Unit.DAY)
