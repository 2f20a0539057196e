"""Cursors: every listing of every ledger goes on where it stopped, whatever is added meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from invented import make_page
from linked import article_reading, compare, sift, traces_of
from quellenlage.errors import QueryError
from quellenlage.ledger import Ledger, Listing, Query, Sort, reading_id

NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)
Find = Callable[[Ledger, Query], Listing[Any]]

LISTINGS: dict[str, Find] = {
    "articles": lambda ledger, query: ledger.articles(query),
    "statements": lambda ledger, query: ledger.statements(query),
    "figures": lambda ledger, query: ledger.figures(query),
    "sources": lambda ledger, query: ledger.sources(query),
    "claims": lambda ledger, query: ledger.claims(query),
    "claims by time": lambda ledger, query: ledger.claims(query, newest=True),
    "queue": lambda ledger, query: ledger.queue(query),
    "search": lambda ledger, query: ledger.search("riss", query),
}
SORTED = [*((Query(), name) for name in LISTINGS), *((Query(sort=sort), "articles") for sort in Sort)]


def add(ledger: Ledger, number: int, published: date | None) -> None:
    reading = article_reading(number, published=published)
    ledger.record(make_page(f"{number}.html"), reading, recorded_at=NOW)
    ledger.relate({reading_id(reading): traces_of(reading, b"riss", bytes([65 + number]) * 4)}, compare, sift)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Six articles, some of one day, some without one."""
    ledger.start_linking(1)
    for number, day in enumerate((3, 4, None, 4, 9, None)):
        add(ledger, number, None if day is None else date(2031, 3, day))
    return ledger


@pytest.mark.parametrize(("query", "name"), SORTED)
@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_the_pages_together_are_the_listing(filled: Ledger, query: Query, name: str, size: int) -> None:
    whole = LISTINGS[name](filled, query)
    assert whole.next is None and len(whole.items) == whole.total > 3
    items: list[Any] = []
    page = LISTINGS[name](filled, replace(query, limit=size))
    while True:
        assert page.total == whole.total
        items += page.items
        if page.next is None:
            break
        assert len(page.items) == size
        page = LISTINGS[name](filled, replace(query, limit=size, after=page.next))
    assert tuple(items) == whole.items


@pytest.mark.parametrize(("query", "name"), SORTED)
def test_what_is_added_meanwhile_moves_nothing(filled: Ledger, query: Query, name: str) -> None:
    whole = LISTINGS[name](filled, query).items
    first = LISTINGS[name](filled, replace(query, limit=2))
    for number, published in ((20, date(2031, 3, 30)), (21, None), (22, date(2031, 1, 1))):
        add(filled, number, published)
    rest = LISTINGS[name](filled, replace(query, after=first.next))
    seen = [*first.items, *rest.items]
    if name.startswith("claims"):  # they may have grown, and stay in their place
        assert [item.id for item in seen] == [item.id for item in whole]
        return
    assert [item for item in seen if item in whole] == list(whole)
    assert len({repr(item) for item in seen}) == len(seen)


def test_a_cursor_keeps_to_its_conditions(filled: Ledger) -> None:
    query = Query(source="hallwig", limit=4)
    first = filled.statements(query)
    rest = filled.statements(replace(query, after=first.next))
    assert (first.total, rest.total, len(rest.items), rest.next) == (6, 6, 2, None)


@pytest.mark.parametrize("name", LISTINGS)
@pytest.mark.parametrize("damaged", ["", "?", "12", "WyJhIl0", "\N{SNOWMAN}", "bnVsbA", "WzFd", "W10"])
def test_a_damaged_cursor_is_said(filled: Ledger, name: str, damaged: str) -> None:
    with pytest.raises(QueryError, match="is no cursor of this listing; ask for its beginning"):
        LISTINGS[name](filled, Query(after=damaged))


def test_a_cursor_of_another_listing_or_order_is_said(filled: Ledger) -> None:
    by_time = filled.articles(Query(limit=1)).next
    for name, query in (("statements", Query(after=by_time)), ("articles", Query(sort=Sort.RECORDED, after=by_time))):
        with pytest.raises(QueryError, match="no cursor of this listing"):
            LISTINGS[name](filled, query)
