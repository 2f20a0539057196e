"""Figures: the list, with whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from quellenlage.exporting.columns import FIGURES
from quellenlage.ledger import FigureEntry, Query
from quellenlage.model.text import Language
from quellenlage.rendering.phrases import GAP
from quellenlage.rendering.records import figure_record
from quellenlage.web.desk import Reading
from quellenlage.web.pages import view

router = APIRouter(include_in_schema=False)
_A_PAGE = 40


def _asked(
    text: str = "",
    source: str = "",
    outlet: str = "",
    lang: str = "",
    since: str = "",
    until: str = "",
    after: str | None = None,
) -> Query:
    return Query(
        text=text.strip() or None,
        source=source.strip() or None,
        outlet=outlet.strip() or None,
        language=Language(lang) if lang in set(Language) else None,
        since=_day(since),
        until=_day(until),
        after=after,
        limit=_A_PAGE,
    )


def _day(asked: str) -> date | None:
    """The day in a form's field; an empty field asks for nothing."""
    try:
        return date.fromisoformat(asked) if asked else None
    except ValueError:
        raise HTTPException(422, f"{asked!r} is no day; write it like 2031-03-04") from None


Asked = Annotated[Query, Depends(_asked)]
"""The conditions on figures in an address; those left empty in a form ask for nothing."""


@router.get("/figures.json")
@router.get("/figures.csv")
@router.get("/figures")
def figures(request: Request, ledger: Reading, query: Asked) -> Response:
    """The figures asked for, in the order in which their articles were recorded."""
    listing = ledger.figures(query)
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
        asked=asked_of(request),
        reference=reference,
        pieces=pieces,
    )


def asked_of(request: Request) -> dict[str, str]:
    """The conditions in the address, to ask for the same in another view."""
    paging = ("after", "of", "row", "ui")
    return {name: value for name, value in request.query_params.items() if value and name not in paging}


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
