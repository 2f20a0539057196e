"""CSV (RFC 4180): UTF-8, lines that end in CR LF, a head line always, also over no rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable
from typing import BinaryIO, TypeVar

from quellenlage.exporting.tables import Cell, Rows, Table, writable

T = TypeVar("T")

# What spreadsheets take for a formula (OWASP, "CSV Injection"), in both widths, behind blanks and apostrophes. A sign
# that stands alone is no formula.
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠].", re.DOTALL)


def write_csv(table: Table[T], entries: Iterable[T], stream: BinaryIO, *, bom: bool = False) -> int:
    """Writes a row for each entry, as `write_rows` does; how many it were."""
    return write_rows(table.rows(entries), stream, bom=bom)


def write_rows(rows: Rows, stream: BinaryIO, *, bom: bool = False) -> int:
    """Writes the head and the rows; how many rows it were.

    `bom` puts a byte order mark first: without it Excel does not take the file for UTF-8.

    A text that a spreadsheet could run as a formula gets an apostrophe in front; so does one that begins with
    apostrophes and goes on like one. Without its first apostrophe each is as it was.
    """
    if bom:
        stream.write(codecs.BOM_UTF8)
    stream.write(_line(rows.head))
    number = 0
    for cells in rows.cells:
        stream.write(_line(cells[name] for name in rows.head))
        number += 1
    return number


def _line(cells: Iterable[Cell]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow([_field(cell) for cell in cells])
    return line.getvalue().encode()


def _field(cell: Cell) -> Cell:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if not isinstance(cell, str):
        return cell
    text = writable(cell)
    return f"'{text}" if _FORMULA.match(text) else text
