"""Features of a pair of sketches: what speaks for and against their saying the same. Symmetric, pure, named."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from quellenlage.linking.encoder import likeness
from quellenlage.linking.measures import known_units, unlike_units
from quellenlage.linking.sketch import Amount, Sketch, When
from quellenlage.linking.terms import Term, related, shared_weight

NAMES = (
    "meaning",
    "meaning_across",
    "context",
    "overlap",
    "shared",
    "thing_clash",
    "name_clash",
    "around",
    "names_apart",
    "same_figure",
    "same_value",
    "figure_clash",
    "figure_clash_unowned",
    "other_measure",
    "other_measure_unowned",
    "figure_alone",
    "figure_clash_beside",
    "same_time",
    "same_far_time",
    "time_clash",
    "time_alone",
    "same_speaker",
    "other_speaker",
    "denial_differs",
    "negation_differs",
    "same_article",
    "next_to",
    "days",
    "across",
    "brief",
    "asserted",
    "meaning_near",
    "sense",
    "sense_across",
    "sense_near",
    "side",
    "side_alike",
)
"""One name for each number of `features`, in order."""

NEAR = 0.6
"""Cosine from which more says more than it does below."""

CLASH = 40.0
"""Rarity of unmatched things that is as bad as can be, and of a shared one from which more says no more."""

Numbers = npt.NDArray[np.float64]

_THING = 19.0  # rarity from which a word names something particular
_FAR = math.log(366)
_SHARED = 80.0
_NEWS = 7  # days
_YEAR = 366  # days
_PREFIX = 6  # letters
_ANY_NAME = 30.0  # rarity of a name that only one event has
_MANY_NAMES = 6


def features(one: Sketch, other: Sketch) -> tuple[float, ...]:
    """The numbers that the decision weighs, most of them between 0 and 1, in the order of NAMES."""
    near, alike = likeness(one.meaning, other.meaning), likeness(one.sense, other.sense)
    side = likeness(one.side, other.side)
    across = float(one.language != other.language)
    shared = shared_weight(*_by_length(one.terms, other.terms))
    least = max(min(_weight(one.terms), _weight(other.terms)), 1.0)
    here, there = unmatched(one, other), unmatched(other, one)
    figure, value, figure_clash, measure = _amounts(one, other, across)
    time, time_clash = _times(one.times, other.times)
    same, different = _speakers(one, other)
    unowned = float(not (one.speaker and other.speaker) and not tells_of_old(one, other))
    together = one.article == other.article
    return (
        near,
        near * across,
        0.0 if together else likeness(one.context, other.context),
        min(1.0, shared / least),
        min(1.0, shared / _SHARED),
        _clash(here, there) * (1 - across),
        _clash([term for term in here if term.named], [term for term in there if term.named]),
        0.0 if together else _around(one, other),
        0.0 if together else _names_apart(one.names, other.names),
        figure,
        value,
        figure_clash,
        figure_clash * unowned,
        measure,
        measure * unowned,
        float(bool(one.amounts) != bool(other.amounts)),
        _clash_beside(one.amounts, other.amounts),
        time,
        float(any(_is_far(a, one.day) and overlapping(a, b) for a in one.times for b in other.times)),
        time_clash,
        float(bool(one.times) != bool(other.times)),
        same,
        different,
        float(one.denies != other.denies),
        float((one.negated or one.denies) != (other.negated or other.denies)),
        float(together),
        float(together and abs(one.order[0] - other.order[0]) <= 1),
        _days(one, other),
        across,
        1 / (1 + min(len(one.terms), len(other.terms))),
        float(one.asserted or other.asserted),
        max(0.0, near - NEAR),
        alike,
        alike * across,
        max(0.0, alike - NEAR),
        side,
        side * max(0.0, alike),
    )


def agreeing(one: Amount, other: Amount) -> bool:
    """Whether two figures can be the same number: equal to a hundredth, or one inside the other's range."""
    low, high = sorted((one.value, other.value))
    if high - low <= 0.01 * abs(high):
        return True
    return any(a.high is not None and a.value <= b.value <= a.high for a, b in ((one, other), (other, one)))


def same_unit(one: Amount, other: Amount) -> bool:
    """Whether two figures count the same, as far as the words show it, be they of one language or of two."""
    return related(one.unit, other.unit) or bool(known_units(one.unit) & known_units(other.unit))


def overlapping(one: When, other: When) -> bool:
    """Whether two times share a day, or are the same words' value where they are not resolved."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return one.value == other.value
    return one.first <= other.last and other.first <= one.last


def tells_of_old(one: Sketch, other: Sketch) -> bool:
    """Whether one tells of years long before its article, of which the other does not speak."""
    return any(
        time.last is not None
        and here.day is not None
        and time.last < here.day - _YEAR
        and not any(overlapping(time, each) for each in there.times)
        for here, there in ((one, other), (other, one))
        for time in here.times
    )


def same_speaker(one: Sketch, other: Sketch) -> bool:
    """Whether two speakers' names share a word."""
    shared = any(related(a.stem, b.stem) for a in one.speaker_terms for b in other.speaker_terms)
    return shared or one.speaker == other.speaker


def unmatched(one: Sketch, other: Sketch) -> list[Term]:
    """Things that one names and of which the other's statement and article say nothing."""
    return [term for term in one.terms if term.weight >= _THING and not other.known.holds(term.stem)]


def _clash(here: list[Term], there: list[Term]) -> float:
    """How much each of two statements names that the other does not know, 0 to 1."""
    return min(1.0, min(_weight(here), _weight(there)) / CLASH)


def _by_length(one: tuple[Term, ...], other: tuple[Term, ...]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    return (one, other) if (len(one), [t.stem for t in one]) <= (len(other), [t.stem for t in other]) else (other, one)


def _weight(terms: Sequence[Term]) -> float:
    return sum(term.weight for term in terms)


def _around(one: Sketch, other: Sketch) -> float:
    """Part of what the articles are about that both are about."""
    known = {term.stem[:_PREFIX] for term in other.topic}
    shared = sum(min(term.weight, CLASH) for term in one.topic if term.stem[:_PREFIX] in known)
    return min(1.0, shared / max(min(_weight(one.topic), _weight(other.topic)), 1.0))


def _names_apart(one: dict[str, float], other: dict[str, float]) -> float:
    shared = sum(min(rarity, other[name]) for name, rarity in one.items() if name in other)
    return float(apart(np.array(shared), np.array(min(len(one), len(other)))))


def apart(shared: Numbers, fewer: Numbers) -> Numbers:
    """How much the names of two articles say that they are of two events: both have many, and none in common.

    `shared` is the rarity of their common names, `fewer` the number of names of the one that has fewer.
    """
    return np.maximum(0, 1 - shared / _ANY_NAME) * np.minimum(fewer, _MANY_NAMES) / _MANY_NAMES


def _is_far(time: When, day: int | None) -> bool:
    """Whether a time is none of the days of which the news of that day speaks anyway."""
    if time.first is None or time.last is None or day is None:
        return False
    return time.last < day - _NEWS or day + _NEWS < time.first


def _amounts(one: Sketch, other: Sketch, across: float) -> tuple[float, float, float, float]:
    """Same figure, same value of unclear measure, other figure of the same measure, other measure."""
    if not one.amounts or not other.amounts:
        return (0.0, 0.0, 0.0, 0.0)
    pairs = [(a, b) for a in one.amounts for b in other.amounts]
    agree = [(a, b) for a, b in pairs if agreeing(a, b)]
    if any(same_unit(a, b) for a, b in agree):
        return (max(_telling(a) for a, b in agree if same_unit(a, b)), 0.0, 0.0, 0.0)
    if agree:
        return (0.0, max(_telling(a) for a, _ in agree), 0.0, 0.0)
    if any(same_unit(a, b) or (across and not _known_apart(a, b)) for a, b in pairs):
        return (0.0, 0.0, 1.0, 0.0)
    return (0.0, 0.0, 0.0, 1.0)


def _clash_beside(ones: Sequence[Amount], others: Sequence[Amount]) -> float:
    """Whether, beside a figure that agrees, another does not: each has one of the same measure that the other lacks."""
    agreed = [(a, b) for a in ones for b in others if agreeing(a, b)]
    left = [a for a in ones if not any(a is each for each, _ in agreed)]
    right = [b for b in others if not any(b is each for _, each in agreed)]
    return float(bool(agreed) and any(a.unit and same_unit(a, b) for a in left for b in right))


def _known_apart(one: Amount, other: Amount) -> bool:
    """Whether two figures of two languages are known to count different things."""
    return unlike_units(one.unit, other.unit, same_language=False)


def _telling(amount: Amount) -> float:
    """How much the same number says: small ones are common."""
    return 0.5 if amount.value <= 3 else 0.75 if amount.value <= 12 else 1.0


def _times(one: tuple[When, ...], other: tuple[When, ...]) -> tuple[float, float]:
    if not one or not other:
        return (0.0, 0.0)
    agree = any(overlapping(a, b) for a in one for b in other)
    return (1.0, 0.0) if agree else (0.0, 1.0)


def _speakers(one: Sketch, other: Sketch) -> tuple[float, float]:
    if not one.speaker or not other.speaker:
        return (0.0, 0.0)
    return (1.0, 0.0) if same_speaker(one, other) else (0.0, 1.0)


def _days(one: Sketch, other: Sketch) -> float:
    if one.day is None or other.day is None:
        return 0.0
    return float(far(np.array(abs(one.day - other.day))))


def far(days: npt.NDArray[np.integer[Any]]) -> Numbers:
    """How far apart so many days are, 0 to 1."""
    result: Numbers = np.minimum(1.0, np.log1p(days) / _FAR)
    return result
