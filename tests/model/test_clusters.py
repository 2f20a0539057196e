"""Clusters: what links and judgements make of a set of statements."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations, product
from random import Random

from quellenlage.model.claim import Link, Relation, TraceKind
from quellenlage.model.clusters import find_clusters, pulls
from quellenlage.model.judging import Verdicts


def inside(names: str, score: float) -> list[Link]:
    """Every two of these hold on to each other so well."""
    return [Link(one, other, Relation.SAME, score, ()) for one, other in combinations(names, 2)]


def between(ones: str, others: str, score: float) -> list[Link]:
    """Each of the ones to each of the others."""
    return [Link(one, other, Relation.SAME, score, ()) for one, other in product(ones, others)]


def found(names: str, *links: list[Link]) -> set[str]:
    """The clusters of statements (small letters) and assertions (capitals)."""
    return {"".join(cluster.members) for cluster in find_clusters(kinds(names), pulls(chain(*links)), Verdicts())}


def kinds(names: Iterable[str]) -> dict[str, TraceKind]:
    return {name: TraceKind.STATEMENT if name.islower() else TraceKind.ASSERTION for name in names}


def test_two_clusters_that_hold_together_much_better_than_on_to_each_other_stay_two() -> None:
    one, other = inside("abc", 0.9), inside("xyz", 0.9)
    assert found("abcxyz", one, other, between("abc", "xyz", 0.4)) == {"abc", "xyz"}
    assert found("abcxyz", one, other, between("abc", "xyz", 0.5)) == {"abcxyz"}


def test_two_loose_clusters_become_one_by_as_much() -> None:
    loose = [inside("abc", 0.6), inside("xyz", 0.9)]
    assert found("abcxyz", *loose, between("abc", "xyz", 0.4)) == {"abcxyz"}


def test_two_statements_are_too_few_to_hold_together() -> None:
    assert found("abxyz", inside("ab", 0.9), inside("xyz", 0.9), between("ab", "xyz", 0.2)) == {"abxyz"}
    assert found("axyz", inside("xyz", 0.9), between("a", "xyz", 0.2)) == {"axyz"}


def test_a_pair_without_a_link_counts_as_nothing() -> None:
    assert found("abx", inside("ab", 0.9), between("a", "x", 0.23)) == {"ab", "x"}
    assert found("abx", inside("ab", 0.9), between("a", "x", 0.25)) == {"abx"}


def test_two_assertions_are_no_pair() -> None:
    loose = [inside("aX", 0.9), between("a", "Y", 0.15)]
    assert found("aXY", *loose) == {"XYa"}
    assert found("axy", inside("ax", 0.9), between("a", "y", 0.15)) == {"ax", "y"}
    assert found("XY") == {"X", "Y"}


def test_assertions_do_not_loosen_what_holds_together() -> None:
    one, other = between("a", "XYZ", 0.9), inside("bcd", 0.9)
    assert found("aXYZbcd", one, other, between("aXYZ", "bcd", 0.4)) == {"XYZa", "bcd"}


def test_the_order_of_links_and_statements_does_not_matter() -> None:
    names = "abcdefghijklmnop"
    random = Random(1)
    links = [
        Link(one, other, Relation.SAME, round(random.random(), 3), ())
        for one, other in combinations(names, 2)
        if random.random() < 0.4
    ]
    once = find_clusters(kinds(names), pulls(links), Verdicts())
    assert 1 < len(once) < len(names)
    for _ in range(20):
        random.shuffle(links)
        shuffled = random.sample(names, len(names))
        assert find_clusters(kinds(shuffled), pulls(links), Verdicts()) == once
