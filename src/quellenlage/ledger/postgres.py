"""A ledger in PostgreSQL: how it is laid, known and locked.

All of it lies in one schema of the database, `quellenlage` or another that the address names (`?schema=`), so that a
ledger can live beside other tables. The driver is pg8000, an extra; it is loaded when an address asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import TYPE_CHECKING, Any

from quellenlage.errors import LedgerError
from quellenlage.ledger import cataloguing, schema
from quellenlage.ledger.addresses import Address
from quellenlage.ledger.connection import naming

if TYPE_CHECKING:
    import pg8000.dbapi

_TYPES = (
    (
        r"\bnumber INTEGER PRIMARY KEY(?: AUTOINCREMENT)?(?! REFERENCES)",
        "number INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    ),
    (r"\bkey INTEGER\b", "key BIGINT"),
    (r"\bBLOB\b", "BYTEA"),
    (r"\bREAL\b", "DOUBLE PRECISION"),
    (r"\bTEXT\b", 'TEXT COLLATE "C"'),  # order by code points, as SQLite and Python have it
    (r" WITHOUT ROWID\b", ""),
    # A B-tree takes no value of more than a third of a page, and names and units can be any words of a text.
    (
        r",\n  PRIMARY KEY \(unit_folded, article, position, unit\)\n\);",
        "\n);\nCREATE INDEX measured_by_unit ON measured USING hash (unit_folded);",
    ),
    (r"ON voices \(name\)", "ON voices USING hash (name)"),
    (
        r", UNIQUE \(name, class\)\n\);",
        "\n);\nCREATE UNIQUE INDEX parties_by_digest ON parties (md5(name), class);\n"
        "CREATE INDEX parties_by_name ON parties USING hash (name);",
    ),
)
"""From the tables in `schema` to PostgreSQL's."""
_LAY = (
    "CREATE TABLE ledger (schema INTEGER NOT NULL)",
    "INSERT INTO ledger (schema) VALUES (0)",
    "CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT strpos($1, $2)'",
    "CREATE FUNCTION json_extract(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS "
    "'SELECT $1::json #>> string_to_array(substr($2, 3), ''.'')'",
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "'BEGIN RAISE EXCEPTION ''the ledger is append-only''; END'",
)
"""What is there before the first version: its number, SQLite's words that the queries use, what guards the record."""
_INDEX = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public",
    *(
        f"CREATE INDEX texts_{column} ON texts USING gin ({column} public.gin_trgm_ops)"
        for column in ("headline", "stated", "body")
    ),
)
_INDEXED_SINCE = 3


class PostgresDatabase:
    """Satisfies `Database`. A writer (`is_writable`) lays the schema where it is not there."""

    def __init__(self, address: Address, *, is_writable: bool) -> None:
        self._address = address
        self._driver = _driver()
        with naming(self._address, *_failures(self._driver), instead="another"):
            self._connection = _Connection(self._driver, address)
        try:
            self._open(is_writable=is_writable)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[_Connection]:
        """A transaction in which everything read is of one moment."""
        with self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[_Connection]:
        """A transaction that waits for other writers."""
        with self._transaction("BEGIN"):
            self._connection.execute("LOCK TABLE ledger IN EXCLUSIVE MODE")  # readers go on
            yield self._connection

    def version(self) -> int:
        """Of the schema."""
        return int(self._connection.execute("SELECT schema FROM ledger").fetchall()[0][0])

    def close(self) -> None:
        """Ends the connection."""
        with suppress(*_failures(self._driver)):  # the server may have ended it
            self._connection.close()

    def _open(self, *, is_writable: bool) -> None:
        with naming(self._address, *_failures(self._driver), instead="another"):
            self._connection.execute(f"SET search_path TO {_quoted(self._address.schema)}, public")
            if not is_writable and not self._is_there():
                raise LedgerError("is not there; `quellenlage add` makes a ledger")
        if is_writable:
            self._prepare()
        with self.reading() as connection:
            version = self.version()
            schema.check(version)
            is_current = version >= schema.DENIED_SINCE and cataloguing.is_current(connection)
            if not is_current and not is_writable:
                raise LedgerError("was made by an older version; `quellenlage link` brings it up to date")
        if not is_current:
            with self.writing() as connection:
                cataloguing.bring_up(connection)

    def _is_there(self) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = 'ledger'",
            [self._address.schema],
        )
        return found.fetchone() is not None

    def _prepare(self) -> None:
        """Lays the tables, or adds those that later versions brought."""
        with naming(self._address, *_failures(self._driver), instead="another"):
            is_there = self._is_there()
        if not is_there:
            with self._transaction("BEGIN"):
                # Two first writers at once: the second waits here and finds the tables.
                self._connection.execute("SELECT pg_advisory_xact_lock(hashtext(?))", [self._address.schema])
                if not self._is_there():
                    self._begin_schema()
        with self.reading():
            version = self.version()
            schema.check(version)
        if version < schema.VERSION:
            with self.writing():
                for version, (tables, only_added) in enumerate(schema.STEPS, start=1):
                    if version > self.version():
                        self._lay(version, tables, only_added)

    def _begin_schema(self) -> None:
        found = self._connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = ?", [self._address.schema])
        if found.fetchone() is None:  # it may have been made for a user who may make none
            self._connection.execute(f"CREATE SCHEMA {_quoted(self._address.schema)}")
        for statement in _LAY:
            self._connection.execute(statement)

    def _lay(self, version: int, tables: str, only_added: Iterable[str]) -> None:
        for statement in _translated(tables).split(";\n"):
            if statement.strip():
                self._connection.execute(statement)
        for table in only_added:
            self._connection.execute(
                f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse()"
            )
        if version == _INDEXED_SINCE:
            self._index()
        self._connection.execute("UPDATE ledger SET schema = ?", [version])

    def _index(self) -> None:
        """The index over texts, where the server has trigrams and lets them be used; searching works without."""
        self._connection.execute("SAVEPOINT before_index")
        try:
            for statement in _INDEX:
                self._connection.execute(statement)
        except self._driver.DatabaseError:
            self._connection.execute("ROLLBACK TO SAVEPOINT before_index")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with naming(self._address, *_failures(self._driver), instead="another"):
            self._connection.execute(begin)
            try:
                yield
            except BaseException:
                with suppress(*_failures(self._driver)):  # a lost connection has ended it already
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


class _Connection:
    """Satisfies `Connection`: `?` for values, rows as tuples, strings as PostgreSQL takes them."""

    def __init__(self, driver: ModuleType, address: Address) -> None:
        self._connection: pg8000.dbapi.Connection = driver.connect(
            user=address.user,
            password=address.password,
            host=address.host,
            port=address.port,
            unix_sock=address.socket,
            database=address.database,
            application_name="quellenlage",
        )
        self._connection.autocommit = True  # transactions begin where they are asked for

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> _Rows:
        """Runs one statement."""
        cursor = self._connection.cursor()
        cursor.execute(sql.replace("?", "%s"), tuple(map(_storable, parameters)))
        return _Rows(iter(cursor.fetchall()) if cursor.description else iter(()))

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]], /) -> None:
        """Runs a statement once for each row of values."""
        for values in parameters:
            self.execute(sql, values)

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()


class _Rows:
    """Satisfies `Rows`."""

    def __init__(self, rows: Iterator[Sequence[Any]]) -> None:
        self._rows = map(tuple, rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row, None after the last."""
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        return list(self._rows)


def _driver() -> ModuleType:
    try:
        import pg8000.dbapi
    except ImportError as error:
        reason = "a ledger in PostgreSQL needs its driver: pip install 'quellenlage[postgres]'"
        raise LedgerError(reason) from error
    found: ModuleType = pg8000.dbapi
    return found


def _failures(driver: ModuleType) -> tuple[type[Exception], ...]:
    return (driver.Error, OSError)


def _translated(tables: str) -> str:
    for pattern, words in _TYPES:
        tables = re.sub(pattern, words, tables)
    return tables


def _storable(value: Any) -> Any:
    """PostgreSQL has no code point 0 in a text; what is exact stands in `wire`, where JSON escapes it."""
    return value.replace("\0", "\\x00") if isinstance(value, str) else value


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
