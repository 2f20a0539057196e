"""The simulator goes on with a ledger that it has begun, as if it had never stopped."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.growth import Row, kept_rows
from benchmarks.simulator import OtherWorld, main, measure

SEED, FOLLOWING, EVERY = 3, 3, 1


def measured(path: Path, *sizes: int, seed: int = SEED) -> list[Row]:
    return list(measure(path, sizes, seed, FOLLOWING, EVERY))


def found(row: Row) -> Row:
    """What does not depend on how fast the machine is, and how full."""
    return replace(row, cost=0, slowest=0, stages=(), file=0, memory=0, listing=0)


def test_a_ledger_that_is_there_is_gone_on_with(tmp_path: Path) -> None:
    at_once = measured(tmp_path / "whole.sqlite", 8, 24)
    first = measured(tmp_path / "parts.sqlite", 8)
    both = measured(tmp_path / "parts.sqlite", 8, 24)
    assert both[:1] == first  # kept, not measured again
    assert [found(row) for row in both] == [found(row) for row in at_once]
    assert [row.asked for row in both] == [8, 24]
    assert all(row.statements >= row.asked and row.cost > 0 for row in both)


def test_a_size_that_was_passed_unmeasured_is_said_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "world.sqlite"
    measured(path, 12)
    assert [row.asked for row in measured(path, 4, 12)] == [12]
    assert "no row for 4" in capsys.readouterr().err
    assert kept_rows(path).keys() == {12}


def test_another_world_s_ledger_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "world.sqlite"
    measured(path, 4)
    with pytest.raises(OtherWorld):
        measured(path, 4, 8, seed=SEED + 1)
    monkeypatch.setattr(sys, "argv", ["simulator", "--ledger", str(path), "--seed", str(SEED + 1)])
    with pytest.raises(SystemExit):
        main()
