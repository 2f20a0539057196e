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

from quellenlage.ledger.connection import Connection, change_in, where_in
from quellenlage.model.claim import Relation, TraceKind
from quellenlage.model.clusters import ENOUGH, Cluster, Joint, Pull, disturbing, find_clusters, weight
from quellenlage.model.judging import Verdicts

_RELATIONS = {relation.value: relation for relation in Relation}  # a call of the class takes ten times as long
_NEVER = 2000.0  # in the place of an infinite mean, which is more than any
_ALONE = (1, math.inf)  # size and weakest mean of an assertion in no claim


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
        links.look_at(kinds)
        clusters = find_clusters(kinds, links.inside(), verdicts)
        more, kinds_more = _members(connection, _disturbed(connection, clusters, links, kinds), verdicts)
        if not more:
            return clusters, before, kinds
        before |= more
        kinds |= kinds_more


class _Links:
    """The links at some traces, in thousandths. What was asked for once is kept: a fold goes on from the one before."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._near: set[str] = set()
        self._claims: dict[str, str] = {}  # of the traces at far ends, or these where they are in none
        self._pulls: dict[tuple[str, str], int] = {}

    def look_at(self, ids: Collection[str]) -> None:
        """Fetches the links that these traces have."""
        new = set(ids) - self._near
        self._near |= new
        for end in ("one", "other"):
            sql = f"SELECT one, other, relation, score FROM links WHERE {end} IN ({{}})"
            for one, other, relation, score in where_in(self._connection, sql, new):
                self._pulls[one, other] = weight(_RELATIONS[relation], score)
        far = {each for ends in self._pulls for each in ends} - self._near - self._claims.keys()
        sql = "SELECT id, COALESCE(claim, id) FROM traces WHERE id IN ({})"
        self._claims |= dict(where_in(self._connection, sql, far))

    def inside(self) -> Iterator[Pull]:
        """Those between two of the traces."""
        return ((one, other, pull) for (one, other), pull in self._pulls.items() if {one, other} <= self._near)

    def leaving(self) -> Iterator[tuple[str, Pull]]:
        """Those between one of the traces and another, the one first; before each the claim of the other."""
        for (one, other), pull in self._pulls.items():
            if one not in self._near:
                yield self._claims[one], (other, one, pull)
            elif other not in self._near:
                yield self._claims[other], (one, other, pull)


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
    connection: Connection, clusters: Sequence[Cluster], links: _Links, kinds: Mapping[str, str]
) -> set[str]:
    """Members of the claims beside the clusters that may be folded otherwise where these are there, too."""
    cluster_of = {key: number for number, cluster in enumerate(clusters) for key in cluster.members}
    between: dict[tuple[int, str], list[Pull]] = defaultdict(list)
    for claim, pull in links.leaving():
        between[cluster_of[pull[0]], claim].append(pull)
    known = _sizes(connection, {claim for _, claim in between})
    near = {
        (number, claim): pulls
        for (number, claim), pulls in between.items()
        if _is_near(clusters[number], kinds, *known.get(claim, _ALONE), pulls)
    }
    if not near:
        return set()
    claims = {claim for _, claim in near}
    others, kinds_beside = _kept(connection, claims)
    pulls_near = [pulls for (_, claim), pulls in near.items() if claim in others]
    found = disturbing(clusters, tuple(others.values()), {**kinds, **kinds_beside}, pulls_near)
    return claims - others.keys() | {cluster.members[0] for cluster in found}


def _is_near(cluster: Cluster, kinds: Mapping[str, str], size: int, weakest: float, between: Sequence[Pull]) -> bool:
    """Whether a claim of this size may be folded otherwise where the cluster is there, at no more than a glance.

    The highest mean joins first. So where no link between the two is as strong as what holds each of them together at
    its weakest, both are whole before it counts; then they become one only if the mean between them is enough.
    """
    drawn = [pull for *_, pull in between if pull > 0]
    if not drawn:
        return False
    stated = sum(kinds[key] == TraceKind.STATEMENT for key in cluster.members)
    enough = sum(drawn) >= ENOUGH * max(1, size * stated)  # there are so many pairs at least
    return enough or max(drawn) >= min(weakest, cluster.weakest)


def _sizes(connection: Connection, claims: Collection[str]) -> dict[str, tuple[int, float]]:
    """How many traces each claim has, and at which mean it was joined at its weakest."""
    sql = (
        "SELECT c.id, c.traces, COALESCE(h.weakest, 0) FROM claims AS c LEFT JOIN cohesion AS h ON h.claim = c.id "
        "WHERE c.id IN ({})"
    )
    return {claim: (size, weakest) for claim, size, weakest in where_in(connection, sql, claims)}


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
