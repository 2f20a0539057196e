"""Quellenlage: a source ledger for news. Who said what, on whose authority, how surely, with which figures.

    from quellenlage import extract, open_input

    outcome = extract(open_input("page.html"))
    for statement in outcome.reading.statements:
        print(statement.speaker.name, [span.text for span in statement.attribution.content])

A name is loaded when it is first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quellenlage.errors import LedgerError, PageError, QuellenlageError
    from quellenlage.ledger import Query, open_ledger, open_view
    from quellenlage.model.figure import Figure
    from quellenlage.model.statement import (
        Attribution,
        Certainty,
        Kind,
        Qualification,
        Reading,
        Source,
        SourceClass,
        Statement,
    )
    from quellenlage.model.text import Article, Block, Page, Span
    from quellenlage.model.wire import reading_from_wire, reading_to_wire
    from quellenlage.pipeline import Hints, Outcome, extract, open_input, record

_HOMES = {
    "errors": ("LedgerError", "PageError", "QuellenlageError"),
    "ledger": ("Query", "open_ledger", "open_view"),
    "model.figure": ("Figure",),
    "model.statement": (
        "Attribution",
        "Certainty",
        "Kind",
        "Qualification",
        "Reading",
        "Source",
        "SourceClass",
        "Statement",
    ),
    "model.text": ("Article", "Block", "Page", "Span"),
    "model.wire": ("reading_from_wire", "reading_to_wire"),
    "pipeline": ("Hints", "Outcome", "extract", "open_input", "record"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Article",
    "Attribution",
    "Block",
    "Certainty",
    "Figure",
    "Hints",
    "Kind",
    "LedgerError",
    "Outcome",
    "Page",
    "PageError",
    "Qualification",
    "QuellenlageError",
    "Query",
    "Reading",
    "Source",
    "SourceClass",
    "Span",
    "Statement",
    "extract",
    "open_input",
    "open_ledger",
    "open_view",
    "reading_from_wire",
    "reading_to_wire",
    "record",
]


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
