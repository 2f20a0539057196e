"""Series: the figures of one measure over time and source, as intervals, with what contradicts what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quellenlage.model.claim import Appearance
from quellenlage.model.figure import Basis, Figure


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series. `low` and `high` bound the meant number, None where a side is open ("at least 40").

    `first` and `last` are the days for which it holds; both None where neither the words nor the article tell one.
    """

    figure: Figure
    appearance: Appearance
    low: float | None
    high: float | None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that count the same thing on the same basis, sorted by time; those without one come last.

    `unit` is as the first point's page writes it. `contradictions` are pairs of indices of points that exclude each
    other, by what linking found of their statements.
    """

    unit: str
    basis: Basis | None
    points: tuple[Point, ...]
    contradictions: tuple[tuple[int, int], ...] = ()
