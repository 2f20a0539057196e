"""Calibrate confidences on gold/dev: `python -m training.calibrate [--model FOLDER]` rewrites the model's line.

A statement counts as right where its content matches one of the gold (token F1 of at least 0.5, as gold/score.py
pairs them). Slope and offset of the log odds are fitted by maximum likelihood (Platt 1999).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
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
    table = reliability([(calibrated(c, (slope, offset)), right) for c, right in pairs])
    text_table = f"== confidence, after calibration on the same statements of gold/dev\n{table}\n"
    print(f"slope {slope:.3f} offset {offset:.3f} on {len(pairs)} statements", text_table, sep="\n")
    if given.write is not None:
        with given.write.open("a", encoding="utf-8") as scores:
            scores.write(text_table)


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
    lines: list[str] = []
    for low, high in pairwise(_STEPS):
        inside = [(c, right) for c, right in pairs if low <= c < high]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            lines.append(f"{low:.1f} to {high:.1f}: {len(inside):3d} statements, said {mean:.2f}, right {share:.2f}")
    return "\n".join(lines)


def _odds(confidence: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    certain = np.clip(confidence, 1e-6, 1 - 1e-6)
    return np.log(certain / (1 - certain))


if __name__ == "__main__":
    main(sys.argv[1:])
