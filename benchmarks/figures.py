"""How many figures are read rightly: the case table, the annotated statements, and quantulum3 beside us.

    python -m benchmarks.figures [CASES.tsv] [--peer] [--gold FOLDER]

The first part reads a case table in the format of tests/cases/figures.tsv and prints how many sentences are right in
values, in values and bounds, and in units too. A sentence is right where exactly its figures are found, in any order.

With --peer, quantulum3 reads the English sentences in the same run, in an environment of its own that is made for it.
It has no bounds, so that all of its figures count as exact; vague figures, which it does not read, are left out on both
sides.

With --gold, `qualify` is applied to the annotated contents of a folder of `*.article.json` and `*.gold.json`: polarity
and certainty in percent, figures as precision, recall and F1 over (value, high, bound), as its scorer counts them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.environments import PeerError, peer_python
from benchmarks.gold import load_gold
from quellenlage.model.statement import Qualification
from quellenlage.model.text import Language
from quellenlage.qualifying import qualify
from quellenlage.qualifying.figures import quantities

CASES = Path(__file__).parent.parent / "tests" / "cases" / "figures.tsv"
"""The project's own case table."""
_PEER = Path(__file__).parent / "peers" / "quantulum3_values.py"

Value = tuple[float | None, float | None]
Read = list[tuple[Value, str, str]]
"""The figures found in a sentence: (value, high), bound, unit."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with its figures as (value, high), bound and unit."""

    language: Language
    sentence: str
    figures: tuple[tuple[Value, str, str], ...]


def read_cases(path: Path) -> list[Case]:
    """The cases of a table."""
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith(("#", "language\t")) or not line:
            continue
        language, sentence, figures = line.split("\t")
        cases.append(Case(Language(language), sentence, tuple(map(_figure, filter(None, figures.split("; "))))))
    return cases


def _figure(written: str) -> tuple[Value, str, str]:
    number, bound, unit = [*written.split(" ", 2), ""][:3]
    if number == "?":
        return (None, None), bound, unit
    low, dash, high = number[1:].partition("-")
    return (float(number[0] + low), float(high) if dash else None), bound, unit


def ours(case: Case) -> Read:
    """What this package reads."""
    found = quantities(case.sentence, case.language)
    return [((q.value, q.high), q.bound.value, q.unit) for q in found]


def shares_right(cases: Sequence[Case], reader: Callable[[Case], Read] = ours) -> dict[str, float]:
    """Percent of sentences that a reader reads right in values, in values and bounds, and in units too."""
    right = Counter[str]()
    for case in cases:
        found = reader(case)
        for part, width in (("value", 1), ("value and bound", 2), ("and unit", 3)):
            right[part] += Counter(f[:width] for f in found) == Counter(f[:width] for f in case.figures)
    return {part: 100 * count / len(cases) for part, count in right.items()}


def report(name: str, cases: list[Case]) -> None:
    """One line of accuracies for some cases."""
    started = time.perf_counter()
    right = shares_right(cases)
    elapsed = time.perf_counter() - started
    rates = "  ".join(f"{part} {share:.1f}" for part, share in right.items())
    print(f"{name:<22} {len(cases):>4} sentences  {rates}  ({len(cases) / elapsed:.0f} a second)")


def report_peer(cases: list[Case]) -> None:
    """quantulum3 beside us on the English cases without vague figures: values, values and bounds, and their ratio."""
    counted = [case for case in cases if all(value[0] is not None for value, _, _ in case.figures)]
    try:
        python = peer_python("quantulum3")
    except PeerError as error:
        print(error)
        return
    sentences = json.dumps([case.sentence for case in counted])
    answer = json.loads(
        subprocess.run([python, _PEER], input=sentences, capture_output=True, text=True, check=True).stdout
    )
    theirs: dict[Case, Read] = {
        case: [((low, high), "exact", "") for low, high in found]
        for case, found in zip(counted, answer["found"], strict=True)
    }
    quantities.cache_clear()
    started = time.perf_counter()
    mine = shares_right(counted)
    speeds = [len(counted) / seconds for seconds in (time.perf_counter() - started, answer["seconds"])]
    others = shares_right(counted, theirs.__getitem__)
    print(f"English without vague figures, {len(counted)} sentences:")
    for part in ("value", "value and bound"):
        print(f"  {part:<16} ours {mine[part]:.1f}  quantulum3 {others[part]:.1f}", end="")
        print(f"  ratio {mine[part] / others[part]:.2f}")
    print(f"  {'a second':<16} ours {speeds[0]:.0f}  quantulum3 {speeds[1]:.0f}  ratio {speeds[0] / speeds[1]:.1f}")


def report_gold(folder: Path) -> None:
    """Polarity, certainty and figures on the contents of annotated articles."""
    counts = Counter[str]()
    for gold in load_gold(folder):
        for label, attribution in zip(gold.labels, gold.attributions, strict=True):
            if attribution is not None:
                counts.update(_compared(label, qualify(gold.article, attribution)))
    total, found, expected = counts["statements"], counts["found"], counts["expected"]
    precision, recall = counts["right"] / max(1, found), counts["right"] / max(1, expected)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{folder.name}: {total} statements, polarity {100 * counts['polarity'] / total:.1f}, ", end="")
    print(f"certainty {100 * counts['certainty'] / total:.1f}, figures ", end="")
    print(f"P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f} ({expected})")


def _compared(gold: dict[str, Any], found: Qualification) -> dict[str, int]:
    expected = Counter((_ends(f["value"], f.get("high")), f["bound"]) for f in gold["figures"])
    read = Counter((_ends(f.value, f.high), f.bound.value) for f in found.figures)
    return {
        "statements": 1,
        "polarity": found.polarity.value == gold["polarity"],
        "certainty": found.certainty.value == gold["certainty"],
        "expected": expected.total(),
        "found": read.total(),
        "right": (expected & read).total(),
    }


def _ends(value: float | None, high: float | None) -> tuple[float, float]:
    return float(value or 0), float(high or value or 0)


def main() -> None:
    """Print the report."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("cases", nargs="?", type=Path, default=CASES)
    arguments.add_argument("--peer", action="store_true", help="compare with quantulum3 on the English sentences")
    arguments.add_argument("--gold", type=Path, action="append", default=[], metavar="FOLDER")
    chosen = arguments.parse_args()
    cases = read_cases(chosen.cases)
    english = [case for case in cases if case.language is Language.ENGLISH]
    report("German and English", cases)
    report("German", [case for case in cases if case.language is Language.GERMAN])
    report("English", english)
    if chosen.peer:
        report_peer(english)
    for folder in chosen.gold:
        report_gold(folder)


if __name__ == "__main__":
    main()
