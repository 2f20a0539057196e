"""A ledger in one SQLite file: how it is laid, known and locked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quellenlage.errors import LedgerError
from quellenlage.ledger import cataloguing, indexing, linked, schema, tallying
from quellenlage.ledger.connection import naming

APPLICATION = 0x51756C6C  # "Qull" in the file's header: this is no other program's database
_PATIENCE = 30.0  # seconds that a writer waits for another one's transaction


class SqliteDatabase:
    """Satisfies `Database`. A view opens the file for reading only; a writer (`is_writable`) makes it, and the folders
    above it, where they are not there."""

    def __init__(self, path: Path, *, is_writable: bool) -> None:
        self._path = path
        with naming(self._path, sqlite3.Error, OSError, instead="another file"):
            self._connection = _open_to_write(path) if is_writable else _open_to_read(path)
        if is_writable:
            self._bring_up()
        else:
            self._see_through()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A transaction in which everything read is of one moment."""
        with self._transaction("DEFERRED") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that waits for other writers."""
        with self._transaction("IMMEDIATE") as connection:
            yield connection

    def version(self) -> int:
        """Of the schema."""
        return _version(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        self._connection.close()

    def _see_through(self) -> None:
        with self.reading() as connection:
            if self.version() < schema.CATALOGUE_SINCE or not cataloguing.is_current(connection):
                cataloguing.see_through(connection)
            if schema.CLAIMS_SINCE <= self.version() < schema.TALLIED_SINCE:
                tallying.see_through(connection)
            if schema.CLAIMS_SINCE <= self.version() < schema.DENIED_SINCE:
                linked.see_through(connection)

    def _bring_up(self) -> None:
        with self.reading() as connection:
            if cataloguing.is_current(connection) and not indexing.is_behind(connection):
                return
        with self.writing() as connection:  # two at once: the second waits here and finds it done
            cataloguing.bring_up(connection)

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[sqlite3.Connection]:
        with naming(self._path, sqlite3.Error, OSError, instead="another file"):
            self._connection.execute(f"BEGIN {kind}")
            try:
                yield self._connection
            except BaseException:
                if self._connection.in_transaction:  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _open_to_read(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise LedgerError("is not there; `quellenlage add` makes a ledger")
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )  # a server hands it from thread to thread, one at a time
    _check(connection)
    return connection


def _open_to_write(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path.absolute(), timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    _prepare(connection)
    connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged also outlives a power cut
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE cannot delete either
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    """Lays the tables in an empty file, or adds those that later versions brought."""
    if not _is_empty(connection):
        _check(connection)
    if _version(connection) < schema.VERSION:
        connection.execute("BEGIN IMMEDIATE")  # two first writers at once: the second waits here and finds the tables
        try:
            for version, (tables, only_added) in enumerate(schema.STEPS, start=1):
                if version > _version(connection):
                    _lay(connection, version, tables, only_added)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    _check(connection)
    with suppress(sqlite3.OperationalError):  # locked by another writer, who does the same, or the next one will
        connection.execute("PRAGMA journal_mode = WAL")


def _check(connection: sqlite3.Connection) -> None:
    """Raises NewerLedger or LedgerError where the file is not a ledger that this version can use."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise LedgerError("is no ledger but another database; name another file with --ledger")
    schema.check(_version(connection))


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _is_empty(connection: sqlite3.Connection) -> bool:
    (objects,) = connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
    return bool(objects == 0)


def _lay(connection: sqlite3.Connection, version: int, tables: str, only_added: tuple[str, ...]) -> None:
    for statement in tables.split(";\n"):
        connection.execute(statement)
    for table in only_added:
        for change in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {version}")
