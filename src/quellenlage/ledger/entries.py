"""What a ledger answers with: entries, and listings that say how many entries there were in all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Generic, TypeVar

from quellenlage.model.claim import Trace
from quellenlage.model.figure import Figure
from quellenlage.model.statement import SourceClass, Statement
from quellenlage.model.text import Article, Language, Moment

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """The article that a statement stands in. `page` is what the input was called when it was first added."""

    id: str
    page: str
    language: Language
    url: str | None
    outlet: str | None
    headline: str | None
    published: Moment | None

    @property
    def file(self) -> str | None:
        """The file's name where the article came from a file, otherwise None."""
        return file_of(self.page)


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement in the ledger with its article. Its speaker and chain are named, without their mentions."""

    statement: Statement
    article: ArticleEntry


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A figure with the statement whose content it stands in."""

    figure: Figure
    statement: Statement
    article: ArticleEntry


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A name and class as written, with how many statements it makes and relays, in how many articles.

    The same written name is one entry: whether two names are one party, or one name two, is not decided here.
    """

    name: str
    cls: SourceClass
    said: int
    relayed: int
    articles: int


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim as the ledger keeps it: the traces of its statements and of assertions that say the same, sorted by id.

    `id` is the smallest of its statements' ids.
    """

    id: str
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """The entries asked for, and `total`: how many there would be without a limit."""

    items: tuple[T, ...]
    total: int


def file_of(page: str) -> str | None:
    """The file's name where what the input was called is a file, otherwise None."""
    return None if page == "-" or "://" in page else PurePath(page).name


def article_entry(article: Article, page: str) -> ArticleEntry:
    """The entry of an article that came from the input called `page`."""
    return ArticleEntry(
        article.id, page, article.language, article.url, article.outlet, article.headline, article.published
    )
