"""Traces, links and claims in SQL tables: the derived half of the ledger.

Every function works inside the caller's transaction. Claims are kept up to date by component: a new link can change the
clusters of the traces that are connected with it, and no others.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from quellenlage.ledger.connection import Connection, where_in
from quellenlage.ledger.protocols import Compare
from quellenlage.ledger.query import content_words, folded
from quellenlage.ledger.tallying import tally
from quellenlage.model.claim import Link, Relation, Trace, TraceKind
from quellenlage.model.claim_wire import reasons_from_wire, reasons_to_wire
from quellenlage.model.clusters import LEAST_JOINING, find_clusters
from quellenlage.model.judging import Verdicts
from quellenlage.model.wire import statement_from_wire, statement_to_wire


def start(connection: Connection, version: int) -> None:
    """Forgets everything derived; every article waits to be linked by this version."""
    for table in ("trace_keys", "traces", "links", "claims", "pending", "linking"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO linking (version) VALUES (?)", [version])
    connection.execute("INSERT INTO pending SELECT number FROM current")


def wait(connection: Connection, article: str, number: int, verdicts: Verdicts) -> None:
    """A new reading waits to be linked, in place of the article's earlier ones, whose traces go."""
    earlier = "SELECT number FROM articles WHERE id = ?"
    connection.execute(f"DELETE FROM pending WHERE article IN ({earlier})", [article])
    connection.execute("INSERT INTO pending (article) VALUES (?)", [number])
    beside, left = _remove(connection, article)
    tally(connection, beside, left | regroup(connection, beside, verdicts))


def relate(
    connection: Connection, article: str, number: int, traces: Sequence[Trace], compare: Compare, verdicts: Verdicts
) -> None:
    """Puts the traces of an article's newest reading in place of earlier ones, links them and regroups the claims."""
    changed, left = _remove(connection, article)
    linked: set[str] = set()
    places = dict(connection.execute("SELECT id, position FROM statements WHERE article = ?", [number]))
    for trace in {trace.id: trace for trace in traces}.values():
        for link in _links(connection, trace, compare):
            _insert_link(connection, link)
            linked |= {link.left, link.right}
        _insert_trace(connection, trace, number, places.get(trace.id))
        changed.add(trace.id)
    connection.execute("DELETE FROM pending WHERE article = ?", [number])
    moved = regroup(connection, changed, verdicts)
    tally(connection, changed | linked, left | moved)


def regroup(connection: Connection, changed: Collection[str], verdicts: Verdicts) -> set[str]:
    """Finds the claims of these traces and of all that are connected with them anew.

    The claims that have won or lost traces, for the caller to `tally`.
    """
    ids = _component(connection, changed, verdicts)
    rows = list(where_in(connection, "SELECT id, kind, claim FROM traces WHERE id IN ({})", ids))
    kinds = {key: kind for key, kind, _ in rows if kind != TraceKind.PASSAGE}
    before = {key: claim for key, _, claim in rows}
    moved: set[str | None] = set()
    for cluster in find_clusters(kinds, _scores_of(connection, kinds), verdicts):
        claim = next((key for key in cluster if kinds[key] == TraceKind.STATEMENT), None)
        for key in cluster:
            if before[key] != claim:
                connection.execute("UPDATE traces SET claim = ? WHERE id = ?", [claim, key])
                moved |= {before[key], claim}
    return {claim for claim in moved if claim is not None}


def links_of(connection: Connection, ids: Collection[str]) -> tuple[Link, ...]:
    """The links that have one of these traces at either end, sorted by both."""
    columns = "SELECT one, other, relation, score, reasons FROM links WHERE"
    found = {
        row[:2]: row for end in ("one", "other") for row in where_in(connection, f"{columns} {end} IN ({{}})", ids)
    }
    return tuple(
        Link(one, other, Relation(relation), score, reasons_from_wire(json.loads(reasons)))
        for one, other, relation, score, reasons in (found[ends] for ends in sorted(found))
    )


def _scores_of(connection: Connection, ids: Collection[str]) -> Iterator[Link]:
    """The links that begin at one of these traces, without their reasons, which no cluster asks for."""
    sql = "SELECT one, other, relation, score FROM links WHERE one IN ({})"
    for one, other, relation, score in where_in(connection, sql, ids):
        yield Link(one, other, Relation(relation), score, ())


def trace_of(row: tuple[Any, ...]) -> Trace:
    """The trace of a row: kind, id, article's id, keys, data, wire."""
    kind, key, article, keys, data, wire = row
    statement = None if wire is None else statement_from_wire(json.loads(wire), {})
    return Trace(TraceKind(kind), key, article, frozenset(_unpacked(keys)), data, statement)


def _links(connection: Connection, trace: Trace, compare: Compare) -> Iterator[Link]:
    """How the trace is related to those that are there and share a key with it."""
    kinds = ", ".join(f"'{kind}'" for kind in sorted(trace.kind.counterparts))
    sql = (  # traces first, each once: two that meet share many keys, and a row is two kilobytes
        "SELECT t.kind, t.id, a.id, t.keys, t.data, NULL FROM traces AS t JOIN articles AS a ON a.number = t.article "
        f"WHERE t.kind IN ({kinds}) AND t.number IN (SELECT trace FROM trace_keys WHERE key IN ({{}}))"
    )
    bare = replace(trace, statement=None)
    others = {row[1]: row for row in where_in(connection, sql, trace.keys)}
    for key in sorted(others):
        other = trace_of(others[key])
        link = compare(bare, other) if trace.id < other.id else compare(other, bare)
        if link:
            yield link


def _insert_link(connection: Connection, link: Link) -> None:
    reasons = json.dumps(reasons_to_wire(link.reasons), separators=(",", ":"))
    connection.execute(
        "INSERT INTO links (one, other, relation, score, reasons) VALUES (?, ?, ?, ?, ?)",
        [link.left, link.right, link.relation.value, link.score, reasons],
    )


def _insert_trace(connection: Connection, trace: Trace, article: int, position: int | None) -> None:
    keys = array("q", sorted(trace.keys))
    asserted = trace.statement
    (number,) = connection.execute(
        "INSERT INTO traces (id, article, position, kind, content_folded, keys, data, wire) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
        [
            trace.id,
            article,
            position,
            trace.kind.value,
            folded(content_words(asserted)) if asserted else None,
            keys.tobytes(),
            trace.data,
            json.dumps(statement_to_wire(asserted), separators=(",", ":")) if asserted else None,
        ],
    ).fetchone()
    connection.executemany("INSERT INTO trace_keys (key, trace) VALUES (?, ?)", [(key, number) for key in keys])


def _remove(connection: Connection, article: str) -> tuple[set[str], set[str]]:
    """Removes the traces of an article's earlier readings.

    The ids of those that were linked with them, and the claims that they were of.
    """
    columns = "t.number, t.id, t.keys, t.claim"
    sql = f"SELECT {columns} FROM traces AS t JOIN articles AS a ON a.number = t.article WHERE a.id = ?"
    rows = list(connection.execute(sql, [article]))
    gone = {key for _, key, _, _ in rows}
    left = {end for link in links_of(connection, gone) for end in (link.left, link.right)} - gone
    for number, key, keys, _ in rows:
        connection.executemany(
            "DELETE FROM trace_keys WHERE key = ? AND trace = ?", [(each, number) for each in _unpacked(keys)]
        )
        connection.execute("DELETE FROM links WHERE one = ?", [key])
        connection.execute("DELETE FROM links WHERE other = ?", [key])
        connection.execute("DELETE FROM traces WHERE number = ?", [number])
    return left, {claim for *_, claim in rows if claim is not None}


def _component(connection: Connection, ids: Iterable[str], verdicts: Verdicts) -> set[str]:
    """These ids and all that may come into one cluster with them, by links or by people's word."""
    found: set[str] = set()
    new = set(ids)
    while new:
        found |= new
        reached = {other for each in new for other in verdicts.beside(each)}
        for here, there in (("one", "other"), ("other", "one")):
            strong = f"relation = '{Relation.SAME}' AND score >= {LEAST_JOINING}"
            sql = f"SELECT {there} FROM links WHERE {strong} AND {here} IN ({{}})"
            reached |= {key for (key,) in where_in(connection, sql, new)}
        new = reached - found
    return found


def _unpacked(keys: bytes) -> array[int]:
    found = array("q")
    found.frombytes(keys)
    return found
