"""How accuracy and the cost of the next article grow with the ledger, in a simulated news world.

    python -m benchmarks.simulator [--statements N...] [--seed N] [--next N] [--sample N] [--ledger FILE] [--plot FILE]

The world (benchmarks/world) writes articles whose claims and origins are known, as readings without a reader's
mistakes. They go into an SQLite ledger some at once, as `quellenlage add` puts many pages there, with traces that a
second process makes. At each size the cost of the next articles, each added by itself, is measured by stage, in
processor time, so that other work on the machine counts little. On a sample of the events claims are compared with the
truth: B-cubed over appearances (appearances of other events in a claim count as wrong) and claims with the right number
of origins. An attribution that the page drops adds no origin. The table also says how the cost grows: the exponent e of
cost ~ size^e since the size before (0: constant).

With --ledger the ledger stays, and what was measured stays beside it (FILE.rows): the same command goes on where it was
stopped, and another one where the last one ended. Some sizes, then greater ones, in one ledger, at any time:

    python -m benchmarks.simulator --statements 1000 10000 --next 50 --sample 10 --ledger world.sqlite
    python -m benchmarks.simulator --statements 1000 10000 100000 --next 50 --sample 10 --ledger world.sqlite
"""

from __future__ import annotations

import argparse
import multiprocessing
import queue
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import mean, quantiles
from time import monotonic, process_time

from benchmarks.growth import HEAD, Row, describe, keep_row, kept_rows, plot
from benchmarks.stopwatch import Spent, Stopwatch
from benchmarks.world import Written, articles
from benchmarks.world_scores import Sample
from quellenlage import pipeline, settling
from quellenlage.collecting import collect_rarely
from quellenlage.ledger import Ledger, Query, View, open_ledger, reading_id
from quellenlage.linking import compare, sift, traces
from quellenlage.model.claim import Trace
from quellenlage.model.text import Page
from quellenlage.qualifying import qualify

_RECORDED = datetime(2031, 1, 1, tzinfo=UTC)
_SHOWN_EVERY = 1.0  # seconds
_AHEAD = 64  # articles
_PATIENCE = 10.0  # seconds for the next article, until it is seen whether anybody makes it
_Made = tuple[Written, tuple[Trace, ...]]


class OtherWorld(Exception):
    """The ledger holds what this world has not written."""


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, nargs="+", default=[1_000, 10_000], help="sizes to measure at")
    parser.add_argument("--seed", type=int, default=1, help="of the world")
    parser.add_argument("--next", type=int, default=100, help="articles over which the cost is averaged")
    parser.add_argument("--sample", type=int, default=20, help="accuracy on every Nth event")
    parser.add_argument("--ledger", type=Path, help="keep the ledger here, or go on with the one that is here")
    parser.add_argument("--plot", type=Path, help="draw the growth into this file")
    given = parser.parse_args()
    collect_rarely()  # as the command line does
    if given.next < 2:
        parser.error(f"--next {given.next}: a percentile needs 2 articles at least")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "world.sqlite"
        print("  ".join(HEAD), flush=True)
        try:
            for row in measure(path, sorted(given.statements), given.seed, given.next, given.sample):
                print(describe(row, rows[-1] if rows else None), flush=True)
                rows.append(row)
        except OtherWorld:
            parser.error(f"{path} holds other articles than the world of seed {given.seed}; name a new file")
    if given.plot and rows:
        plot(rows, given.plot)


def measure(path: Path, sizes: Sequence[int], seed: int, following: int, every: int) -> Iterator[Row]:
    """One row for each size, on one ledger that grows: those kept beside it, then those that are measured.

    A size that the ledger has outgrown without being measured has no row; that is said on standard error.
    """
    with closing(open_ledger(str(path))) as ledger:
        filling = _Filling(ledger, Sample(every), seed)
        kept = kept_rows(path)
        for size in sizes:
            if size in kept:
                yield kept[size]
            elif filling.statements > size:
                print(f"no row for {size}: {path} already holds {filling.statements} statements", file=sys.stderr)
            else:
                filling.fill(size)
                filling.add()  # what is loaded for the first one is not counted
                filling.watch.spent.clear()
                for _ in range(following):
                    filling.add()
                row = _row(path, filling, size)
                keep_row(path, row)
                yield row


class _Filling:
    """A ledger that the world's articles go into, those that it does not have yet."""

    def __init__(self, ledger: Ledger, sample: Sample, seed: int) -> None:
        """Passes over what the ledger has. Raises OtherWorld where that is something else."""
        self.watch = Stopwatch(ledger)
        self.sample = sample
        self.statements = self.articles = 0
        self._ledger = ledger
        number = ledger.articles(Query(limit=1)).total
        for each in islice(articles(seed), number):
            self._count(each)
        if number and not _has(ledger, each):
            raise OtherWorld
        for _ in settling.link(ledger):  # what was recorded when it was stopped
            pass
        self._shown = monotonic(), self.articles
        self._world = _made_ahead(seed, number)

    def fill(self, goal: int) -> None:
        """Adds articles, some at once, up to `goal` statements; shows on a terminal how far it is."""
        while self.statements < goal:
            together: dict[str, Sequence[Trace]] = {}
            while self.statements < goal and len(together) < settling.AT_ONCE:
                each, made = next(self._world)
                pipeline.record(_outcome(each), self._ledger, recorded_at=_RECORDED)
                together[reading_id(each.reading)] = made
                self._count(each)
            self._ledger.relate(together, compare, sift)
            self._show(goal)

    def add(self) -> None:
        """Adds the next article, and takes the time."""
        each, _ = next(self._world)
        outcome = _outcome(each)
        started = process_time()
        pipeline.settle(outcome, self.watch.ledger, recorded_at=_RECORDED)
        self.watch.finish(process_time() - started)
        self._count(each)

    def _count(self, each: Written) -> None:
        self.sample.add(each)
        self.statements += len(each.reading.statements)
        self.articles += 1

    def _show(self, goal: int) -> None:
        now, (before, known) = monotonic(), self._shown
        if sys.stderr.isatty() and now > before + _SHOWN_EVERY:
            speed = (self.articles - known) / (now - before)
            left = f"{self.statements} of {goal} statements, {speed:.0f} articles a second"
            print(f"\r{left:<70}", end="\r", file=sys.stderr, flush=True)
            self._shown = now, self.articles


def _made_ahead(seed: int, known: int) -> Iterator[_Made]:
    """The world's articles after so many, with their traces, which another process makes meanwhile."""
    apart = multiprocessing.get_context("spawn")
    made: multiprocessing.Queue[_Made] = apart.Queue(_AHEAD)
    maker = apart.Process(target=_make, args=(made, seed, known), daemon=True)
    maker.start()
    while True:
        try:
            yield made.get(timeout=_PATIENCE)
        except queue.Empty:
            if not maker.is_alive():
                raise ChildProcessError("the process that makes traces has ended") from None


def _make(made: multiprocessing.Queue[_Made], seed: int, known: int) -> None:
    for each in islice(articles(seed), known, None):
        made.put((each, traces(each.reading, qualify)))


def _outcome(written: Written) -> pipeline.Outcome:
    article = written.reading.article
    name = article.url or article.id
    return pipeline.Outcome(name, Page(name, article.id.encode(), "text/html", article.url), written.reading)


def _has(view: View, written: Written) -> bool:
    try:
        view.page_name(written.reading.article.id)
    except KeyError:
        return False
    return True


def _row(path: Path, filling: _Filling, asked: int) -> Row:
    spent, view = filling.watch.spent, filling.watch.view
    started = process_time()
    settling.claims(view, Query(limit=20))
    listing = 1000 * (process_time() - started)
    scored = filling.sample.score(view)
    traces = max(1, sum(each.traces for each in spent))
    return Row(
        asked=asked,
        statements=filling.statements,
        articles=filling.articles,
        cost=_milliseconds(spent, "total"),
        slowest=1000 * quantiles([each.total for each in spent], n=20)[-1],
        stages=tuple(
            _milliseconds(spent, stage) for stage in ("making", "recording", "sifting", "comparing", "relating")
        ),
        met=sum(each.met for each in spent) / traces,
        compared=sum(each.compared for each in spent) / traces,
        file=sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")) / 1e6,
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
        listing=listing,
        accuracy=scored.clusters.means,
        origins=(scored.origins.rate, scored.in_range.rate),
    )


def _milliseconds(spent: Sequence[Spent], stage: str) -> float:
    return 1000 * mean(getattr(each, stage) for each in spent)


if __name__ == "__main__":
    main()
