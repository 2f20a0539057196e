"""A text cut wherever something that is marked begins or ends. What is marked may overlap and nest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from quellenlage.model.statement import Statement
from quellenlage.model.text import Block, Span


class Role(StrEnum):
    """What marked words are to their statement."""

    CONTENT = "content"
    CUE = "cue"  # the words around it that say that, and (but in `role_marks`) by whom, it is said
    SOURCE = "source"  # who says it; in `role_marks` alone


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open range of a block's text with the number of the statement it is of. `is_first`: here it begins."""

    start: int
    end: int
    number: int
    is_first: bool = False
    role: Role = Role.CONTENT


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece in which no mark begins or ends. `inside` are the marks that cover it, the outermost (longest) first;
    `begins` those that begin with it, by their numbers."""

    text: str
    inside: tuple[Mark, ...]
    begins: tuple[Mark, ...]


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """The text, or its code points from `start` to `end`, in pieces that together are all of it."""
    last = len(text) if end is None else end
    within = [mark for mark in marks if mark.start < last and start < mark.end]
    cuts = {start, last}.union(*({mark.start, mark.end} for mark in within))
    for left, right in pairwise(sorted(cut for cut in cuts if start <= cut <= last)):
        inside = [mark for mark in within if mark.start <= left and right <= mark.end]
        inside.sort(key=lambda mark: (mark.start - mark.end, -mark.number))
        begins = sorted((mark for mark in inside if mark.start == left), key=lambda mark: mark.number)
        yield Piece(text[left:right], tuple(inside), tuple(begins))


def content_marks(block: Block, statements: Iterable[Statement], firsts: Iterable[tuple[int, Span]]) -> list[Mark]:
    """The contents of statements, numbered from 1, in a block; `firsts` as `first_places` gives them."""
    known = set(firsts)
    return [
        Mark(span.start, span.end, number, (number, span) in known)
        for number, statement in enumerate(statements, start=1)
        for span in dict.fromkeys(statement.attribution.content)
        if span.block == block.index
    ]


def cue_marks(block: Block, statements: Iterable[Statement]) -> list[Mark]:
    """The cues and sources of statements, numbered from 1, in a block."""
    return [
        Mark(span.start, span.end, number, role=Role.CUE)
        for number, statement in enumerate(statements, start=1)
        for span in dict.fromkeys((*statement.attribution.cue, *statement.attribution.source))
        if span.block == block.index
    ]


def role_marks(block: Block, statement: Statement) -> list[Mark]:
    """What the words of a block are to one statement, content, cue and source apart."""
    said = statement.attribution
    return [
        Mark(span.start, span.end, 1, role=role)
        for role, spans in ((Role.CONTENT, said.content), (Role.CUE, said.cue), (Role.SOURCE, said.source))
        for span in dict.fromkeys(spans)
        if span.block == block.index
    ]


def first_places(statements: Iterable[Statement], told: Iterable[Block]) -> dict[int, Span]:
    """By its number, the first span of each statement's content that stands in one of these blocks."""
    indices = {block.index for block in told}
    firsts: dict[int, Span] = {}
    for number, statement in enumerate(statements, start=1):
        for span in statement.attribution.content:
            if span.block in indices:
                firsts.setdefault(number, span)
    return firsts
