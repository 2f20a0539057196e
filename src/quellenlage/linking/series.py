"""Series: which figures count the same thing, so that they can be laid side by side.

Two figures are of one measure if they have the same unit and basis (a flow is never compared with a running total), if
what describes the counted does not differ, if they speak of the same state (missing, dead, injured), and if their
statements share a thing beside the unit, or their headlines where a statement names none: without one, "30 percent"
here has nothing to do with "40 percent" there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from quellenlage.linking.measures import states_in
from quellenlage.linking.names import stem, words_of
from quellenlage.model.claim import Appearance
from quellenlage.model.figure import Basis, Bound, Figure
from quellenlage.model.series import Point, Series
from quellenlage.model.text import Moment, day_of

_SHORT = 3  # letters of a word that can name no thing
_LAST = date.max


@dataclass(frozen=True, slots=True)
class _Measured:
    """A point with what tells its measure."""

    point: Point
    described: frozenset[str]
    states: frozenset[str]
    things: frozenset[str]
    around: frozenset[str]


def find_series(figures: Iterable[tuple[Figure, Appearance]]) -> tuple[Series, ...]:
    """Series of at least two figures, the longest first. Figures without a value belong to none."""
    by_unit: dict[tuple[str, Basis | None], list[_Measured]] = defaultdict(list)
    for figure, appearance in figures:
        if figure.value is not None and figure.unit:
            by_unit[stem(figure.unit), figure.basis].append(_measured(figure, appearance))
    found = [
        _series(basis, members)
        for (_, basis), measured in by_unit.items()
        for members in _same_measure(measured)
        if len(members) > 1
    ]
    return tuple(sorted(found, key=lambda series: (-len(series.points), series.unit, _order(series.points[0]))))


def telling_words(figure: Figure, appearance: Appearance) -> tuple[str, ...]:
    """Beginnings of words, in lower case, the longest first: what else speaks of a thing and is of one measure with the
    figure has one of them in its content, or shares its headline."""
    content = " ".join(span.text for span in appearance.statement.attribution.content)
    named = _naming(content) or _naming(appearance.article.headline or "")
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


def _measured(figure: Figure, appearance: Appearance) -> _Measured:
    content = " ".join(span.text for span in appearance.statement.attribution.content)
    unit = stem(figure.unit)
    described = _things(figure.counted.text) if figure.counted else frozenset()
    things = _things(content) - {unit}
    around = _things(appearance.article.headline or "") | things
    low, high = interval(figure)
    first, last = _days(figure, appearance)
    point = Point(figure, appearance, low, high, first, last)
    return _Measured(point, described - {unit}, frozenset(states_in(content)), things, around)


def _things(text: str) -> frozenset[str]:
    return frozenset(map(stem, _naming(text)))


def _naming(text: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(text) if word[:1].isupper() and len(word) > _SHORT)


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


def _same_measure(measured: Sequence[_Measured]) -> list[list[_Measured]]:
    """Groups of figures of one measure: joined where two of them agree."""
    groups: list[list[_Measured]] = []
    for one in measured:
        fitting = [group for group in groups if any(_agree(one, other) for other in group)]
        merged = [member for group in fitting for member in group]
        groups = [group for group in groups if group not in fitting]
        groups.append([*merged, one])
    return groups


def _agree(one: _Measured, other: _Measured) -> bool:
    described = one.described <= other.described or other.described <= one.described
    states = not one.states or not other.states or bool(one.states & other.states)
    both = one.things and other.things  # else what the headline speaks of must do
    return described and states and bool(one.things & other.things if both else one.around & other.around)


def _series(basis: Basis | None, members: Iterable[_Measured]) -> Series:
    points = sorted((member.point for member in members), key=_order)
    pairs = [(i, j) for j, other in enumerate(points) for i, one in enumerate(points[:j]) if _contradict(one, other)]
    return Series(points[0].figure.unit, basis, tuple(points), tuple(sorted(pairs)))


def _order(point: Point) -> tuple[date, date, str, int, int]:
    span = point.figure.span
    return (point.first or _LAST, point.last or _LAST, point.appearance.statement.id, span.block, span.start)


def _contradict(one: Point, other: Point) -> bool:
    """Whether two figures hold on a common day and cannot both be right."""
    if None in (one.first, one.last, other.first, other.last):
        return False
    assert one.first and one.last and other.first and other.last
    together = one.first <= other.last and other.first <= one.last
    return together and (_below(one, other) or _below(other, one))


def _below(one: Point, other: Point) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low
