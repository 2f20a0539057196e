"""Garbling: when another figure of one matter is no rival's, but what became of it on nobody's word.

Two named parties with two figures contradict each other. An outlet that names nobody and gives another figure of the
same matter has garbled the one that was told: that belongs to the claim, as drift.
"""

from __future__ import annotations

from dataclasses import replace

from quellenlage.linking.deciding import decide
from quellenlage.linking.features import agreeing, features, same_unit, tells_of_old
from quellenlage.linking.sketch import Amount, Sketch

# How far another figure is taken for a garbled one: of the same unit, or with the same digits. And the least
# probability that they would say the same, had they given one figure: the less the numbers show, the surer it must be.
_OF_ONE_UNIT, _SURELY = 0.4, 0.95
_OF_ONE_NUMBER, _PROBABLY = 0.7, 0.8
_TELLING = 2  # digits beside zeros: so many are no chance, whatever is counted
_SMALL = 10  # numbers below have one digit, which tells nothing


def garbled(one: Sketch, other: Sketch) -> float:
    """How probably one of two statements is the other with a garbled figure; 0.0 where nothing shows it. Symmetric."""
    if one.asserted == other.asserted or one.article == other.article:
        return 0.0
    if one.denies or other.denies or one.negated != other.negated or tells_of_old(one, other):
        return 0.0
    pairs = [(a, b) for a in one.amounts for b in other.amounts]
    likely = max((_likely(a, b) for a, b in pairs), default=0.0)
    if not likely or any(agreeing(a, b) for a, b in pairs):
        return 0.0
    agreed = decide(features(one, replace(other, amounts=one.amounts))).same
    return agreed * likely if agreed >= (_PROBABLY if likely == _OF_ONE_NUMBER else _SURELY) else 0.0


def _likely(one: Amount, other: Amount) -> float:
    """How far the one figure may be the other garbled: of one unit, or with digits that are the same by no chance."""
    low, high = sorted((one.value, other.value))
    same_digits = high >= _SMALL and _digits(low) == _digits(high)
    if same_unit(one, other):
        return _OF_ONE_NUMBER if same_digits else _OF_ONE_UNIT
    return _OF_ONE_NUMBER if same_digits and len(_digits(low)) >= _TELLING and high <= 10 * low else 0.0


def _digits(value: float) -> list[str]:
    """The digits of a number beside zeros, sorted: 4,000 and 40,000 have the same, and so have 2,400 and 4,200."""
    return sorted(f"{value:.6f}".replace(".", "").replace("0", ""))
