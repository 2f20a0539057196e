"""People's reviews of what the machine found, and what waits for one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import Field

from quellenlage.model.review_wire import review_to_wire
from quellenlage.rendering.records import statement_record
from quellenlage.web.api.answering import Ask, page_of_acts
from quellenlage.web.api.asking import OfStatements, Paging
from quellenlage.web.api.describing import answers_list
from quellenlage.web.api.schema_base import ID_PATTERN
from quellenlage.web.api.schema_list import Reviews, Statements
from quellenlage.web.wording import later as _

router = APIRouter(tags=["reviews"])


class _Reviews(Paging):
    statement: str | None = Field(None, pattern=ID_PATTERN, description=_("Only reviews of this statement."))


@router.get("/reviews", summary=_("List reviews, the earliest first"), responses=answers_list(Reviews))
def list_reviews(ask: Ask, asked: Annotated[_Reviews, Query()]) -> Response:
    reviews = ask.ledger.reviews([asked.statement] if asked.statement else None)
    return ask.list(page_of_acts(reviews, asked.limit, asked.after), review_to_wire)


@router.get(
    "/reviews/queue",
    summary=_("List statements without a review, the least certain first"),
    responses=answers_list(Statements),
)
def list_queue(ask: Ask, asked: Annotated[OfStatements, Query()]) -> Response:
    return ask.list(ask.ledger.queue(asked.query()), statement_record)
