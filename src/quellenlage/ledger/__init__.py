"""The append-only record: pages, readings and their statements; written by one `Ledger`, read through a `View`."""

from quellenlage.ledger.entries import (
    ArticleEntry,
    ClaimEntry,
    FigureEntry,
    Listing,
    SourceEntry,
    StatementEntry,
    file_of,
)
from quellenlage.ledger.memory import MemoryLedger
from quellenlage.ledger.opening import open_ledger, open_view
from quellenlage.ledger.protocols import Ledger, View
from quellenlage.ledger.query import Query

__all__ = [
    "ArticleEntry",
    "ClaimEntry",
    "FigureEntry",
    "Ledger",
    "Listing",
    "MemoryLedger",
    "Query",
    "SourceEntry",
    "StatementEntry",
    "View",
    "file_of",
    "open_ledger",
    "open_view",
]
