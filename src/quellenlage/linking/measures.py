"""How figures change from one appearance to the next: the value, what is counted, the bound, the period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.linking.names import akin, fold, stem, words_of
from quellenlage.linking.rejecting import figures_told
from quellenlage.model.claim import DriftKind
from quellenlage.model.figure import Bound, Figure
from quellenlage.model.statement import Statement
from quellenlage.model.text import Span

_SPANS = {
    "second": ("sekund", "second"),
    "minute": ("minut",),
    "hour": ("stund", "hour"),
    "day": ("tag", "day", "dail"),
    "week": ("woch", "week"),
    "month": ("monat", "month"),
    "year": ("jahr", "year", "annu"),
}
_RATE = re.compile(
    r"(?:(?:pro|je|am|an jedem|in der|im|a|an|per|each|every|jede[nsr]?) (?P<span>\w+)|(?P<adverb>\w+lich|\w+ly))",
    re.IGNORECASE,
)
Change = tuple[DriftKind, str, str]

_ONE_SIDED = frozenset({Bound.AT_LEAST, Bound.AT_MOST, Bound.NEARLY})
_ROUND = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|dutzenden?|(?:zehn|hundert)?tausenden?|hunderten?|millionen)\b",
    re.IGNORECASE,
)
_SHARES = frozenset({"Prozent", "percent", "per cent", "%"})
_PEOPLE = frozenset("person personen mensch menschen leute people persons heads kopfe".split())
_PLACES = frozenset("ort orte stelle platz standort adresse place site location address spot".split())
_GENERAL = {"people": _PEOPLE | {"mensch", "leut", "head", "kopf"}, "places": _PLACES}


def figure_drift(before: Statement, after: Statement, *, same_language: bool) -> Iterator[Change]:
    """What changed of the figures that two statements of one claim have in common."""
    pairs = tuple(_pairs(before, after))
    agreed = [pair for pair in pairs if _same_value(*pair) and _same_unit(*pair)]
    by_chance = len(pairs) > 1 and bool(agreed)  # three clinics here, three dead there, where both tell of eleven hurt
    for one, other in pairs:
        if _is_round(one) or _is_round(other):
            pass
        elif (one.value, one.high) != (other.value, other.high):
            yield DriftKind.FIGURE, one.span.text, other.span.text
        elif one.bound is not other.bound and {one.bound, other.bound} & _ONE_SIDED and not _is_careful(one, other):
            yield DriftKind.BOUND, one.span.text, other.span.text
        told = _tells(after, one.unit) and _tells(before, other.unit)
        if unlike_units(one.unit, other.unit, same_language=same_language) and not (told or by_chance):
            yield DriftKind.UNIT, _unit_words(one), _unit_words(other)
        if _other_rate(one.period, other.period):
            yield DriftKind.UNIT, one.period.text if one.period else "", other.period.text if other.period else ""
        elif _other_period(one.period, other.period) and same_language:
            yield DriftKind.PERIOD, one.period.text if one.period else "", other.period.text if other.period else ""
    if pairs and not by_chance:
        yield from _other_state(before, after)


def _is_careful(before: Figure, after: Figure) -> bool:
    """Whether a bound that came in only leaves room for less ("0.9", "at most 0.9"), which misleads nobody."""
    return after.bound is Bound.AT_MOST and before.bound not in _ONE_SIDED


def _pairs(before: Statement, after: Statement) -> Iterator[tuple[Figure, Figure]]:
    """Figures of one measure: those of the same value first, then of the same unit, then the only ones left."""
    left, right = list(figures_told(before)), list(figures_told(after))
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
    return not _other_unit(one.unit, other.unit) or bool(known_units(one.unit) & known_units(other.unit))


def _any(one: Figure, other: Figure) -> bool:
    """Whether two figures may be versions of one: a share is none of a count."""
    shares = [figure.unit in _SHARES for figure in (one, other)]
    return bool(one.unit and other.unit) and shares[0] == shares[1]


def _other_unit(one: str, other: str) -> bool:
    """Whether two units differ; a word for people in general may stand for any of them, one for places for any."""
    a, b = stem(one), stem(other)
    if not a or not b or akin(a, b) or known_units(one) & known_units(other):
        return False
    return not any(
        _is_general(general, kind) and not (known_units(unit) and _kind_of(unit) != kind)
        for general, unit in ((one, other), (other, one))
        for kind in _GENERAL
    )


def _is_general(unit: str, kind: str) -> bool:
    return bool({fold(unit), stem(unit)} & _GENERAL[kind])


def _kind_of(unit: str) -> str:
    """Whether a known unit counts people or places; "" where it counts neither."""
    found = {_units()[i][0] for i in known_units(unit)}
    return found.pop() if len(found) == 1 else ""


def _is_round(figure: Figure) -> bool:
    """Whether a number is only an order of magnitude ("thousands", "Dutzende"), which garbles no other."""
    return figure.bound is Bound.AT_LEAST and bool(_ROUND.search(figure.span.text))


def unlike_units(one: str, other: str, *, same_language: bool) -> bool:
    """Whether another thing is counted, as far as both words are known: what is not may be another word for the same
    ("rows" of houses, "homes")."""
    if _PEOPLE & {fold(one), fold(other), stem(one), stem(other)}:
        return same_language and _other_unit(one, other)
    a, b = known_units(one), known_units(other)
    return bool(a and b) and not a & b


def _tells(statement: Statement, unit: str) -> bool:
    """Whether a statement has a word for what the other one counts ("9,000 patient records", "records of 9,000
    patients"): then the sentence is built in another way, and nothing else is counted."""
    text = " ".join(span.text for span in statement.attribution.content)
    return any(akin(stem(word), stem(unit)) for word in words_of(text))


@lru_cache(maxsize=4096)
def known_units(unit: str) -> frozenset[int]:
    """The lines of the table of units that have a word, as numbers; empty where none has it."""
    wanted = {stem(unit), fold(unit).removesuffix("s")}  # "jobs" is too short for an ending
    return frozenset(i for i, (_, *words) in enumerate(_units()) if any(stem(word) in wanted for word in words))


@lru_cache(maxsize=1)
def _units() -> tuple[tuple[str, ...], ...]:
    """Of each line the kind, then the words."""
    table = rows(builtin_table("units.tsv", "quellenlage.linking"))
    return tuple((row["kind"], *values(row["german"]), *values(row["english"])) for row in table)


def _unit_words(figure: Figure) -> str:
    """The unit as it stands on the page."""
    words = [word for word in words_of(figure.span.text) if akin(stem(word), stem(figure.unit))]
    return words[-1] if words else figure.unit


def _other_period(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return False
    a, b = ({stem(word) for word in words_of(span.text)} for span in (one, other))
    return not a & b and bool(re.search(r"\d", one.text) and re.search(r"\d", other.text))


def _other_rate(one: Span | None, other: Span | None) -> bool:
    """Whether two rates are of other spans of time: so much a day, so much a week."""
    rates = [rate_of(span.text) if span is not None else "" for span in (one, other)]
    return bool(rates[0] and rates[1]) and rates[0] != rates[1]


def rate_of(period: str) -> str:
    """The span of time that a rate is of ("am Tag", "per day", "täglich"); "" where the words tell no rate."""
    found = _RATE.fullmatch(period)
    if found is None:
        return ""
    word = stem(found["adverb"] or found["span"])
    return next((span for span, words in _SPANS.items() if word.startswith(words)), "")


def _other_state(before: Statement, after: Statement) -> Iterator[Change]:
    """A number of the same people, but of another state: missing here, dead there."""
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
