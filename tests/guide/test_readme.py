"""The README's excerpt is what the program prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = "examples/pages/03-hohenfurter-rundblick.html"


def plain(text: str) -> str:
    """Without statement numbers, the model's percentages (their last digit differs between processors) and wrapping."""
    return " ".join(re.sub(r"(?m)^ *\d+  |model\s+\d+ %", "", text).split())


def test_the_excerpt_is_true() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^```text\n(.*?)^```", readme, re.M | re.S)
    assert block is not None
    entries = [plain(entry) for entry in block[1].split("\n\n")]
    command = [sys.executable, "-m", "quellenlage", "read", PAGE, "--ui-language", "en"]
    environment = {**os.environ, "COLUMNS": "90", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    printed = plain(run.stdout)
    assert len(entries) > 3
    assert [entry for entry in entries if entry not in printed] == []
