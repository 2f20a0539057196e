"""`quellenlage read`: formats, bad inputs, exit statuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from commands import PAGE, Command
from quellenlage.model.wire import reading_from_wire

FORMATS = ("text", "json", "jsonl", "markdown", "html")


def test_text_says_who_said_what_how_surely_and_where(quellenlage: Command, page: str) -> None:
    run = quellenlage(
        "read", page, "--ui-language", "en", "--outlet", "Nordlicht", "--published", "2031-03-04T07:51+01:00"
    )
    assert (run.status, run.err) == (0, "")
    assert run.out.splitlines()[0] == "Damm an der Wesper hält wohl nicht"
    for words in ("Nordlicht", "2031-03-04 07:51 +01:00", "Jorun Hallwig · person", "at least 4,000 Häuser", "block 2"):
        assert words in run.out
    assert "“Wir räumen mehr als 4000 Häuser”" in run.out


def test_off_a_terminal_text_is_plain_and_fits_the_width(
    quellenlage: Command, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = quellenlage("read", page).out.splitlines()
    assert not any("\x1b" in line for line in lines)
    assert max(map(len, lines)) <= 50
    assert not any(line != line.rstrip() for line in lines)


def test_on_a_terminal_text_is_coloured_unless_no_color_is_set(
    quellenlage: Command, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1;36m" in quellenlage("read", page).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[\d;]*3\d", quellenlage("read", page).out)


def test_labels_follow_the_locale_and_the_option(
    quellenlage: Command, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert "mindestens 4.000 Häuser" in quellenlage("read", page).out
    assert "at least 4,000 Häuser" in quellenlage("read", page, "--ui-language", "en").out


def test_json_is_the_wire_with_the_name_of_the_input(quellenlage: Command, page: str) -> None:
    run = quellenlage("read", page, "--format", "json")
    wire = json.loads(run.out)
    assert wire["input"] == page
    assert len(reading_from_wire(wire).statements) == 2


def test_standard_input_is_read_for_a_dash(quellenlage: Command) -> None:
    wire = json.loads(quellenlage("read", "-", "--format", "json", stdin=PAGE.encode()).out)
    assert wire["input"] == "-"
    assert len(wire["statements"]) == 2


def test_blocks_given_as_json_keep_their_number_and_order(quellenlage: Command, tmp_path: Path) -> None:
    blocks = [*PAGE.splitlines(), "", "Mehr zum Thema"]
    (tmp_path / "blocks.json").write_text(json.dumps({"blocks": blocks}), encoding="utf-8")
    wire = json.loads(quellenlage("read", "blocks.json", "--format", "json").out)
    assert [block["text"] for block in wire["article"]["blocks"]] == blocks


@pytest.fixture
def bad(tmp_path: Path) -> list[str]:
    """Inputs that cannot become an article."""
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "binary.html").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "folder").mkdir()
    (tmp_path / "nothing.html").write_text("<html><body><nav><a href=x>Start</a></nav></body></html>", encoding="utf-8")
    (tmp_path / "french.txt").write_text(
        "Le maire annonce des travaux\n" + "Les habitants du quartier attendent depuis longtemps la nouvelle rue. " * 9,
        encoding="utf-8",
    )
    return ["empty.html", "binary.html", "folder", "nothing.html", "french.txt", "missing.html"]


@pytest.mark.parametrize("form", FORMATS)
def test_bad_inputs_get_one_line_each_and_the_others_go_on(
    quellenlage: Command, page: str, bad: list[str], form: str
) -> None:
    run = quellenlage("read", *bad, page, "--format", form)
    assert run.status == 1
    lines = run.err.splitlines()
    assert len(lines) == len(bad)
    for name, line in zip(bad, lines, strict=True):
        assert line.startswith(f"quellenlage: {name}: ")
        assert "; " in line  # what to do about it
    assert "Jorun Hallwig" in run.out


def test_json_has_an_error_in_the_place_of_a_failing_input(quellenlage: Command, page: str, bad: list[str]) -> None:
    found = json.loads(quellenlage("read", bad[0], page, bad[1], "--format", "json").out)
    assert [each["input"] for each in found] == [bad[0], page, bad[1]]
    assert ["error" in each for each in found] == [True, False, True]


def test_json_lines_have_an_error_in_the_place_of_a_failing_input(
    quellenlage: Command, page: str, bad: list[str]
) -> None:
    found = [json.loads(line) for line in quellenlage("read", bad[0], page, "--format", "jsonl").out.splitlines()]
    assert ["error" in each for each in found] == [True, False]


def test_a_single_failing_input_is_an_object_with_its_error(quellenlage: Command, bad: list[str]) -> None:
    run = quellenlage("read", bad[0], "--format", "json")
    assert run.status == 1
    assert json.loads(run.out)["error"].startswith("empty.html: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "damm.txt", "--format", "yaml"),
        ("read", "damm.txt", "--published", "yesterday"),
        ("read", "damm.txt", "other.txt", "--url", "https://nordlicht.example/"),
        ("red", "damm.txt"),
    ],
)
@pytest.mark.usefixtures("page")
def test_wrong_usage_is_status_2(quellenlage: Command, arguments: tuple[str, ...]) -> None:
    run = quellenlage(*arguments)
    assert (run.status, run.out) == (2, "")
    assert run.err


def test_a_file_name_that_is_no_utf8_can_be_said(quellenlage: Command) -> None:
    run = quellenlage("read", "caf\udce9.html", "--format", "json")
    assert run.status == 1
    assert json.loads(run.out)["input"] == "caf\udce9.html"
