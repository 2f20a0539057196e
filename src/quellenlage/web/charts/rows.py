"""A series as the rows of a chart: what is drawn, and what is written beside it."""

from __future__ import annotations

from typing import Any

from quellenlage.model.figure import Bound, Figure
from quellenlage.model.series import Point, Series
from quellenlage.model.statement import Polarity
from quellenlage.model.text import Language
from quellenlage.rendering.labels import label
from quellenlage.rendering.phrases import moment_phrase, number_phrase, shown
from quellenlage.web.charts.sources import voices

_FIT = 6  # numbers beside a point
_SIGNS = {Bound.EXACT: "", Bound.ABOUT: "≈ ", Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ ", Bound.NEARLY: "< "}


def rows_of(series: Series, language: Language, scale: float, rows: slice) -> list[dict[str, Any]]:
    """A row for each of these points, in order; `number` is its place in the series from 1. Words divide by `scale`."""
    told, against = voices(series, language), conflicts(series)
    found: list[dict[str, Any]] = []
    last = None
    for at in range(*rows.indices(len(series.points))):
        point = series.points[at]
        figure, when = point.figure, days(point, language)
        found.append(
            {
                "number": at + 1,
                "when": when if when != last else "",
                "source": shown(told[at].name),
                "rank": told[at].rank,
                "value": figure.value,
                "from": figure.value if point.low is None else point.low,
                "to": figure.value if point.high is None else point.high,
                "end": figure.value if figure.high is None else figure.high,
                "open": "up" if point.high is None else "down" if point.low is None else "",
                "denied": is_denied(point),
                "says": _says(point, language, scale),
                "words": shown(figure.span.text),
                "against": _some(against[at]),
            }
        )
        last = when
    return found


def conflicts(series: Series) -> tuple[tuple[int, ...], ...]:
    """For each point the numbers (from 1) of those that cannot be right together with it."""
    found: list[list[int]] = [[] for _ in series.points]
    for one, other in series.contradictions:
        found[one].append(other + 1)
        found[other].append(one + 1)
    return tuple(tuple(sorted(numbers)) for numbers in found)


def _some(numbers: tuple[int, ...]) -> str:
    """As many numbers as fit, and how many there are."""
    first = ", ".join(map(str, numbers[:_FIT]))
    return first if len(numbers) <= _FIT else f"{first} … ({len(numbers)})"


def is_denied(point: Point) -> bool:
    """Whether the figure stands in what its speaker denies."""
    return point.appearance.statement.qualification.polarity is Polarity.DENIED


def days(point: Point, language: Language) -> str:
    """The days for which a point holds, in words."""
    ends = dict.fromkeys((point.first, point.last))
    return " – ".join(moment_phrase(day, language) for day in ends)


def _says(point: Point, language: Language, scale: float) -> str:
    said = _SIGNS[point.figure.bound] + _number(point.figure, language, scale)
    return f"{said} ({label('polarity.-', language)})" if is_denied(point) else said


def _number(figure: Figure, language: Language, scale: float) -> str:
    ends = [number_phrase(end / scale, language) for end in (figure.value, figure.high) if end is not None]
    return "–".join(ends)
