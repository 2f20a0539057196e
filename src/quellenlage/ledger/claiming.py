"""Claims and judgements as they are asked for, from the tables that `relating` keeps up to date.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from quellenlage.ledger.conditions import Where, where_claims
from quellenlage.ledger.entries import ClaimEntry, Listing
from quellenlage.ledger.paging import listed, one_more, place
from quellenlage.ledger.query import UNDATED, Query
from quellenlage.ledger.relating import Connection, regroup, trace_of, where_in
from quellenlage.model.claim import Judgement, Trace, TraceKind
from quellenlage.model.claim_wire import judgement_from_wire, judgement_to_wire
from quellenlage.model.judging import Verdicts

_TRACES = "traces AS t JOIN catalogue AS a ON a.number = t.article"
_SAID = f"{_TRACES} LEFT JOIN said AS s ON s.article = t.article AND s.position = t.position"
_COLUMNS = "t.kind, t.id, a.id, t.keys, t.data, t.wire"


def is_made_by(connection: Connection, version: int) -> bool:
    """Whether the derived tables were made by this version of linking."""
    return bool(connection.execute("SELECT version FROM linking").fetchone() == (version,))


def unlinked(connection: Connection, version: int) -> tuple[str, ...]:
    """Articles whose newest reading has no traces made by this version of linking, in order of recording."""
    waiting = "articles WHERE number IN (SELECT article FROM pending)" if is_made_by(connection, version) else "current"
    return tuple(key for (key,) in connection.execute(f"SELECT id FROM {waiting} ORDER BY number"))


def claims(connection: Connection, query: Query, least: int, *, newest: bool) -> Listing[ClaimEntry]:
    """The claims of which a trace is asked for, and which have at least so many traces."""
    where = where_claims(query)
    wanted = (
        "SELECT -COUNT(DISTINCT a.id) AS less, MIN(COALESCE(a.published_day, ?)) AS first, "
        "MAX(a.published_at) AS latest, t.claim "
        f"FROM {_TRACES} WHERE t.claim IN (SELECT t.claim FROM {_SAID} WHERE t.claim IS NOT NULL AND {where}) "
        "GROUP BY t.claim HAVING COUNT(*) >= ?"
    )
    values = [UNDATED, *where.values, least]
    (total,) = connection.execute(f"SELECT COUNT(*) FROM ({wanted}) AS found", values).fetchone()
    following = Where()
    name, keys, order = ("claims", "less, first, claim", "less, first, claim")
    if newest:
        name, keys, order = ("claims/newest", "latest, claim", "latest DESC, claim DESC")
    if query.after is not None and newest:
        following.add(f"({keys}) < (?, ?)", *place(name, query.after, (str, str)))
    elif query.after is not None:
        following.add(f"({keys}) > (?, ?, ?)", *place(name, query.after, (int, str, str)))
    rows = connection.execute(
        f"SELECT {keys} FROM ({wanted}) AS found WHERE {following} ORDER BY {order} LIMIT ?",
        [*values, *following.values, one_more(query.limit)],
    )
    page = listed(name, query, total, [(row, row[-1]) for row in rows])
    return Listing(_entries(connection, page.items), total, page.next)


def claims_with(connection: Connection, prefix: str) -> tuple[str, ...]:
    """Ids of the claims that have a trace whose id begins so, sorted."""
    sql = "SELECT DISTINCT claim FROM traces WHERE id >= ? AND id < ? AND claim IS NOT NULL ORDER BY claim"
    return tuple(key for (key,) in connection.execute(sql, [prefix, f"{prefix}~"]))  # "~" is after every digit


def claim(connection: Connection, key: str) -> ClaimEntry:
    """The claim of this id. Raises KeyError for an id that is no claim's."""
    (entry,) = _entries(connection, [key])
    if not entry.traces:
        raise KeyError(key)
    return entry


def traces(connection: Connection, ids: Collection[str]) -> tuple[Trace, ...]:
    """The traces of these ids, as far as they are there, sorted by id."""
    rows = where_in(connection, f"SELECT {_COLUMNS} FROM {_TRACES} WHERE t.id IN ({{}})", ids)
    return tuple(sorted(map(trace_of, rows), key=lambda trace: trace.id))


def passages(connection: Connection, articles: Collection[str]) -> tuple[Trace, ...]:
    """The passages of these articles, sorted by id."""
    kind = f"t.kind = '{TraceKind.PASSAGE}'"
    rows = where_in(connection, f"SELECT {_COLUMNS} FROM {_TRACES} WHERE {kind} AND a.id IN ({{}})", articles)
    return tuple(sorted(map(trace_of, rows), key=lambda trace: trace.id))


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements, in order of recording."""
    rows = connection.execute("SELECT wire FROM judgements ORDER BY number")
    return tuple(judgement_from_wire(json.loads(wire)) for (wire,) in rows)


def judge(connection: Connection, judgement: Judgement) -> None:
    """Adds a judgement, and finds the claims of all that it speaks of anew."""
    wire = json.dumps(judgement_to_wire(judgement), separators=(",", ":"))
    connection.execute("INSERT INTO judgements (id, wire) VALUES (?, ?)", [judgement.id, wire])
    known = judgements(connection)
    by_id = {each.id: each for each in known}
    changed: set[str] = set()
    spoken_of: Judgement | None = judgement
    while spoken_of:  # undoing an undoing speaks of what was undone
        changed |= {statement for side in spoken_of.sides for statement in side}
        spoken_of = by_id.get(spoken_of.undoes or "")
    regroup(connection, changed, Verdicts(known))


def _entries(connection: Connection, ids: Collection[str]) -> tuple[ClaimEntry, ...]:
    members: dict[str, list[Trace]] = {key: [] for key in ids}
    sql = f"SELECT t.claim, {_COLUMNS} FROM {_TRACES} WHERE t.claim IN ({{}}) ORDER BY t.id"
    for key, *row in where_in(connection, sql, ids):
        members[key].append(trace_of(tuple(row)))
    return tuple(ClaimEntry(key, tuple(found)) for key, found in members.items())
