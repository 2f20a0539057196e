"""Keys: what two sketches must share to be compared at all, from each of them alone.

What is published within a few days meets as a whole: a translation, or other words for the same, may share nothing that
could be looked up. Further apart, a key is one particular, or two, of the statement and of what its article is about:
names, rare words, figures, days. It must be rare enough that few events share it: the rarities (negative log
probabilities) of its parts are added up, as those of things that have nothing to do with each other. A rare name alone
is enough in the same weeks; a word or a figure never is, but two of them are where one is the statement's own. Two that
are very rare together hold at any time, and so do two of which one is a name: pages without a date are found by them.
So what a statement meets grows with the news of its days, and with what is told of the same names, and not with the
ledger.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from quellenlage.linking.sketch import Sketch
from quellenlage.linking.terms import Term

WEEKS = 14
"""Days: what is published no further apart is of the same weeks."""

_COMMONER = 3.0  # a word is so much commoner in the news than its letters say; names are not
_FIGURE = 14.0  # rarity of a figure or a day
_ALONE = 28.0  # of a name that is looked for by itself
_TOGETHER = 20.0  # of two particulars
_ANYTIME = 50.0  # of two that hold at any time
_NAMED_ANYTIME = 40.0  # of two that do so where one is a name
_OWN = 6  # particulars of the statement
_TOPIC = 12  # of its article
_PREFIX = 8  # letters; what inflection and compounding leave
_DAYS = 3  # articles that are no further apart meet as a whole
_NEAR = "near"
_UNDATED = "undated"


def keys(sketch: Sketch) -> frozenset[int]:
    """Signed 64-bit keys, some eighty of them."""
    own = _particulars(sorted(sketch.terms, key=lambda term: (-_rarity(term), term.stem)), _OWN)
    topic = _particulars(sketch.topic, _TOPIC)
    names = {term.stem[:_PREFIX]: round(term.weight) for term in (*sketch.terms, *sketch.topic) if term.named}
    alone = {name for name in names if names[name] >= _ALONE}
    own |= dict.fromkeys(_numbers(sketch), _FIGURE)
    known = {**names, **topic, **own}
    pairs = _pairs(own, {**topic, **own})
    rare = {pair: known[pair[0]] + known[pair[1]] for pair in pairs | _pairs(names, own) | _pairs(names, names)}
    found: list[tuple[str, ...]] = [(_NEAR, when) for when in spans(sketch.day, _DAYS) if when != _UNDATED]
    found += [pair for pair in rare if rare[pair] >= _NAMED_ANYTIME and not names.keys().isdisjoint(pair)]
    found += [pair for pair in pairs if rare[pair] >= _ANYTIME and set(pair) <= own.keys()]
    for week in spans(sketch.day, WEEKS):
        found += [(week, one) for one in alone]
        found += [(week, *pair) for pair in pairs if rare[pair] >= _TOGETHER and not alone & set(pair)]
    return frozenset(_key(parts) for parts in found)


def spans(day: int | None, days: int) -> tuple[str, ...]:
    """Two spans of so many days, this one and the next, so that what is no further apart always shares one."""
    return (_UNDATED,) if day is None else (str(day // days), str(day // days + 1))


def _pairs(ones: Iterable[str], others: Iterable[str]) -> set[tuple[str, str]]:
    """Each of the ones with each of the others, in the order of their letters."""
    return {(min(one, other), max(one, other)) for one in ones for other in others if one != other}


def _particulars(terms: Iterable[Term], number: int) -> dict[str, float]:
    """The first so many, by their beginnings, with their rarities."""
    found: dict[str, float] = {}
    for term in terms:
        if len(found) < number:
            found.setdefault(term.stem[:_PREFIX], _rarity(term))
    return found


def _rarity(term: Term) -> float:
    whole = round(term.weight)  # as a packed sketch keeps it
    return whole if term.named else whole - _COMMONER


def _numbers(sketch: Sketch) -> list[str]:
    amounts = [f"{amount.value:g}" for amount in (*sketch.amounts, *sketch.rejected) if amount.value > 3]
    times = [time.value for time in sketch.times if time.first is not None]
    return list(dict.fromkeys([*amounts[:2], *times[:2]]))


def _key(parts: tuple[str, ...]) -> int:
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
