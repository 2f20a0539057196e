"""The ledger in an SQL database, whichever it is: a view that only reads, and the writer."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import Any, Protocol

from quellenlage.errors import LedgerError
from quellenlage.ledger import cataloguing, claiming, linked, listing, profiling, relating, reviewing
from quellenlage.ledger.connection import Connection
from quellenlage.ledger.entries import (
    ArticleRow,
    ClaimEntry,
    Count,
    Facets,
    FigureEntry,
    FoundEntry,
    Listing,
    SourceEntry,
    StatementEntry,
)
from quellenlage.ledger.parties import Party, Profile
from quellenlage.ledger.protocols import Compare, Sift
from quellenlage.ledger.query import Query
from quellenlage.ledger.recording import reading_id
from quellenlage.ledger.rows import (
    article_row,
    insert,
    insert_numbered,
    page_row,
    source_rows,
    statement_row,
    stored_reading,
    voice_rows,
)
from quellenlage.ledger.schema import CATALOGUE_SINCE, CLAIMS_SINCE, state
from quellenlage.model.claim import Judgement, Link, Trace
from quellenlage.model.ids import page_id
from quellenlage.model.judging import Verdicts
from quellenlage.model.review import Review
from quellenlage.model.statement import Reading
from quellenlage.model.text import Page


class Database(Protocol):
    """A database that is a ledger. All raise LedgerError, which names it."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction in which everything read is of one moment."""
        ...

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that waits for other writers. All or nothing, on disk once it has ended well."""
        ...

    def version(self) -> int:
        """Of its schema. Inside a transaction."""
        ...

    def close(self) -> None:
        """Ends the use of the database."""
        ...


class SqlView:
    """Satisfies `View`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def articles(self, query: Query) -> Listing[ArticleRow]:
        """The articles asked for."""
        with self._database.reading() as connection:
            return listing.articles(connection, query)

    def facets(self, query: Query) -> Facets:
        """How the articles asked for, and their statements asked for, divide."""
        with self._database.reading() as connection:
            return listing.facets(connection, query)

    def statements(self, query: Query) -> Listing[StatementEntry]:
        """The statements asked for."""
        with self._database.reading() as connection:
            return listing.statements(connection, query)

    def figures(self, query: Query) -> Listing[FigureEntry]:
        """The figures in the statements asked for."""
        with self._database.reading() as connection:
            return listing.figures(connection, query)

    def units(self, query: Query) -> tuple[Count[str], ...]:
        """The units of the figures in the statements asked for."""
        with self._database.reading() as connection:
            return listing.units(connection, query)

    def sources(self, query: Query) -> Listing[SourceEntry]:
        """Who speaks or relays in the statements asked for."""
        with self._database.reading() as connection:
            return listing.sources(connection, query)

    def statements_of(self, party: Party, query: Query, *, relayed: bool = False) -> Listing[StatementEntry]:
        """The statements asked for that the party makes, or passes on."""
        with self._database.reading() as connection:
            return profiling.statements_of(connection, party, query, relayed=relayed)

    def profile(self, party: Party, query: Query) -> Profile:
        """The numbers of what the party said and passed on."""
        with self._database.reading() as connection:
            return profiling.profile(connection, party, query)

    def search(self, text: str, query: Query) -> Listing[FoundEntry]:
        """The articles in which all words stand."""
        with self._catalogue() as connection:
            return listing.search(connection, text, query)

    def queue(self, query: Query) -> Listing[StatementEntry]:
        """The statements asked for that have no review which holds."""
        with self._catalogue() as connection:
            return listing.queue(connection, query)

    def reviews(self, statements: Collection[str] | None = None) -> tuple[Review, ...]:
        """The reviews of these statements, or all."""
        with self._database.reading() as connection:
            if self._database.version() < CATALOGUE_SINCE:
                return ()
            return reviewing.reviews(connection, statements)

    def reading(self, article: str) -> Reading:
        """The newest reading of an article."""
        with self._database.reading() as connection:
            return stored_reading(connection, *_newest(connection, article, "number"))

    def page(self, article: str) -> Page:
        """The page of the newest reading of an article."""
        with self._database.reading() as connection:
            stored, name, media, url, charset = _newest(
                connection, article, "page, page_name, page_media, page_url, page_charset"
            )
            (data,) = connection.execute("SELECT data FROM pages WHERE id = ?", [stored]).fetchone()
        return Page(name, zlib.decompress(data), media, url, charset)

    def page_name(self, article: str) -> str:
        """What the input of the newest reading of an article was called."""
        with self._database.reading() as connection:
            return str(_newest(connection, article, "page_name")[0])

    def unlinked(self, version: int) -> tuple[str, ...]:
        """Articles whose newest reading has no traces made by this version of linking."""
        with self._database.reading() as connection:
            if self._database.version() >= CLAIMS_SINCE:
                return claiming.unlinked(connection, version)
            return tuple(key for (key,) in connection.execute("SELECT id FROM current ORDER BY number"))

    def waiting(self, version: int) -> int:
        """How many articles `unlinked` names."""
        with self._database.reading() as connection:
            if self._database.version() >= CLAIMS_SINCE and claiming.is_made_by(connection, version):
                return claiming.waiting(connection)
            (number,) = connection.execute("SELECT COUNT(*) FROM catalogue").fetchone()
            return int(number)

    def claims(self, query: Query, *, least: int = 1, newest: bool = False) -> Listing[ClaimEntry]:
        """The claims of which a statement or assertion is asked for."""
        with self._claims() as connection:
            return claiming.claims(connection, query, least, newest=newest)

    def claims_with(self, prefix: str) -> tuple[str, ...]:
        """Ids of the claims that have a statement or assertion whose id begins so."""
        with self._claims() as connection:
            return claiming.claims_with(connection, prefix)

    def claim(self, claim: str) -> ClaimEntry:
        """The claim of this id."""
        with self._claims() as connection:
            return claiming.claim(connection, claim)

    def traces(self, ids: Collection[str]) -> tuple[Trace, ...]:
        """The traces of these ids."""
        with self._claims() as connection:
            return claiming.traces(connection, ids)

    def passages(self, articles: Collection[str]) -> tuple[Trace, ...]:
        """The passages of these articles."""
        with self._claims() as connection:
            return claiming.passages(connection, articles)

    def links_among(self, ids: Collection[str]) -> tuple[Link, ...]:
        """The links that have one of these traces at both ends."""
        with self._claims() as connection:
            return linked.links_among(connection, ids)

    def denying(self, ids: Collection[str]) -> tuple[Link, ...]:
        """The links by which other statements deny these."""
        with self._claims() as connection:
            return linked.denying(connection, ids)

    def surest(self, ids: Collection[str]) -> Mapping[str, float]:
        """For each of these statements that denies something the greatest score with which it does."""
        with self._claims() as connection:
            return linked.surest(connection, ids)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in order of recording."""
        with self._claims() as connection:
            return claiming.judgements(connection)

    def state(self) -> str:
        """A word that is another one whenever something may have changed."""
        with self._database.reading() as connection:
            return state(connection, self._database.version())

    def close(self) -> None:
        """Ends the use of the database."""
        self._database.close()

    @contextmanager
    def _claims(self) -> Iterator[Connection]:
        """To read what is derived."""
        with self._database.reading() as connection:
            if self._database.version() < CLAIMS_SINCE:
                raise LedgerError("was made before there were claims; `quellenlage link` adds them")
            yield connection

    @contextmanager
    def _catalogue(self) -> Iterator[Connection]:
        """To read what only a catalogue of this version has."""
        with self._database.reading() as connection:
            if self._database.version() < CATALOGUE_SINCE or not cataloguing.is_current(connection):
                raise LedgerError("has no catalogue of this version of the program; `quellenlage link` makes it")
            yield connection


class SqlLedger(SqlView):
    """Satisfies `Ledger`."""

    def record(self, page: Page, reading: Reading, *, recorded_at: datetime) -> bool:
        """Adds a page and its reading in one transaction, on disk before it returns."""
        key, stored = reading_id(reading), page_id(page.data)
        with self._database.writing() as connection:
            if connection.execute("SELECT 1 FROM articles WHERE reading = ?", [key]).fetchone():
                return False
            insert(connection, "pages", page_row(page, stored, recorded_at), or_ignore=True)
            article = insert_numbered(connection, "articles", article_row(page, stored, reading, key, recorded_at))
            for row in source_rows(article, reading):
                insert(connection, "sources", row)
            for position, statement in enumerate(reading.statements):
                insert(connection, "statements", statement_row(article, position, statement))
                for row in voice_rows(article, position, statement):
                    insert(connection, "voices", row)
            cataloguing.enter(connection, article, page.name, reading, recorded_at)
            relating.wait(connection, reading.article.id, article, Verdicts(claiming.judgements(connection)))
        return True

    def start_linking(self, version: int, *, again: bool = False) -> None:
        """Forgets all traces, links and claims that another version made."""
        with self._database.writing() as connection:
            if again or not claiming.is_made_by(connection, version):
                relating.start(connection, version)

    def relate(self, readings: Mapping[str, Sequence[Trace]], compare: Compare, sift: Sift) -> None:
        """Links articles in one transaction."""
        with self._database.writing() as connection:
            relating.relate(connection, readings, compare, sift, Verdicts(claiming.judgements(connection)))

    def judge(self, judgement: Judgement) -> None:
        """Adds a person's judgement in one transaction, on disk before it returns."""
        with self._database.writing() as connection:
            claiming.judge(connection, judgement)

    def review(self, review: Review) -> None:
        """Adds a person's review of a statement in one transaction, on disk before it returns."""
        with self._database.writing() as connection:
            reviewing.review(connection, review)


def _newest(connection: Connection, article: str, columns: str) -> tuple[Any, ...]:
    row: tuple[Any, ...] | None = connection.execute(
        f"SELECT {columns} FROM current WHERE id = ?", [article]
    ).fetchone()
    if row is None:
        raise KeyError(article)
    return row
