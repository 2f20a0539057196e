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

_SIGNS = {Bound.EXACT: "", Bound.ABOUT: "≈ ", Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ ", Bound.NEARLY: "< "}


def rows_of(series: Series, language: Language, scale: float) -> list[dict[str, Any]]:
    """A row for each point, in order; `number` is its place in the series from 1. Its words divide by `scale`."""
    rows = []
    last = None
    for at, (point, voice) in enumerate(zip(series.points, voices(series, language), strict=True)):
        when = days(point, language)
        rows.append(
            {
                "number": at + 1,
                "when": when if when != last else "",
                "source": shown(voice.name),
                "rank": voice.rank,
                "value": point.figure.value,
                "from": point.figure.value if point.low is None else point.low,
                "to": point.figure.value if point.high is None else point.high,
                "end": point.figure.value if point.figure.high is None else point.figure.high,
                "open": "up" if point.high is None else "down" if point.low is None else "",
                "denied": is_denied(point),
                "says": _says(point, language, scale),
                "words": shown(point.figure.span.text),
                "against": ", ".join(map(str, against(series, at))),
            }
        )
        last = when
    return rows


def against(series: Series, at: int) -> tuple[int, ...]:
    """The numbers (from 1) of the points that cannot be right together with the one at a place (from 0)."""
    return tuple(one + other - at + 1 for one, other in series.contradictions if at in (one, other))


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
