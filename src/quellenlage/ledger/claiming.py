"""Claims and judgements as they are asked for, from the tables that `relating` keeps up to date.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from quellenlage.ledger.conditions import Where, where_asserted, where_statements
from quellenlage.ledger.connection import Connection, where_in
from quellenlage.ledger.entries import ClaimEntry, Listing
from quellenlage.ledger.paging import Key, listed, one_more, place
from quellenlage.ledger.query import Query
from quellenlage.ledger.regrouping import regroup
from quellenlage.ledger.relating import trace_of
from quellenlage.ledger.tallying import summed, tally
from quellenlage.model.claim import Judgement, Trace, TraceKind
from quellenlage.model.claim_wire import judgement_from_wire, judgement_to_wire
from quellenlage.model.judging import Verdicts


@dataclass(frozen=True, slots=True)
class _Order:
    """An order of claims: its name in cursors, the columns that it goes by, how they are sorted, what comes after."""

    name: str
    keys: str
    sql: str
    beyond: str
    types: tuple[type[Key], ...]


_WIDEST = _Order("claims", "less, first, id", "less, first, id", ">", (int, str, str))
_NEWEST = _Order("claims/newest", "latest, id", "latest DESC, id DESC", "<", (str, str))
_TRACES = "traces AS t JOIN catalogue AS a ON a.number = t.article"
_OF_SAID = (
    "SELECT t.claim FROM catalogue AS a CROSS JOIN said AS s CROSS JOIN traces AS t "
    "WHERE s.article = a.number AND t.article = s.article AND t.position = s.position AND t.claim IS NOT NULL"
)
_OF_ARTICLES = (
    "SELECT t.claim FROM catalogue AS a CROSS JOIN traces AS t WHERE t.article = a.number AND t.claim IS NOT NULL"
)
_COLUMNS = "t.kind, t.id, a.id, t.keys, t.data, t.wire"


def is_made_by(connection: Connection, version: int) -> bool:
    """Whether the derived tables were made by this version of linking."""
    return bool(connection.execute("SELECT version FROM linking").fetchone() == (version,))


def unlinked(connection: Connection, version: int) -> tuple[str, ...]:
    """Articles whose newest reading has no traces made by this version of linking, in order of recording."""
    waiting = "articles WHERE number IN (SELECT article FROM pending)" if is_made_by(connection, version) else "current"
    return tuple(key for (key,) in connection.execute(f"SELECT id FROM {waiting} ORDER BY number"))


def waiting(connection: Connection) -> int:
    """How many articles wait for the version of linking that made the derived tables."""
    (number,) = connection.execute("SELECT COUNT(*) FROM pending").fetchone()
    return int(number)


def claims(connection: Connection, query: Query, least: int, *, newest: bool) -> Listing[ClaimEntry]:
    """The claims of which a trace is asked for, and which have at least so many traces.

    The pages after the first count no trace that came since, so that no claim that grows moves from page to page.
    """
    order = _NEWEST if newest else _WIDEST
    known, place_of = _known(connection), Where()
    if query.after is not None:
        known, *after = place(order.name, query.after, (int, *order.types))  # type: ignore[assignment]
        place_of.add(f"({order.keys}) {order.beyond} ({', '.join('?' * len(after))})", *after)
    where = _having(query)
    where.add("traces >= ?", least)
    (total,) = connection.execute(f"SELECT COUNT(*) FROM claims WHERE {where}", where.values).fetchone()
    rows = [
        row
        for source in _as_of(connection, known)
        for row in connection.execute(
            f"SELECT {order.keys} FROM {source} AND {where} AND {place_of} ORDER BY {order.sql} LIMIT ?",
            [*where.values, *place_of.values, one_more(query.limit)],
        )
    ]
    rows.sort(reverse=newest)
    page = listed(order.name, query, total, [((known, *row), row[-1]) for row in rows])
    return Listing(_entries(connection, page.items), total, page.next)


def _as_of(connection: Connection, known: int) -> tuple[str, ...]:
    """Where the claims stand as they were when this trace was the last: those that have not grown since, the others."""
    same = f"claims WHERE last <= {known}"
    if not connection.execute("SELECT 1 FROM claims WHERE last > ? LIMIT 1", [known]).fetchone():
        return (same,)
    grown = summed(f"t.claim IN (SELECT id FROM claims WHERE last > {known}) AND t.number <= {known}")
    return same, f"({grown}) AS grown WHERE 1 = 1"


def _having(query: Query) -> Where:
    """The claims of which a trace is asked for."""
    where, said, asserted = Where(), where_statements(query), where_asserted(query)
    if not said.conditions:
        return where
    if asserted is not None and query.text is None:  # nothing is asked of the single trace
        where.add(f"id IN ({_OF_ARTICLES} AND {said})", *said.values)
        return where
    if asserted is None:
        where.add(f"id IN ({_OF_SAID} AND {said})", *said.values)
        return where
    own = f"{_OF_ARTICLES} AND t.position IS NULL AND {asserted}"
    where.add(f"id IN ({_OF_SAID} AND {said} UNION {own})", *said.values, *asserted.values)
    return where


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
    tally(connection, changed, regroup(connection, changed, Verdicts(known)))


def _entries(connection: Connection, ids: Collection[str]) -> tuple[ClaimEntry, ...]:
    members: dict[str, list[Trace]] = {key: [] for key in ids}
    sql = f"SELECT t.claim, {_COLUMNS} FROM {_TRACES} WHERE t.claim IN ({{}}) ORDER BY t.id"
    for key, *row in where_in(connection, sql, ids):
        members[key].append(trace_of(tuple(row)))
    made = dict(where_in(connection, "SELECT id, number FROM claims WHERE id IN ({})", ids))
    return tuple(ClaimEntry(key, tuple(found), str(made.get(key))) for key, found in members.items())


def _known(connection: Connection) -> int:
    (number,) = connection.execute("SELECT COALESCE(MAX(number), 0) FROM traces").fetchone()
    return int(number)
