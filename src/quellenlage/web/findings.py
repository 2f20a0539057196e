"""What the machine found, with the words around it: for a person who is to say whether it is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.ledger import StatementEntry, View
from quellenlage.model.statement import Statement
from quellenlage.model.text import Article, Block, Span
from quellenlage.rendering.marking import Piece, pieces, role_marks

_AROUND = 240  # code points of a block before its first and after its last marked word


@dataclass(frozen=True, slots=True)
class Passage:
    """A block, or the part of it around a statement's words, in pieces; whether there is more before and after."""

    block: int
    pieces: tuple[Piece, ...]
    begins_before: bool
    ends_after: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement of the queue with its words in context."""

    entry: StatementEntry
    passages: tuple[Passage, ...]


def find_context(ledger: View, entries: Sequence[StatementEntry]) -> tuple[Finding, ...]:
    """The entries with their words in context; each article is opened once."""
    articles = {key: ledger.reading(key).article for key in dict.fromkeys(entry.article.id for entry in entries)}
    return tuple(Finding(entry, tuple(_passages(entry.statement, articles[entry.article.id]))) for entry in entries)


def around(statement: Statement, article: Article) -> tuple[Block, ...]:
    """The blocks that hold words of the statement, and those before and after each of them, in page order."""
    near = {index + step for index in _places(statement) for step in (-1, 0, 1)}
    return tuple(block for block in article.blocks if block.index in near)


def whole(statement: Statement, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """The blocks as passages, whole."""
    return tuple(
        Passage(block.index, tuple(pieces(block.text, role_marks(block, statement))), False, False) for block in blocks
    )


def _passages(statement: Statement, article: Article) -> Iterator[Passage]:
    for index, spans in sorted(_places(statement).items()):
        block = article.blocks[index]
        start = _word_start(block.text, min(span.start for span in spans) - _AROUND)
        end = _word_end(block.text, max(span.end for span in spans) + _AROUND)
        marked = tuple(pieces(block.text, role_marks(block, statement), start, end))
        yield Passage(index, marked, start > 0, end < len(block.text))


def _places(statement: Statement) -> dict[int, list[Span]]:
    """The spans of content, cue and source by their blocks."""
    said = statement.attribution
    found: dict[int, list[Span]] = {}
    for span in (*said.content, *said.cue, *said.source):
        found.setdefault(span.block, []).append(span)
    return found


def _word_start(text: str, place: int) -> int:
    return 0 if place <= 0 else text.rfind(" ", 0, place) + 1


def _word_end(text: str, place: int) -> int:
    found = re.compile(r"\s|$").search(text, min(place, len(text)))
    return found.start() if found else len(text)
