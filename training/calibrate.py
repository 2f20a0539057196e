"""Calibrate confidences on gold/dev: `python -m training.calibrate [--model FOLDER]` rewrites the model's line.

`--write FILE` adds the table of reliability to the model card's scores, `--plot FILE` draws it.

A statement counts as right where its content matches one of the gold (token F1 of at least 0.5, as gold/score.py
pairs them). Slope and offset of the log odds are fitted by maximum likelihood (Platt 1999).
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from quellenlage.language.engine import PARTICULARS, Engine
from quellenlage.language.passage import Passage
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article
from quellenlage.tagging.candidates import overlap
from quellenlage.tagging.labels import Role
from quellenlage.tagging.tagging import Tagger, calibrated
from training.corpora.annotated import Labelled, covered
from training.corpora.house import read_house
from training.measures import gold_article

_DEV = Path("../shared/gold/dev")
_RIGHT = 1 / 3  # intersection over union that is a token F1 of 0.5
_STEPS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1.0)

Pairs = list[tuple[float, bool]]


def main(arguments: Sequence[str]) -> None:
    """Measure, fit, write, and print the reliability before and after."""
    parser = argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("src/quellenlage/language/model"))
    parser.add_argument("--write", type=Path, help="a file to add the reliability to, for the model card")
    parser.add_argument("--plot", type=Path, help="a picture of the reliability before and after (SVG or PNG)")
    given = parser.parse_args(arguments)
    folder: Path = given.model
    engine = Engine(folder)
    tagger = Tagger(engine, engine.pieces)  # raw
    pairs: Pairs = []
    for text in read_house(_DEV):
        raw = json.loads((_DEV / f"{text.name}.article.json").read_text(encoding="utf-8"))
        article = gold_article(raw)
        pairs += judged(article, text.passage, tagger.tag(article), text.statements)
    slope, offset = fit(pairs)
    told = json.loads((folder / PARTICULARS).read_text(encoding="utf-8"))
    told["calibration"] = [round(slope, 4), round(offset, 4)]
    text_told = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    (folder / PARTICULARS).write_text(text_told, encoding="utf-8")
    after = [(calibrated(c, (slope, offset)), right) for c, right in pairs]
    table = reliability(after)
    text_table = f"== confidence, after calibration on the same statements of gold/dev\n{table}\n"
    print(f"slope {slope:.3f} offset {offset:.3f} on {len(pairs)} statements", text_table, sep="\n")
    if given.write is not None:
        with given.write.open("a", encoding="utf-8") as scores:
            scores.write(text_table)
    if given.plot is not None:
        plot_reliability({"as the network has it": pairs, "calibrated": after}, given.plot)


def judged(article: Article, passage: Passage, found: Sequence[Attribution], gold: Sequence[Labelled]) -> Pairs:
    """Confidence of each statement and whether the gold has it, each gold statement once, surest first.

    `passage` is the article's blocks joined by line breaks.
    """
    starts = np.cumsum([0, *(len(block.text) + 1 for block in article.blocks)])
    left = [statement.words(Role.CONTENT) for statement in gold]
    pairs: Pairs = []
    for one in sorted(found, key=lambda one: -one.confidence):
        content = covered(
            passage, ((int(starts[s.block]) + s.start, int(starts[s.block]) + s.end) for s in one.content)
        )
        best = max(left, key=lambda words: overlap(words, content), default=())
        right = overlap(best, content) >= _RIGHT
        if right:
            left.remove(best)
        pairs.append((one.confidence, right))
    return pairs


def fit(pairs: Pairs) -> tuple[float, float]:
    """Slope and offset of greatest likelihood."""
    odds = _odds(np.array([confidence for confidence, _ in pairs]))
    right = np.array([right for _, right in pairs], float)

    def loss(line: npt.NDArray[np.float64]) -> float:
        values = line[0] * odds + line[1]
        return float(np.mean(np.logaddexp(0, values) - right * values))

    slope, offset = minimize(loss, np.array([1.0, 0.0])).x
    return float(slope), float(offset)


def reliability(pairs: Pairs) -> str:
    """A line for each step of confidence: how many statements, their mean confidence, how many were right."""
    return "\n".join(
        f"{step.low:.1f} to {step.high:.1f}: {step.count:3d} statements, said {step.said:.2f}, right {step.right:.2f}"
        for step in steps(pairs)
    )


@dataclass(frozen=True, slots=True)
class Step:
    """The statements with a confidence in [low, high), 1 in the last: how many, their mean confidence, the share that
    is right."""

    low: float
    high: float
    count: int
    said: float
    right: float

    def interval(self) -> tuple[float, float]:
        """Where the true share lies with 95 % (Wilson 1927)."""
        z, n, p = 1.96, self.count, self.right
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        reach = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return middle - reach, middle + reach


def steps(pairs: Pairs) -> list[Step]:
    """The steps that have statements, ascending."""
    found: list[Step] = []
    for low, high in pairwise(_STEPS):
        inside = [(c, right) for c, right in pairs if low <= c < high or c == high == 1.0]
        if inside:
            said = sum(c for c, _ in inside) / len(inside)
            found.append(Step(low, high, len(inside), said, sum(right for _, right in inside) / len(inside)))
    return found


def plot_reliability(curves: Mapping[str, Pairs], path: Path) -> None:
    """Share that is right over confidence, a curve each, with 95 % intervals; the line is where both agree."""
    import matplotlib  # late: whoever only calibrates needs no drawing

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6, 6))
    axes.plot([0, 1], [0, 1], color="grey", linestyle=":")
    for name, pairs in curves.items():
        found = steps(pairs)
        said, right = [step.said for step in found], [step.right for step in found]
        reach = np.abs(np.array([step.interval() for step in found]).T - np.array(right))
        axes.errorbar(said, right, reach, marker="o", capsize=3, label=name)
    axes.set(xlabel="confidence", ylabel="share of statements that are right", xlim=(0, 1), ylim=(0, 1.02))
    axes.legend(loc="upper left")
    figure.tight_layout()
    figure.savefig(path, dpi=150)


def _odds(confidence: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    certain = np.clip(confidence, 1e-6, 1 - 1e-6)
    return np.log(certain / (1 - certain))


if __name__ == "__main__":
    main(sys.argv[1:])
