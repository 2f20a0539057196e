"""Help, version and completion."""

import re

import pytest

from commands import Command

COMMANDS = ("read", "add", "statements", "sources", "figures", "series", "claims", "claim", "link")
EXPORTING = tuple(
    f"export {kind}"
    for kind in (
        "claim",
        "article",
        "statement",
        "statements",
        "figures",
        "sources",
        "series",
        "points",
        "claims",
        "links",
    )
)
JUDGING = tuple(f"judge {verb}" for verb in ("merge", "split", "confirm", "undo", "list"))


def test_version(quellenlage: Command) -> None:
    assert re.fullmatch(r"quellenlage \d+\.\d+\.\d+\n", quellenlage("--version").out)


def test_help_names_every_command_and_the_exit_statuses(quellenlage: Command) -> None:
    out = quellenlage("--help").out
    assert all(re.search(rf"^  {command} ", out, re.M) for command in COMMANDS)
    assert "Exit status" in out


@pytest.mark.parametrize("command", [*COMMANDS, *EXPORTING, *JUDGING])
def test_every_command_has_examples_and_explains_every_option(quellenlage: Command, command: str) -> None:
    out = quellenlage(*command.split(), "--help").out
    assert re.search(rf"^    quellenlage {command} ", out, re.M)
    options = re.split(r"^  (?=-)", out.partition("Options:\n")[2], flags=re.M)[1:]
    assert options
    for option in options:
        assert re.search(r"  +[A-Z]\w+ .*|\n +[A-Z]\w+ ", option), option


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("quellenlage ", "statements"),
        ("quellenlage read --format ", "markdown"),
        ("quellenlage statements --class ", "unnamed"),
    ],
)
def test_the_shell_can_complete(
    quellenlage: Command, monkeypatch: pytest.MonkeyPatch, words: str, expected: str
) -> None:
    monkeypatch.setenv("_QUELLENLAGE_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split())))
    assert expected in quellenlage().out.split()
