"""Who speaks and who passes on: the list, by class."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as Parameter
from fastapi.responses import Response

from quellenlage.exporting.columns import SOURCES
from quellenlage.ledger import Query
from quellenlage.model.statement import SourceClass
from quellenlage.rendering.records import source_record
from quellenlage.web.desk import Reading
from quellenlage.web.pages import view

router = APIRouter(include_in_schema=False)
_A_PAGE = 50


@router.get("/sources")
@router.get("/sources.csv")
@router.get("/sources.json")
def sources(
    request: Request,
    ledger: Reading,
    name: str = "",
    cls: Annotated[SourceClass | None, Parameter(alias="class")] = None,
    outlet: str = "",
    after: str | None = None,
) -> Response:
    """The sources asked for, those with most statements first."""
    beside = Query(outlet=outlet.strip() or None)
    query = Query(source=name.strip() or None, cls=cls, outlet=beside.outlet, limit=_A_PAGE, after=after)
    listing = ledger.sources(query)
    return view(
        request,
        "sources.html",
        record=lambda: {
            "total": listing.total,
            "next": listing.next,
            "items": [source_record(entry) for entry in listing.items],
        },
        table=lambda: SOURCES.rows(listing.items),
        listing=listing,
        classes=ledger.facets(beside).classes,
        name=name,
        cls=cls,
        outlet=outlet,
    )
