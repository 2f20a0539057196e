"""Quantity: a figure in a plain text, before it is placed on a page."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.figure import Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a plain text: code points [start, end), the number itself at [number, number_end).

    `dimension` is that of the unit of measure, empty for counted things; `counted` where what is counted stands.
    """

    start: int
    end: int
    number: int
    number_end: int
    value: float | None
    high: float | None
    bound: Bound
    unit: str
    dimension: str = ""
    counted: tuple[int, int] | None = None
