"""Figures: the list, with whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from quellenlage.exporting.columns import FIGURES
from quellenlage.ledger import FigureEntry
from quellenlage.model.review import reviews_holding
from quellenlage.rendering.phrases import GAP
from quellenlage.rendering.records import figure_record
from quellenlage.web.asking import Asked, conditions
from quellenlage.web.desk import Reading
from quellenlage.web.pages import view

router = APIRouter(include_in_schema=False)
_A_PAGE = 40


@router.get("/figures.json")
@router.get("/figures.csv")
@router.get("/figures")
def figures(request: Request, ledger: Reading, query: Asked) -> Response:
    """The figures asked for, in the order in which their articles were recorded."""
    listing = ledger.figures(replace(query, limit=_A_PAGE))
    return view(
        request,
        "figures.html",
        record=lambda: {
            "total": listing.total,
            "next": listing.next,
            "items": [figure_record(entry) for entry in listing.items],
        },
        table=lambda: FIGURES.rows(listing.items),
        listing=listing,
        query=query,
        units=ledger.units(replace(query, unit=None)),
        asked=conditions(request),
        reviews=reviews_holding(ledger.reviews({entry.statement.id for entry in listing.items})),
        reference=reference,
        pieces=pieces,
    )


def reference(entry: FigureEntry) -> str:
    """A word that names the figure: its article, its statement, its place in that."""
    number = entry.statement.qualification.figures.index(entry.figure)
    return f"{entry.article.id}.{entry.statement.id}.{number}"


def pieces(entry: FigureEntry) -> Iterator[tuple[str, bool]]:
    """The words of the statement, and which of them are the figure."""
    figure = entry.figure.span
    for at, span in enumerate(entry.statement.attribution.content):
        if at:
            yield GAP, False
        start, end = (max(span.start, min(span.end, place)) - span.start for place in (figure.start, figure.end))
        if figure.block != span.block or start >= end:
            yield span.text, False
            continue
        for text, is_figure in ((span.text[:start], False), (span.text[start:end], True), (span.text[end:], False)):
            if text:
                yield text, is_figure
