"""The claims of traces, kept up to date where something can change them, and nowhere else.

Every function works inside the caller's transaction. Folded anew are the claims of what has changed. Where the fold of
everything would join nothing of these with any other claim, all others stay as they are; else those are folded, too
(`model.clusters.disturbing` tells, docs/decisions/0015 says why). For that the table `cohesion` keeps of each claim how
it came together.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from quellenlage.ledger.connection import Connection, change_in, where_in
from quellenlage.model.claim import Relation, TraceKind
from quellenlage.model.clusters import ENOUGH, Cluster, Joint, Pull, disturbing, find_clusters, weight
from quellenlage.model.judging import Verdicts

_ROUNDED = 0.5  # thousandths by which the fold may round a score up
_RELATIONS = {relation.value: relation for relation in Relation}  # a call of the class takes ten times as long
_NEVER = 2000.0  # in the place of an infinite mean, which is more than any


def regroup(connection: Connection, changed: Collection[str], verdicts: Verdicts) -> set[str]:
    """Finds the claims of these traces anew, and of all whose claims that changes.

    The claims that have won or lost traces, for the caller to `tally`.
    """
    clusters, before, kinds = _folded(connection, changed, verdicts)
    forget(connection, {claim for claim in before.values() if claim is not None})
    moved: set[str | None] = set()
    for cluster in clusters:
        claim = next((key for key in cluster.members if kinds[key] == TraceKind.STATEMENT), None)
        for key in cluster.members:
            if before[key] != claim:
                connection.execute("UPDATE traces SET claim = ? WHERE id = ?", [claim, key])
                moved |= {before[key], claim}
        if claim is not None:
            _keep(connection, claim, cluster)
    return {claim for claim in moved if claim is not None}


def forget(connection: Connection, claims: Collection[str]) -> None:
    """Forgets how these claims came together."""
    change_in(connection, "DELETE FROM cohesion WHERE claim IN ({})", sorted(claims))


def _folded(
    connection: Connection, changed: Collection[str], verdicts: Verdicts
) -> tuple[tuple[Cluster, ...], dict[str, str | None], dict[str, str]]:
    """The clusters of what has changed, and of all that this changes; the claim of each trace before, and its kind."""
    before, kinds = _members(connection, changed, verdicts)
    links = _Links(connection)
    while True:
        clusters = find_clusters(kinds, links.of(kinds), verdicts)
        more, kinds_more = _members(connection, _disturbed(connection, clusters, before, kinds), verdicts)
        if not more:
            return clusters, before, kinds
        before |= more
        kinds |= kinds_more


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


def _disturbed(
    connection: Connection, clusters: Collection[Cluster], claims: Mapping[str, str | None], kinds: Mapping[str, str]
) -> set[str]:
    """Members of the claims beside those of `claims` that may be folded otherwise where the clusters are there, too."""
    beside = _entangled(connection, clusters, claims, kinds)
    known, kinds_beside = _kept(connection, beside)
    crossing = _crossing(connection, claims.keys(), kinds_beside.keys())
    found = disturbing(tuple(clusters), tuple(known.values()), {**kinds, **kinds_beside}, crossing)
    return beside - known.keys() | {cluster.members[0] for cluster in found}


def _entangled(
    connection: Connection, clusters: Iterable[Cluster], claims: Mapping[str, str | None], kinds: Mapping[str, str]
) -> set[str]:
    """Of the claims beside those of `claims` those that a first look, at no single link, cannot leave out.

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
    return found


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


def _crossing(connection: Connection, ids: Collection[str], others: Collection[str]) -> Iterator[Pull]:
    """The links between some traces and others."""
    for near, far in (("one", "other"), ("other", "one")):
        sql = f"SELECT {far}, {near}, relation, score FROM links WHERE {near} IN ({{}})"
        for beyond, each, relation, score in where_in(connection, sql, ids):
            if beyond in others:
                yield each, beyond, weight(_RELATIONS[relation], score)


def _keep(connection: Connection, claim: str, cluster: Cluster) -> None:
    """Remembers how a claim came together."""
    place = {key: number for number, key in enumerate(cluster.members)}
    joints = [[place[each.one], place[each.other], min(each.mean, _NEVER), each.bar] for each in cluster.joints]
    connection.execute(
        "INSERT INTO cohesion (claim, weakest, joints) VALUES (?, ?, ?) ON CONFLICT (claim) DO UPDATE "
        "SET weakest = excluded.weakest, joints = excluded.joints",
        [claim, min(cluster.weakest, _NEVER), json.dumps(joints, separators=(",", ":"))],
    )


def _kept(connection: Connection, claims: Collection[str]) -> tuple[dict[str, Cluster], dict[str, str]]:
    """These claims, and traces that are in none, as they came together, and the kinds of their traces; without those of
    which that is not known, since they were last folded by an earlier version of the ledger."""
    sql = "SELECT COALESCE(claim, id), id, kind FROM traces WHERE {} IN ({{}}) ORDER BY id"
    rows = [*where_in(connection, sql.format("claim"), claims)]
    rows += where_in(connection, sql.format("claim IS NULL AND id"), claims)
    joints = dict(where_in(connection, "SELECT claim, joints FROM cohesion WHERE claim IN ({})", claims))
    members: dict[str, list[str]] = defaultdict(list)
    for claim, key, _ in rows:
        members[claim].append(key)
    known = {claim: found for claim, found in members.items() if len(found) == 1 or joints.get(claim)}
    clusters = {claim: _cluster(found, json.loads(joints.get(claim) or "[]")) for claim, found in known.items()}
    return clusters, {key: kind for claim, key, kind in rows if claim in known}


def _cluster(members: Sequence[str], joints: Iterable[tuple[int, int, float, float]]) -> Cluster:
    named = (Joint(members[one], members[other], mean, bar) for one, other, mean, bar in joints)
    return Cluster(tuple(members), tuple(named))
