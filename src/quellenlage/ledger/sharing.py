"""The links among traces, where those that lead to others are not asked for.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from quellenlage.ledger.connection import Connection, where_in
from quellenlage.model.claim import Link, Relation
from quellenlage.model.claim_wire import reasons_from_wire


def links_among(connection: Connection, ids: Collection[str]) -> tuple[Link, ...]:
    """The links that have one of these traces at both ends, sorted by both."""
    wanted = frozenset(ids)
    # What begins at one of them is gone through; to look up every pair of them takes longer.
    beginning = where_in(connection, "SELECT one, other, relation, score, reasons FROM links WHERE one IN ({})", wanted)
    return tuple(
        Link(one, other, Relation(relation), score, reasons_from_wire(json.loads(reasons)))
        for one, other, relation, score, reasons in sorted(row for row in beginning if row[1] in wanted)
    )
