"""The reference leaves nothing out: options, statuses, keys, tables."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from invented import make_reading
from quellenlage import exporting
from quellenlage.exporting import columns, link_columns
from quellenlage.exporting.tables import Table
from quellenlage.ledger import open_ledger
from quellenlage.model.wire import JSON, reading_to_wire

COMMANDS = [
    "read",
    "add",
    "statements",
    "sources",
    "figures",
    "series",
    "claims",
    "claim",
    "link",
    *(f"export {kind}" for kind in ("claim", "article", "statement", "statements", "claims", "points", "reviews")),
    *(f"judge {verb}" for verb in ("merge", "split", "confirm", "undo", "list")),
]
REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_reference(command: str) -> None:
    help_text = subprocess.run(
        [sys.executable, "-m", "quellenlage", *command.split(), "--help"], capture_output=True, text=True, check=True
    ).stdout
    options = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", help_text, re.M)) - {"--help"}
    assert options
    missing = {option for option in options if f"`{option}`" not in page("command-line.md")}
    assert missing == set()


def keys(value: object) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(keys, value))
    if isinstance(value, dict):
        found: JSON = value
        return set(found).union(*map(keys, found.values()))
    return set()


def test_every_key_is_in_the_reference() -> None:
    missing = {key for key in keys(reading_to_wire(make_reading())) if f"`{key}`" not in page("json.md")}
    assert missing - {"block", "start", "end", "text"} == set()


def test_every_own_term_and_every_column_of_an_export_is_in_the_reference() -> None:
    room = Path(exporting.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    terms = {f"ql:{term}" for term in re.findall(r"(?<=\"ql:)\w+|(?<=_QL\[\")\w+", source)}
    tables = [table for table in (*vars(columns).values(), link_columns.LINKS) if isinstance(table, Table)]
    names = terms | {name for table in tables for name in table.head}
    assert len(terms) > 40
    assert len(tables) > 6
    assert {name for name in names if f"`{name}`" not in page("exports.md")} == set()


def test_every_table_is_in_the_reference(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    open_ledger(str(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
        ]
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    assert tables
    assert {table for table in tables if f"`{table}`" not in page("ledger.md")} == set()
    assert f"now {version}" in page("ledger.md")
