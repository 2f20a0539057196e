"""How accuracy and the cost of the next article grow with the ledger, in a simulated news world.

    python -m benchmarks.simulator [--statements N...] [--seed N] [--next N] [--ledger FILE] [--plot FILE]

The world (benchmarks/world) writes articles whose claims and origins are known, as readings without a reader's
mistakes. They go into an SQLite ledger one by one as `quellenlage add` puts them there. At each size the cost of the
next articles is measured by stage, in processor time, so that other work on the machine counts little. On a sample of
the events claims are compared with the truth: B-cubed over appearances (appearances of other events in a claim count
as wrong) and claims with the right number of origins. An attribution that the page drops adds no origin. The table
also says how the cost grows: the exponent e of cost ~ size^e since the size before (0: constant).
"""

from __future__ import annotations

import argparse
import math
import resource
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import mean, quantiles
from time import process_time

from benchmarks.stopwatch import Spent, Stopwatch
from benchmarks.world import Written, articles
from benchmarks.world_scores import Sample
from quellenlage import pipeline, settling
from quellenlage.ledger import Query, open_ledger
from quellenlage.model.text import Page

_RECORDED = datetime(2031, 1, 1, tzinfo=UTC)
_ACROSS = (
    "statements articles ms/article p95 traces record sift compare relate met/trace compared/trace MB RSS e claims_ms "
    "B3_P B3_R B3_F1 origins in_range"
).split()


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured at one size. Times in milliseconds an article, sizes in MB (10^6 bytes)."""

    statements: int
    articles: int
    cost: float
    slowest: float
    stages: tuple[float, float, float, float, float]
    met: float
    compared: float
    file: float
    memory: float
    listing: float
    accuracy: tuple[float, float, float]
    origins: tuple[float, float]


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--next", type=int, default=100, help="articles over which the cost is averaged")
    parser.add_argument("--sample", type=int, default=20, help="accuracy on every Nth event")
    parser.add_argument("--ledger", type=Path, help="keep the ledger here")
    parser.add_argument("--plot", type=Path, help="draw the growth into this file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "world.sqlite"
        if path.exists():
            parser.error(f"{path} is already there; name a new file")
        rows: list[Row] = []
        print("  ".join(_ACROSS), flush=True)
        for row in measure(path, sorted(given.statements), given.seed, given.next, given.sample):
            print(describe(row, rows[-1] if rows else None), flush=True)
            rows.append(row)
    if given.plot:
        _plot(rows, given.plot)


def measure(path: Path, sizes: Sequence[int], seed: int, following: int, every: int) -> Iterator[Row]:
    """One row for each size, on one ledger that grows."""
    world = articles(seed)
    sample = Sample(every)
    statements = written = 0
    with closing(open_ledger(str(path))) as ledger:
        watch = Stopwatch(ledger)
        for size in sizes:
            while statements < size:
                each = next(world)
                _add(each, watch, sample)
                statements += len(each.reading.statements)
                written += 1
            watch.spent.clear()
            for each in islice(world, following):
                _add(each, watch, sample)
                statements += len(each.reading.statements)
                written += 1
            yield _row(path, watch, sample, statements, written)


def _add(each: Written, watch: Stopwatch, sample: Sample) -> None:
    name = each.reading.article.url or each.reading.article.id
    page = Page(name, each.reading.article.id.encode(), "text/html", each.reading.article.url)
    started = process_time()
    pipeline.settle(pipeline.Outcome(name, page, each.reading), watch.ledger, recorded_at=_RECORDED)
    watch.finish(process_time() - started)
    sample.add(each)


def _row(path: Path, watch: Stopwatch, sample: Sample, statements: int, written: int) -> Row:
    spent = list(watch.spent)
    started = process_time()
    settling.claims(watch.view, Query(limit=20))
    listing = 1000 * (process_time() - started)
    scored = sample.score(watch.view)
    traces = sum(each.traces for each in spent)
    return Row(
        statements,
        written,
        _milliseconds(spent, "total"),
        1000 * quantiles([each.total for each in spent], n=20)[-1],
        (
            _milliseconds(spent, "making"),
            _milliseconds(spent, "recording"),
            _milliseconds(spent, "sifting"),
            _milliseconds(spent, "comparing"),
            _milliseconds(spent, "relating"),
        ),
        sum(each.met for each in spent) / max(1, traces),
        sum(each.compared for each in spent) / max(1, traces),
        sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")) / 1e6,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
        listing,
        scored.clusters.means,
        (scored.origins.rate, scored.in_range.rate),
    )


def _milliseconds(spent: Sequence[Spent], stage: str) -> float:
    return 1000 * mean(getattr(each, stage) for each in spent)


def describe(row: Row, before: Row | None) -> str:
    """One line of the table."""
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
    return "  ".join(value.rjust(len(name)) for value, name in zip(values, _ACROSS, strict=True))


def _plot(rows: Sequence[Row], path: Path) -> None:
    import matplotlib.pyplot as plt  # only who wants the plot needs it

    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
    sizes = [row.statements for row in rows]
    for place, stage in enumerate(("traces", "record", "sift", "compare", "relate")):
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


if __name__ == "__main__":
    main()
