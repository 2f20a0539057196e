"""Measure the tagger on the development splits: `python -m training.evaluate [--weights FILE | --model FOLDER]`.

Without an argument the shipped model is measured. Prints Wikinews dev and gold/dev by those corpora's own scorers, the
house scheme's layers over development texts of other corpora, SpkAtt dev (Match-F1) and test (cue tokens), PolNeAR dev
(end to end).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from quellenlage.language.engine import Engine, load_engine
from quellenlage.language.pieces import Pieces
from quellenlage.tagging.asking import Network
from training.measures import Measuring

_TABLES = ("wikinews", "gold", "layers", "spkatt", "polnear")


def main(arguments: Sequence[str]) -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--weights", type=Path, help="a checkpoint, run by torch")
    parser.add_argument("--model", type=Path, help="a folder of exported files")
    parser.add_argument("--only", nargs="+", choices=_TABLES, default=_TABLES)
    parser.add_argument("--limit", type=int, default=None, help="texts of each corpus")
    parser.add_argument("--write", type=Path, help="a file to write the tables to as well, for the model card")
    given = parser.parse_args(arguments)
    measuring = Measuring(*_network(given.weights, given.model), Path("../shared"), given.limit)
    written: list[str] = []
    for name in given.only:
        begun = time.perf_counter()
        measured = getattr(measuring, name)()
        written.append(f"== {name}\n{measured.table}")
        print(written[-1], f"{measured.words} words in {time.perf_counter() - begun:.0f} s", sep="\n", flush=True)
    if given.write is not None:
        given.write.write_text("\n".join(written) + "\n", encoding="utf-8")


def _network(weights: Path | None, model: Path | None) -> tuple[Network, Pieces]:
    if weights is not None:  # only a checkpoint needs torch
        from training.encoder import load_base
        from training.running import TorchNetwork, load_network

        base = load_base()
        return TorchNetwork(load_network(base, weights)), base.vocabulary()
    engine = Engine(model) if model is not None else load_engine()
    return engine, engine.pieces


if __name__ == "__main__":
    main(sys.argv[1:])
