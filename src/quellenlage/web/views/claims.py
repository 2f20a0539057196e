"""Claims: the list, with how many independent origins each has."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from quellenlage import settling
from quellenlage.exporting.columns import CLAIMS
from quellenlage.ledger import Query
from quellenlage.model.text import Language
from quellenlage.rendering.claim_records import claim_record
from quellenlage.web.desk import Reading
from quellenlage.web.pages import view

router = APIRouter(include_in_schema=False)
_A_PAGE = 20


def _asked(
    text: str | None = None,
    source: str | None = None,
    outlet: str | None = None,
    lang: Language | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Query:
    return Query(text=text, source=source, outlet=outlet, language=lang, since=since, until=until, limit=_A_PAGE)


@router.get("/claims.json")
@router.get("/claims.csv")
@router.get("/claims")
def claims(
    request: Request, ledger: Reading, query: Annotated[Query, Depends(_asked)], appearances: int = 1
) -> Response:
    """The claims asked for, those in most articles first."""
    listing = settling.claims(ledger, query, least=appearances)
    return view(
        request,
        "claims.html",
        record=lambda: {"total": listing.total, "items": [claim_record(claim) for claim in listing.items]},
        cells=lambda: map(CLAIMS.cells, listing.items),
        listing=listing,
        query=query,
        appearances=appearances,
    )
