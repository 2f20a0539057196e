"""Plot the log of a run: `python -m training.plot [training/work/log.jsonl]` writes log.png beside it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

_LOSSES = ("cue", "start", "content", "inner", "role", "kind")


def main(arguments: Sequence[str]) -> None:
    """Losses over steps, the phases' borders, and the learning rate below."""
    path = Path(arguments[0]) if arguments else Path("training/work/log.jsonl")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    figure, (above, below) = pyplot.subplots(2, 1, sharex=True, height_ratios=(4, 1), figsize=(9, 7))
    steps = [row["step"] for row in rows]
    for name in _LOSSES:
        above.plot(steps, [row.get(name) for row in rows], label=name)
    for row, after in pairwise(rows):
        if after["phase"] != row["phase"]:
            above.axvline(after["step"], color="grey", linestyle=":")
    above.set_yscale("log")
    above.set_ylabel("loss, mean of 20 steps")
    above.legend(ncols=3)
    below.plot(steps, [row["rate"] for row in rows], color="black")
    below.set_ylabel("rate")
    below.set_xlabel("step")
    figure.tight_layout()
    figure.savefig(path.with_suffix(".png"), dpi=150)


if __name__ == "__main__":
    main(sys.argv[1:])
