"""How figures change from one appearance to the next: the value, what is counted, the bound, the period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.linking.names import akin, fold, stem, words_of
from quellenlage.model.claim import DriftKind
from quellenlage.model.figure import Bound, Figure
from quellenlage.model.statement import Statement
from quellenlage.model.text import Span

Change = tuple[DriftKind, str, str]

_ONE_SIDED = frozenset({Bound.AT_LEAST, Bound.AT_MOST, Bound.NEARLY})
_SHARES = frozenset({"Prozent", "percent", "per cent", "%"})
_PEOPLE = frozenset("person personen mensch menschen leute people persons".split())


def figure_drift(before: Statement, after: Statement, *, same_language: bool) -> Iterator[Change]:
    """What changed of the figures that two statements of one claim have in common."""
    for one, other in _pairs(before, after):
        if (one.value, one.high) != (other.value, other.high):
            yield DriftKind.FIGURE, one.span.text, other.span.text
        elif one.bound is not other.bound and {one.bound, other.bound} & _ONE_SIDED:
            yield DriftKind.BOUND, one.span.text, other.span.text
        if same_language and _other_unit(one.unit, other.unit):
            yield DriftKind.UNIT, _unit_words(one), _unit_words(other)
        if _other_period(one.period, other.period) and same_language:
            yield DriftKind.PERIOD, one.period.text if one.period else "", other.period.text if other.period else ""
    if _told(before) & _told(after):
        yield from _other_state(before, after)


def _pairs(before: Statement, after: Statement) -> Iterator[tuple[Figure, Figure]]:
    """Figures of one measure: those of the same value first, then of the same unit, then the only ones left."""
    left = [figure for figure in before.qualification.figures if figure.value is not None]
    right = [figure for figure in after.qualification.figures if figure.value is not None]
    for fits in (_same_value, _same_unit, _any):
        for one in tuple(left):
            fitting = [other for other in right if fits(one, other)]
            if len(fitting) == 1 and (fits is not _any or len(left) == len(right) == 1):
                left.remove(one)
                right.remove(fitting[0])
                yield one, fitting[0]


def _same_value(one: Figure, other: Figure) -> bool:
    return (one.value, one.high) == (other.value, other.high)


def _same_unit(one: Figure, other: Figure) -> bool:
    return not _other_unit(one.unit, other.unit)


def _any(one: Figure, other: Figure) -> bool:
    """Whether two figures may be versions of one: a share is none of a count."""
    shares = [figure.unit in _SHARES for figure in (one, other)]
    return bool(one.unit and other.unit) and shares[0] == shares[1]


def _other_unit(one: str, other: str) -> bool:
    """Whether two units differ; words for people in general are all one, and may stand for any of them."""
    a, b = stem(one), stem(other)
    general = bool({fold(one), fold(other)} & _PEOPLE)
    return bool(a and b) and not akin(a, b) and not general


def _unit_words(figure: Figure) -> str:
    """The unit as it stands on the page."""
    words = [word for word in words_of(figure.span.text) if akin(stem(word), stem(figure.unit))]
    return words[-1] if words else figure.unit


def _other_period(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return False
    a, b = ({stem(word) for word in words_of(span.text)} for span in (one, other))
    return not a & b and bool(re.search(r"\d", one.text) and re.search(r"\d", other.text))


def _told(statement: Statement) -> frozenset[float]:
    return frozenset(figure.value for figure in statement.qualification.figures if figure.value is not None)


def _other_state(before: Statement, after: Statement) -> Iterator[Change]:
    """The same number of people, but of another state: missing here, dead there."""
    one, other = (states_in(" ".join(span.text for span in s.attribution.content)) for s in (before, after))
    if one and other and not one.keys() & other.keys():
        yield DriftKind.UNIT, next(iter(one.values())), next(iter(other.values()))


def states_in(text: str) -> Mapping[str, str]:
    """The states that a text speaks of, each with the words for it."""
    found = {}
    for state, pattern in _patterns():
        match = pattern.search(text)
        if match:
            found[state] = match.group()
    return found


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["state"], re.compile(rf"\b(?:{'|'.join(map(re.escape, _begins(row)))})\w*", re.IGNORECASE))
        for row in rows(builtin_table("states.tsv", "quellenlage.linking"))
    )


def _begins(row: Mapping[str, str]) -> tuple[str, ...]:
    return (*values(row["german"]), *values(row["english"]))
