"""What a ledger answers with: entries, and listings that say how many entries there were in all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from typing import Generic, TypeVar

from quellenlage.model.claim import Trace
from quellenlage.model.figure import Figure
from quellenlage.model.statement import Kind, Reading, SourceClass, Statement
from quellenlage.model.text import AccessState, Article, Block, Language, Moment, Span

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
    access: AccessState

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

    `id` is the smallest of its statements' ids. `state` is another word whenever something may have changed from which
    the claim is derived; of different stores, the words have nothing to do with each other.
    """

    id: str
    traces: tuple[Trace, ...]
    state: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with what there is to know of it before it is opened. `recorded_at` (UTC) is of its newest reading;
    `unnamed` counts statements whose speaker is an unnamed source, `figures` those in all statements."""

    article: ArticleEntry
    authors: tuple[str, ...]
    recorded_at: datetime
    statements: int
    unnamed: int
    figures: int


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An article that a search found, with the places of the words (in order, apart) and the blocks they stand in."""

    row: ArticleRow
    places: tuple[Span, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Count(Generic[T]):
    """How many have this value."""

    value: T
    number: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How the articles asked for (the first four) and their statements asked for (the last two) divide.

    The most frequent first, months ("2031-03", of publication) the latest first. An article without an outlet or a day
    counts under None.
    """

    outlets: tuple[Count[str | None], ...]
    languages: tuple[Count[Language], ...]
    access: tuple[Count[AccessState], ...]
    months: tuple[Count[str | None], ...]
    kinds: tuple[Count[Kind], ...]
    classes: tuple[Count[SourceClass], ...]


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """The entries asked for; `total` says how many there are from the beginning on and without a limit, `next` is the
    cursor (`Query.after`) of those that follow, None where these are the last."""

    items: tuple[T, ...]
    total: int
    next: str | None = None


def make_facets(
    outlets: Counter[str | None],
    languages: Counter[Language],
    access: Counter[AccessState],
    months: Counter[str | None],
    kinds: Counter[Kind],
    classes: Counter[SourceClass],
) -> Facets:
    """The facets from their counts."""
    by_month = sorted(months.items(), key=lambda each: each[0] or "", reverse=True)
    return Facets(
        outlets=_most_first(outlets),
        languages=_most_first(languages),
        access=_most_first(access),
        months=tuple(Count(*each) for each in by_month),
        kinds=_most_first(kinds),
        classes=_most_first(classes),
    )


def make_units(figures: Counter[str]) -> tuple[Count[str], ...]:
    """The units as they are written, with how many figures have each, the most first; figures without one count for
    none."""
    return tuple(each for each in _most_first(figures) if each.value)


def _most_first(counts: Counter[T]) -> tuple[Count[T], ...]:
    return tuple(
        Count(*each) for each in sorted(counts.items(), key=lambda each: (-each[1], each[0] is not None, each[0]))
    )


def file_of(page: str) -> str | None:
    """The file's name where what the input was called is a file, otherwise None."""
    return None if page == "-" or "://" in page else PurePath(page).name


def article_entry(article: Article, page: str) -> ArticleEntry:
    """The entry of an article that came from the input called `page`."""
    return ArticleEntry(
        id=article.id,
        page=page,
        language=article.language,
        url=article.url,
        outlet=article.outlet,
        headline=article.headline,
        published=article.published,
        access=article.access.state,
    )


def article_row(reading: Reading, page: str, recorded_at: datetime) -> ArticleRow:
    """The row of a reading of the input called `page`."""
    said = reading.statements
    return ArticleRow(
        article=article_entry(reading.article, page),
        authors=reading.article.authors,
        recorded_at=recorded_at,
        statements=len(said),
        unnamed=sum(statement.speaker.cls is SourceClass.UNNAMED for statement in said),
        figures=sum(len(statement.qualification.figures) for statement in said),
    )
