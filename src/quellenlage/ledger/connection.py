"""What the queries of a ledger need of a database: a connection that SQLite's own and the one of `postgres` both are.

SQL is written once, in the part that both databases read alike, with `?` for values.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Protocol

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
