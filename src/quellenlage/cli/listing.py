"""`quellenlage statements`, `figures`, `sources`, `series`: one set of conditions and formats, four kinds of entry."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

import typer

from quellenlage.cli.options import (
    ArticleLanguage,
    ArticleName,
    ContentWords,
    HowReported,
    LedgerAddress,
    Limit,
    OutletName,
    Since,
    SourceName,
    SpeakerClass,
    UiLanguage,
    Undated,
    UnitName,
    Until,
)
from quellenlage.cli.writing import ListFormat, Shape, say_what_is_missing, write
from quellenlage.exporting import columns
from quellenlage.ledger import FigureEntry, Listing, Query, SourceEntry, StatementEntry, View, open_view
from quellenlage.model.series import Series
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON
from quellenlage.rendering import records
from quellenlage.settings import read_settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entries(Generic[T]):
    """One kind of entry: its name, how it is found, and how it is written."""

    noun: str
    find: Callable[[View, Query], Listing[T]]
    shape: Shape[T]


def _print_statements(entries: Sequence[StatementEntry], language: Language) -> None:
    from quellenlage.rendering.listings import print_statements

    print_statements(sys.stdout, entries, language)


def _print_figures(entries: Sequence[FigureEntry], language: Language) -> None:
    from quellenlage.rendering.listings import print_figures

    print_figures(sys.stdout, entries, language)


def _print_sources(entries: Sequence[SourceEntry], language: Language) -> None:
    from quellenlage.rendering.listings import print_sources

    print_sources(sys.stdout, entries, language)


STATEMENTS = Entries(
    "statements",
    lambda view, query: view.statements(query),
    Shape(records.statement_record, columns.STATEMENTS, _print_statements),
)
FIGURES = Entries(
    "figures",
    lambda view, query: view.figures(query),
    Shape(records.figure_record, columns.FIGURES, _print_figures),
)
SOURCES = Entries(
    "sources",
    lambda view, query: view.sources(query),
    Shape(records.source_record, columns.SOURCES, _print_sources),
)


def _find_series(view: View, query: Query) -> Listing[Series]:
    from quellenlage.settling import series

    return series(view, query)


def _series_record(found: Series) -> JSON:
    from quellenlage.rendering.series import series_record

    return series_record(found)


def _print_series(found: Sequence[Series], language: Language) -> None:
    from quellenlage.rendering.series import print_series

    print_series(sys.stdout, found, language)


SERIES = Entries("series", _find_series, Shape(_series_record, columns.SERIES, _print_series))


def find_entries(entries: Entries[T], address: str, query: Query) -> Listing[T]:
    """The entries asked for of the ledger at an address; says on stderr what they leave out."""
    with closing(open_view(address)) as view:
        listing = entries.find(view, query)
        say_what_is_missing(entries.noun, lambda asked: entries.find(view, asked), query, listing)
    return listing


def make_command(entries: Entries[T], description: str) -> Callable[..., None]:
    """The command that lists one kind of entry. All kinds share the conditions, so they share one signature."""

    def command(
        source: SourceName = None,
        cls: SpeakerClass = None,
        kind: HowReported = None,
        text: ContentWords = None,
        unit: UnitName = None,
        outlet: OutletName = None,
        article: ArticleName = None,
        lang: ArticleLanguage = None,
        since: Since = None,
        until: Until = None,
        undated: Undated = False,
        limit: Limit = None,
        form: Annotated[ListFormat, typer.Option("--format", "-f", help="How to write it.")] = ListFormat.TEXT,
        ledger: LedgerAddress = None,
        ui_language: UiLanguage = None,
    ) -> None:
        settings = read_settings()
        query = Query(source, cls, kind, text, outlet, article, lang, since, until, undated, limit, unit=unit)
        listing = find_entries(entries, ledger or settings.ledger, query)
        write(listing.items, entries.shape, form, ui_language or settings.ui_language)

    command.__doc__ = description
    return command
