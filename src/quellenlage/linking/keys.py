"""Keys: what two sketches must share to be compared at all, from each of them alone.

Three kinds, so that a pair which is alike in any one way meets. Two particulars of the statement itself (rare words,
figures, days): the same matter whenever it is told. A particular with something that the article is about: the same
matter where the wording differs. Two things that both articles are about, in the same weeks: everything that is told of
one event while it is news, also across languages, where names alone are the same.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable

from quellenlage.linking.sketch import Sketch
from quellenlage.linking.terms import Term

_RARE = 18.0  # rarity of a particular
_OWN, _ABOUT, _TOPIC = 4, 3, 5  # particulars of the statement, of the article beside them, of the article by themselves
_PREFIX = 6  # letters; what inflection, compounding and another language leave of a name
_WEEKS = 14  # days; articles of one topic that are no further apart always meet
_UNDATED = "undated"


def keys(sketch: Sketch) -> frozenset[int]:
    """Signed 64-bit keys, some thirty of them."""
    own = [*_rarest(sketch.terms, _OWN), *_numbers(sketch)]
    about = _prefixes(sketch.around)
    found: list[tuple[str, ...]] = [("own", *pair) for pair in _pairs(own)]
    found += [("about", *sorted((one, other))) for one in own for other in about[:_ABOUT] if one != other]
    found += [(week, *pair) for week in _weeks(sketch.day) for pair in _pairs(about[:_TOPIC])]
    return frozenset(_key(parts) for parts in found)


def _rarest(terms: Iterable[Term], number: int) -> list[str]:
    rare = sorted((term for term in terms if term.weight >= _RARE), key=lambda term: (-term.weight, term.stem))
    return _prefixes(rare)[:number]


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
