"""What one party said and passed on, in an SQL ledger. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections import Counter

from quellenlage.ledger.conditions import Value, where_statements
from quellenlage.ledger.connection import Connection
from quellenlage.ledger.entries import Listing, StatementEntry
from quellenlage.ledger.paging import listed, one_more, place
from quellenlage.ledger.parties import Heard, Party, Profile, make_profile
from quellenlage.ledger.query import Query
from quellenlage.ledger.rows import ENTRY_COLUMNS, statement_entry, storable
from quellenlage.model.statement import Certainty, Kind, SourceClass

_VOICED = (
    "(SELECT article, statement, CASE WHEN MIN(hop) > 0 THEN 1 ELSE 0 END AS relayed FROM voices "
    "WHERE name = ? AND class = ? GROUP BY article, statement) AS v JOIN catalogue AS a ON a.number = v.article "
    "JOIN said AS s ON s.article = v.article AND s.position = v.statement"
)
_WIRE = "JOIN statements AS w ON w.article = v.article AND w.position = v.statement"
_OTHERS = "JOIN voices AS o ON o.article = v.article AND o.statement = v.statement"


def statements_of(connection: Connection, party: Party, query: Query, *, relayed: bool) -> Listing[StatementEntry]:
    """The statements asked for that the party makes, or passes on; the newest first."""
    where = where_statements(query)
    where.add("v.relayed = ?", int(relayed))
    values = [*_key(party), *where.values]
    (total,) = connection.execute(f"SELECT COUNT(*) FROM {_VOICED} WHERE {where}", values).fetchone()
    keys = "a.published_at, a.number, -s.position"
    if query.after is not None:
        where.add(f"({keys}) < (?, ?, ?)", *place("statements_of", query.after, (str, int, int)))
    rows = connection.execute(
        f"SELECT {keys}, {ENTRY_COLUMNS} FROM {_VOICED} {_WIRE} WHERE {where} ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT ?",
        [*_key(party), *where.values, one_more(query.limit)],
    )
    found = [(row[:3], row[3:]) for row in rows]
    page = listed("statements_of", query, total, found)
    return Listing(tuple(map(statement_entry, page.items)), total, page.next)


def profile(connection: Connection, party: Party, query: Query) -> Profile:
    """The numbers of what the party said and passed on in the statements asked for."""
    where = where_statements(query)
    values = [*_key(party), *where.values]
    columns = "v.relayed, json_extract(w.wire, '$.certainty'), s.kind, s.class, a.outlet, SUBSTR(a.published_day, 1, 7)"
    rows = connection.execute(
        f"SELECT {columns}, COUNT(*) FROM {_VOICED} {_WIRE} WHERE {where} GROUP BY 1, 2, 3, 4, 5, 6", values
    )
    heard = [
        Heard(bool(relayed), Certainty(certainty), Kind(kind), SourceClass(cls), outlet, month, number)
        for relayed, certainty, kind, cls, outlet, month, number in rows
    ]
    (articles,) = connection.execute(f"SELECT COUNT(DISTINCT a.id) FROM {_VOICED} WHERE {where}", values).fetchone()
    relays = _others(connection, f"v.relayed = 0 AND o.hop > 0 AND {where}", values)
    told = _others(connection, f"v.relayed = 1 AND o.hop = 0 AND {where}", values)
    return make_profile(heard, articles, relays, told)


def _others(connection: Connection, where: str, values: list[Value]) -> Counter[Party]:
    """Who else has a part in these statements, and in how many."""
    statement = "CAST(v.article AS BIGINT) * 1000000 + v.statement"
    rows = connection.execute(
        f"SELECT o.name, o.class, COUNT(DISTINCT {statement}) FROM {_VOICED} {_OTHERS} WHERE {where} GROUP BY 1, 2",
        values,
    )
    return Counter({Party(name, SourceClass(cls)): number for name, cls, number in rows})


def _key(party: Party) -> tuple[Value, Value]:
    return storable(party.name), party.cls.value
