"""Clusters: what links and judgements make of a set of statements."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations, product
from random import Random

from quellenlage.model.claim import Link, Relation, TraceKind
from quellenlage.model.clusters import Cluster, disturbing, find_clusters, pulls
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


def clusters(names: str, *links: list[Link]) -> tuple[Cluster, ...]:
    return find_clusters(kinds(names), pulls(chain(*links)), Verdicts())


def disturbed(ones: tuple[Cluster, ...], others: tuple[Cluster, ...], *links: list[Link]) -> set[str]:
    """The others that would be joined with something of the ones."""
    known = kinds(key for cluster in (*ones, *others) for key in cluster.members)
    between = [
        [each for each in pulls(chain(*links)) if each[0] in one.members and each[1] in other.members]
        for one, other in product(ones, others)
    ]
    found = disturbing(ones, others, known, [each for each in between if each])
    return {"".join(cluster.members) for cluster in found}


def test_a_link_that_holds_less_than_all_around_it_disturbs_nothing() -> None:
    one = clusters("abcde", inside("abcd", 0.9), between("abcd", "e", 0.3))
    other = clusters("xyz", inside("xyz", 0.9))
    assert [cluster.weakest for cluster in one] == [300.0]
    assert disturbed(one, other, between("a", "x", 0.8)) == set()
    assert disturbed(one, other, between("e", "x", 0.8)) == set()
    assert disturbed(one, other, between("e", "xyz", 0.4)) == {"xyz"}


def test_two_that_would_be_one_as_a_whole_disturb_each_other() -> None:
    one, other = clusters("abc", inside("abc", 0.6)), clusters("xyz", inside("xyz", 0.9))
    assert disturbed(one, other, between("abc", "xyz", 0.4)) == {"xyz"}
    assert disturbed(one, other, between("abc", "xyz", 0.25)) == set()


def test_nothing_is_disturbed_where_the_fold_of_all_is_that_of_the_parts_and_nowhere_else() -> None:
    random, met = Random(7), []
    for _ in range(400):
        ones, others = "abcdefgH", "rstuvwxY"

        def drawn(pairs: Iterable[tuple[str, str]], often: float, most: float) -> list[Link]:
            return [
                Link(one, other, Relation.SAME, round(random.uniform(0.1, most), 3), ())
                for one, other in pairs
                if random.random() < often and not (one + other).isupper()
            ]

        here, there = (drawn(combinations(sorted(names), 2), 0.7, 1.0) for names in (ones, others))
        across = drawn(product(ones, others), *random.choice(((0.1, 0.5), (0.3, 0.4), (0.1, 1.0))))
        one, other = clusters(ones, here), clusters(others, there)
        met.append(bool(disturbed(one, other, across)))
        assert met[-1] == ({*clusters(ones + others, here, there, across)} != {*one, *other})
    assert 100 < sum(met) < 300
