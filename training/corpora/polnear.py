"""PolNeAR: English political news with source, cue and content (Newell, Margolin and Ruths 2018).

Text files with stand-off annotations in brat's format. No licence text was found with the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quellenlage.language.passage import Passage
from quellenlage.language.words import Range
from quellenlage.tagging.labels import Role, Scheme
from training.corpora.annotated import Annotated, Labelled, covered

_ROLES = {"Source": Role.SOURCE, "Cue": Role.CUE, "Content": Role.CONTENT}


def read_polnear(root: Path, split: str) -> Iterator[Annotated]:
    """Articles of a split ("train", "dev", "test"), each as its first annotator saw it."""
    folder = root / split
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in annotations:
            yield parse_article(path.stem, _verbatim(path), _verbatim(annotations[path.stem]))


def polnear_texts(root: Path, split: str) -> dict[str, str]:
    """The texts of a split by the corpus's names."""
    return {path.stem: _verbatim(path) for path in sorted((root / split / "text").glob("*.txt"))}


def _verbatim(path: Path) -> str:
    """The text with its line ends as they are, since offsets count them."""
    return path.read_bytes().decode("utf-8")


def parse_article(name: str, text: str, annotation: str) -> Annotated:
    """One article; attributions without a cue are left out."""
    passage = Passage.of(text)
    spans: dict[str, list[Range]] = {}
    statements: list[Labelled] = []
    rows = [line.rstrip("\r").split("\t") for line in annotation.split("\n")]
    for row in rows:
        if row[0].startswith("T") and len(row) > 1:
            _, _, ranges = row[1].partition(" ")
            spans[row[0]] = [(int(start), int(end)) for start, end in (r.split() for r in ranges.split(";"))]
    for row in rows:
        if row[0].startswith("E") and len(row) > 1 and row[1].startswith("Attribution"):
            found: dict[Role, list[Range]] = {}
            for argument in row[1].split()[1:]:
                key, _, target = argument.partition(":")
                role = _ROLES.get(key.rstrip("0123456789"))
                if role is not None and target in spans:
                    found.setdefault(role, []).extend(spans[target])
            statement = Labelled({role: covered(passage, ranges) for role, ranges in found.items()})
            if statement.words(Role.CUE):
                statements.append(statement)
    return Annotated(name, Scheme.POLNEAR, passage, tuple(statements))
