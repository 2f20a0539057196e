"""Who said what, end to end: gold articles through the whole program, scored by the gold scorer.

    python -m benchmarks.statements SHARED [--split dev] [--out FOLDER]

Each article goes in as the `{"blocks": […]}` input that `quellenlage read` takes, with nothing known of its outlet or
language, and comes out as the contract's JSON, which `SHARED/gold/score.py` scores. Prints the scorer's lines and the
words read a second. `--out` keeps the JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.measures import Measured, Watch
from training.scorers import score_gold

from quellenlage.model.wire import reading_to_wire
from quellenlage.pipeline import extract_inputs


def main() -> None:
    """Read, score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds gold/")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--out", type=Path, help="keep the readings here")
    given = parser.parse_args()
    began = time.perf_counter()
    measured = measure(given.shared, given.split, given.out)
    print(measured.table, f"{measured.words / (time.perf_counter() - began):.0f} words a second", sep="\n")


def measure(shared: Path, split: str = "dev", out: Path | None = None, watch: Watch[Any] = iter) -> Measured:
    """A split of `shared/gold` through the whole program. `out` is a folder to keep the readings in."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = out or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        articles = sorted((shared / "gold" / split).glob("*.article.json"))
        read = list(_read(watch(articles), folder))
        scored = score_gold(shared / "gold" / "score.py", [path for gold, found, _ in read for path in (gold, found)])
    return Measured(sum(count for _, _, count in read), scored.table, scored.values)


def _read(articles: Iterable[Path], out: Path) -> Iterator[tuple[Path, Path, int]]:
    """Gold file, file of our reading and number of words for each article."""
    for article in articles:
        blocks = json.loads(article.read_text("utf-8"))["blocks"]
        found = out / article.name.replace(".article.", ".reading.")
        found.write_text(json.dumps(read_blocks(blocks, out), ensure_ascii=False), "utf-8")
        yield article.with_name(article.name.replace(".article.", ".gold.")), found, len(" ".join(blocks).split())


def read_blocks(blocks: list[str], scratch: Path) -> dict[str, Any]:
    """The contract's JSON for an article given as blocks. Exits where it cannot be read."""
    page = scratch / "blocks.json"
    page.write_text(json.dumps({"blocks": blocks}, ensure_ascii=False), "utf-8")
    (outcome,) = extract_inputs([str(page)])
    if outcome.reading is None:
        sys.exit(str(outcome.failure))
    return reading_to_wire(outcome.reading)


if __name__ == "__main__":
    main()
