"""Clusters: what links and judgements make of a set of statements."""

from __future__ import annotations

from itertools import chain, combinations, product
from random import Random

from quellenlage.model.claim import Link, Relation
from quellenlage.model.clusters import find_clusters
from quellenlage.model.judging import Verdicts


def inside(names: str, score: float) -> list[Link]:
    """Every two of these hold on to each other so well."""
    return [Link(one, other, Relation.SAME, score, ()) for one, other in combinations(names, 2)]


def between(ones: str, others: str, score: float) -> list[Link]:
    """Each of the ones to each of the others."""
    return [Link(one, other, Relation.SAME, score, ()) for one, other in product(ones, others)]


def found(names: str, *links: list[Link]) -> set[str]:
    return {"".join(cluster.members) for cluster in find_clusters(names, chain(*links), Verdicts())}


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


def test_the_order_of_links_and_statements_does_not_matter() -> None:
    names = "abcdefghijklmnop"
    random = Random(1)
    links = [
        Link(one, other, Relation.SAME, round(random.random(), 3), ())
        for one, other in combinations(names, 2)
        if random.random() < 0.4
    ]
    once = find_clusters(names, links, Verdicts())
    assert 1 < len(once) < len(names)
    for _ in range(20):
        random.shuffle(links)
        shuffled = random.sample(names, len(names))
        assert find_clusters(shuffled, links, Verdicts()) == once
