"""Agency text found again: by its credit line, by the words that articles share, and by both.

    python -m benchmarks.copies [../shared]

The articles are those of PolNeAR; its metadata say which ones an agency delivered (`wire`). Three questions:

1. The credit-line rule alone: which articles name an agency in the text that is left of them (dateline, bracket,
   last line)? The corpus lost most of these lines, and `wire` was filled in from the page, so the rule is held against
   what it can no longer see; its recall says how often a ledger would not know without other means.
2. Words shared with another publisher's article. The corpus holds hardly any story twice, so that this finds
   little by nature; what it finds is listed, to be looked at.
3. Planted copies: every agency article once more under another publisher, without credit, cut, reordered and with
   words replaced, among all others. How many are led back to their agency, how many others are taken for copies?
   The edits are the benchmark's own (seeded); real editors may edit otherwise.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quellenlage.linking.copies import compare_passages, find_copies
from quellenlage.linking.passages import passage_traces
from quellenlage.model.claim import ArticleHead, Copy, Trace
from quellenlage.model.statement import Reading
from quellenlage.model.text import Article, Block, BlockKind, Language
from quellenlage.reading.credits import credited_by, credited_in

_AGENCIES = {"AP": "AP", "UPI": "UPI", "AFP": "AFP", "REUTERS": "Reuters"}
_EDITS = {"cut": (0.5, 0.0), "cut, reordered, 5 % of words": (0.5, 0.05), "cut, reordered, 15 % of words": (0.5, 0.15)}
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as paragraphs. `agency` is who delivered it, by the metadata; None where nobody did."""

    id: str
    publisher: str
    agency: str | None
    published: date | None
    paragraphs: tuple[str, ...]


def main() -> None:
    """Load, ask the three questions, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    pieces = load(parser.parse_args().shared / "corpora" / "polnear" / "data")
    wired = {piece.id for piece in pieces if piece.agency}
    print(f"{len(pieces)} articles, {len(wired)} delivered by an agency")
    credited = {piece.id for piece in pieces if credits(piece)}
    print(f"credit line in the text     {measured(credited, wired)}")
    copies = find_all(pieces)
    publishers = {piece.id: piece.publisher for piece in pieces}
    across = [copy for copy in copies if len({publishers[article] for article in _articles(copy)}) > 1]
    shared = {article for copy in across for article in _articles(copy)}
    print(f"words of another publisher  {measured(shared, wired)}, {len(across)} pairs of {len(copies)}")
    print(f"either                      {measured(credited | shared, wired)}")
    for name, (kept, replaced) in _EDITS.items():
        planted = [_edited(piece, kept, replaced) for piece in pieces if piece.agency]
        found = find_all((*pieces, *planted))
        led_back = {
            article
            for copy in found
            if copy.agency is not None
            for article in copy.copies
            if not any(piece.id == article and piece.agency for piece in pieces)
        }
        print(f"planted: {name:<30} {measured(led_back, {piece.id for piece in planted})}")


def load(folder: Path) -> tuple[Piece, ...]:
    """The articles of all three parts with their metadata; those without a line in the table are left out."""
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as table:
        rows = {row["filename"]: row for row in csv.DictReader(table, delimiter="\t")}
    found = []
    for path in sorted(folder.glob("*/text/*.txt")):
        row = rows.get(path.stem) or rows.get(path.stem.rpartition("_")[0])
        if row is not None:
            lines = tuple(line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
            agency, day = _AGENCIES.get(row["wire"].upper()), date.fromisoformat(row["publication_date"])
            found.append(Piece(path.stem, row["publisher"], agency, day, lines))
    return tuple(found)


def credits(piece: Piece) -> tuple[str, ...]:
    """The agencies that the text itself credits."""
    last = len(piece.paragraphs) - 1
    found: list[str] = []
    for index, paragraph in enumerate(piece.paragraphs):
        found += credited_in(paragraph, first=index <= 1, last=index == last)
        if index in {0, 1, last - 1, last}:
            found += credited_by(paragraph) or ()
    return tuple(dict.fromkeys(found))


def find_all(pieces: Sequence[Piece]) -> tuple[Copy, ...]:
    """The copies among all articles, compared where their keys meet."""
    heads = {piece.id: _head(piece) for piece in pieces}
    traces = {trace.id: trace for piece in pieces for trace in passage_traces(_reading(piece))}
    links = (compare_passages(traces[one], traces[other]) for one, other in _meeting(traces.values()))
    return find_copies(heads, tuple(traces.values()), [link for link in links if link is not None])


def _meeting(traces: Iterable[Trace]) -> set[tuple[str, str]]:
    by_key: dict[int, list[Trace]] = defaultdict(list)
    for trace in traces:
        for key in trace.keys:
            by_key[key].append(trace)
    pairs: Iterator[tuple[str, str]] = (
        (min(one.id, other.id), max(one.id, other.id))
        for met in by_key.values()
        for i, one in enumerate(met)
        for other in met[:i]
        if one.article != other.article
    )
    return set(pairs)


def _head(piece: Piece) -> ArticleHead:
    agencies = (piece.agency,) if piece.agency else ()
    return ArticleHead(
        piece.id, piece.id, Language.ENGLISH, outlet=piece.publisher, agencies=agencies, published=piece.published
    )


def _reading(piece: Piece) -> Reading:
    blocks = (Block(i, BlockKind.PARAGRAPH, text, f"/p[{i}]") for i, text in enumerate(piece.paragraphs))
    return Reading(Article(piece.id, tuple(blocks), Language.ENGLISH, outlet=piece.publisher), (), ())


def _edited(piece: Piece, kept: float, replaced: float) -> Piece:
    """Half of an article's sentences as another publisher prints them: in another order, some words replaced."""
    chance = random.Random(piece.id)
    sentences = [sentence for paragraph in piece.paragraphs for sentence in _SENTENCE_END.split(paragraph)]
    chosen = chance.sample(sentences, max(1, round(kept * len(sentences))))
    if not replaced:
        chosen.sort(key=sentences.index)
    edited = tuple(
        " ".join("elsewhere" if chance.random() < replaced else word for word in sentence.split())
        for sentence in chosen
    )
    return Piece(f"planted {piece.id}", "the Planted Post", None, piece.published, edited)


def _articles(copy: Copy) -> tuple[str, ...]:
    return (*((copy.source,) if copy.source else ()), *copy.copies)


def measured(found: set[str], meant: set[str]) -> str:
    """Precision, recall and F1 in percent."""
    right = len(found & meant)
    precision, recall = right / max(1, len(found)), right / max(1, len(meant))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    scores = f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"
    return f"{scores}  ({right} of {len(found)} found, {len(meant)} meant)"


if __name__ == "__main__":
    main()
