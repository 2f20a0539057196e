"""Series: figures that count the same thing, as a chart and as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response
from markupsafe import Markup

from quellenlage import settling
from quellenlage.exporting.columns import POINTS, SERIES, points_of
from quellenlage.ledger import FigureEntry, Query, View
from quellenlage.model.series import Series
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON
from quellenlage.rendering.series import series_record
from quellenlage.web import charts
from quellenlage.web.asking import Asked, conditions
from quellenlage.web.desk import Reading
from quellenlage.web.pages import view
from quellenlage.web.refusing import Refusal
from quellenlage.web.views.figures import pieces
from quellenlage.web.wording import language_of
from quellenlage.web.wording import later as _

router = APIRouter(include_in_schema=False)
_AMONG = 400  # figures that are laid side by side for one answer; more take too long, and nobody can look at them
_ROWS = 60  # of a series on one page
_BY_LANGUAGE = {"Vary": "Accept-Language, Cookie"}
_LONG = "public, max-age=31536000, immutable"
_LAYOUTS = {"wide": charts.WIDE, "narrow": charts.NARROW}


@router.get("/figures/series.json")
@router.get("/figures/series.csv")
@router.get("/figures/series")
def series(request: Request, ledger: Reading, query: Asked, of: str = "", row: int = 1) -> Response:
    """The series of one figure (`of`), from a row on, or all those of the figures asked for."""
    return _one(request, ledger, query, of, row) if of else _all(request, ledger, query)


def _all(request: Request, ledger: View, query: Query) -> Response:
    figures = ledger.figures(replace(query, limit=1, after=None)).total
    found = settling.series(ledger, query).items if figures <= _AMONG else ()
    return view(
        request,
        "series_list.html",
        record=lambda: {
            "figures": figures,
            "among": _AMONG,
            "total": len(found),
            "items": [*map(series_record, found)],
        },
        table=lambda: SERIES.rows(found),
        found=found,
        figures=figures,
        among=_AMONG,
        query=query,
        units=ledger.units(replace(query, unit=None)),
        asked=conditions(request),
        reference=_reference,
    )


def _one(request: Request, ledger: View, query: Query, of: str, row: int) -> Response:
    entry = _entry(ledger, of)
    found, is_whole = settling.series_of(ledger, entry, query, among=_AMONG)
    if found is None:
        return _alone(request, entry)
    language, rows = language_of(request), _rows(row)
    return view(
        request,
        "series.html",
        record=lambda: series_record(found) | {"complete": is_whole},
        table=lambda: POINTS.rows(points_of([found])),
        series=found,
        is_whole=is_whole,
        voices=charts.voices(found, language),
        conflicts=charts.conflicts(found),
        rows=rows,
        following=rows.stop + 1 if rows.stop < len(found.points) else None,
        previous=rows.start - _ROWS + 1 if rows.start else None,
        drawings=_drawings(found, language, rows) if charts.can_draw() else {},
        charts=charts,
        of=of,
    )


def _alone(request: Request, entry: FigureEntry) -> Response:
    """What is there to say of a figure that no other stands beside."""
    return view(
        request,
        "series_alone.html",
        record=lambda: {"points": []},
        table=lambda: POINTS.rows(()),
        entry=entry,
        pieces=pieces,
    )


def _rows(first: int) -> slice:
    """A page of rows from the one of this number (from 1) on."""
    start = max(first, 1) - 1
    return slice(start, start + _ROWS)


def _drawings(found: Series, language: Language, rows: slice) -> dict[str, Markup]:
    """The chart for wide and for narrow windows. What pages say is escaped by the one who draws."""
    return {
        name: Markup(charts.draw_svg(charts.specification(found, language, charts.THEMED, layout, rows=rows), language))
        for name, layout in _LAYOUTS.items()
    }


def _chart(
    request: Request,
    ledger: Reading,
    query: Asked,
    of: str,
    row: int = 1,
    layout: str = "wide",
    themed: bool = False,
    moving: bool = False,
) -> JSON:
    if layout not in _LAYOUTS:
        raise Refusal(422, _("There is no such layout: %(layout)s"), layout=layout)
    found, _whole = settling.series_of(ledger, _entry(ledger, of), query, among=_AMONG)
    if found is None:
        raise Refusal(404, _("No other figure counts the same thing, so there is no series to draw."))
    palette = charts.THEMED if themed else charts.PAPER
    language = language_of(request)
    return charts.specification(found, language, palette, _LAYOUTS[layout], rows=_rows(row), moving=moving)


Chart = Annotated[JSON, Depends(_chart)]
"""The chart of the series asked for: some of its rows, for a wide or a narrow place, with colours of its own or those
that the page's theme gives, still or to be moved by the reader."""


@router.get("/figures/series.vl.json")
def specification(chart: Chart) -> Response:
    """The chart as Vega-Lite."""
    return JSONResponse(chart, headers=_BY_LANGUAGE)


@router.get("/figures/series.svg")
def drawing(request: Request, chart: Chart) -> Response:
    """The chart drawn, as a file."""
    return Response(charts.draw_svg(chart, language_of(request)), media_type="image/svg+xml", headers=_BY_LANGUAGE)


@router.get("/figures/series.png")
def picture(request: Request, chart: Chart) -> Response:
    """The chart as a picture."""
    return Response(charts.draw_png(chart, language_of(request)), media_type="image/png", headers=_BY_LANGUAGE)


@router.get("/charts/vega.js")
def vega() -> Response:
    """What lets a chart move. Never asked for without vl-convert."""
    return Response(charts.bundle(), media_type="text/javascript", headers={"Cache-Control": _LONG})


def _entry(ledger: View, of: str) -> FigureEntry:
    article, statement, number = [*of.split(".", 2), "", ""][:3]
    here = [each for each in ledger.figures(Query(article=article)).items if each.statement.id == statement]
    if not number.isdecimal() or int(number) >= len(here):
        raise Refusal(404, _("No figure has this name: %(name)s"), name=of)
    return here[int(number)]


def _reference(found: Series) -> str:
    point = found.points[0]
    statement = point.appearance.statement
    number = statement.qualification.figures.index(point.figure)
    return f"{point.appearance.article.id}.{statement.id}.{number}"
