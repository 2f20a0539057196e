"""Who copied from whom: a guess over two articles that share text, with its reasons.

Credits come first, since agencies sell their text; then who names whom beside the words shared; then the clock; then
which text is the cut one. Where nothing speaks for either, both may have it from a third.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from quellenlage.linking.outlets import names_outlet
from quellenlage.model.claim import ArticleHead
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.text import Moment, day_of

_MUCH_LONGER = 1.5  # a text of half as much again as the other is no cut of it


@dataclass(frozen=True, slots=True)
class Side:
    """One of two articles that share text. `agencies` are credited by it, or found behind its text elsewhere; `beside`
    is the text of the blocks in which the shared words stand; `length` counts the words of the body."""

    head: ArticleHead
    agencies: frozenset[str]
    credited: frozenset[str]
    beside: str
    length: int

    @property
    def name(self) -> str:
        """What a reader knows the article by."""
        return self.head.outlet or self.head.page


@dataclass(frozen=True, slots=True)
class Direction:
    """The source among two articles, None where neither is; `agency` where it is known that the text is an agency's."""

    source: str | None
    agency: str | None
    reasons: tuple[Reason, ...]


def direct(one: Side, other: Side) -> Direction:
    """The guess for two sides, the same whichever comes first."""
    if one.head.id > other.head.id:
        one, other = other, one
    if one.head.outlet and one.head.outlet == other.head.outlet:
        return _versions(one, other)
    return _cited(one, other) or _agency(one, other) or _earlier(one, other) or _cut(one, other)


def _versions(one: Side, other: Side) -> Direction:
    reason = Reason(ReasonKind.LATER_VERSION, (one.name,))
    order = _order(one.head.modified or one.head.published, other.head.modified or other.head.published)
    source = None if order == 0 else (one if order < 0 else other).head.id
    return Direction(source, _shared(one.agencies, other.agencies), (reason,))


def _cited(one: Side, other: Side) -> Direction | None:
    """One names the other beside the words that both have."""
    cites = [(a, b) for a, b in ((one, other), (other, one)) if names_outlet(a.beside, b.head.outlet)]
    if len(cites) != 1 or _order(cites[0][1].head.published, cites[0][0].head.published) > 0:
        return None
    copy, source = cites[0]
    return Direction(source.head.id, None, (Reason(ReasonKind.CITES, (copy.name, source.name)),))


def _agency(one: Side, other: Side) -> Direction | None:
    shared = _shared(one.agencies, other.agencies)
    first = shared or _shared(one.agencies | other.agencies, one.agencies | other.agencies)
    if first is None:
        return None
    reasons = [
        Reason(ReasonKind.CREDITS if first in side.credited else ReasonKind.LACKS_CREDIT, (side.name, first))
        for side in (one, other)
    ]
    publishers = [side for side in (one, other) if side.head.outlet == first]
    return Direction(publishers[0].head.id if len(publishers) == 1 else None, first, tuple(reasons))


def _earlier(one: Side, other: Side) -> Direction | None:
    order = _order(one.head.published, other.head.published)
    if order == 0:
        return None
    first, second = (one, other) if order < 0 else (other, one)
    times = (first.name, _words(first.head.published), second.name, _words(second.head.published))
    return Direction(first.head.id, None, (Reason(ReasonKind.EARLIER, times),))


def _cut(one: Side, other: Side) -> Direction:
    """The longer text is the source of the one that was cut from it; nothing is known where they are about as long."""
    longer, shorter = (one, other) if one.length >= other.length else (other, one)
    if longer.length < _MUCH_LONGER * shorter.length:
        return Direction(None, None, ())
    return Direction(longer.head.id, None, (Reason(ReasonKind.CONTAINS, (longer.name, shorter.name)),))


def _shared(ones: Collection[str], others: Collection[str]) -> str | None:
    return min(set(ones) & set(others), default=None)


def before(one: Moment | None, other: Moment | None) -> bool:
    """Whether the first moment is surely earlier."""
    return _order(one, other) < 0


def _order(one: Moment | None, other: Moment | None) -> int:
    """-1 or 1 where one moment is surely earlier or later; 0 where that is not known."""
    if one is None or other is None:
        return 0
    exact = isinstance(one, datetime) and isinstance(other, datetime) and bool(one.tzinfo) == bool(other.tzinfo)
    a, b = (one, other) if exact else (day_of(one), day_of(other))
    return (a > b) - (a < b)


def _words(moment: Moment | None) -> str:
    return moment.isoformat(" ", "minutes") if isinstance(moment, datetime) else str(moment or "")
