"""Tables that come with the package: UTF-8, tab-separated, comments with "#", the first other line names columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import resources

_VALUE_SEPARATOR = ";"


def builtin_table(name: str, package: str = "quellenlage.gazetteer") -> str:
    """Text of a table in the `data` folder of a room."""
    return resources.files(package).joinpath("data", name).read_text(encoding="utf-8")


def rows(text: str, required: Sequence[str] = ()) -> Iterator[Mapping[str, str]]:
    """Rows of a table as column name -> cell; cells missing at the end of a line are empty.

    Raises ValueError, naming the line, where a line has more cells than there are columns or a `required` column is
    not among them.
    """
    columns: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if columns is None:
            columns = cells
            missing = [name for name in required if name not in columns]
            if missing:
                raise ValueError(f"line {number} names no column {missing[0]!r}")
            continue
        if len(cells) > len(columns):
            raise ValueError(f"line {number} has {len(cells)} cells for {len(columns)} columns")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several."""
    return tuple(part for part in (value.strip() for value in cell.split(_VALUE_SEPARATOR)) if part)
