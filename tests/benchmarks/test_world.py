"""The simulated world: its articles are what they say they are."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

import pytest
from benchmarks.world import Written, articles

from quellenlage.model.statement import SourceClass


@pytest.fixture(scope="module")
def written() -> list[Written]:
    return list(islice(articles(7), 150))


def test_the_same_seed_gives_the_same_world(written: list[Written]) -> None:
    assert list(islice(articles(7), 150)) == written
    assert next(articles(8)) != written[0]


def test_articles_come_in_order_of_time(written: list[Written]) -> None:
    times = [each.reading.article.published for each in written]
    assert times == sorted(times)
    assert len({each.reading.article.id for each in written}) == len(written)


def test_every_span_is_its_words(written: list[Written]) -> None:
    for each in written:
        article = each.reading.article
        spans = [truth.span for truth in each.truths]
        for statement in each.reading.statements:
            said = statement.attribution
            spans += [*said.content, *said.cue, *said.source, *said.relays]
        assert all(article.span(span.block, span.start, span.end) == span for span in spans)


def test_every_statement_is_true_to_a_claim(written: list[Written]) -> None:
    for each in written:
        places = {truth.span: truth for truth in each.truths}
        for statement in each.reading.statements:
            truth = places[statement.attribution.content[0]]
            assert (truth.origin is None) == (statement.speaker.cls is SourceClass.OUTLET)


def test_the_world_holds_what_makes_counting_hard(written: list[Written]) -> None:
    origins, texts = defaultdict(set), defaultdict(set)
    for each in written:
        for truth in each.truths:
            origins[truth.claim].add(truth.origin)
            texts[truth.span.text].add(each.reading.article.outlet)
    assert any(len(known - {None}) > 1 for known in origins.values())  # several origins
    assert any(None in known for known in origins.values())  # attributions that were dropped
    assert any(len(outlets) > 1 for outlets in texts.values())  # copies
    assert any(statement.via for each in written for statement in each.reading.statements)
    assert {each.reading.article.language for each in written} == {"de", "en"}
