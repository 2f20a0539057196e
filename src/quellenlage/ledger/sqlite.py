"""The ledger in one SQLite file: a view that only reads, and the writer."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from quellenlage.errors import LedgerError
from quellenlage.ledger import (
    cataloguing,
    claiming,
    indexing,
    listing,
    profiling,
    relating,
    reviewing,
    sharing,
    tallying,
)
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
from quellenlage.ledger.protocols import Compare
from quellenlage.ledger.query import Query
from quellenlage.ledger.recording import reading_id
from quellenlage.ledger.rows import (
    article_row,
    insert,
    page_row,
    source_rows,
    statement_row,
    stored_reading,
    voice_rows,
)
from quellenlage.ledger.schema import check, has_catalogue, has_claims, has_tallies, prepare, state
from quellenlage.model.claim import Judgement, Link, Trace
from quellenlage.model.ids import page_id
from quellenlage.model.judging import Verdicts
from quellenlage.model.review import Review
from quellenlage.model.statement import Reading
from quellenlage.model.text import Page

_PATIENCE = 30.0  # seconds that a writer waits for another one's transaction


class SqliteView:
    """Satisfies `View`. The file is opened for reading only."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._errors():
            self._connection = self._connect()
        self._prepare()

    def articles(self, query: Query) -> Listing[ArticleRow]:
        """The articles asked for."""
        with self._transaction("DEFERRED") as connection:
            return listing.articles(connection, query)

    def facets(self, query: Query) -> Facets:
        """How the articles asked for, and their statements asked for, divide."""
        with self._transaction("DEFERRED") as connection:
            return listing.facets(connection, query)

    def statements(self, query: Query) -> Listing[StatementEntry]:
        """The statements asked for."""
        with self._transaction("DEFERRED") as connection:
            return listing.statements(connection, query)

    def figures(self, query: Query) -> Listing[FigureEntry]:
        """The figures in the statements asked for."""
        with self._transaction("DEFERRED") as connection:
            return listing.figures(connection, query)

    def units(self, query: Query) -> tuple[Count[str], ...]:
        """The units of the figures in the statements asked for."""
        with self._transaction("DEFERRED") as connection:
            return listing.units(connection, query)

    def sources(self, query: Query) -> Listing[SourceEntry]:
        """Who speaks or relays in the statements asked for."""
        with self._transaction("DEFERRED") as connection:
            return listing.sources(connection, query)

    def statements_of(self, party: Party, query: Query, *, relayed: bool = False) -> Listing[StatementEntry]:
        """The statements asked for that the party makes, or passes on."""
        with self._transaction("DEFERRED") as connection:
            return profiling.statements_of(connection, party, query, relayed=relayed)

    def profile(self, party: Party, query: Query) -> Profile:
        """The numbers of what the party said and passed on."""
        with self._transaction("DEFERRED") as connection:
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
        with self._transaction("DEFERRED") as connection:
            return reviewing.reviews(connection, statements) if has_catalogue(connection) else ()

    def reading(self, article: str) -> Reading:
        """The newest reading of an article."""
        with self._transaction("DEFERRED") as connection:
            return stored_reading(connection, *self._newest(article, "number"))

    def page(self, article: str) -> Page:
        """The page of the newest reading of an article."""
        with self._transaction("DEFERRED") as connection:
            stored, name, media, url, charset = self._newest(
                article, "page, page_name, page_media, page_url, page_charset"
            )
            (data,) = connection.execute("SELECT data FROM pages WHERE id = ?", [stored]).fetchone()
        return Page(name, zlib.decompress(data), media, url, charset)

    def page_name(self, article: str) -> str:
        """What the input of the newest reading of an article was called."""
        with self._transaction("DEFERRED"):
            return str(self._newest(article, "page_name")[0])

    def unlinked(self, version: int) -> tuple[str, ...]:
        """Articles whose newest reading has no traces made by this version of linking."""
        with self._transaction("DEFERRED") as connection:
            if has_claims(connection):
                return claiming.unlinked(connection, version)
            return tuple(key for (key,) in connection.execute("SELECT id FROM current ORDER BY number"))

    def waiting(self, version: int) -> int:
        """How many articles `unlinked` names."""
        with self._transaction("DEFERRED") as connection:
            if has_claims(connection) and claiming.is_made_by(connection, version):
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

    def links_of(self, ids: Collection[str]) -> tuple[Link, ...]:
        """The links that have one of these traces at either end."""
        with self._claims() as connection:
            return relating.links_of(connection, ids)

    def links_among(self, ids: Collection[str]) -> tuple[Link, ...]:
        """The links that have one of these traces at both ends."""
        with self._claims() as connection:
            return sharing.links_among(connection, ids)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in order of recording."""
        with self._claims() as connection:
            return claiming.judgements(connection)

    def state(self) -> str:
        """A word that is another one whenever something may have changed."""
        with self._transaction("DEFERRED") as connection:
            return state(connection)

    def close(self) -> None:
        """Ends the use of the file."""
        self._connection.close()

    def _connect(self) -> sqlite3.Connection:
        if not self._path.exists():
            raise LedgerError("is not there; `quellenlage add` makes a ledger")
        address = f"{self._path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(
            address, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )  # a server hands it from thread to thread, one at a time
        check(connection)
        return connection

    def _prepare(self) -> None:
        with self._transaction("DEFERRED") as connection:
            if not cataloguing.is_current(connection):
                cataloguing.see_through(connection)
            if has_claims(connection) and not has_tallies(connection):
                tallying.see_through(connection)

    def _newest(self, article: str, columns: str) -> tuple[Any, ...]:
        rows = self._connection.execute(f"SELECT {columns} FROM current WHERE id = ?", [article]).fetchall()
        if not rows:
            raise KeyError(article)
        row: tuple[Any, ...] = rows[0]
        return row

    @contextmanager
    def _claims(self) -> Iterator[sqlite3.Connection]:
        """To read what is derived."""
        with self._transaction("DEFERRED") as connection:
            if not has_claims(connection):
                raise LedgerError("was made before there were claims; `quellenlage link` adds them")
            yield connection

    @contextmanager
    def _catalogue(self) -> Iterator[sqlite3.Connection]:
        """To read what only a catalogue of this version has."""
        with self._transaction("DEFERRED") as connection:
            if not cataloguing.is_current(connection):
                raise LedgerError("has no catalogue of this version of the program; `quellenlage link` makes it")
            yield connection

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[sqlite3.Connection]:
        """All or nothing; everything read in it is of one moment."""
        with self._errors():
            self._connection.execute(f"BEGIN {kind}")
            try:
                yield self._connection
            except BaseException:
                if self._connection.in_transaction:  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Every error of the database is a LedgerError that names the file."""
        try:
            yield
        except LedgerError as error:
            raise type(error)(f"{self._path}: {error}") from error
        except (sqlite3.Error, OSError) as error:
            reason = f"cannot be used as a ledger ({error}); name another file with --ledger"
            raise LedgerError(f"{self._path}: {reason}") from error


class SqliteLedger(SqliteView):
    """Satisfies `Ledger`. Makes the file, and the folders above it, where they are not there."""

    def record(self, page: Page, reading: Reading, *, recorded_at: datetime) -> bool:
        """Adds a page and its reading in one transaction, on disk before it returns."""
        key, stored = reading_id(reading), page_id(page.data)
        with self._transaction("IMMEDIATE") as connection:
            if connection.execute("SELECT 1 FROM articles WHERE reading = ?", [key]).fetchone():
                return False
            insert(connection, "pages", page_row(page, stored, recorded_at), or_ignore=True)
            article = insert(connection, "articles", article_row(page, stored, reading, key, recorded_at))
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
        with self._transaction("IMMEDIATE") as connection:
            if again or not claiming.is_made_by(connection, version):
                relating.start(connection, version)

    def relate(self, article: str, traces: Sequence[Trace], compare: Compare) -> None:
        """Links an article in one transaction."""
        with self._transaction("IMMEDIATE") as connection:
            (number,) = self._newest(article, "number")
            verdicts = Verdicts(claiming.judgements(connection))
            relating.relate(connection, article, number, traces, compare, verdicts)

    def judge(self, judgement: Judgement) -> None:
        """Adds a person's judgement in one transaction, on disk before it returns."""
        with self._transaction("IMMEDIATE") as connection:
            claiming.judge(connection, judgement)

    def review(self, review: Review) -> None:
        """Adds a person's review of a statement in one transaction, on disk before it returns."""
        with self._transaction("IMMEDIATE") as connection:
            reviewing.review(connection, review)

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._path.absolute(), timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        prepare(connection)
        connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged also outlives a power cut
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE cannot delete either
        return connection

    def _prepare(self) -> None:
        with self._transaction("DEFERRED") as connection:
            if cataloguing.is_current(connection) and not indexing.is_behind(connection):
                return
        with self._transaction("IMMEDIATE") as connection:  # two at once: the second waits here and finds it done
            cataloguing.bring_up(connection)
