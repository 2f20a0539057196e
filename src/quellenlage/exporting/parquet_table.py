"""Parquet: typed columns. pyarrow comes with the optional extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, TypeVar

from quellenlage.errors import SettingsError
from quellenlage.exporting.tables import Cell, CellKind, Table, writable

T = TypeVar("T")


def write_parquet(table: Table[T], entries: Iterable[T], stream: BinaryIO) -> int:
    """Writes a row for each entry; how many it were, which the file says, too.

    Texts are strings, integers of 64 bits, numbers doubles; None is null. Raises SettingsError without pyarrow.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        advice = "install it with: pip install 'quellenlage[parquet]'"
        raise SettingsError(f"Parquet is written by pyarrow, which is not installed; {advice}") from None
    types = {
        CellKind.TEXT: pyarrow.string(),
        CellKind.INTEGER: pyarrow.int64(),
        CellKind.NUMBER: pyarrow.float64(),
    }
    rows = list(entries)
    arrays = [pyarrow.array([_value(column.of(row)) for row in rows], types[column.kind]) for column in table.columns]
    parquet.write_table(pyarrow.Table.from_arrays(arrays, names=list(table.head)), stream)
    return len(rows)


def _value(cell: Cell) -> Cell:
    return writable(cell) if isinstance(cell, str) else cell
