"""The review queue: what the model is least sure of, and a person's word on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Literal
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from quellenlage.exporting.columns import STATEMENTS
from quellenlage.exporting.gold import gold_to_lines
from quellenlage.ledger import View, reviewed_gold
from quellenlage.model.review import Review, ReviewVerdict, make_review, reviews_holding
from quellenlage.model.review_wire import review_to_wire
from quellenlage.model.statement import Kind, SourceClass
from quellenlage.rendering.records import statement_record
from quellenlage.web.asking import Asked
from quellenlage.web.desk import At, Reading, Writing
from quellenlage.web.findings import find_context
from quellenlage.web.pages import view
from quellenlage.web.views.claim import Signed
from quellenlage.web.wording import language_of, translations

router = APIRouter(include_in_schema=False)
_A_PAGE = 12


@dataclass(frozen=True, slots=True)
class Way:
    """Where a form leads: to the queue with these conditions and at this statement, or to the statement's own page."""

    to: str
    back: str
    then: str

    def address(self, review: Review) -> str:
        """The page to go on with. Taking something back leads to it, everything else to what follows."""
        if self.to != "queue":
            return f"/review/{quote(review.statement)}?article={quote(review.article)}#history"
        undone = review.verdict is ReviewVerdict.UNDO
        asked = parse_qsl(self.back) + ([] if undone else [("done", review.statement)])
        return f"/review?{urlencode(asked)}#s-{quote(review.statement if undone else self.then)}"


def _way(to: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "", then: Annotated[str, Form()] = "") -> Way:
    return Way(to, back, then)


Back = Annotated[Way, Depends(_way)]


@router.get("/review")
@router.get("/review.csv")
@router.get("/review.json")
def queue(request: Request, ledger: Reading, desk: At, query: Asked, done: str = "") -> Response:
    """What waits for a review, the least certain first. `done` is the statement that was just reviewed."""
    listing = ledger.queue(replace(query, limit=_A_PAGE))
    return view(
        request,
        "review.html",
        record=lambda: {
            "total": listing.total,
            "next": listing.next,
            "items": [statement_record(entry) for entry in listing.items],
        },
        cells=lambda: map(STATEMENTS.cells, listing.items),
        listing=listing,
        findings=find_context(ledger, listing.items),
        query=query,
        classes=tuple(SourceClass),
        kinds=tuple(Kind),
        done=reviews_holding(ledger.reviews([done])).get(done) if done else None,
        back=urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "done"]),
        user=desk.user,
    )


@router.get("/review/gold.jsonl")
def gold(ledger: Reading) -> Response:
    """What was reviewed, as training data."""
    headers = {"Content-Disposition": 'attachment; filename="reviewed.gold.jsonl"'}
    return Response(gold_to_lines(reviewed_gold(ledger)), headers=headers, media_type="application/jsonl")


@router.post("/review/{statement}/undo")
def undo(request: Request, ledger: Writing, statement: str, signed: Signed, way: Back) -> Response:
    """Takes back the review that holds."""
    earlier = reviews_holding(ledger.reviews([statement])).get(statement)
    if earlier is None:
        _ = translations(language_of(request)).gettext
        raise HTTPException(404, _("No review of this statement holds, so there is nothing to take back."))
    review = make_review(
        statement,
        earlier.article,
        ReviewVerdict.UNDO,
        by=signed.by,
        at=signed.at,
        note=signed.note,
        undoes=earlier.id,
    )
    ledger.review(review)
    return _answer(request, review, way)


@router.post("/review/{statement}/{verdict}")
def accept_or_reject(
    request: Request,
    ledger: Writing,
    statement: str,
    verdict: Literal["accept", "reject"],
    signed: Signed,
    way: Back,
    article: Annotated[str, Form()] = "",
) -> Response:
    """It is as the machine found it, or nobody says this there."""
    review = make_review(
        statement,
        article or article_of(request, ledger, statement),
        ReviewVerdict(verdict),
        by=signed.by,
        at=signed.at,
        note=signed.note,
    )
    ledger.review(review)
    return _answer(request, review, way)


def article_of(request: Request, ledger: View, statement: str) -> str:
    """The article of a statement that is linked or reviewed; not found otherwise."""
    for trace in ledger.traces([statement]):
        return trace.article
    for review in ledger.reviews([statement]):
        return review.article
    _ = translations(language_of(request)).gettext
    raise HTTPException(404, _("No statement has this id, or its article was not compared with the others yet."))


def _answer(request: Request, review: Review, way: Way) -> Response:
    """The review for the page's script, for everybody else the page where they were."""
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse(review_to_wire(review))
    return RedirectResponse(way.address(review), 303)
