"""What the queries of a ledger need of a database: a connection that SQLite's own and the one of `postgres` both are.

SQL is written once, in the part that both databases read alike, with `?` for values.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from quellenlage.errors import LedgerError

ALL = 2**31 - 2
"""As many rows as there are, in a LIMIT."""
_AT_ONCE = 500  # values in one query; every SQLite takes 999


class Rows(Protocol):
    """What a query found: rows as tuples."""

    def __iter__(self) -> Iterator[Any]: ...

    def fetchone(self) -> Any:
        """The next row, None after the last."""
        ...

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        ...


class Connection(Protocol):
    """A connection inside a transaction. Whoever holds the transaction turns its errors into LedgerError."""

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> Rows:
        """Runs one statement."""
        ...

    def executemany(self, sql: str, parameters: Any, /) -> object:
        """Runs a statement once for each row of values."""
        ...


@contextmanager
def naming(ledger: object, *failures: type[Exception], instead: str) -> Iterator[None]:
    """Every error inside, those of the database (`failures`) too, is a LedgerError that names the ledger and says what
    to name `instead`."""
    try:
        yield
    except LedgerError as error:
        raise type(error)(f"{ledger}: {error}") from error
    except failures as error:
        reason = f"cannot be used as a ledger ({_told(error)}); name {instead} with --ledger"
        raise LedgerError(f"{ledger}: {reason}") from error


def _told(error: Exception) -> object:
    """What went wrong: the message alone, where PostgreSQL's driver hands on all fields of the answer."""
    told = error.args[0] if error.args else error
    return told.get("M", told) if isinstance(told, dict) else error


def where_in(connection: Connection, sql: str, values: Collection[str] | Collection[int]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query with `{}` in the place of the values, which may be many."""
    listed = list(values)
    for first in range(0, len(listed), _AT_ONCE):
        some = listed[first : first + _AT_ONCE]
        yield from connection.execute(sql.format(", ".join("?" * len(some))), some)


def change_in(connection: Connection, sql: str, values: Sequence[str]) -> None:
    """Runs a change with `{}` in the place of the values, which may be many."""
    for first in range(0, len(values), _AT_ONCE):
        some = values[first : first + _AT_ONCE]
        connection.execute(sql.format(", ".join("?" * len(some))), some)
