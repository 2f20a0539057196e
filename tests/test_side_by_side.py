"""Work in threads: in order, no further ahead than there are threads, and ended where nobody asks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Event

import pytest

from quellenlage.side_by_side import cores, side_by_side


def test_results_come_in_the_order_of_the_items() -> None:
    def slow_first(item: int) -> int:
        time.sleep(0.02 if item == 0 else 0)
        return item * item

    assert list(side_by_side(slow_first, range(30))) == [item * item for item in range(30)]


def test_nothing_gives_nothing() -> None:
    assert list(side_by_side(str, ())) == []


def test_items_are_taken_no_further_ahead_than_there_are_threads() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    results = side_by_side(str, items())
    assert next(results) == "0"
    assert len(taken) <= 2 + cores()
    assert next(results) == "1"
    assert len(taken) <= 3 + cores()


def test_an_error_is_raised_in_its_turn() -> None:
    def work(item: int) -> float:
        return 1 / (2 - item)

    results = side_by_side(work, range(9))
    assert [next(results), next(results)] == [0.5, 1.0]
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_what_has_not_begun_never_does_where_nobody_asks_for_more() -> None:
    may_go_on, begun = Event(), []

    def work(item: int) -> int:
        begun.append(item)
        if item:
            may_go_on.wait(5)
        return item

    results = side_by_side(work, range(1000))
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    may_go_on.set()
    time.sleep(0.05)
    assert len(begun) <= 1 + cores()
