"""How rightly and how fast stored news pages are read, beside trafilatura.

    python benchmarks/reading.py SHARED

SHARED holds `pages/news` (pages with expected values) and `pages/score.py`, its scorer. Prints the scorer's lines for
our reading and for trafilatura; the same for every third publisher alone (those were kept out of sight while the rules
were first decided), and for all pages without their class names, ids, roles and item properties (what structure and
words alone are good for): two guards against rules that fit single publishers. Then the time both take for all pages:
in one process, page by page in turn, each told not to read comments; processor time, so that other work on the machine
counts little. Nothing of the pages is kept.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from lxml import etree
from training.measures import Measured
from training.scorers import read_table

from quellenlage.errors import PageError
from quellenlage.model.text import Article, Page
from quellenlage.reading import read

_ROUNDS = 3
_FIGURES = {"body F1": r"body F1 ([\d.]+)", "blocks F1": r"^blocks .* F1 ([\d.]+)"} | {
    f"{name}{part}": rf" {name} {pattern}"
    for name in ("headline", "authors", "day", "minute")
    for part, pattern in (("", r"(\d+)/"), (" of", r"\d+/(\d+)"))
}
_NAMES = frozenset(("class", "id", "itemprop", "role"))


def main() -> None:
    """Reads, scores, times."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "pages" / "score.py").is_file():
        sys.exit("usage: python benchmarks/reading.py SHARED  (the folder that holds pages/news and pages/score.py)")
    pages = Path(sys.argv[1]) / "pages"
    stored = load_pages(pages)
    sets = {
        "all pages": stored,
        "every third publisher": dict(filter(_is_kept_out, stored.items())),
        "all pages without names": {path: _without_names(data) for path, data in stored.items()},
    }
    for title, chosen in sets.items():
        print(f"== {title}")
        with tempfile.TemporaryDirectory() as folder:
            _print_scores(pages, chosen, Path(folder))
    _print_times(list(stored.values()))


def measure(shared: Path) -> Measured:
    """Our reading of all stored pages, by `shared/pages/score.py`: F1 and shares in percent."""
    pages = shared / "pages"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        root, readings = _stage(load_pages(pages), folder)
        table = _score(pages, root, str(readings))
    found = read_table(table, _FIGURES)
    shares = {name: 100 * found[name] / found[f"{name} of"] for name in ("headline", "authors", "day", "minute")}
    return Measured(0, table, {"body F1": 100 * found["body F1"], "blocks F1": 100 * found["blocks F1"], **shares})


def load_pages(pages: Path) -> dict[Path, bytes]:
    """The stored pages by their path, in the scorer's order."""
    return {path: gzip.decompress(path.read_bytes()) for path in sorted((pages / "news").glob("*/*.html.gz"))}


def _print_scores(pages: Path, stored: dict[Path, bytes], folder: Path) -> None:
    root, readings = _stage(stored, folder)
    for name, source in (("quellenlage", str(readings)), ("trafilatura", "--trafilatura")):
        print(f"-- {name}\n{_score(pages, root, source)}", flush=True)


def _stage(stored: dict[Path, bytes], folder: Path) -> tuple[Path, Path]:
    """The folder of pages and the file of our readings that the scorer wants."""
    root = folder / "news"
    for path, data in stored.items():
        target = root / path.parent.name
        target.mkdir(parents=True, exist_ok=True)
        (target / path.name).write_bytes(gzip.compress(data, 1))
        expected = path.with_name(f"{_publisher(path)}.json")
        (target / expected.name).write_bytes(expected.read_bytes())
    readings = folder / "readings.jsonl"
    readings.write_text("\n".join(json.dumps({"article": _wire(data)}) for data in stored.values()), encoding="utf-8")
    return root, readings


def _score(pages: Path, root: Path, source: str) -> str:
    command = [sys.executable, str(pages / "score.py"), str(root), source]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def _without_names(data: bytes) -> bytes:
    """The page with nothing left that its designers called things."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in root.iter(etree.Element):
        for name in _NAMES.intersection(map(str, element.keys())):
            del element.attrib[name]
    return etree.tostring(root, encoding="utf-8", method="html")


def _publisher(path: Path) -> str:
    return path.name.rsplit("_", 3)[0]


def _is_kept_out(item: tuple[Path, bytes]) -> bool:
    return hashlib.md5(_publisher(item[0]).encode(), usedforsecurity=False).digest()[0] % 3 == 0


def _wire(data: bytes) -> dict[str, Any]:
    """The parts of a reading that the scorer looks at; an article without blocks where the page fails."""
    try:
        article: Article = read(Page("page.html", data, "text/html"))
    except PageError:
        return {"blocks": []}
    return {
        "headline": article.headline,
        "authors": article.authors,
        "published": article.published and article.published.isoformat(),
        "blocks": [{"kind": block.kind, "text": block.text} for block in article.blocks],
    }


def _print_times(stored: Iterable[bytes]) -> None:
    from trafilatura import bare_extraction

    def theirs(data: bytes) -> object:
        return bare_extraction(data, with_metadata=True, include_comments=False, include_tables=False)

    def ours(data: bytes) -> object:
        return read(Page("page.html", data, "text/html"))

    pages = list(stored)
    for reader in (ours, theirs):  # what is loaded once is not what a page costs
        reader(pages[0])
    spent = [0.0, 0.0]
    for _ in range(_ROUNDS):
        for data in pages:
            for place, reader in enumerate((ours, theirs)):
                spent[place] += _seconds(reader, data)
    print(f"== time for {len(pages)} pages, mean of {_ROUNDS} rounds")
    mine, other = (seconds / _ROUNDS for seconds in spent)
    print(f"quellenlage {mine:.2f} s  trafilatura {other:.2f} s  ratio {other / mine:.2f}")


def _seconds(reader: Callable[[bytes], object], data: bytes) -> float:
    started = time.process_time()
    reader(data)
    return time.process_time() - started


if __name__ == "__main__":
    main()
