"""Figure, Bound, Basis: numbers that count or measure something."""

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


class Basis(StrEnum):
    """On which basis a figure counts: anew in each period, or on and on. Figures of different bases never compare."""

    FLOW = "flow"  # what came about in a period: "35.100 im Februar", "2,000 a day"
    TOTAL = "total"  # all up to a moment: "bislang 4.000", "insgesamt", "since the start", "by the end of October"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in the words of the page: "mehr als 4000 Panzer".

    `span` covers qualifier, number and unit; `value` is the number, or the lower end of a range whose upper end is
    `high`; `value` is None for a vague quantity ("dutzende"). `unit` is what is counted or measured, in the article's
    language; `counted` the words of the page for it with what describes them ("getöteten Soldaten der Armee"), None
    where a bare measure stands there. `period` is the exact words for the time it covers, `as_of` those for the moment
    at which it stands ("bis Ende Oktober", "Stand Montag"). `basis` is None where the words do not tell a flow from a
    total.
    """

    span: Span
    value: float | None
    bound: Bound
    unit: str
    high: float | None = None
    period: Span | None = None
    as_of: Span | None = None
    basis: Basis | None = None
    counted: Span | None = None
