"""The command line as a function, with a fake tagger in place of the trained model."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from commands import PAGE, Command, Run
from fakes import QuoteTagger
from quellenlage import pipeline
from quellenlage.cli import main


@pytest.fixture
def quellenlage(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """Runs `quellenlage ARGUMENTS...` in this process, in an empty directory, with a home of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "load_tagger", lambda **_: QuoteTagger())
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("QUELLENLAGE_LEDGER", raising=False)

    def run(*arguments: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["quellenlage", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Run(int(ended.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def page(tmp_path: Path) -> str:
    """The name of a page in the current directory."""
    (tmp_path / "damm.txt").write_text(PAGE, encoding="utf-8")
    return "damm.txt"
