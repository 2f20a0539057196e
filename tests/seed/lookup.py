"""Finding things in the seed page's reading by a few of its words. What is looked for and not there fails the test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from quellenlage.model.figure import Figure
from quellenlage.model.statement import Reading, Source, Statement
from quellenlage.model.text import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Seed:
    """The page's text, what the whole program read in it, and the network events while it did."""

    text: str
    reading: Reading
    network: tuple[str, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.reading.article.blocks

    def block(self, words: str, kind: BlockKind | None = None) -> Block:
        """The only block (of a kind) with these words."""
        found = [block for block in self.blocks if words in block.text and kind in (None, block.kind)]
        assert len(found) == 1, f"{words!r} stands in {len(found)} blocks"
        return found[0]

    def of_kind(self, kind: BlockKind) -> list[Block]:
        return [block for block in self.blocks if block.kind is kind]

    def statements(self, *words: str, block: Block | None = None) -> list[Statement]:
        """The statements whose content has all the words (and a piece in the block); at least one."""
        found = [
            statement
            for statement in self.reading.statements
            if all(word in content_of(statement) for word in words)
            and (block is None or any(span.block == block.index for span in statement.attribution.content))
        ]
        assert found, f"no statement with {words}"
        return found

    def statement(self, *words: str, block: Block | None = None) -> Statement:
        """The only statement whose content has all the words."""
        found = self.statements(*words, block=block)
        assert len(found) == 1, f"{len(found)} statements with {words}"
        return found[0]

    def source(self, name: str) -> Source:
        """The only source of this name, else the only one whose name has these words."""
        named = [source for source in self.reading.sources if source.name == name]
        found = named or [source for source in self.reading.sources if name in source.name]
        assert len(found) == 1, f"{len(found)} sources called {name}"
        return found[0]

    def figures(self, value: int) -> list[tuple[Statement, Figure]]:
        """Every figure of this value with the statement it stands in; at least one."""
        found = [
            (statement, figure)
            for statement in self.reading.statements
            for figure in statement.qualification.figures
            if figure.value == value
        ]
        assert found, f"no statement counts {value}"
        return found

    def figure(self, value: int, block: Block) -> Figure:
        """The figure of this value in a block, the same in every statement that holds it."""
        found = {figure for _, figure in self.figures(value) if figure.span.block == block.index}
        assert len(found) == 1, f"{len(found)} figures of {value} in block {block.index}"
        return found.pop()


def content_of(statement: Statement) -> str:
    """What is said, its pieces joined."""
    return " … ".join(span.text for span in statement.attribution.content)


def chain_of(statement: Statement) -> list[tuple[str, str]]:
    """Name and class of everyone from the outermost relay down to the speaker."""
    return [(source.name, source.cls.value) for source in (*statement.via, statement.speaker)]


def words_for(source: Source) -> set[str]:
    """The words on the page that mention a source."""
    return {span.text for span in source.mentions}


def not_yet(reason: str) -> pytest.MarkDecorator:
    """Marks what the program does not do yet. It must fail at what the test asserts, not by accident.

    Not strict: the tagger's eight-bit arithmetic differs a little between processors, so one may get right what another
    does not. Whoever sees such a test pass takes its mark away.
    """
    return pytest.mark.xfail(strict=False, raises=AssertionError, reason=reason)


@contextmanager
def network_events() -> Iterator[list[str]]:
    """Collects the names of Python's audit events about sockets (PEP 578) while it is open."""
    events: list[str] = []
    is_open = True

    def note(event: str, _arguments: tuple[object, ...]) -> None:
        if is_open and event.startswith("socket."):
            events.append(event)

    sys.addaudithook(note)  # hooks stay for good, so this one falls silent instead
    try:
        yield events
    finally:
        is_open = False
