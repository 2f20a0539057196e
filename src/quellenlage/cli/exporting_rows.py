"""`quellenlage export statements|figures|…`: lists as rows, with the conditions of the commands that list them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from quellenlage.cli import listing
from quellenlage.cli.claims import find_claims
from quellenlage.cli.delivering import delivered, plural, say_exported
from quellenlage.cli.listing import Entries, find_entries
from quellenlage.cli.options import (
    ArticleLanguage,
    ArticleName,
    ContentWords,
    HowReported,
    LedgerAddress,
    Limit,
    OutletName,
    Output,
    Since,
    SourceName,
    SpeakerClass,
    Undated,
    UnitName,
    Until,
)
from quellenlage.exporting import columns, link_columns
from quellenlage.exporting.tables import Table
from quellenlage.ledger import Query
from quellenlage.model.claim import Claim
from quellenlage.settings import read_settings

S = TypeVar("S")
T = TypeVar("T")


class TableFormat(StrEnum):
    """What a list can be exported as."""

    CSV = "csv"
    PARQUET = "parquet"


Bom = Annotated[
    bool, typer.Option("--bom", help="Begin a CSV file with a byte order mark, which Excel needs to read UTF-8.")
]
RowFormat = Annotated[TableFormat, typer.Option("--format", "-f", help="How to write it.")]


def make_claims_command(
    table: Table[T], rows: Callable[[Sequence[Claim]], Sequence[T]], description: str
) -> Callable[..., None]:
    """The command that exports the claims asked for, as the `rows` that it makes."""

    def command(
        text: ContentWords = None,
        source: SourceName = None,
        outlet: OutletName = None,
        lang: ArticleLanguage = None,
        since: Since = None,
        until: Until = None,
        undated: Undated = False,
        min_appearances: Annotated[int, typer.Option(min=1, metavar="N", help="In at least so many places.")] = 1,
        min_origins: Annotated[int, typer.Option(min=0, metavar="N", help="With at least so many origins.")] = 0,
        limit: Limit = None,
        form: RowFormat = TableFormat.CSV,
        bom: Bom = False,
        output: Output = None,
        ledger: LedgerAddress = None,
    ) -> None:
        query = Query(source, None, None, text, outlet, None, lang, since, until, undated, limit)
        found = find_claims(ledger or read_settings().ledger, query, min_appearances, min_origins)
        _deliver(table, rows(found.items), form, bom, output)

    noun = table.noun
    command.__doc__ = f"""{description} Conditions as in `quellenlage claims`.

    \b
    Examples:
      quellenlage export {noun} --min-appearances 2 -o {noun}.csv
      quellenlage export {noun} --text Damm --format parquet -o {noun}.parquet
    """
    return command


def make_command(
    entries: Entries[S], table: Table[T], rows: Callable[[Sequence[S]], Sequence[T]], description: str
) -> Callable[..., None]:
    """The command that exports what `entries` finds, as the `rows` that it makes."""

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
        form: RowFormat = TableFormat.CSV,
        bom: Bom = False,
        output: Output = None,
        ledger: LedgerAddress = None,
    ) -> None:
        query = Query(source, cls, kind, text, outlet, article, lang, since, until, undated, limit, unit=unit)
        found = find_entries(entries, ledger or read_settings().ledger, query)
        _deliver(table, rows(found.items), form, bom, output)

    noun = table.noun
    command.__doc__ = f"""{description} Conditions as in `quellenlage {entries.noun}`.

    \b
    Examples:
      quellenlage export {noun} --text Damm -o {noun}.csv
      quellenlage export {noun} --since 2031-03-01 --format parquet -o {noun}.parquet
    """
    return command


def _deliver(table: Table[T], rows: Sequence[T], form: TableFormat, bom: bool, output: str | None) -> None:
    with delivered(output, is_binary=form is TableFormat.PARQUET) as stream:
        if form is TableFormat.CSV:
            from quellenlage.exporting.csv_table import write_csv

            number = write_csv(table, rows, stream, bom=bom)
        else:
            from quellenlage.exporting.parquet_table import write_parquet

            number = write_parquet(table, rows, stream)
    say_exported(plural(number, "row"), table.noun)


def _each(entries: Sequence[T]) -> Sequence[T]:
    return entries


COMMANDS: dict[str, Callable[..., None]] = {
    "statements": make_command(listing.STATEMENTS, columns.STATEMENTS, _each, "Write the statements asked for."),
    "figures": make_command(listing.FIGURES, columns.FIGURES, _each, "Write the figures asked for."),
    "sources": make_command(listing.SOURCES, columns.SOURCES, _each, "Write who speaks and who relays."),
    "series": make_command(listing.SERIES, columns.SERIES, _each, "Write the series of figures, one row a series."),
    "points": make_command(
        listing.SERIES, columns.POINTS, columns.points_of, "Write the figures of all series, one row a figure."
    ),
    "claims": make_claims_command(columns.CLAIMS, _each, "Write the claims asked for, one row a claim."),
    "links": make_claims_command(
        link_columns.LINKS, link_columns.links_of, "Write why statements are taken for one claim, one row a pair."
    ),
}
"""The commands that export lists, by their names."""
