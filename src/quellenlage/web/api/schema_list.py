"""The schemas of lists and of their entries (docs/reference/json.md, docs/reference/rest.md)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from quellenlage.model.review import ReviewVerdict
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import AccessState, Language
from quellenlage.web.api.schema_base import Count, Id, Moment, Schema
from quellenlage.web.api.schema_claim import Claim, Judgement, Series
from quellenlage.web.api.schema_reading import Block, Figure, Party, Span, Statement

Next = Annotated[
    str | None,
    Field(
        description="Address of the page that follows, relative to this one; null where this is the last.",
        json_schema_extra={"format": "uri-reference"},
    ),
]


class ArticleHead(Schema):
    """The article that an entry stands in. `page` is the file's name where it came from a file."""

    id: Id
    url: str | None
    page: str | None
    outlet: str | None
    headline: str | None
    published: Moment | None
    language: Language


class ArticleRow(ArticleHead):
    """An article with what there is to know before it is opened."""

    access: AccessState
    authors: list[str]
    recorded_at: Moment
    statements: Count
    unnamed: Count
    figures: Count


class FoundArticle(ArticleRow):
    """An article that a search found, with the places of the words and the blocks they stand in."""

    places: list[Span]
    blocks: list[Block]


class StatementEntry(Statement):
    """A statement with its article."""

    article: ArticleHead


class FigureEntry(Figure):
    """A figure with its statement's id, speaker, chain and content, and its article."""

    statement: Id
    speaker: Party
    via: list[Party]
    content: list[Span]
    article: ArticleHead


class SourceEntry(Schema):
    """A name as written, with how many statements it makes and relays, in how many articles."""

    name: str
    cls: SourceClass
    said: Count
    relayed: Count
    articles: Count


class Review(Schema):
    """A person's word on what the machine found."""

    id: Id
    statement: Id
    article: Id
    verdict: ReviewVerdict
    by: str
    at: Moment
    corrected: Statement | None
    note: str | None
    undoes: Id | None


class _List(Schema):
    total: Annotated[int, Field(ge=0, description="How many there are in all, on this page and the others.")]
    next: Next


class Articles(_List):
    """A page of articles."""

    items: list[ArticleRow]


class FoundArticles(_List):
    """A page of what a search found."""

    items: list[FoundArticle]


class Statements(_List):
    """A page of statements."""

    items: list[StatementEntry]


class Figures(_List):
    """A page of figures."""

    items: list[FigureEntry]


class Sources(_List):
    """A page of sources."""

    items: list[SourceEntry]


class SeriesList(_List):
    """A page of series."""

    items: list[Series]


class Claims(_List):
    """A page of claims."""

    items: list[Claim]


class Judgements(_List):
    """A page of judgements."""

    items: list[Judgement]


class Reviews(_List):
    """A page of reviews."""

    items: list[Review]
