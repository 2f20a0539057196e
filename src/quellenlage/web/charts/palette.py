"""The colours and shapes of charts. Every colour has a contrast of 4.5:1 on its ground."""

from __future__ import annotations

from dataclasses import dataclass

SHAPES = {
    "circle": "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z",
    "square": "M-4.5,-4.5H4.5V4.5H-4.5Z",
    "diamond": "M0,-6L5,0L0,6L-5,0Z",
    "cross": "M-5.5,-1.8H-1.8V-5.5H1.8V-1.8H5.5V1.8H1.8V5.5H-1.8V1.8H-5.5Z",
    "triangle-up": "M0,-5.5L5.5,4.5H-5.5Z",
    "triangle-down": "M0,5.5L5.5,-4.5H-5.5Z",
}
"""Shapes by their names in Vega, with an outline of each, some 12 pixels wide, for the table beside a chart."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart. `sources` has one for each shape, and one more for all other sources."""

    ink: str
    quiet: str
    line: str
    doubt: str
    ground: str
    sources: tuple[str, ...]


PAPER = Palette(
    ink="#1d1d1b",
    quiet="#5c5a54",
    line="#dcd8ce",
    doubt="#8a4b00",
    ground="#ffffff",
    sources=("#0a558c", "#a3221a", "#256337", "#7a5200", "#6b3fa0", "#00666f", "#5c5a54"),
)
"""For a file, which knows no theme."""
THEMED = Palette(
    ink="var(--ink)",
    quiet="var(--quiet)",
    line="var(--line)",
    doubt="var(--doubt)",
    ground="transparent",
    sources=tuple(f"var(--source-{number})" for number in range(1, len(SHAPES) + 2)),
)
"""For a page: variables of its style sheet, so that a chart follows the reader's theme."""
