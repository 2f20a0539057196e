"""The append-only record: pages, readings and their statements; written by one `Ledger`, read through a `View`."""

from quellenlage.ledger.entries import (
    ArticleEntry,
    ArticleRow,
    ClaimEntry,
    Count,
    Facets,
    FigureEntry,
    FoundEntry,
    Listing,
    SourceEntry,
    StatementEntry,
    file_of,
)
from quellenlage.ledger.memory import MemoryLedger
from quellenlage.ledger.opening import open_ledger, open_view
from quellenlage.ledger.parties import Party, Profile
from quellenlage.ledger.protocols import Ledger, View
from quellenlage.ledger.query import Query, Sort
from quellenlage.ledger.recording import reading_id
from quellenlage.ledger.reviewed import reviewed_gold

__all__ = [
    "ArticleEntry",
    "ArticleRow",
    "ClaimEntry",
    "Count",
    "Facets",
    "FigureEntry",
    "FoundEntry",
    "Ledger",
    "Listing",
    "MemoryLedger",
    "Party",
    "Profile",
    "Query",
    "Sort",
    "SourceEntry",
    "StatementEntry",
    "View",
    "file_of",
    "open_ledger",
    "open_view",
    "reading_id",
    "reviewed_gold",
]
