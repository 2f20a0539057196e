"""Search: the articles in which some words stand, each with these words in context."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from quellenlage.exporting.columns import ARTICLES
from quellenlage.ledger import FoundEntry, Listing, Query
from quellenlage.model.text import Language
from quellenlage.rendering.records import found_record
from quellenlage.web.desk import Reading
from quellenlage.web.excerpting import excerpt
from quellenlage.web.pages import view

router = APIRouter(include_in_schema=False)
_A_PAGE = 20
_NOTHING: Listing[FoundEntry] = Listing((), 0)


@router.get("/search")
@router.get("/search.csv")
@router.get("/search.json")
def search(
    request: Request, ledger: Reading, q: str = "", lang: Language | None = None, after: str | None = None
) -> Response:
    """The articles in which all words of `q` stand."""
    query = Query(language=lang, limit=_A_PAGE, after=after)
    has_words = any(map(str.isalnum, q))
    listing = ledger.search(q, query) if has_words else _NOTHING
    return view(
        request,
        "search.html",
        record=lambda: {
            "total": listing.total,
            "next": listing.next,
            "items": [found_record(entry) for entry in listing.items],
        },
        table=lambda: ARTICLES.rows(entry.row for entry in listing.items),
        listing=listing,
        hits=[excerpt(entry) for entry in listing.items],
        words=q,
        has_words=has_words,
        lang=lang,
    )
