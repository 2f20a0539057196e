"""Series: which figures count the same thing, so that they can be laid side by side.

Figures come together where their statements say the same, or are rivals, by the links of linking, or where the words
around them tell one measure (`measured`). Nothing is joined whose words rule it out, be it over others. Two figures
contradict each other where a link says so, or where they are one claim's figures of the same days and exclude each
other; any other two are a development.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from quellenlage.linking.measured import Measured, may_be_one, measured, naming, tell_the_same
from quellenlage.linking.names import stem
from quellenlage.linking.rejecting import figures_told
from quellenlage.model.claim import Appearance, Link, Relation
from quellenlage.model.figure import Bound, Figure
from quellenlage.model.reason import ReasonKind
from quellenlage.model.series import Point, Series
from quellenlage.model.text import Moment, day_of

_SURE = 0.5  # of a link that joins by itself
_LAST = date.max


@dataclass(frozen=True, slots=True)
class _Member:
    """A point with its measure; `index` is its place among all figures."""

    index: int
    point: Point
    measure: Measured

    @property
    def statement(self) -> str:
        return self.point.appearance.statement.id


def find_series(figures: Iterable[tuple[Figure, Appearance]], links: Iterable[Link] = ()) -> tuple[Series, ...]:
    """Series of at least two figures, the longest first. Figures without a value, or that their statement rejects,
    belong to none.

    `links` are those among the figures' statements; others are passed over.
    """
    counting = ((figure, each) for figure, each in figures if figure.unit and figure in figures_told(each.statement))
    placed = sorted(counting, key=lambda each: (each[1].statement.id, each[0].span.block, each[0].span.start))
    members = [_Member(i, _point(*each), measured(*each)) for i, each in enumerate(placed)]
    between = {(link.left, link.right): link for link in links}
    groups = _joined(members, between)
    found = [_series(group, between) for group in groups if len(group) > 1]
    return tuple(sorted(found, key=lambda series: (-len(series.points), series.unit, _order(series.points[0]))))


def telling_words(figure: Figure, appearance: Appearance) -> tuple[str, ...]:
    """Beginnings of words, in lower case, the longest first: what else speaks of a thing and is of one measure with the
    figure has one of them in its content, or shares its headline, unless a link alone tells it."""
    content = " ".join(span.text for span in appearance.statement.attribution.content)
    named = naming(content) or naming(appearance.article.headline or "")
    unit = stem(figure.unit)
    found = {word.casefold()[: len(stem(word))] for word in named if stem(word) != unit}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def interval(figure: Figure) -> tuple[float | None, float | None]:
    """The numbers that a figure can mean. "About" is taken as rounding: half a unit of the last digit that is not zero
    to either side; "nearly" reaches one such unit down."""
    if figure.value is None:
        return None, None
    step = _step(figure.value)
    low, high = figure.value, figure.value if figure.high is None else figure.high
    return {
        Bound.EXACT: (low, high),
        Bound.ABOUT: (low - step / 2, high + step / 2),
        Bound.NEARLY: (low - step, high),
        Bound.AT_LEAST: (low, None),
        Bound.AT_MOST: (None, high),
    }[figure.bound]


def _step(value: float) -> float:
    """The unit of the last digit that is not zero: 1,000 for 22,000, 0.1 for 3.5."""
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    whole, _, decimals = digits.partition(".")
    return 10.0 ** -len(decimals) if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))


def _point(figure: Figure, appearance: Appearance) -> Point:
    low, high = interval(figure)
    first, last = _days(figure, appearance)
    return Point(figure, appearance, low, high, first, last)


def _days(figure: Figure, appearance: Appearance) -> tuple[date | None, date | None]:
    """The days for which a figure holds: those of the words for them, else the day of the article."""
    for span in (figure.as_of, figure.period):
        if span is not None:
            for time in appearance.statement.qualification.times:
                if time.span.overlaps(span) and (time.start or time.end):
                    return _day(time.start or time.end), _day(time.end or time.start)
    day = _day(appearance.article.published)
    return day, day


def _day(moment: Moment | None) -> date | None:
    return None if moment is None else day_of(moment)


def _joined(members: Sequence[_Member], between: Mapping[tuple[str, str], Link]) -> list[list[_Member]]:
    """Groups of one measure: pairs come together from the surest on, where nothing rules out any of their groups."""
    group_of = {member.index: [member] for member in members}
    for one, other in _pairs(members, between):
        here, there = group_of[one.index], group_of[other.index]
        if here is not there and all(may_be_one(a.measure, b.measure) for a in here for b in there):
            here.extend(there)
            group_of.update((member.index, here) for member in there)
    return [group for index, group in sorted(group_of.items()) if min(member.index for member in group) == index]


def _pairs(members: Sequence[_Member], between: Mapping[tuple[str, str], Link]) -> Iterator[tuple[_Member, _Member]]:
    """Pairs that count the same: those that sure links tell, the surest first, then those whose words do."""
    by_statement: dict[str, list[_Member]] = defaultdict(list)
    by_unit: dict[str, list[_Member]] = defaultdict(list)
    for member in members:
        by_statement[member.statement].append(member)
        by_unit[stem(member.point.figure.unit)].append(member)
    for link in sorted(between.values(), key=lambda each: (-each.score, each.left, each.right)):
        sides = by_statement.get(link.left, []), by_statement.get(link.right, [])
        yield from _alike(*sides) if _says_the_same(link) else ()
        yield from ((a, b) for a in sides[0] for b in sides[1] if _are_rivals(a, b, link))
    for alike in by_unit.values():
        often = Counter(member.statement for member in alike)
        for one, other in combinations(alike, 2):
            several = often[one.statement] > 1 or often[other.statement] > 1  # "from 410 to 640": which is meant?
            apart = one.statement == other.statement or (several and _exclude(one, other))
            if not apart and tell_the_same(one.measure, other.measure):
                yield one, other


def _says_the_same(link: Link) -> bool:
    return link.relation is Relation.SAME and link.score >= _SURE


def _alike(ones: Sequence[_Member], others: Sequence[_Member]) -> Iterator[tuple[_Member, _Member]]:
    """Figures of one measure in two statements that say the same: those that can be one number, then the only ones
    left on each side."""
    left, right = list(ones), list(others)
    for one in ones:
        fitting = [other for other in right if may_be_one(one.measure, other.measure) and not _exclude(one, other)]
        if fitting:
            left.remove(one)
            right.remove(fitting[0])
            yield one, fitting[0]
    rest = [(one, other) for one in left for other in right if may_be_one(one.measure, other.measure)]
    if len(rest) == 1:
        yield rest[0]


def _are_rivals(one: _Member, other: _Member, link: Link) -> bool:
    """Whether a link says of these two figures that they contradict each other."""
    words = {one.point.figure.span.text, other.point.figure.span.text}
    return link.relation is Relation.CONTRADICTS and any(
        reason.kind is ReasonKind.OTHER_FIGURE and set(reason.names) == words for reason in link.reasons
    )


def _series(members: Iterable[_Member], between: Mapping[tuple[str, str], Link]) -> Series:
    ordered = sorted(members, key=lambda member: _order(member.point))
    first = ordered[0].point.figure
    pairs = tuple(sorted(_contradictions(ordered, between)))
    return Series(first.unit, first.basis, tuple(member.point for member in ordered), pairs)


def _order(point: Point) -> tuple[date, date, str, int, int]:
    span = point.figure.span
    return (point.first or _LAST, point.last or _LAST, point.appearance.statement.id, span.block, span.start)


def _contradictions(ordered: Sequence[_Member], between: Mapping[tuple[str, str], Link]) -> set[tuple[int, int]]:
    """Pairs of places that contradict each other: those that links tell, and of the same days all who repeat their
    figures, by links that say so."""
    excluding = [(i, j) for j in range(len(ordered)) for i in range(j) if _exclude(ordered[i], ordered[j])]
    voice = _repeated(ordered, between)
    told = {(i, j) for i, j in excluding if _contradict(ordered[i], ordered[j], between)}
    against = {frozenset((voice[i], voice[j])) for i, j in told}
    repeating = ((i, j) for i, j in excluding if frozenset((voice[i], voice[j])) in against)
    return told | {(i, j) for i, j in repeating if _together(ordered[i].point, ordered[j].point)}


def _repeated(ordered: Sequence[_Member], between: Mapping[tuple[str, str], Link]) -> list[int]:
    """For each member a number that it shares with those who, by links, say the same and give no other figure."""
    voice = list(range(len(ordered)))
    for j in range(len(ordered)):
        for i in range(j):
            link = _link(ordered[i], ordered[j], between)
            if link is not None and _says_the_same(link) and not _exclude(ordered[i], ordered[j]):
                kept, gone = voice[i], voice[j]
                voice = [kept if each == gone else each for each in voice]
    return voice


def _link(one: _Member, other: _Member, between: Mapping[tuple[str, str], Link]) -> Link | None:
    return between.get((min(one.statement, other.statement), max(one.statement, other.statement)))


def _contradict(one: _Member, other: _Member, between: Mapping[tuple[str, str], Link]) -> bool:
    """Whether a link says that two figures exclude each other, or they are one claim's of a common day."""
    link = _link(one, other, between)
    if link is None:
        return False
    return _are_rivals(one, other, link) or (_says_the_same(link) and _together(one.point, other.point))


def _exclude(one: _Member, other: _Member) -> bool:
    return _below(one.point, other.point) or _below(other.point, one.point)


def _together(one: Point, other: Point) -> bool:
    """Whether two figures surely hold on a common day."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _below(one: Point, other: Point) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low
