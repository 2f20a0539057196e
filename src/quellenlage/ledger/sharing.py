"""The links among traces, where those that lead to others are not asked for.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from quellenlage.model.claim import Link, Relation
from quellenlage.model.claim_wire import reasons_from_wire

# +: what begins at one of them is gone through; to look up every pair of them takes longer.
_AMONG = (
    "SELECT one, other, relation, score, reasons FROM links "
    "WHERE one IN (SELECT value FROM json_each(?1)) AND +other IN (SELECT value FROM json_each(?1)) "
    "ORDER BY one, other"
)


def links_among(connection: sqlite3.Connection, ids: Collection[str]) -> tuple[Link, ...]:
    """The links that have one of these traces at both ends, sorted by both."""
    rows = connection.execute(_AMONG, [json.dumps(list(ids))])
    return tuple(
        Link(one, other, Relation(relation), score, reasons_from_wire(json.loads(reasons)))
        for one, other, relation, score, reasons in rows
    )
