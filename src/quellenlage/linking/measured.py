"""When two figures are of one measure: the same counted, of whom, in what state and place, on the same basis.

Links of their statements say it best. Without one, the clauses around the figures must tell the same: the same words
for most of what they tell, and a thing beside the unit, or their headlines where a statement names none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quellenlage.linking.gist import gist
from quellenlage.linking.measures import known_units, rate_of, states_in, unlike_units
from quellenlage.linking.names import stem, words_of
from quellenlage.model.claim import Appearance
from quellenlage.model.figure import Figure
from quellenlage.model.text import Language

_SHORT = 3  # letters of a word that can name no thing
_MOST = 0.6  # of the words of the shorter of two clauses that tell the same
_SEVERAL = 2  # words that two clauses share by no chance
_CLAUSE_END = re.compile(r"[,;:.!?](?=\s|$)|\s(?:und|and|aber|but|während|while)\s")


@dataclass(frozen=True, slots=True)
class Measured:
    """What tells the measure of one figure.

    `described` are stems of what describes the counted, `told` what its clause tells besides, `things` stems of the
    capitalised words of its statement, `around` those with its headline's.
    """

    figure: Figure
    language: Language
    described: frozenset[str]
    states: frozenset[str]
    rate: str
    told: frozenset[str]
    things: frozenset[str]
    around: frozenset[str]


def measured(figure: Figure, appearance: Appearance) -> Measured:
    """The measure of a figure, after the words of its statement and headline."""
    content = " ".join(span.text for span in appearance.statement.attribution.content)
    unit = stem(figure.unit)
    clause = _clause(figure, appearance)
    things = _things(content) - {unit}
    return Measured(
        figure,
        appearance.article.language,
        _things(figure.counted.text) - {unit} if figure.counted else frozenset(),
        frozenset(states_in(clause) or states_in(content)),
        rate_of(figure.period.text) if figure.period else "",
        gist(clause) - gist(figure.span.text) - gist(figure.period.text if figure.period else ""),
        things,
        _things(appearance.article.headline or "") | things,
    )


def naming(text: str) -> tuple[str, ...]:
    """The words of a text that can name a thing, in order."""
    return tuple(word for word in words_of(text) if word[:1].isupper() and len(word) > _SHORT)


def may_be_one(one: Measured, other: Measured) -> bool:
    """Whether nothing rules out that two figures count the same on one basis."""
    if one.figure.basis is not other.figure.basis or (one.rate and other.rate and one.rate != other.rate):
        return False
    same_language = one.language is other.language
    if unlike_units(one.figure.unit, other.figure.unit, same_language=same_language):
        return False
    if one.states and other.states and not one.states & other.states:
        return False
    return not same_language or one.described <= other.described or other.described <= one.described


def tell_the_same(one: Measured, other: Measured) -> bool:
    """Whether the clauses of two figures show by their words that they count the same."""
    if not may_be_one(one, other) or one.rate != other.rate or not _one_unit(one.figure.unit, other.figure.unit):
        return False
    both = one.things and other.things  # else what the headline speaks of must do
    if not (one.things & other.things if both else one.around & other.around):
        return False
    shared, least = len(one.told & other.told), min(len(one.told), len(other.told))
    return shared >= max(_SEVERAL, _MOST * least)


def _one_unit(one: str, other: str) -> bool:
    return stem(one) == stem(other) or bool(known_units(one) & known_units(other))


def _clause(figure: Figure, appearance: Appearance) -> str:
    """The words of the statement around a figure, up to the next mark or conjunction on each side."""
    span = next((each for each in appearance.statement.attribution.content if each.overlaps(figure.span)), figure.span)
    start, end = figure.span.start - span.start, figure.span.end - span.start
    before = [match.end() for match in _CLAUSE_END.finditer(span.text, 0, max(0, start))]
    behind = _CLAUSE_END.search(span.text, max(0, end))
    return span.text[before[-1] if before else 0 : behind.start() if behind else len(span.text)]


def _things(text: str) -> frozenset[str]:
    return frozenset(map(stem, naming(text)))
