"""The recorded state of accuracy: floors, and what recording does to them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("scipy", reason="the dev extra is not installed")

from benchmarks.state import Row, load_state, record
from benchmarks.tables import TABLES


def test_a_floor_lies_under_the_value_and_only_rises(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.toml"
    for value, floor in ((80.04, 78.0), (83.0, 81.0), (81.5, 81.0)):
        record("quick", {"gold": {"statements F1": value}}, path)
        row = load_state(path)["quick"]["gold"]["statements F1"]
        assert (row.value, row.floor, row.unit) == (round(value, 1), floor, "%")


def test_what_should_be_small_has_its_floor_above(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.toml"
    for value, floor in ((42.6, 45.6), (40.0, 43.0), (44.0, 43.0)):
        record("full", {"size and speed": {"model files": value, "articles of 700 words": 3.0}}, path)
        rows = load_state(path)["full"]["size and speed"]
        assert rows["model files"].floor == floor
        assert rows["articles of 700 words"].floor is None
    assert rows["model files"].holds(43.0)
    assert not rows["model files"].holds(43.1)


def test_recording_keeps_goals_and_what_was_not_measured(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.toml"
    path.write_text(
        '[full.gold]\ncue = { value = 80, unit = "%", goal = 90 }\n[quick.gold]\ncue = { value = 1.0, unit = "%" }\n',
        encoding="utf-8",
    )
    record("full", {"gold": {"cue": 82.0}, "figures": {"value": 99.0}}, path)
    state = load_state(path)
    assert state["full"]["gold"]["cue"] == Row(82.0, "%", 80.0, 90)
    assert state["full"]["figures"]["value"] == Row(99.0, "%", 97.0)
    assert state["quick"]["gold"]["cue"] == Row(1.0, "%")


def test_a_value_holds_as_it_is_printed() -> None:
    row = Row(80.0, "%", floor=78.0)
    assert row.holds(77.96)
    assert not row.holds(77.94)


def test_the_recorded_state_knows_every_table() -> None:
    state = load_state()
    assert state["full"].keys() == TABLES.keys()
    assert state["quick"].keys() == {name for name, table in TABLES.items() if table.quick is not None}
    for tables in state.values():
        for rows in tables.values():
            assert all(row.holds(row.value) for row in rows.values())
