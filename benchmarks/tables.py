"""The tables of `benchmarks.accuracy`: what is measured, on how much, in which unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from training.measures import Measured, Measuring, Watch

from benchmarks import figures, reading, speakers, speed, statements
from quellenlage.language.engine import load_engine
from quellenlage.side_by_side import side_by_side

PERCENT, CHAINS, MEGABYTES, ARTICLES = "%", "chains", "MB", "articles/s"
_UNITS = {"chains found": CHAINS, "model files": MEGABYTES, "articles of 700 words": ARTICLES}
_PAGES = 24  # from which the speed is taken


def unit_of(measure: str) -> str:
    """The unit of a measure: percent unless it is one of the few others."""
    return _UNITS.get(measure, PERCENT)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the command that prints it in full, and how it is measured. `quick` is the number of texts of each
    split in the quick run: 0 for all, None where the table is not part of it."""

    command: str
    measure: Callable[[Path, int | None, Watch[Any]], Mapping[str, float]]
    quick: int | None = None


def _tagger(name: str) -> Callable[[Path, int | None, Watch[Any]], Mapping[str, float]]:
    def measured(shared: Path, limit: int | None, watch: Watch[Any]) -> Mapping[str, float]:
        engine = load_engine()
        table: Measured = getattr(Measuring(engine, engine.pieces, shared, limit, watch), name)()
        return table.values

    return measured


def _statements(shared: Path, _limit: int | None, watch: Watch[Any]) -> Mapping[str, float]:
    return statements.measure(shared, watch=watch).values


def _speakers(shared: Path, _limit: int | None, _watch: Watch[Any]) -> Mapping[str, float]:
    count = speakers.compare(shared / "gold" / "dev")
    shares = {name: 100 * count[name] / count["all"] for name in ("speaker", "class", "via")}
    return {**shares, "chains found": count["chain found"]}


def _figures(_shared: Path, _limit: int | None, _watch: Watch[Any]) -> Mapping[str, float]:
    return figures.shares_right(figures.read_cases(figures.CASES))


def _reading(shared: Path, _limit: int | None, _watch: Watch[Any]) -> Mapping[str, float]:
    return reading.measure(shared).values


def _size(shared: Path, _limit: int | None, _watch: Watch[Any]) -> Mapping[str, float]:
    """Size of the model's files, and the speed of the whole program on pages, as a batch is read."""
    with as_file(files("quellenlage.language") / "model") as folder:
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        pages = speed.load_pages(shared / "pages" / "news", _PAGES)
        rate, _ = speed.articles_a_second(pages, folder, 1, side_by_side)
    return {"model files": size, "articles of 700 words": rate}


TABLES: Mapping[str, Table] = {
    "statements": Table("python -m benchmarks.statements ../shared", _statements, quick=0),
    "speakers": Table("python -m benchmarks.speakers ../shared/gold/dev", _speakers, quick=0),
    "figures": Table("python -m benchmarks.figures", _figures, quick=0),
    "gold": Table("python -m training.evaluate --only gold", _tagger("gold")),
    "layers": Table("python -m training.evaluate --only layers", _tagger("layers"), quick=16),
    "wikinews": Table("python -m training.evaluate --only wikinews", _tagger("wikinews"), quick=24),
    "spkatt": Table("python -m training.evaluate --only spkatt", _tagger("spkatt"), quick=2),
    "polnear": Table("python -m training.evaluate --only polnear", _tagger("polnear"), quick=10),
    "size and speed": Table("python -m benchmarks.speed ../shared", _size),
    "reading": Table("python -m benchmarks.reading ../shared", _reading),
}
"""All tables by name, in the order they are printed: statements the whole program, gold the tagger alone."""
