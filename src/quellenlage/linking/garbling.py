"""Garbling: when another figure of one matter is no rival's, but what became of it on nobody's word.

Two named parties with two figures contradict each other. An outlet that names nobody and gives another figure of the
same matter has garbled the one that was told: that belongs to the claim, as drift.
"""

from __future__ import annotations

from dataclasses import replace

from quellenlage.linking.deciding import decide
from quellenlage.linking.features import agreeing, features, overlapping, same_unit
from quellenlage.linking.sketch import Sketch

_ONE_MATTER = 0.6  # the least probability that they would say the same, had they given one figure
_OF_ONE_UNIT, _OF_ONE_NUMBER = (
    0.4,
    0.7,
)  # how far another figure, or one with the same digits, is taken for a garbled one
_SMALL = 10  # numbers below have one digit, which tells nothing
_YEAR = 366  # days


def garbled(one: Sketch, other: Sketch) -> float:
    """How probably one of two statements is the other with a garbled figure; 0.0 where nothing shows it. Symmetric."""
    if one.asserted == other.asserted or one.article == other.article:
        return 0.0
    if one.denies or other.denies or one.negated != other.negated or _tells_of_old(one, other):
        return 0.0
    pairs = [(a, b) for a in one.amounts for b in other.amounts]
    alike = [(a, b) for a, b in pairs if same_unit(a, b)]
    if not alike or any(agreeing(a, b) for a, b in pairs):
        return 0.0
    agreed = decide(features(one, replace(other, amounts=one.amounts))).same
    if agreed < _ONE_MATTER:
        return 0.0
    return agreed * (_OF_ONE_NUMBER if any(_same_digits(a.value, b.value) for a, b in alike) else _OF_ONE_UNIT)


def _tells_of_old(one: Sketch, other: Sketch) -> bool:
    """Whether one tells of years long before its article, of which the other does not speak."""
    return any(
        time.last is not None
        and here.day is not None
        and time.last < here.day - _YEAR
        and not any(overlapping(time, each) for each in there.times)
        for here, there in ((one, other), (other, one))
        for time in here.times
    )


def _same_digits(one: float, other: float) -> bool:
    """Whether two numbers differ in zeros and the order of their digits alone (4,000 and 40,000, 2,400 and 4,200)."""
    return max(one, other) >= _SMALL and _digits(one) == _digits(other)


def _digits(value: float) -> list[str]:
    return sorted(f"{value:.6f}".replace(".", "").replace("0", ""))
