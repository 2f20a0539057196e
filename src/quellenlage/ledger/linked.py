"""The links that a claim is derived from: those among its statements, and those by which others deny these.

Most links lead to statements of other claims and are not asked for. Every function works inside the caller's
transaction.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from quellenlage.ledger.connection import Connection, where_in
from quellenlage.model.claim import Link, Relation
from quellenlage.model.claim_wire import reasons_from_wire

DENIER = (
    "CASE WHEN relation <> 'contradicts' THEN NULL "
    """WHEN reasons <> REPLACE(reasons, '"' || one || '"', '') THEN one """
    """WHEN reasons <> REPLACE(reasons, '"' || other || '"', '') THEN other END"""
)
"""The end of a link that denies the other one, as its reasons tell it: no other reason names a statement."""

_SELECT = "SELECT one, other, relation, score, reasons FROM links WHERE"


def see_through(connection: Connection) -> None:
    """For this connection only: `links` as later versions have them, over those of an older ledger."""
    connection.execute(f"CREATE TEMP VIEW links AS SELECT *, {DENIER} AS denier FROM main.links")


def links_among(connection: Connection, ids: Collection[str]) -> tuple[Link, ...]:
    """The links that have one of these traces at both ends, sorted by both."""
    wanted = frozenset(ids)
    # What begins at one of them is gone through; to look up every pair of them takes longer.
    beginning = where_in(connection, f"{_SELECT} one IN ({{}})", wanted)
    return tuple(_link(row) for row in sorted(row for row in beginning if row[1] in wanted))


def denying(connection: Connection, ids: Collection[str]) -> tuple[Link, ...]:
    """The links by which other statements deny these, sorted by both ends."""
    denied = frozenset(ids)
    rows = (
        row
        for near, far in (("one", "other"), ("other", "one"))
        for row in where_in(connection, f"{_SELECT} denier = {far} AND {near} IN ({{}})", denied)
    )
    return tuple(_link(row) for row in sorted(row for row in rows if not denied.issuperset(row[:2])))


def surest(connection: Connection, ids: Collection[str]) -> dict[str, float]:
    """For each of these statements that denies something the greatest score with which it does."""
    return dict(where_in(connection, "SELECT denier, MAX(score) FROM links WHERE denier IN ({}) GROUP BY denier", ids))


def _link(row: tuple[Any, ...]) -> Link:
    one, other, relation, score, reasons = row
    return Link(one, other, Relation(relation), score, reasons_from_wire(json.loads(reasons)))
