"""`quellenlage add`, `statements`, `sources`, `figures`."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from commands import Command

L = ("--ledger", "l.sqlite")


@pytest.fixture
def filled(quellenlage: Command, page: str) -> Command:
    """A command line with a page in the ledger l.sqlite."""
    assert quellenlage("add", page, *L, "--outlet", "Nordlicht").status == 0
    return quellenlage


def rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in names}


def test_adding_twice_changes_nothing(quellenlage: Command, page: str, tmp_path: Path) -> None:
    assert quellenlage("add", page, *L).out == "damm.txt: added, 2 statements\n"
    before = rows(tmp_path / "l.sqlite")
    assert quellenlage("add", page, *L).out == "damm.txt: already there, 2 statements\n"
    assert rows(tmp_path / "l.sqlite") == before


def test_a_bad_input_leaves_nothing_and_the_others_are_added(quellenlage: Command, page: str, tmp_path: Path) -> None:
    (tmp_path / "empty.html").touch()
    run = quellenlage("add", "empty.html", page, *L, "--format", "jsonl")
    assert run.status == 1
    assert run.err.startswith("quellenlage: empty.html: ")
    failed, added = map(json.loads, run.out.splitlines())
    assert ("error" in failed, added["new"], added["statements"]) == (True, True, 2)
    assert rows(tmp_path / "l.sqlite")["pages"] == 1


def test_the_default_ledger_lies_in_the_users_data_directory(quellenlage: Command, page: str, tmp_path: Path) -> None:
    quellenlage("add", page)
    assert json.loads(quellenlage("statements", "--format", "json").out)
    assert list((tmp_path / "home").rglob("ledger.sqlite"))


def test_the_environment_names_another_ledger(
    quellenlage: Command, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUELLENLAGE_LEDGER", str(tmp_path / "mine.sqlite"))
    quellenlage("add", page)
    assert (tmp_path / "mine.sqlite").exists()


def test_statements_as_json_are_those_of_the_reading_with_their_article(filled: Command, page: str) -> None:
    read = json.loads(filled("read", page, "--outlet", "Nordlicht", "--format", "json").out)
    listed = json.loads(filled("statements", *L, "--format", "json").out)
    articles = [statement.pop("article") for statement in listed]
    assert listed == read["statements"]
    assert {(article["id"], article["page"], article["outlet"]) for article in articles} == {
        (read["article"]["id"], "damm.txt", "Nordlicht")
    }


@pytest.mark.parametrize("command", ["statements", "sources", "figures"])
def test_every_format_tells_the_same_entries(filled: Command, command: str) -> None:
    listed = json.loads(filled(command, *L, "--format", "json").out)
    lines = [json.loads(line) for line in filled(command, *L, "--format", "jsonl").out.splitlines()]
    table = list(csv.DictReader(filled(command, *L, "--format", "csv").out.splitlines()))
    markdown = filled(command, *L, "--format", "markdown").out.splitlines()
    assert listed == lines
    assert listed
    assert len(table) == len(listed) == len(markdown) - 2
    assert "Jorun Hallwig" in filled(command, *L).out


def test_csv_says_who_and_what(filled: Command) -> None:
    table = list(csv.DictReader(filled("statements", *L, "--format", "csv").out.splitlines()))
    assert (table[0]["speaker"], table[0]["content"], table[0]["outlet"], table[0]["page"]) == (
        "Jorun Hallwig",
        "Wir räumen mehr als 4000 Häuser",
        "Nordlicht",
        "damm.txt",
    )


def test_filters_and_limit_say_what_was_left_out(filled: Command) -> None:
    run = filled("statements", *L, "--limit", "1", "--format", "jsonl")
    assert len(run.out.splitlines()) == 1
    assert "1 of 2 statements shown" in run.err
    assert len(filled("statements", *L, "--source", "ettmer", "--format", "jsonl").out.splitlines()) == 1
    assert filled("statements", *L, "--text", "Riss", "--format", "jsonl").err == ""


@pytest.mark.parametrize("command", ["statements", "figures", "sources"])
def test_a_unit_narrows_every_list_and_its_export(filled: Command, command: str) -> None:
    (unit,) = {each["unit"] for each in json.loads(filled("figures", *L, "--format", "json").out)}
    narrowed = json.loads(filled(command, *L, "--unit", unit.upper(), "--format", "json").out)
    assert len(narrowed) > 0
    assert (
        filled("export", command, *L, "--unit", unit).out == filled(command, *L, "--unit", unit, "--format", "csv").out
    )
    assert json.loads(filled(command, *L, "--unit", "Kamele", "--format", "json").out) == []


def test_what_has_no_date_is_not_passed_over_in_silence(filled: Command) -> None:
    run = filled("statements", *L, "--since", "2031-01-01", "--format", "json")
    assert (json.loads(run.out), run.status) == ([], 0)
    assert "2 statements from articles without a published time passed over" in run.err
    assert len(json.loads(filled("statements", *L, "--undated", "--format", "json").out)) == 2


def test_no_ledger_is_status_3_and_makes_none(quellenlage: Command, tmp_path: Path) -> None:
    run = quellenlage("statements", *L)
    assert (run.status, run.out) == (3, "")
    assert "l.sqlite: is not there" in run.err
    assert not (tmp_path / "l.sqlite").exists()


def test_a_newer_ledger_is_status_3_before_any_page_is_read(filled: Command, page: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "l.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 99")
    for arguments in (("add", page, *L), ("statements", *L)):
        run = filled(*arguments)
        assert (run.status, run.out) == (3, "")
        assert "schema 99" in run.err


@pytest.mark.parametrize("ledger", ["notes.txt", "other.sqlite", "folder", "/proc/no/l.sqlite", "ftp://host/db"])
def test_what_is_no_ledger_is_status_3_and_stays_as_it_is(
    quellenlage: Command, page: str, tmp_path: Path, ledger: str
) -> None:
    (tmp_path / "notes.txt").write_text("only notes\n" * 100, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = {path: path.read_bytes() for path in tmp_path.glob("*.*")}
    run = quellenlage("add", page, "--ledger", ledger)
    assert (run.status, run.out) == (3, "")
    assert run.err.startswith("quellenlage: ")
    assert len(run.err.splitlines()) == 1
    assert {path: path.read_bytes() for path in tmp_path.glob("*.*")} == before
