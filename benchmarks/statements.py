"""Who said what, end to end: gold articles through the whole program, scored by the gold scorer.

    python -m benchmarks.statements SHARED [--split dev] [--out FOLDER]

Each article goes in as the `{"blocks": […]}` input that `quellenlage read` takes, with nothing known of its outlet or
language, and comes out as the contract's JSON, which `SHARED/gold/score.py` scores. Prints the scorer's lines and the
words read a second. `--out` keeps the JSON.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from quellenlage.model.wire import reading_to_wire
from quellenlage.pipeline import extract_inputs


def main() -> None:
    """Read, score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds gold/")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--out", type=Path, help="keep the readings here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = given.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        began = time.perf_counter()
        pairs, words = [], 0
        for gold, found, count in _read(given.shared / "gold" / given.split, out):
            pairs += [str(gold), str(found)]
            words += count
        seconds = time.perf_counter() - began
        scorer = given.shared / "gold" / "score.py"
        subprocess.run([sys.executable, str(scorer), *pairs], check=True)
    print(f"{len(pairs) // 2} articles, {words / seconds:.0f} words a second")


def _read(folder: Path, out: Path) -> Iterator[tuple[Path, Path, int]]:
    """Gold file, file of our reading and number of words for each article."""
    for article in sorted(folder.glob("*.article.json")):
        blocks = json.loads(article.read_text("utf-8"))["blocks"]
        page = out / article.name.replace(".article.", ".page.")
        page.write_text(json.dumps({"blocks": blocks}, ensure_ascii=False), "utf-8")
        (outcome,) = extract_inputs([str(page)])
        if outcome.reading is None:
            sys.exit(str(outcome.failure))
        found = out / article.name.replace(".article.", ".reading.")
        found.write_text(json.dumps(reading_to_wire(outcome.reading), ensure_ascii=False), "utf-8")
        yield article.with_name(article.name.replace(".article.", ".gold.")), found, len(" ".join(blocks).split())


if __name__ == "__main__":
    main()
