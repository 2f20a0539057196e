"""What is true of the articles that the simulated world writes."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.statement import Reading
from quellenlage.model.text import Span


@dataclass(frozen=True, slots=True)
class Truth:
    """One place that says something of an event: the claim it belongs to, and the party that could know (None where
    the page names nobody)."""

    span: Span
    claim: str
    origin: str | None


@dataclass(frozen=True, slots=True)
class Written:
    """An article as read without any mistake, and what is true of it."""

    reading: Reading
    event: str
    truths: tuple[Truth, ...]
