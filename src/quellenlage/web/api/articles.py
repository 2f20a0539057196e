"""Articles: the list, one with its reading, its stored page, and the search in all of them."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import Field

from quellenlage.model.wire import reading_to_wire
from quellenlage.rendering.records import article_record, found_record
from quellenlage.web.api.answering import Ask
from quellenlage.web.api.asking import ArticleId, OfArticles, OfRows
from quellenlage.web.api.describing import answers_file, answers_list, answers_one
from quellenlage.web.api.schema_list import Articles, FoundArticles
from quellenlage.web.api.schema_reading import Reading
from quellenlage.web.wording import later as _

router = APIRouter(tags=["articles"])
_NEVER_RUN = "sandbox; default-src 'none'"
_CHARSET = re.compile(r"[\w.:+-]+", re.ASCII)
_ONE = {"read_article": "article", "get_page": "article"}
_BYTES = {"type": "string", "format": "binary"}


@router.get("/articles", summary=_("List articles"), responses=answers_list(Articles, _ONE))
def list_articles(ask: Ask, asked: Annotated[OfRows, Query()]) -> Response:
    return ask.list(ask.ledger.articles(asked.query()), article_record)


@router.get("/articles/{article}", summary=_("Read an article with its statements"), responses=answers_one(Reading))
def read_article(ask: Ask, article: ArticleId) -> Response:
    return ask.answer(reading_to_wire(ask.find(ask.ledger.reading, article)))


@router.get(
    "/articles/{article}/page",
    summary=_("Get the stored page of an article, to the byte"),
    responses=answers_file({"text/html": _BYTES, "text/plain": _BYTES, "application/json": {}}),
)
def get_page(ask: Ask, article: ArticleId) -> Response:
    page = ask.find(ask.ledger.page, article)
    charset = f"; charset={page.charset}" if page.charset and _CHARSET.fullmatch(page.charset) else ""
    headers = {"Content-Security-Policy": _NEVER_RUN, "Content-Disposition": "attachment"}
    return ask.send(page.data, page.media + charset, headers)


class _Searched(OfArticles):
    q: str = Field(
        min_length=1, max_length=500, description=_('Words that all must stand in the article, or a "phrase".')
    )


@router.get("/search", summary=_("Search in all articles"), responses=answers_list(FoundArticles, _ONE))
def search_articles(ask: Ask, asked: Annotated[_Searched, Query()]) -> Response:
    return ask.list(ask.ledger.search(asked.q, asked.query()), found_record)
