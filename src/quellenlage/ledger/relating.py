"""Traces, links and claims in SQL tables: the derived half of the ledger.

Every function works inside the caller's transaction. Claims are kept up to date where a new link can change them, and
nowhere else (`regroup` says how that is known).
"""

from __future__ import annotations

import json
import math
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from quellenlage.ledger.connection import Connection, change_in, where_in
from quellenlage.ledger.protocols import Compare, Sift
from quellenlage.ledger.query import content_words, folded
from quellenlage.ledger.tallying import tally
from quellenlage.model.claim import Link, Relation, Trace, TraceKind
from quellenlage.model.claim_wire import reasons_from_wire, reasons_to_wire
from quellenlage.model.clusters import ENOUGH, Cluster, Pull, find_clusters, weight
from quellenlage.model.judging import Verdicts
from quellenlage.model.wire import statement_from_wire, statement_to_wire

_ROUNDED = 0.5  # thousandths by which the fold may round a score up
_FORGET = "DELETE FROM cohesion WHERE claim IN ({})"
_RELATIONS = {relation.value: relation for relation in Relation}  # a call of the class takes ten times as long
_NEVER = 2000.0  # in the place of an infinite mean, which is more than any


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
    article: str,
    number: int,
    traces: Sequence[Trace],
    compare: Compare,
    sift: Sift,
    verdicts: Verdicts,
) -> None:
    """Puts the traces of an article's newest reading in place of earlier ones, links them and regroups the claims."""
    changed, left = _remove(connection, article)
    linked: set[str] = set()
    disputed: set[str] = set()
    places = dict(connection.execute("SELECT id, position FROM statements WHERE article = ?", [number]))
    unique = {trace.id: trace for trace in traces}.values()
    new = {_insert_trace(connection, trace, number, places.get(trace.id)): trace for trace in unique}
    for one, other in _meeting(connection, new, sift):
        link = compare(one, other) if one.id < other.id else compare(other, one)
        if link:
            _insert_link(connection, link)
            linked |= {link.left, link.right}
            if link.relation is Relation.CONTRADICTS:
                disputed |= {link.left, link.right}
    disputed |= _contradicted(connection, changed | disputed)
    changed |= {trace.id for trace in new.values()}
    connection.execute("DELETE FROM pending WHERE article = ?", [number])
    moved = regroup(connection, changed, verdicts)
    tally(connection, changed | linked | disputed, left | moved)


def regroup(connection: Connection, changed: Collection[str], verdicts: Verdicts) -> set[str]:
    """Finds the claims of these traces anew, and of all whose claims that changes.

    The claims that have won or lost traces, for the caller to `tally`.
    """
    clusters, before, kinds = _folded(connection, changed, verdicts)
    change_in(connection, _FORGET, sorted({claim for claim in before.values() if claim is not None}))
    moved: set[str | None] = set()
    for cluster in clusters:
        claim = next((key for key in cluster.members if kinds[key] == TraceKind.STATEMENT), None)
        for key in cluster.members:
            if before[key] != claim:
                connection.execute("UPDATE traces SET claim = ? WHERE id = ?", [claim, key])
                moved |= {before[key], claim}
        if claim is not None:
            _keep_weakest(connection, claim, cluster.weakest)
    return {claim for claim in moved if claim is not None}


def _folded(
    connection: Connection, changed: Collection[str], verdicts: Verdicts
) -> tuple[tuple[Cluster, ...], dict[str, str | None], dict[str, str]]:
    """The clusters of what has changed, and of all that this changes; the claim of each trace before, and its kind.

    Folded are the claims of what has changed, together with those that are entangled with them. Where none of the
    latter takes up or gives away a trace, everything else stays as it is (docs/decisions/0015). Else they count as
    changed, too, and so on.
    """
    before, kinds = _members(connection, changed, verdicts)
    links = _Links(connection)
    while True:
        clusters = find_clusters(kinds, links.of(kinds), verdicts)
        beside, kinds_beside = _members(connection, _entangled(connection, clusters, before, kinds), verdicts)
        both = kinds | kinds_beside
        together = find_clusters(both, links.of(both), verdicts) if beside else clusters
        mixed = {key for each in together if not kinds.keys().isdisjoint(each.members) for key in each.members}
        if mixed <= kinds.keys():
            return clusters, before, kinds
        more, kinds_more = _members(connection, mixed, verdicts)
        before |= more
        kinds |= kinds_more


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


def _contradicted(connection: Connection, ids: Collection[str]) -> set[str]:
    """What these traces contradict: of which claim that is a denial depends on all that each of them contradicts."""
    ends = (("one", "other"), ("other", "one"))
    return {
        far
        for near, end in ends
        for (far,) in where_in(
            connection,
            f"SELECT {end} FROM links WHERE relation = '{Relation.CONTRADICTS.value}' AND {near} IN ({{}})",
            ids,
        )
    }


class _Links:
    """Links as the fold takes them; what was asked for once is kept, since a fold goes on from the one before."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, list[Pull]] = {}

    def of(self, ids: Collection[str]) -> Iterator[Pull]:
        """Those that begin at one of these traces."""
        new = [each for each in ids if each not in self._known]
        self._known |= {each: [] for each in new}
        sql = "SELECT one, other, relation, score FROM links WHERE one IN ({})"
        for one, other, relation, score in where_in(self._connection, sql, new):
            self._known[one].append((one, other, weight(_RELATIONS[relation], score)))
        return chain.from_iterable(self._known[each] for each in ids)


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
    ours, theirs = list(here), list(there)
    worth = {(ours[i], theirs[j]) for i, j in sift(list(here.values()), list(there.values()))}
    worth = {(one, other) for one, other in worth if any(one in having and other in found for having, found in met)}
    without_glance = known - there.keys()
    worth |= {(one, other) for having, found in met for other in without_glance & found for one in having}
    pairs = sorted((one, other) for one, other in worth if not (other in new and one <= other))
    sql = (
        "SELECT t.number, t.kind, t.id, a.id, t.data FROM traces AS t "
        "JOIN articles AS a ON a.number = t.article WHERE t.number IN ({})"
    )
    rows = where_in(connection, sql, {other for _, other in pairs})
    others = {row[0]: _compared(*row[1:]) for row in rows}
    alone = {number: _compared(each.kind, each.id, each.article, each.data) for number, each in new.items()}
    for one, other in pairs:
        if others[other].kind in new[one].kind.counterparts:
            yield alone[one], others[other]


def _met(connection: Connection, new: Mapping[int, Trace]) -> list[tuple[frozenset[int], set[int]]]:
    """Some of the new traces, and all those that share a key with each of them; for all that share any.

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
        "INSERT INTO links (one, other, relation, score, reasons) VALUES (?, ?, ?, ?, ?)",
        [link.left, link.right, link.relation.value, link.score, reasons],
    )


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
    beside = {end for link in links_of(connection, gone) for end in (link.left, link.right)}
    beside |= {key for (key,) in where_in(connection, "SELECT id FROM traces WHERE claim IN ({})", claims)}
    for number, key, keys, _ in rows:
        connection.executemany(
            "DELETE FROM trace_keys WHERE key = ? AND trace = ?", [(each, number) for each in _unpacked(keys)]
        )
        connection.execute("DELETE FROM glances WHERE trace = ?", [number])
        connection.execute("DELETE FROM links WHERE one = ?", [key])
        connection.execute("DELETE FROM links WHERE other = ?", [key])
        connection.execute("DELETE FROM traces WHERE number = ?", [number])
    change_in(connection, _FORGET, sorted(claims))
    return beside - gone, claims


def _members(
    connection: Connection, ids: Collection[str], verdicts: Verdicts
) -> tuple[dict[str, str | None], dict[str, str]]:
    """All traces of the claims of these and of those that people judged beside them: their claims, and their kinds."""
    claims: dict[str, str | None] = {}
    kinds: dict[str, str] = {}
    new = set(ids)
    while new:
        rows = list(where_in(connection, "SELECT id, kind, claim FROM traces WHERE id IN ({})", new))
        whole = {claim for _, _, claim in rows if claim is not None}
        rows += where_in(connection, "SELECT id, kind, claim FROM traces WHERE claim IN ({})", whole)
        rows = [row for row in rows if row[1] != TraceKind.PASSAGE]
        claims |= {key: claim for key, _, claim in rows}
        kinds |= {key: kind for key, kind, _ in rows}
        new = {other for key, _, _ in rows for other in verdicts.beside(key)} - claims.keys()
    return claims, kinds


def _entangled(
    connection: Connection, clusters: Iterable[Cluster], claims: Mapping[str, str | None], kinds: Mapping[str, str]
) -> frozenset[str]:
    """The claims beside those of `claims` that may be folded otherwise where the clusters are there, too.

    The highest mean joins first. So where no link to a cluster is as strong as what holds each of the two together at
    its weakest, both are whole before it counts; then they become one only if the mean between them is enough.
    """
    found: set[str] = set()
    for cluster in clusters:
        strongest, totals = _held_to(connection, cluster.members, claims)
        beside = dict.fromkeys(strongest, (1, math.inf))  # an assertion in no claim is alone
        sql = (
            "SELECT c.id, c.traces, COALESCE(h.weakest, 0) FROM claims AS c LEFT JOIN cohesion AS h ON h.claim = c.id "
            "WHERE c.id IN ({})"
        )
        beside |= {claim: (size, weakest) for claim, size, weakest in where_in(connection, sql, beside)}
        stated = sum(kinds[key] == TraceKind.STATEMENT for key in cluster.members)
        for claim, (size, weakest) in beside.items():
            enough = totals[claim] >= ENOUGH * max(1, size * stated)  # there are so many pairs at least
            if enough or strongest[claim] >= min(weakest, cluster.weakest):
                found.add(claim)
    return frozenset(found)


def _held_to(
    connection: Connection, ids: Collection[str], claims: Mapping[str, str | None]
) -> tuple[dict[str, float], dict[str, float]]:
    """Of each claim beside those of `claims`: the strongest link to these traces and the sum of all, in thousandths, at
    least as the fold rounds them."""
    strongest: dict[str, float] = defaultdict(float)
    totals: dict[str, float] = defaultdict(float)
    known = {claim or key for key, claim in claims.items()}
    for here, there in (("one", "other"), ("other", "one")):
        sql = (
            "SELECT COALESCE(t.claim, t.id), MAX(l.score), SUM(l.score), COUNT(l.score) "
            f"FROM links AS l JOIN traces AS t ON t.id = l.{there} "
            f"WHERE l.relation = '{Relation.SAME}' AND l.{here} IN ({{}}) GROUP BY COALESCE(t.claim, t.id)"
        )
        for claim, most, total, number in where_in(connection, sql, ids):
            if claim not in known:
                strongest[claim] = max(strongest[claim], 1000 * most + _ROUNDED)
                totals[claim] += 1000 * total + _ROUNDED * number
    return strongest, totals


def _keep_weakest(connection: Connection, claim: str, weakest: float) -> None:
    """Remembers at which mean a claim was joined at its weakest."""
    connection.execute(
        "INSERT INTO cohesion (claim, weakest) VALUES (?, ?) "
        "ON CONFLICT (claim) DO UPDATE SET weakest = excluded.weakest",
        [claim, min(weakest, _NEVER)],
    )


def _unpacked(keys: bytes) -> array[int]:
    found = array("q")
    found.frombytes(keys)
    return found
