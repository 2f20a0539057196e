"""Every command in the guides runs and ends as the guide says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs" / "guide").glob("*.md"))
STATUS = re.compile(r"\[(?:exit status|Exit-Status) (\d)\]")


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a guide and the exit status that the guide promises."""

    command: str
    status: int


def steps(guide: Path) -> list[Step]:
    """The commands behind `$` in the guide's `console` blocks, in order; status 0 where the next line names none."""
    found: list[Step] = []
    for block in re.findall(r"^```console\n(.*?)^```", guide.read_text(encoding="utf-8"), re.M | re.S):
        for line in block.splitlines():
            status = STATUS.fullmatch(line)
            if status:
                found[-1] = Step(found[-1].command, int(status[1]))
            elif line.startswith("$ "):
                found.append(Step(line.removeprefix("$ "), 0))
    return found


@pytest.mark.skipif(shutil.which("sh") is None, reason="the guides' commands are written for a POSIX shell")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_commands_run(guide: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path)}
    environment.pop("QUELLENLAGE_LEDGER", None)
    for step in steps(guide):
        run = subprocess.run(
            ["sh", "-c", step.command], cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8"
        )
        assert run.returncode == step.status, f"{step.command}\n{run.stderr}"
        if step.status == 0 and ">" not in step.command and " add " not in step.command:
            assert run.stdout.strip(), f"{step.command} wrote nothing"


def test_both_guides_show_commands_of_the_same_kinds() -> None:
    words = re.compile(r" (?:read|add|statements|sources|figures|series|claims)\b| --[a-z-]+")
    kinds = [[words.findall(step.command) for step in steps(guide)] for guide in GUIDES]
    assert kinds[0]
    assert all(other == kinds[0] for other in kinds)
