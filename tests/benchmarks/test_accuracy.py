"""Accuracy may not fall: gold/dev through the whole program and a few texts of each corpus, against recorded floors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

pytest.importorskip("scipy", reason="the dev extra is not installed")

from benchmarks.accuracy import grid, main, measure
from benchmarks.state import Row, load_state
from rich.console import Console

SHARED = Path(__file__).parents[3] / "shared"
FLOORS = [
    (table, name)
    for table, rows in load_state()["quick"].items()
    for name, row in rows.items()
    if row.floor is not None
]

needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="needs ../shared with annotated articles and corpora, which is not here"
)


@pytest.fixture(scope="module")
def measured() -> Mapping[str, Mapping[str, float]]:
    return dict(measure("quick", SHARED))


@needs_shared
@pytest.mark.parametrize(("table", "name"), FLOORS)
def test_no_measure_falls_under_its_floor(measured: Mapping[str, Mapping[str, float]], table: str, name: str) -> None:
    row = load_state()["quick"][table][name]
    value = measured[table][name]
    assert row.holds(value), f"{table}, {name}: {value:.1f}, floor {row.floor}, recorded {row.value}"


def test_a_table_tells_gains_losses_and_what_is_under_its_floor() -> None:
    rows = {
        "cue": Row(80.0, "%", 78.0, 90.0),
        "source": Row(80.0, "%", 78.0),
        "content": Row(80.0, "%", 78.0),
        "kind": Row(80.0, "%", 78.0),
    }
    console = Console(width=120)
    with console.capture() as printed:
        console.print(grid("gold", {"cue": 81.0, "source": 79.0, "content": 70.0, "kind": 80.01, "via": 5.0}, rows))
    lines = {line.split()[0]: line.split()[1:] for line in printed.get().splitlines()[4:] if line.strip()}
    assert lines == {
        "cue": ["81.0", "80.0", "+1.0", "78.0", "90.0", "%"],
        "source": ["79.0", "80.0", "-1.0", "78.0", "%"],
        "content": ["70.0", "80.0", "-10.0", "missed", "78.0", "%"],
        "kind": ["80.0", "80.0", "=", "78.0", "%"],
        "via": ["5.0", "new", "%"],
    }


def test_material_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([str(tmp_path / "nowhere")])
    assert left.value.code == 2
    assert "name the one that holds corpora, gold and pages" in capsys.readouterr().err
