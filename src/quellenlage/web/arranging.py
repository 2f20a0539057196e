"""A reading arranged for the eye: blocks in page order, their text cut at statements, receipts where these begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from quellenlage.ledger import Query, View
from quellenlage.model.statement import Kind, Reading, SourceClass, Statement
from quellenlage.model.text import Block, BlockKind, Moment, Span
from quellenlage.rendering.marking import Mark, Piece, content_marks, cue_marks, first_places, pieces

_BETWEEN_CELLS = " | "  # as `reading` puts a table into a block


@dataclass(frozen=True, slots=True)
class Receipt:
    """A statement with its number in the article, its claim and in how many other articles that stands.

    `claim` is None where the article is not linked yet.
    """

    number: int
    statement: Statement
    claim: str | None
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Row:
    """A block, its text in lines of cells (one of one, but for tables), the receipts of what begins in it.

    `time` is a live ticker's where a new entry begins.
    """

    block: Block
    lines: tuple[tuple[tuple[Piece, ...], ...], ...]
    receipts: tuple[Receipt, ...]
    time: Moment | None


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks of one kind that follow each other."""

    kind: BlockKind
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in the article, and in how many of its statements."""

    name: str
    cls: SourceClass
    statements: int


def arrange(reading: Reading, claims: Mapping[str, tuple[str, int]]) -> tuple[Section, ...]:
    """The article's blocks. `claims` as `claims_in` gives them."""
    blocks = reading.article.blocks
    firsts = first_places(reading.statements, (block for block in blocks if block.kind is not BlockKind.FURNITURE))
    rows = _rows(reading, firsts, claims)
    return tuple(Section(kind, tuple(group)) for kind, group in groupby(rows, attrgetter("block.kind")))


def claims_in(ledger: View, article: str) -> dict[str, tuple[str, int]]:
    """For each statement of an article its claim's id, and in how many other articles that claim stands."""
    return {
        trace.id: (entry.id, len({each.article for each in entry.traces} - {article}))
        for entry in ledger.claims(Query(article=article)).items
        for trace in entry.traces
        if trace.article == article
    }


def kinds_in(reading: Reading) -> dict[Kind, int]:
    """How many statements are of each kind, in the kinds' own order; those of which there are some."""
    counts = Counter(statement.attribution.kind for statement in reading.statements)
    return {kind: counts[kind] for kind in Kind if counts[kind]}


def voices_in(reading: Reading) -> tuple[Voice, ...]:
    """Who speaks, most statements first."""
    counts = Counter((statement.speaker.name, statement.speaker.cls) for statement in reading.statements)
    return tuple(Voice(*who, number) for who, number in counts.most_common())


def _rows(reading: Reading, firsts: Mapping[int, Span], claims: Mapping[str, tuple[str, int]]) -> Iterator[Row]:
    time: Moment | None = None
    for block in reading.article.blocks:
        marks = content_marks(block, reading.statements, firsts.items()) + cue_marks(block, reading.statements)
        receipts = tuple(
            Receipt(number, statement, *claims.get(statement.id, (None, 0)))
            for number, statement in enumerate(reading.statements, start=1)
            if number in firsts and firsts[number].block == block.index
        )
        yield Row(block, _lines(block, marks), receipts, block.time if block.time != time else None)
        time = block.time


def _lines(block: Block, marks: Sequence[Mark]) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    if block.kind is not BlockKind.TABLE:
        return ((tuple(pieces(block.text, marks)),),)
    lines = []
    start = 0
    for line in block.text.split("\n"):
        cells = []
        for cell in line.split(_BETWEEN_CELLS):
            cells.append(tuple(pieces(block.text, marks, start, start + len(cell))))
            start += len(cell) + len(_BETWEEN_CELLS)
        lines.append(tuple(cells))
        start += len("\n") - len(_BETWEEN_CELLS)
    return tuple(lines)
