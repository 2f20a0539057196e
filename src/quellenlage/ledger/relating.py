"""Traces and the links between them in SQL tables: the derived half of the ledger, with the claims of `regrouping`.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from quellenlage.ledger.connection import Connection, where_in
from quellenlage.ledger.protocols import Compare, Sift
from quellenlage.ledger.query import content_words, folded
from quellenlage.ledger.regrouping import forget, regroup
from quellenlage.ledger.tallying import tally
from quellenlage.model.claim import Link, Relation, Trace, TraceKind
from quellenlage.model.claim_wire import reasons_to_wire
from quellenlage.model.judging import Verdicts
from quellenlage.model.wire import statement_from_wire, statement_to_wire

_Meeting = tuple[frozenset[int], set[int]]
"""One of `Met`, by the numbers of traces: some new ones, and all that share a key with each of them."""


def start(connection: Connection, version: int) -> None:
    """Forgets everything derived; every article waits to be linked by this version."""
    for table in ("trace_keys", "glances", "traces", "links", "claims", "cohesion", "pending", "linking"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO linking (version) VALUES (?)", [version])
    connection.execute("INSERT INTO pending SELECT number FROM current")


def wait(connection: Connection, article: str, number: int, verdicts: Verdicts) -> None:
    """A new reading waits to be linked, in place of the article's earlier ones, whose traces go."""
    earlier = "SELECT number FROM articles WHERE id = ?"
    connection.execute(f"DELETE FROM pending WHERE article IN ({earlier})", [article])
    connection.execute("INSERT INTO pending (article) VALUES (?)", [number])
    beside, left = _remove(connection, article)
    tally(connection, beside | _contradicted(connection, beside), left | regroup(connection, beside, verdicts))


def relate(
    connection: Connection,
    readings: Mapping[str, Sequence[Trace]],
    compare: Compare,
    sift: Sift,
    verdicts: Verdicts,
) -> None:
    """Puts the traces of articles' newest readings in place of earlier ones, links them and regroups the claims.

    What the articles meet is looked up once for all of them. Raises KeyError for an unknown reading.
    """
    changed: set[str] = set()
    left: set[str] = set()
    new: dict[int, Trace] = {}
    for reading, (number, article) in _newest(connection, readings).items():
        beside, claims = _remove(connection, article)
        changed |= beside
        left |= claims
        new |= _insert_traces(connection, number, readings[reading])
    linked: set[str] = set()
    disputed: set[str] = set()
    for one, other in _meeting(connection, new, sift):
        link = compare(one, other) if one.id < other.id else compare(other, one)
        if link:
            _insert_link(connection, link)
            linked |= {link.left, link.right}
            if link.relation is Relation.CONTRADICTS:
                disputed |= {link.left, link.right}
    disputed |= _contradicted(connection, changed | disputed)
    changed |= {trace.id for trace in new.values()}
    moved = regroup(connection, changed, verdicts)
    tally(connection, changed | linked | disputed, left | moved)


def _newest(connection: Connection, readings: Collection[str]) -> dict[str, tuple[int, str]]:
    """Of these readings those that are the newest of their articles: their numbers, and the ids of the articles.

    Another one may have been recorded while the traces were made. Raises KeyError for an unknown reading.
    """
    rows = where_in(connection, "SELECT reading, number, id FROM articles WHERE reading IN ({})", readings)
    found = {reading: (number, article) for reading, number, article in rows}
    sql = "SELECT id, MAX(number) FROM articles WHERE id IN ({}) GROUP BY id"
    newest = dict(where_in(connection, sql, {article for _, article in found.values()}))
    return {each: found[each] for each in readings if found[each][0] == newest[found[each][1]]}


def _contradicted(connection: Connection, ids: Collection[str]) -> set[str]:
    """What these traces contradict: of which claim that is a denial depends on all that each of them contradicts."""
    return _beside(connection, ids, Relation.CONTRADICTS)


def _beside(connection: Connection, ids: Collection[str], *relations: Relation) -> set[str]:
    """What these traces have links of these relations to."""
    told = ", ".join(f"'{relation.value}'" for relation in relations)
    return {
        far
        for near, end in (("one", "other"), ("other", "one"))
        for (far,) in where_in(
            connection, f"SELECT {end} FROM links WHERE relation IN ({told}) AND {near} IN ({{}})", ids
        )
    }


def trace_of(row: tuple[Any, ...]) -> Trace:
    """The trace of a row: kind, id, article's id, keys, data, wire."""
    kind, key, article, keys, data, wire = row
    statement = None if wire is None else statement_from_wire(json.loads(wire), {})
    return Trace(TraceKind(kind), key, article, frozenset(_unpacked(keys)), data, statement)


def _compared(kind: str, key: str, article: str, data: bytes) -> Trace:
    """What of a trace is compared."""
    return Trace(TraceKind(kind), key, article, frozenset(), data, None)


def _meeting(connection: Connection, new: Mapping[int, Trace], sift: Sift) -> Iterator[tuple[Trace, Trace]]:
    """Each new trace with each one, new ones too, that shares a key with it and is worth a comparison; a pair once."""
    met = _met(connection, new)
    known = set().union(*(found for _, found in met))
    there = dict(where_in(connection, "SELECT trace, data FROM glances WHERE trace IN ({})", known))
    here = {number: trace.glance for number, trace in new.items() if trace.glance}
    worth = set(_sifted(here, there, met, sift))
    without_glance = known - there.keys()
    worth |= {(one, other) for having, found in met for other in without_glance & found for one in having}
    pairs = sorted((other, one) for one, other in worth if not (other in new and one <= other))  # each other read once
    sql = (
        "SELECT t.number, t.kind, t.id, a.id, t.data FROM traces AS t "
        "JOIN articles AS a ON a.number = t.article WHERE t.number IN ({})"
    )
    rows = where_in(connection, sql, {other for other, _ in pairs})
    others = {row[0]: _compared(*row[1:]) for row in rows}
    alone = {number: _compared(each.kind, each.id, each.article, each.data) for number, each in new.items()}
    for other, one in pairs:
        if others[other].kind in new[one].kind.counterparts:
            yield alone[one], others[other]


def _sifted(
    here: Mapping[int, bytes], there: Mapping[int, bytes], met: Iterable[_Meeting], sift: Sift
) -> Iterator[tuple[int, int]]:
    """Which of those that have met are worth a comparison, by their glances; all by number."""
    ours, theirs = ({number: place for place, number in enumerate(each)} for each in (here, there))
    places = [
        ([ours[one] for one in having if one in ours], [theirs[other] for other in found if other in theirs])
        for having, found in met
    ]
    numbers, others = list(here), list(there)
    for i, j in sift(list(here.values()), list(there.values()), places):
        yield numbers[i], others[j]


def _met(connection: Connection, new: Mapping[int, Trace]) -> list[_Meeting]:
    """Who meets whom, new traces too, grouped by the new ones that have a key in common.

    What an article is about and when it was published are keys that all its traces have. Under these stands most of
    what they meet, so that it is looked up once for all of them.
    """
    having: dict[int, set[int]] = defaultdict(set)
    for number, trace in new.items():
        for key in trace.keys:
            having[key].add(number)
    shared: dict[frozenset[int], list[int]] = defaultdict(list)
    for key, numbers in having.items():
        shared[frozenset(numbers)].append(key)
    sql = "SELECT trace FROM trace_keys WHERE key IN ({})"
    return [(numbers, {other for (other,) in where_in(connection, sql, keys)}) for numbers, keys in shared.items()]


def _insert_link(connection: Connection, link: Link) -> None:
    reasons = json.dumps(reasons_to_wire(link.reasons), separators=(",", ":"))
    connection.execute(
        "INSERT INTO links (one, other, relation, score, reasons, denier) VALUES (?, ?, ?, ?, ?, ?)",
        [link.left, link.right, link.relation.value, link.score, reasons, link.denier],
    )


def _insert_traces(connection: Connection, article: int, traces: Sequence[Trace]) -> dict[int, Trace]:
    """The traces of an article, which waits no longer, by the numbers that they are kept under."""
    places = dict(connection.execute("SELECT id, position FROM statements WHERE article = ?", [article]))
    unique = {trace.id: trace for trace in traces}.values()
    connection.execute("DELETE FROM pending WHERE article = ?", [article])
    return {_insert_trace(connection, trace, article, places.get(trace.id)): trace for trace in unique}


def _insert_trace(connection: Connection, trace: Trace, article: int, position: int | None) -> int:
    """The number that the trace is kept under."""
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
    if trace.glance:
        connection.execute("INSERT INTO glances (trace, data) VALUES (?, ?)", [number, trace.glance])
    return int(number)


def _remove(connection: Connection, article: str) -> tuple[set[str], set[str]]:
    """Removes the traces of an article's earlier readings.

    The ids of those that were linked with them or of one claim with them, and the claims that they were of.
    """
    columns = "t.number, t.id, t.keys, t.claim"
    sql = f"SELECT {columns} FROM traces AS t JOIN articles AS a ON a.number = t.article WHERE a.id = ?"
    rows = list(connection.execute(sql, [article]))
    gone = {key for _, key, _, _ in rows}
    claims = {claim for *_, claim in rows if claim is not None}
    beside = _beside(connection, gone, *Relation)
    beside |= {key for (key,) in where_in(connection, "SELECT id FROM traces WHERE claim IN ({})", claims)}
    for number, key, keys, _ in rows:
        connection.executemany(
            "DELETE FROM trace_keys WHERE key = ? AND trace = ?", [(each, number) for each in _unpacked(keys)]
        )
        connection.execute("DELETE FROM glances WHERE trace = ?", [number])
        connection.execute("DELETE FROM links WHERE one = ?", [key])
        connection.execute("DELETE FROM links WHERE other = ?", [key])
        connection.execute("DELETE FROM traces WHERE number = ?", [number])
    forget(connection, claims)
    return beside - gone, claims


def _unpacked(keys: bytes) -> array[int]:
    found = array("q")
    found.frombytes(keys)
    return found
