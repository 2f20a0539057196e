"""Series of figures: as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.text import Text

from quellenlage.ledger import file_of
from quellenlage.model.series import Point, Series
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON, figure_to_wire, moment_to_wire
from quellenlage.rendering.labels import counted, label
from quellenlage.rendering.phrases import chain, figure_phrase, moment_phrase, shown
from quellenlage.rendering.terminal import open_console, print_wrapped


def print_series(stream: TextIO, found: Sequence[Series], language: Language) -> None:
    """Each series under its unit, a figure a line, numbered so that what contradicts it can be named."""
    console = open_console(stream)
    for series in found:
        basis = f" · {label(f'basis.{series.basis.value}', language)}" if series.basis else ""
        number = counted(len(series.points), "figure", language)
        print_wrapped(console, Text.assemble((shown(series.unit), "bold"), (f"{basis} · {number}", "dim")))
        width = len(str(len(series.points)))
        for place, point in enumerate(series.points, start=1):
            against = [a + b + 2 - place for a, b in series.contradictions if place - 1 in (a, b)]
            indent = Text(f"  {place:>{width}}  ", style="dim")
            for line in _point(point, against, language):
                print_wrapped(console, line, indent)
                indent = Text(" " * len(indent))
        console.print()


def series_record(series: Series) -> JSON:
    """The series with its figures in order; `contradictions` are pairs of places in `points`, counted from 0."""
    return {
        "unit": series.unit,
        "basis": series.basis.value if series.basis else None,
        "points": [_point_record(point) for point in series.points],
        "contradictions": [list(pair) for pair in series.contradictions],
    }


def _point(point: Point, against: Sequence[int], language: Language) -> list[Text]:
    article, statement = point.appearance.article, point.appearance.statement
    when = " – ".join(dict.fromkeys(moment_phrase(day, language) for day in (point.first, point.last)))
    lines = [
        Text.assemble((figure_phrase(point.figure, language), "bold"), (f"  {when}", "dim")),
        Text(chain(statement, article.outlet, language), style="cyan"),
    ]
    if against:
        numbers = ", ".join(map(str, against))
        lines.append(Text(f"{label('not_with', language)} {numbers}", style="yellow"))
    return lines


def _point_record(point: Point) -> JSON:
    article, statement = point.appearance.article, point.appearance.statement
    return {
        "figure": figure_to_wire(point.figure),
        "low": point.low,
        "high": point.high,
        "first": moment_to_wire(point.first),
        "last": moment_to_wire(point.last),
        "statement": statement.id,
        "speaker": statement.speaker.name,
        "via": [source.name for source in statement.via],
        "article": article.id,
        "page": file_of(article.page),
        "outlet": article.outlet,
        "published": moment_to_wire(article.published),
    }
