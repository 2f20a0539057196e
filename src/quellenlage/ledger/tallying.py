"""The table `claims`: what claims are ordered, counted and remembered by, so that no list looks at every trace.

A row is made anew, with a new number, whenever something may have changed from which the claim is derived: its traces,
the links that touch them, what people said of it. So the number tells whether what was once derived still holds.
Every function works inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Collection

from quellenlage.ledger.connection import Connection, change_in, where_in
from quellenlage.ledger.query import UNDATED

COLUMNS = "id, traces, less, first, latest, last"


def summed(condition: str) -> str:
    """The query for the rows of claims that have traces of which this is true, of these traces alone.

    The articles are those of the record, which is there before any catalogue.
    """
    return (
        "SELECT t.claim AS id, COUNT(*) AS traces, -COUNT(DISTINCT t.article) AS less, "
        f"MIN(COALESCE(a.published_day, '{UNDATED}')) AS first, "
        "MAX(COALESCE(SUBSTR(a.published, 1, 19), '')) AS latest, MAX(t.number) AS last "
        f"FROM traces AS t JOIN articles AS a ON a.number = t.article WHERE {condition} GROUP BY t.claim"
    )


def see_through(connection: Connection) -> None:
    """For a view of a file without the table: the same, slower, made of the traces as it is asked for."""
    rows = f"SELECT last AS number, {COLUMNS} FROM ({summed('t.claim IS NOT NULL')})"
    connection.execute(f"CREATE TEMP VIEW claims AS {rows}")


def tally(connection: Connection, traces: Collection[str], claims: Collection[str] = ()) -> None:
    """Makes the rows anew of these claims, and of those that these traces belong to. What is no claim any more goes."""
    found = where_in(connection, "SELECT claim FROM traces WHERE claim IS NOT NULL AND id IN ({})", traces)
    known = sorted({*claims, *(key for (key,) in found)})
    change_in(connection, "DELETE FROM claims WHERE id IN ({})", known)
    change_in(connection, f"INSERT INTO claims ({COLUMNS}) {summed('t.claim IN ({})')}", known)
