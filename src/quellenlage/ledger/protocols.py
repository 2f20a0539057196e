"""What every ledger can do: a small read-only view, and the one who writes."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from quellenlage.ledger.entries import FigureEntry, Listing, SourceEntry, StatementEntry
from quellenlage.ledger.query import Query
from quellenlage.model.statement import Reading
from quellenlage.model.text import Page


class View(Protocol):
    """Reads the ledger. Of an article read more than once, only the newest reading is seen. All raise LedgerError."""

    def statements(self, query: Query) -> Listing[StatementEntry]:
        """The statements asked for, in the order in which their articles were recorded."""
        ...

    def figures(self, query: Query) -> Listing[FigureEntry]:
        """The figures in the content of the statements asked for, in the same order."""
        ...

    def sources(self, query: Query) -> Listing[SourceEntry]:
        """Who speaks or relays in the statements asked for, most statements first.

        Here `query.source` and `query.cls` are conditions on the entry itself.
        """
        ...

    def reading(self, article: str) -> Reading:
        """The newest reading of an article, exactly as it was recorded. Raises KeyError for an id not in the ledger."""
        ...

    def page(self, article: str) -> Page:
        """The stored page of the newest reading of an article. Raises KeyError for an id not in the ledger."""
        ...

    def close(self) -> None:
        """Ends the use of the ledger."""
        ...


class Ledger(View, Protocol):
    """Writes the ledger, too."""

    def record(self, page: Page, reading: Reading, *, recorded_at: datetime) -> bool:
        """Adds a page and its reading as a whole or not at all. Once it returns, the record outlives the process.

        False where the ledger already has this reading: then nothing changes. `recorded_at` is aware, in UTC.
        """
        ...
