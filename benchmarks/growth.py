"""The rows that the simulator prints: what was measured at one size, and how it has grown since the size before.

Rows are kept beside the ledger that they are of, one JSON object a line, so that a simulation that goes on does not
measure again what it has measured.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

STAGES = ("traces", "record", "sift", "compare", "relate")
"""The parts of the cost of an article, in order."""
HEAD = (
    f"statements articles ms/article p95 {' '.join(STAGES)} met/trace compared/trace MB RSS e claims_ms "
    "B3_P B3_R B3_F1 origins in_range"
).split()


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured at the size that was `asked` for. Times in milliseconds an article, sizes in MB (10^6 bytes).

    `memory` is the peak of the process so far, shares are between 0 and 1.
    """

    asked: int
    statements: int
    articles: int
    cost: float
    slowest: float
    stages: tuple[float, ...]
    met: float
    compared: float
    file: float
    memory: float
    listing: float
    accuracy: tuple[float, ...]
    origins: tuple[float, ...]


def kept_rows(ledger: Path) -> dict[int, Row]:
    """The rows kept beside a ledger, by the sizes asked for."""
    path = _beside(ledger)
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = (Row(**{name: _frozen(value) for name, value in json.loads(line).items()}) for line in lines)
    return {row.asked: row for row in rows}


def keep_row(ledger: Path, row: Row) -> None:
    """Adds a row to those beside the ledger."""
    with _beside(ledger).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(row)) + "\n")


def describe(row: Row, before: Row | None) -> str:
    """One line of the table. The growth is the exponent e of cost ~ size^e since the row before."""
    growth = math.log(row.cost / before.cost) / math.log(row.statements / before.statements) if before else math.nan
    values = [
        f"{row.statements}",
        f"{row.articles}",
        f"{row.cost:.1f}",
        f"{row.slowest:.1f}",
        *(f"{stage:.1f}" for stage in row.stages),
        f"{row.met:.0f}",
        f"{row.compared:.1f}",
        f"{row.file:.0f}",
        f"{row.memory:.0f}",
        f"{growth:.2f}",
        f"{row.listing:.0f}",
        *(f"{100 * value:.1f}" for value in (*row.accuracy, *row.origins)),
    ]
    return "  ".join(value.rjust(len(name)) for value, name in zip(values, HEAD, strict=True))


def plot(rows: Sequence[Row], path: Path) -> None:
    """Draws cost and accuracy over size into a file."""
    import matplotlib.pyplot as plt  # only who wants the plot needs it

    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
    sizes = [row.statements for row in rows]
    for place, stage in enumerate(STAGES):
        left.plot(sizes, [row.stages[place] for row in rows], marker="o", label=stage)
    left.plot(sizes, [row.cost for row in rows], marker="o", color="black", label="total")
    left.set(xscale="log", ylim=0, xlabel="statements in the ledger", ylabel="ms for the next article")
    left.legend()
    right.plot(sizes, [100 * row.accuracy[2] for row in rows], marker="o", label="claims, B-cubed F1")
    right.plot(
        sizes, [100 * row.origins[0] for row in rows], marker="o", label="claims with the right number of origins"
    )
    right.set(xscale="log", ylim=(0, 100), xlabel="statements in the ledger", ylabel="%")
    right.legend()
    figure.tight_layout()
    figure.savefig(path)


def _beside(ledger: Path) -> Path:
    return ledger.with_name(f"{ledger.name}.rows")


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
