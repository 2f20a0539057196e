"""Figure and Bound: numbers that count or measure something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.text import Span


class Bound(StrEnum):
    """How the stated value bounds the true one."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in the words of the page: "mehr als 4000 Panzer".

    `span` covers qualifier, number and unit; `value` is the number, or the lower end of a range whose upper end is
    `high`; `value` is None for a vague quantity ("dutzende"). `unit` is what is counted or measured, in the article's
    language; `period` the exact words for the time it covers, where they stand beside it.
    """

    span: Span
    value: float | None
    bound: Bound
    unit: str
    high: float | None = None
    period: Span | None = None
