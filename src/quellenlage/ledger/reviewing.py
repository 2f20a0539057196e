"""People's reviews of statements in SQL tables.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from quellenlage.errors import ReviewError
from quellenlage.ledger.connection import Connection, where_in
from quellenlage.ledger.rows import stored_article
from quellenlage.model.review import Review, fault, reviews_holding
from quellenlage.model.review_wire import review_from_wire, review_to_wire


def review(connection: Connection, given: Review) -> None:
    """Adds a review; nothing where it is there already. Raises ReviewError."""
    sql = "SELECT a.number FROM statements AS s JOIN articles AS a ON a.number = s.article WHERE s.id = ? AND a.id = ?"
    found = connection.execute(sql, [given.statement, given.article]).fetchone()
    if not found:
        raise ReviewError(f"no statement {given.statement!r} in article {given.article!r}")
    wrong = fault(given, stored_article(connection, *found), reviews(connection, [given.statement]))
    if wrong:
        raise ReviewError(f"review of {given.statement}: {wrong}")
    wire = json.dumps(review_to_wire(given), separators=(",", ":"))
    connection.execute(
        "INSERT INTO reviews (id, statement, wire) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [given.id, given.statement, wire],
    )
    holds = int(bool(reviewed(connection, [given.statement])))
    connection.execute("UPDATE said SET reviewed = ? WHERE id = ?", [holds, given.statement])


def reviews(connection: Connection, statements: Collection[str] | None) -> tuple[Review, ...]:
    """The reviews of these statements, or all, in order of recording."""
    columns = "SELECT number, wire FROM reviews"
    if statements is None:
        rows = list(connection.execute(columns))
    else:
        rows = list(where_in(connection, f"{columns} WHERE statement IN ({{}})", frozenset(statements)))
    return tuple(review_from_wire(json.loads(wire)) for _, wire in sorted(rows))


def reviewed(connection: Connection, statements: Collection[str]) -> frozenset[str]:
    """Those of these statements that have a review which holds."""
    return frozenset(reviews_holding(reviews(connection, statements)))
