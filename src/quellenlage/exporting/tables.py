"""Table, Column: what a list's rows are made of. One definition for every format that has rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T_contra = TypeVar("T_contra", contravariant=True)

Cell = str | int | float | None
Cells = dict[str, Cell]

# What UTF-8 cannot hold, and control characters that end a line or a text for some readers.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class CellKind(StrEnum):
    """What all cells of a column are, besides None."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column(Generic[T_contra]):
    """A column: its name, what its cell is for an entry, and of which kind."""

    name: str
    of: Callable[[T_contra], Cell]
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under a head; each has a cell for every name in it."""

    head: tuple[str, ...]
    cells: Iterable[Cells]


@dataclass(frozen=True, slots=True)
class Table(Generic[T_contra]):
    """The columns of one kind of entry, in order. Names are unique."""

    noun: str
    columns: tuple[Column[T_contra], ...]

    @property
    def head(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)

    def cells(self, entry: T_contra) -> Cells:
        """The row of an entry, by the columns' names."""
        return {column.name: column.of(entry) for column in self.columns}

    def rows(self, entries: Iterable[T_contra]) -> Rows:
        """The rows of some entries."""
        return Rows(self.head, map(self.cells, entries))


def writable(text: str) -> str:
    """The text with what some reader could not take (control characters, lone surrogates) replaced by U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", text)


def on_one_line(text: str) -> str:
    """The same for formats in which a line break has a meaning: white space becomes single blanks."""
    return " ".join(writable(text).split())
