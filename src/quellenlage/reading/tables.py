"""Tables: the cells that stand in one table are one block, a line a row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml.etree import _Element as Element

from quellenlage.model.text import BlockKind
from quellenlage.reading.blocks import Part

_BETWEEN_CELLS = " | "


def merged_tables(parts: Sequence[Part]) -> list[Part]:
    """The parts with the cells of each table put together."""
    merged: list[Part] = []
    for table, group in groupby(parts, key=_table_of):
        cells = list(group)
        if table is None:
            merged.extend(cells)
            continue
        rows = [_BETWEEN_CELLS.join(cell.text for cell in row) for _, row in groupby(cells, key=_row_of)]
        merged.append(Part(cells[0].chunk, BlockKind.TABLE, "\n".join(rows), element=table))
    return merged


def _table_of(part: Part) -> Element | None:
    return _around(part, "table") if part.kind is BlockKind.TABLE else None


def _row_of(part: Part) -> Element | None:
    return _around(part, "tr")


def _around(part: Part, tag: str) -> Element | None:
    return next(part.chunk.element.iterancestors(tag), None)
