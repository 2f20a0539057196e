"""The recorded state of accuracy: one small file of values, floors and goals, and what is compared with it.

In the file each table is a section `[full.NAME]` or `[quick.NAME]` with one line a measure. `floor` is the value under
which the tests fail (over which, for what should be small), `goal` what is strived for; both may be missing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.tables import CHAINS, MEGABYTES, PERCENT, unit_of

STATE = Path(__file__).with_name("accuracy.toml")

_SLACK = {PERCENT: 2.0, CHAINS: 2.0, MEGABYTES: 3.0}
"""How far a floor lies from the recorded value; units without one (speeds) have no floor."""

_HEAD = """# Written by `python -m benchmarks.accuracy --record`. Goals are set by hand. Recording only ever raises a
# floor; it is lowered by hand, with the reason in the commit.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A recorded measure."""

    value: float
    unit: str
    floor: float | None = None
    goal: float | None = None

    @property
    def sign(self) -> int:
        """1 where more is better, -1 where less is."""
        return -1 if self.unit == MEGABYTES else 1

    def holds(self, value: float) -> bool:
        """Whether a value, rounded as it is recorded, is not beyond the floor."""
        return self.floor is None or self.sign * round(value, 1) >= self.sign * self.floor

    def recorded(self, value: float) -> Row:
        """This row with a new value; the floor follows where the value got better."""
        value = round(value, 1)
        slack = _SLACK.get(self.unit)
        if slack is None:
            return replace(self, value=value)
        floor = round(value - self.sign * slack, 1)
        if self.floor is not None:
            floor = max(floor, self.floor, key=lambda one: self.sign * one)
        return replace(self, value=value, floor=floor)


State = Mapping[str, Mapping[str, Mapping[str, Row]]]
"""Rows by measure, by table, by run ("full", "quick")."""


def load_state(path: Path = STATE) -> State:
    """The recorded state, empty where there is none yet."""
    if not path.exists():
        return {}
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        run: {table: {name: Row(**row) for name, row in rows.items()} for table, rows in tables.items()}
        for run, tables in raw.items()
    }


def record(run: str, measured: Mapping[str, Mapping[str, float]], path: Path = STATE) -> None:
    """Put measured tables into the file; tables that were not measured stay as they are."""
    state = {name: dict(tables) for name, tables in load_state(path).items()}
    tables = state.setdefault(run, {})
    for table, values in measured.items():
        before = tables.get(table, {})
        tables[table] = {
            name: before.get(name, Row(value, unit_of(name))).recorded(value) for name, value in values.items()
        }
    path.write_text(_HEAD + "".join(_lines(state)), encoding="utf-8")


def _lines(state: State) -> Iterator[str]:
    for run, tables in state.items():
        for table, rows in tables.items():
            yield f'\n[{run}."{table}"]\n'
            for name, row in rows.items():
                told = {"value": row.value, "unit": f'"{row.unit}"', "floor": row.floor, "goal": row.goal}
                inner = ", ".join(f"{key} = {value}" for key, value in told.items() if value is not None)
                yield f'"{name}" = {{ {inner} }}\n'
