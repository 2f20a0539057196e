"""How fast pages are read, by stage, what starting costs, and how much memory it takes.

    python -m benchmarks.speed SHARED [--pages 24] [--model FOLDER]

SHARED holds `pages/news`; pages whose article has 500 to 900 words are read, and times are given for 700 words. Stages
are in processor time of one thread, beside trafilatura's bare extraction of the same pages, so that other work on the
machine counts little. The whole is in seconds on the clock, with one thread for the network, with two, and with pages
side by side, one on each core, as a batch is read: on a busy machine look at the ratios.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path

from trafilatura import bare_extraction

from quellenlage.attribution import attribute
from quellenlage.language.engine import Engine
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Page
from quellenlage.pipeline import extract
from quellenlage.qualifying import qualify
from quellenlage.reading import read
from quellenlage.side_by_side import side_by_side
from quellenlage.tagging import Tagger
from quellenlage.tagging.asking import Integers
from quellenlage.tagging.triggers import Floats

_WORDS = 700  # of the article that figures are given for
_LENGTHS = range(500, 901)
_STARTS = 3
# The process tells its own peak: what the system tells of an ended process counts its parent's memory in.
_RUN = """
import re, sys, time
from pathlib import Path
from quellenlage.cli import main
try:
    main()
finally:
    peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
    print(time.process_time(), peak[1] if peak else "nan", file=sys.stderr)
"""


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("shared", type=Path, help="the folder that holds pages/news")
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--model", type=Path, help="a folder of exported files; by default the shipped ones")
    given = parser.parse_args(arguments)
    pages = load_pages(given.shared / "pages" / "news", given.pages)
    if not pages:
        sys.exit(f"no pages of {_LENGTHS.start} to {_LENGTHS.stop - 1} words in {given.shared / 'pages' / 'news'}")
    with as_file(files("quellenlage.language") / "model") as shipped:
        folder = given.model or shipped
        size = sum(path.stat().st_size for path in folder.iterdir() if path.suffix in (".onnx", ".json"))
        print(f"{len(pages)} pages, {sum(words for _, words in pages)} words; model files {size / 1e6:.1f} MB")
        _print_stages(pages, folder)
        _print_whole(pages, folder)
    _print_starts(pages[0][0])


def load_pages(folder: Path, most: int) -> list[tuple[Page, int]]:
    """Pages with the number of their words, in the order of their names."""
    found: list[tuple[Page, int]] = []
    for path in sorted(folder.glob("*/*.html.gz")):
        page = Page(path.name.removesuffix(".gz"), gzip.decompress(path.read_bytes()), "text/html")
        words = sum(len(block.text.split()) for block in read(page).blocks)
        if words in _LENGTHS:
            found.append((page, words))
    return found[:most]


@dataclass(slots=True)
class _Clock:
    """Seconds of processor time by stage."""

    spent: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        started = time.process_time()
        yield
        self.spent[name] += time.process_time() - started


@dataclass(frozen=True, slots=True)
class _Timed:
    """The network and the tagger on a clock."""

    engine: Engine
    clock: _Clock

    def read(self, ids: Integers, scheme: Integers) -> tuple[Floats, Floats]:
        with self.clock.stage("network: reader"):
            return self.engine.read(ids, scheme)

    def ask(self, states: Floats, marks: Integers, scheme: Integers) -> tuple[Floats, Floats]:
        with self.clock.stage("network: asker"):
            return self.engine.ask(states, marks, scheme)

    def tag(self, article: Article) -> tuple[Attribution, ...]:
        with self.clock.stage("tagging"):
            return Tagger(self, self.engine.pieces, self.engine.calibration).tag(article)


def _print_stages(pages: Sequence[tuple[Page, int]], folder: Path) -> None:
    timed = _Timed(Engine(folder, threads=1), _Clock())
    _through(pages[0][0], timed)  # what is loaded once is not what a page costs
    timed.clock.spent.clear()
    for page, _ in pages:
        _through(page, timed)
    spent = timed.clock.spent
    other = spent.pop("trafilatura")
    network = spent["network: reader"] + spent["network: asker"]
    spent["tagging"] -= network
    spent["attribution"] -= network + spent["tagging"]
    spent["the whole"] = sum(spent.values())
    each = _WORDS / sum(words for _, words in pages)
    print(
        f"== processor time for {_WORDS} words, one thread",
        f"{'':16} {'ms':>6} {'share':>6} {'trafilatura = 1':>16}",
        sep="\n",
    )
    for name, seconds in spent.items():
        share = seconds / spent["the whole"]
        print(f"{name:16} {1000 * each * seconds:6.1f} {share:6.1%} {seconds / other:16.2f}")
    print(f"{'trafilatura':16} {1000 * each * other:6.1f} {'':6} {1:16.2f}")


def _through(page: Page, timed: _Timed) -> None:
    with timed.clock.stage("trafilatura"):
        bare_extraction(page.data, with_metadata=True, include_comments=False, include_tables=False)
    with timed.clock.stage("reading"):
        article = read(page)
    with timed.clock.stage("attribution"):  # and, inside, tagging
        attributed = attribute(article, timed)
    with timed.clock.stage("qualifying"):
        for statement in attributed.statements:
            qualify(article, statement.attribution)


def _print_whole(pages: Sequence[tuple[Page, int]], folder: Path) -> None:
    print(f"== the whole, articles of {_WORDS} words a second")
    first: float | None = None
    for name, threads, through in (
        ("1 thread", 1, map),
        ("2 threads", 2, map),
        ("side by side", 1, side_by_side),
    ):
        rate, used = articles_a_second(pages, folder, threads, through)
        first = first or rate
        clock = f"{rate:.2f} on the clock (ratio {rate / first:.2f})"
        print(f"{name}: {clock}, {used:.2f} a processor second")


def articles_a_second(
    pages: Sequence[tuple[Page, int]], folder: Path, threads: int, through: Callable[..., Iterable[object]]
) -> tuple[float, float]:
    """Articles of 700 words a second on the clock and a second of the processor, model of that folder loaded;
    `through` takes a function over the pages, as `map` does."""
    engine = Engine(folder, threads)
    tagger = Tagger(engine, engine.pieces, engine.calibration)
    extract(pages[0][0], tagger=tagger)  # what is loaded once is not what a page costs
    seconds, processor = _seconds(lambda: list(through(lambda each: extract(each[0], tagger=tagger), pages)))
    articles = sum(count for _, count in pages) / _WORDS
    return articles / seconds, articles / processor


def _seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of the processor."""
    started, used = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - started, time.process_time() - used


def _print_starts(page: Page) -> None:
    print(f"== one process, best of {_STARTS}")
    with tempfile.TemporaryDirectory() as folder:
        whole, short = Path(folder) / page.name, Path(folder) / "short.txt"
        whole.write_bytes(page.data)
        short.write_text("Der Hafen bleibt offen, sagte Rita Holm am Montag.\n", encoding="utf-8")
        for name, arguments in (
            ("--version", ["--version"]),
            ("read, one sentence", ["read", str(short), "--lang", "de", "--format", "json"]),
            ("read, one page", ["read", str(whole), "--format", "json"]),
        ):
            runs = [_process(arguments) for _ in range(_STARTS)]
            wall, processor, memory = (min(values) for values in zip(*runs, strict=True))
            print(f"{name:18} {wall:5.2f} s on the clock, {processor:5.2f} s of processors, at most {memory:4.0f} MB")


def _process(arguments: Sequence[str]) -> tuple[float, float, float]:
    """Seconds on the clock, of processors, and most memory in MB of one run of the command line."""
    started = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", _RUN, *arguments], capture_output=True, text=True, check=False)
    wall = time.perf_counter() - started
    if run.returncode != 0:
        sys.exit(f"quellenlage {' '.join(arguments)} failed: {run.stderr}")
    processor, memory = run.stderr.split()[-2:]
    return wall, float(processor), float(memory) / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
