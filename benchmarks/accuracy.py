"""All accuracy tables beside the last recorded state: `python -m benchmarks.accuracy [SHARED] [--record]`.

SHARED (`../shared` unless said) holds `corpora`, `gold` and `pages`. Every measure is printed with what was recorded
last, the change, the floor under which the tests fail, and the goal. `--quick` takes a few texts of each corpus, as the
tests do. `--record` writes the values down as the new state. The exit status is 1 where a value is under its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import track
from rich.table import Table as Grid
from training.measures import Watch

from benchmarks.state import Row, load_state, record
from benchmarks.tables import TABLES, unit_of


def main(arguments: Sequence[str]) -> int:
    """Measure, print, record. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--only", nargs="+", choices=TABLES, default=list(TABLES), metavar="TABLE")
    parser.add_argument("--quick", action="store_true", help="a few texts of each corpus")
    parser.add_argument("--record", action="store_true", help="write the values down as the new state")
    given = parser.parse_args(arguments)
    if not given.shared.is_dir():
        parser.error(f"no folder {given.shared}; name the one that holds corpora, gold and pages")
    run = "quick" if given.quick else "full"
    state = load_state().get(run, {})
    console = Console()
    measured: dict[str, Mapping[str, float]] = {}
    held = True
    for name, values in measure(run, given.shared, given.only):
        measured[name] = values
        rows = state.get(name, {})
        held = held and all(rows[key].holds(value) for key, value in values.items() if key in rows)
        console.print(grid(name, values, rows))
    if given.record:
        record(run, measured)
    return 0 if held else 1


def measure(run: str, shared: Path, names: Iterable[str] = TABLES) -> Iterator[tuple[str, Mapping[str, float]]]:
    """Tables of a run ("full" or "quick") with their values, each as soon as it is measured."""
    for name in names:
        table = TABLES[name]
        if run == "full":
            yield name, table.measure(shared, None, _watch(name))
        elif table.quick is not None:
            yield name, table.measure(shared, table.quick or None, _watch(name))


def _watch(title: str) -> Watch[Any]:
    """Shows on a terminal how far a table is; on stderr, so that the tables can be kept apart."""
    console = Console(stderr=True)

    def watch(texts: Sequence[Any]) -> Iterable[Any]:
        return track(texts, title, console=console, transient=True, disable=not console.is_terminal)

    return watch


def grid(name: str, values: Mapping[str, float], rows: Mapping[str, Row]) -> Grid:
    """One table for the terminal: green for what got better, red for what got worse or is under its floor."""
    drawn = Grid("measure", title=f"{name}: {TABLES[name].command}", title_justify="left", box=SIMPLE_HEAD)
    for column in ("now", "was", "change", "floor", "goal", "unit"):
        drawn.add_column(column, justify="right", no_wrap=True)
    for key, value in values.items():
        row = rows.get(key)
        told = ("", "new", "", "") if row is None else _beside(value, row)
        drawn.add_row(key, f"{value:.1f}", *told, unit_of(key))
    return drawn


def _beside(value: float, row: Row) -> tuple[str, str, str, str]:
    """What was recorded, the change, floor and goal."""
    change = round(round(value, 1) - row.value, 1)
    colour = "green" if change * row.sign > 0 else "red"
    floor, goal = ("" if one is None else f"{one:.1f}" for one in (row.floor, row.goal))
    return (
        f"{row.value:.1f}",
        f"[{colour}]{change:+.1f}[/]" if change else "=",
        floor if row.holds(value) else f"[bold red]missed {floor}[/]",
        goal,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
