"""Claims kept up to date bit by bit are those that a fold of everything gives, however the links lie."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from invented import make_page
from linked import article_reading, sift, traces_of
from quellenlage.ledger import Ledger, MemoryLedger, Query, reading_id
from quellenlage.model.claim import Link, Relation, Trace, Verdict
from quellenlage.model.judging import make_judgement
from quellenlage.model.statement import Reading
from stores import STORES

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
ARTICLES, OFTEN, EVENTS = 45, 0.12, 9
JUDGED = (Verdict.SAME, Verdict.DIFFERENT)
Draw = Callable[[Trace, Trace, Random], Link | None]


def of_any_strength(one: Trace, other: Trace, chance: Random) -> Link | None:
    """Links between any two, so that nearly everything is connected."""
    if chance.random() > OFTEN:
        return None
    relation = Relation.CONTRADICTS if chance.random() < 0.1 else Relation.SAME
    return Link(one.id, other.id, relation, round(chance.random(), 3), ())


def of_some_events(one: Trace, other: Trace, chance: Random) -> Link | None:
    """Strong links inside each event, and often weaker ones to others."""
    if int(one.id, 16) % EVENTS == int(other.id, 16) % EVENTS:
        return Link(one.id, other.id, Relation.SAME, round(0.7 + 0.3 * chance.random(), 3), ())
    score = round(0.6 * chance.random(), 3)
    return Link(one.id, other.id, Relation.SAME, score, ()) if chance.random() < 0.6 else None


def of_pairs_of_events(one: Trace, other: Trace, chance: Random) -> Link | None:
    """Events that hold together well, each article of one, and each event with another that it is near enough to."""
    here, there = (int(each.article, 16) % EVENTS for each in (one, other))
    if here // 2 != there // 2:
        return None
    least = 0.9 if here == there else 0.55
    return Link(one.id, other.id, Relation.SAME, round(least + 0.1 * chance.random(), 3), ())


@pytest.mark.parametrize(("seed", "together"), [(seed, 1 + seed % 2 * 5) for seed in range(6)])
@pytest.mark.parametrize("draw", [of_any_strength, of_some_events, of_pairs_of_events])
def test_claims_are_those_of_a_fold_of_everything(draw: Draw, seed: int, together: int, tmp_path: Path) -> None:
    """Also where some articles are read again, and where some are linked together."""

    def drawn(one: Trace, other: Trace) -> Link | None:
        if other.kind not in one.kind.counterparts:
            return None
        return draw(one, other, Random(hashlib.sha256(f"{seed}{one.id}{other.id}".encode()).digest()))

    random = Random(seed)
    readings = [article_reading(number) for number in range(ARTICLES)]
    again = [Reading(each.article, each.sources, each.statements[:1]) for each in random.sample(readings, 9)]
    model = MemoryLedger()
    with closing(STORES["sqlite"](tmp_path)) as ledger:
        for store in (model, ledger):
            store.start_linking(1)
            for some in [*parted(readings, together), *parted(again, together)]:
                for reading in some:
                    store.record(make_page(), reading, recorded_at=NOW)
                traces = {reading_id(each): traces_of(each, b"riss", b"riss", asserted=b"riss") for each in some}
                store.relate(traces, drawn, sift)
        assert_folded_alike(ledger, model)
    assert model.claims(Query()).total < ARTICLES


@pytest.mark.parametrize("seed", range(8))
def test_also_where_people_judge_in_between(seed: int, tmp_path: Path) -> None:
    """Few links, so that some claims are held by judgements alone, and articles that are read again."""

    def drawn(one: Trace, other: Trace) -> Link | None:
        if other.kind not in one.kind.counterparts:
            return None
        chance = Random(hashlib.sha256(f"{seed}{one.id}{other.id}".encode()).digest())
        score = chance.choice((0.1, 0.12, 0.13, 0.2, 0.24, 0.25, 0.26, 0.5, 0.9))
        return Link(one.id, other.id, Relation.SAME, score, ()) if chance.random() < OFTEN else None

    random, model = Random(seed), MemoryLedger()
    readings = [article_reading(number) for number in range(12)]
    with closing(STORES["sqlite"](tmp_path)) as ledger:
        for store in (model, ledger):
            store.start_linking(1)
        known: list[str] = []
        for step in range(20):
            some = readings[step : step + 1] or random.sample(readings, random.randint(1, 3))
            some = [replace(one, statements=tuple(random.sample(one.statements, random.randint(0, 2)))) for one in some]
            for store in (model, ledger):
                for read in some:
                    store.record(make_page(), read, recorded_at=NOW)
                store.relate(
                    {reading_id(read): traces_of(read, b"r", b"r", asserted=b"r") for read in some}, drawn, sift
                )
            known += [statement.id for read in some for statement in read.statements]
            if len(known) > 3 and random.random() < 0.6:
                one, *others = random.sample(known, 3)
                judged = make_judgement(
                    random.choice(JUDGED), [[one], others], by="Mika", at=NOW + timedelta(hours=step)
                )
                for store in (model, ledger):
                    store.judge(judged)
            assert_folded_alike(ledger, model)


def test_also_where_how_some_claims_came_together_is_not_known(tmp_path: Path) -> None:
    """As in a ledger of schema 8."""

    def drawn(one: Trace, other: Trace) -> Link | None:
        if other.kind not in one.kind.counterparts:
            return None
        return of_some_events(one, other, Random(hashlib.sha256(f"{one.id}{other.id}".encode()).digest()))

    model = MemoryLedger()
    with closing(STORES["sqlite"](tmp_path)) as ledger:
        for store in (model, ledger):
            store.start_linking(1)
        for number in range(ARTICLES):
            reading = article_reading(number)
            for store in (model, ledger):
                store.record(make_page(), reading, recorded_at=NOW)
                store.relate({reading_id(reading): traces_of(reading, b"r", b"r", asserted=b"r")}, drawn, sift)
            if number == ARTICLES // 2:
                (path,) = tmp_path.glob("*.sqlite")
                with closing(sqlite3.connect(path)) as connection, connection:
                    assert connection.execute("UPDATE cohesion SET joints = NULL").rowcount > EVENTS // 2
        assert_folded_alike(ledger, model)


def test_what_holds_loosely_is_folded_with_what_is_nearer_to_a_part_of_it(tmp_path: Path) -> None:
    """Five hold on to each other well, one to them hardly, and to that one the last."""
    scores = {"cc": 0.9, "bc": 0.3, "bk": 0.5}

    def drawn(one: Trace, other: Trace) -> Link | None:
        score = scores.get("".join(sorted((one.data + other.data).decode())))
        return Link(one.id, other.id, Relation.SAME, score, ()) if score else None

    model = MemoryLedger()
    with closing(STORES["sqlite"](tmp_path)) as ledger:
        for store in (model, ledger):
            store.start_linking(1)
            for number, letter in enumerate("cccccbk"):
                reading = article_reading(number)
                store.record(make_page(), reading, recorded_at=NOW)
                traces = [replace(trace, glance=b"") for trace in traces_of(reading, letter.encode())]
                store.relate({reading_id(reading): traces}, drawn, sift)
        assert_folded_alike(ledger, model)
    assert model.claims(Query()).total == 1


def parted(readings: list[Reading], size: int) -> list[list[Reading]]:
    return [readings[first : first + size] for first in range(0, len(readings), size)]


def assert_folded_alike(ledger: Ledger, model: MemoryLedger) -> None:
    """Whether both have the same claims of the same traces."""
    found, wanted = ({entry.id: set(entry.traces) for entry in each.claims(Query()).items} for each in (ledger, model))
    assert found == wanted


def test_a_claim_is_another_when_its_denial_denies_something_else_too(tmp_path: Path) -> None:
    """Of which claim a denial is one depends on all that it denies: what was derived of the first holds no longer."""
    claim, denial, other = (article_reading(number) for number in range(3))

    def drawn(one: Trace, other: Trace) -> Link | None:
        denies = denial.article.id in {one.article, other.article}
        return Link(one.id, other.id, Relation.CONTRADICTS, 0.8, ()) if denies else None

    with closing(STORES["sqlite"](tmp_path)) as ledger:
        ledger.start_linking(1)
        states = []
        for reading in (claim, denial, other):
            ledger.record(make_page(), reading, recorded_at=NOW)
            ledger.relate({reading_id(reading): traces_of(reading, b"riss", b"riss")}, drawn, sift)
            states.append(ledger.claim(claim.statements[0].id).state)
    assert len(set(states)) == 3
