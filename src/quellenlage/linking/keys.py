"""Keys: what two sketches must share to be compared at all, from each of them alone.

Two kinds. Two particulars of the statement itself (rare words, figures, days), or two that its article is most about:
the same matter whenever it is told. One particular of either in the same weeks: everything that is told of one event
while it is news, in whatever words and, since names are the same there, in another language.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable

from quellenlage.linking.sketch import Sketch
from quellenlage.linking.terms import Term

_RARE, _NAMED = 18.0, 12.5  # rarity of a particular, and of a name that is one
_OWN = 3  # particulars of the statement
_TOPIC = 10  # of its article
_ALWAYS = 5  # of these, those that hold at any time
_PREFIX = 6  # letters; what inflection, compounding and another language leave of a name
_WEEKS = 14  # days; articles that are no further apart always meet
_UNDATED = "undated"


def keys(sketch: Sketch) -> frozenset[int]:
    """Signed 64-bit keys, some thirty of them."""
    rare = _rarest(sketch.terms, _OWN)
    topic = _prefixes(term for term in sketch.around if _particular(term))[:_TOPIC]
    found: list[tuple[str, ...]] = [("own", *pair) for pair in _pairs([*rare, *_numbers(sketch)])]
    found += [("topic", *pair) for pair in _pairs(topic[:_ALWAYS])]
    found += [(week, one) for week in _weeks(sketch.day) for one in (*rare, *topic, *_numbers(sketch))]
    return frozenset(_key(parts) for parts in found)


def _rarest(terms: Iterable[Term], number: int) -> list[str]:
    rare = sorted((term for term in terms if _particular(term)), key=lambda term: (-term.weight, term.stem))
    return _prefixes(rare)[:number]


def _particular(term: Term) -> bool:
    return term.weight >= (_NAMED if term.named else _RARE)


def _prefixes(terms: Iterable[Term]) -> list[str]:
    return list(dict.fromkeys(term.stem[:_PREFIX] for term in terms))


def _numbers(sketch: Sketch) -> list[str]:
    amounts = [f"{amount.value:g}" for amount in sketch.amounts if amount.value > 3]
    times = [time.value for time in sketch.times if time.first is not None]
    return list(dict.fromkeys([*amounts[:2], *times[:2]]))


def _pairs(parts: Iterable[str]) -> Iterable[tuple[str, str]]:
    return itertools.combinations(sorted(set(parts)), 2)


def _weeks(day: int | None) -> tuple[str, ...]:
    return (_UNDATED,) if day is None else (str(day // _WEEKS), str(day // _WEEKS + 1))


def _key(parts: tuple[str, ...]) -> int:
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
