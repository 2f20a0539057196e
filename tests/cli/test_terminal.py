"""On a real terminal: progress and colours, and none of them where a file or a pipe stands in its place."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from commands import PAGE

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")

TESTS = Path(__file__).parents[1]
PROGRAM = f"""
import sys
sys.path.insert(0, {str(TESTS)!r})
from fakes import QuoteTagger
from quellenlage import pipeline
from quellenlage.cli import main
pipeline.load_tagger = lambda **_: QuoteTagger()
main()
"""


def run(folder: Path, *arguments: str, out: bool, err: bool) -> tuple[str, str]:
    """What comes out on stdout and stderr, each a terminal or a pipe."""
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    ends = [pty.openpty() if terminal else os.pipe() for terminal in (out, err)]
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env={**environment, "TERM": "xterm-256color"},
        stdin=subprocess.DEVNULL,
        stdout=ends[0][1],
        stderr=ends[1][1],
    )
    for _, write_end in ends:
        os.close(write_end)
    with ThreadPoolExecutor() as readers:  # both at once: a full terminal would stop the process
        said, told = readers.map(_read_all, [read_end for read_end, _ in ends])
    assert process.wait() == 0
    return said, told


def _read_all(end: int) -> str:
    data = b""
    try:
        while chunk := os.read(end, 65536):
            data += chunk
    except OSError:  # how Linux ends a pseudo-terminal
        pass
    os.close(end)
    return data.decode()


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    names = [f"{number}.txt" for number in range(3)]
    for name in names:
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    return names


def test_many_inputs_into_a_pipe_show_progress_on_the_terminal(tmp_path: Path, inputs: list[str]) -> None:
    out, err = run(tmp_path, "read", *inputs, "--format", "jsonl", out=False, err=True)
    assert len(out.splitlines()) == 3
    assert "\x1b" not in out
    assert "3/3" in err or "2/3" in err


def test_one_input_and_output_on_the_terminal_show_none(tmp_path: Path, inputs: list[str]) -> None:
    assert run(tmp_path, "read", inputs[0], "--format", "jsonl", out=False, err=True)[1] == ""
    out, err = run(tmp_path, "read", *inputs, out=True, err=True)
    assert "\x1b[1;36m" in out
    assert err == ""


def test_without_a_terminal_there_is_neither(tmp_path: Path, inputs: list[str]) -> None:
    out, err = run(tmp_path, "read", *inputs, out=False, err=False)
    assert "\x1b" not in out
    assert err == ""
