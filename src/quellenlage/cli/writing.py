"""How a listing leaves the command line: formats that all kinds of entries share, and what it leaves out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from quellenlage.exporting.tables import Table
from quellenlage.ledger import Listing, Query
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON

T = TypeVar("T")


class ListFormat(StrEnum):
    """What a listing can be written as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How one kind of entry is written."""

    record: Callable[[T], JSON]
    table: Table[T]
    print_all: Callable[[Sequence[T], Language], None]


def write(items: Sequence[T], shape: Shape[T], form: ListFormat, language: Language) -> None:
    """The items on stdout."""
    if form is ListFormat.JSON:
        found = [shape.record(item) for item in items]
        print(json.dumps(found, ensure_ascii=False, allow_nan=False, indent=2))
    elif form is ListFormat.JSONL:
        for item in items:
            print(json.dumps(shape.record(item), ensure_ascii=False, allow_nan=False))
    elif form is ListFormat.CSV:
        from quellenlage.exporting.csv_table import write_csv

        sys.stdout.flush()
        write_csv(shape.table, items, sys.stdout.buffer)  # bytes: a text stream could change the ends of lines
    elif form is ListFormat.MARKDOWN:
        from quellenlage.rendering.markdown import rows_to_markdown

        for line in rows_to_markdown(map(shape.table.cells, items)):
            print(line)
    else:
        shape.print_all(items, language)


def say_what_is_missing(noun: str, find: Callable[[Query], Listing[T]], query: Query, listing: Listing[T]) -> None:
    """Nothing is cut off or passed over in silence."""
    if listing.total > len(listing.items):
        cut = f"{len(listing.items)} of {listing.total} {noun} shown"
        print(f"quellenlage: {cut}; for all of them leave out --limit", file=sys.stderr)
    if query.since or query.until:
        undated = find(replace(query, since=None, until=None, undated=True, limit=0)).total
        if undated:
            passed = f"{undated} {noun} from articles without a published time passed over"
            print(f"quellenlage: {passed}; --undated instead of --since and --until lists them", file=sys.stderr)
