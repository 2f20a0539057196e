"""The time line of a claim: one lane for each origin, one mark for each place, as geometry; a template makes the SVG.

Sizes are in pixels. Times are taken on the pages' own clocks; the axis shows that of the first page that tells its
offset.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from quellenlage.model.text import Language, Moment
from quellenlage.rendering.phrases import moment_phrase
from quellenlage.web.unfolding import Lettered, Place, Unfolded

_LEFT, _RIGHT = 16.0, 16.0
_UNKNOWN = 90.0  # width of the part for unknown times
_ROW, _HEAD, _AXIS, _RADIUS = 24.0, 24.0, 30.0, 10.0
_MOST_TICKS = 7
_TEXT = 70.0  # how wide the text of a tick is
_STEPS = tuple(
    timedelta(minutes=minutes)
    for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, *(1440 * n for n in (1, 2, 7, 14, 30, 90, 180, 365)))
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place at its time. `until` is the right end where only the day is known, otherwise None."""

    place: Place
    x: float
    y: float
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of an origin, under a head at `y`."""

    lettered: Lettered
    y: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis: a time of day, or a day where one begins."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Everything at its place. `unknown` is where the part for unknown times begins, None where all are known; `offset`
    is that of the axis, None where no page tells one."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    unknown: float | None
    offset: str | None
    width: float
    height: float

    @property
    def has_days(self) -> bool:
        """Whether there is a mark for a day as a whole."""
        return any(mark.until is not None for lane in self.lanes for mark in lane.marks)


def time_line(unfolded: Unfolded, language: Language, width: float = 815.0) -> TimeLine | None:
    """The time line of a claim; None where no time is known at all."""
    moments = [m for m in (place.appearance.article.published for place in unfolded.places) if m is not None]
    if not moments:
        return None
    zone = next((m.tzinfo for m in moments if isinstance(m, datetime) and m.tzinfo), None)
    first = min(_begin(m, zone) for m in moments)
    last = max(_end(m, zone) for m in moments)
    has_unknown = len(moments) < len(unfolded.places)
    right = width - _RIGHT - (_UNKNOWN if has_unknown else 0.0)
    scale = _Scale(first, last, _LEFT + _RADIUS, right - _RADIUS)
    lanes, y = [], _AXIS
    for lettered in unfolded.origins:
        lane = _lane(lettered, y, scale, zone, right + _UNKNOWN / 2)
        lanes.append(lane)
        y += lane.height
    return TimeLine(
        lanes=tuple(lanes),
        ticks=tuple(_ticks(scale, language)),
        unknown=right if has_unknown else None,
        offset=moment_phrase(first, language).split()[-1] if zone else None,
        width=width,
        height=y + 8.0,
    )


class _Scale:
    """From times to pixels."""

    def __init__(self, first: datetime, last: datetime, left: float, right: float) -> None:
        self.first, self.last, self.left, self.right = first, last, left, right

    def x(self, at: datetime) -> float:
        """Where a time stands; in the middle where there is only one."""
        if self.first == self.last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * ((at - self.first) / (self.last - self.first))


def _lane(lettered: Lettered, y: float, scale: _Scale, zone: tzinfo | None, unknown: float) -> Lane:
    """Marks in as few rows as keep them apart."""
    marks: list[Mark] = []
    ends: list[float] = []  # of each row, how far it is taken
    for place in lettered.places:
        moment = place.appearance.article.published
        x = scale.x(_begin(moment, zone)) if moment is not None else unknown
        until = None if moment is None or isinstance(moment, datetime) else scale.x(_end(moment, zone))
        row = next((number for number, end in enumerate(ends) if end < x - _RADIUS), len(ends))
        ends[row:] = [(until or x) + _RADIUS + 2, *ends[row + 1 :]]
        marks.append(Mark(place, x, y + _HEAD + _ROW * (row + 0.5), until))
    return Lane(lettered, y, _HEAD + _ROW * len(ends) + 6.0, tuple(marks))


def _ticks(scale: _Scale, language: Language) -> Iterator[Tick]:
    """Round times, as many as are easy to read."""
    if scale.first == scale.last:
        return
    span = scale.last - scale.first
    step = next((each for each in _STEPS if span / each <= _MOST_TICKS), span / _MOST_TICKS)
    at = datetime.combine(scale.first.date(), time(), scale.first.tzinfo)
    while at <= scale.last:
        if at >= scale.first and scale.x(at) <= scale.right - _TEXT / 2:
            yield Tick(scale.x(at), f"{at:%H:%M}" if at.time() != time() else moment_phrase(at.date(), language))
        at += step


def _begin(moment: Moment, zone: tzinfo | None) -> datetime:
    """A moment on the axis; without an offset it is taken as the axis has it, a day from its beginning."""
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return at.astimezone(zone or UTC) if at.tzinfo else at.replace(tzinfo=zone or UTC)


def _end(moment: Moment, zone: tzinfo | None) -> datetime:
    return _begin(moment, zone) + (timedelta() if isinstance(moment, datetime) else timedelta(days=1))
