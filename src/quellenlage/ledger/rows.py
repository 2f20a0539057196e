"""From values to the rows of the tables in `schema`, and back to entries."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quellenlage.ledger.entries import ArticleEntry, StatementEntry, article_entry
from quellenlage.ledger.query import content_words, folded, published_day
from quellenlage.model.statement import Reading, Statement
from quellenlage.model.text import Language, Page
from quellenlage.model.wire import (
    article_to_wire,
    moment_from_wire,
    moment_to_wire,
    source_to_wire,
    statement_from_wire,
    statement_to_wire,
)

Row = Mapping[str, str | int | bytes | None]

ENTRY_COLUMNS = "s.wire, a.id, a.page_name, a.language, a.url, a.outlet, a.headline, a.published"


def insert(connection: sqlite3.Connection, table: str, row: Row, *, or_ignore: bool = False) -> int:
    """Adds a row and returns its rowid (0 where `or_ignore` and it is there already)."""
    places = ", ".join("?" * len(row))
    ignoring = " ON CONFLICT DO NOTHING" if or_ignore else ""
    values = [_storable(value) for value in row.values()]
    cursor = connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places}){ignoring}", values)
    return cursor.lastrowid or 0


def page_row(page: Page, page_id: str, recorded_at: datetime) -> Row:
    """A stored page: its bytes, compressed with zlib."""
    return {"id": page_id, "data": zlib.compress(page.data), "recorded_at": _instant(recorded_at)}


def article_row(page: Page, page_id: str, reading: Reading, reading_id: str, recorded_at: datetime) -> Row:
    """One reading of an article."""
    article = reading.article
    return {
        "reading": reading_id,
        "id": article.id,
        "page": page_id,
        "page_name": page.name,
        "page_file": article_entry(article, page.name).file,
        "page_media": page.media,
        "page_url": page.url,
        "page_charset": page.charset,
        "url": article.url,
        "outlet": article.outlet,
        "outlet_folded": folded(article.outlet or ""),
        "headline": article.headline,
        "language": article.language.value,
        "published": moment_to_wire(article.published),
        "published_day": published_day(article.published),
        "wire": _json(article_to_wire(article)),
        "recorded_at": _instant(recorded_at),
    }


def source_rows(article: int, reading: Reading) -> list[Row]:
    """The article's sources with their mentions."""
    return [
        {"article": article, "position": position, "wire": _json(source_to_wire(source))}
        for position, source in enumerate(reading.sources)
    ]


def statement_row(article: int, position: int, statement: Statement) -> Row:
    """One statement of an article (by its number)."""
    return {
        "article": article,
        "position": position,
        "id": statement.id,
        "kind": statement.attribution.kind.value,
        "content_folded": folded(content_words(statement)),
        "figures": len(statement.qualification.figures),
        "wire": _json(statement_to_wire(statement)),
    }


def voice_rows(article: int, position: int, statement: Statement) -> list[Row]:
    """Speaker and chain of a statement."""
    return [
        {
            "article": article,
            "statement": position,
            "hop": hop,
            "name": voice.name,
            "name_folded": folded(voice.name),
            "class": voice.cls.value,
        }
        for hop, voice in enumerate((statement.speaker, *statement.via))
    ]


def statement_entry(row: tuple[Any, ...]) -> StatementEntry:
    """The entry of a row of `ENTRY_COLUMNS`."""
    wire, article, page, language, url, outlet, headline, published = row
    entry = ArticleEntry(article, page, Language(language), url, outlet, headline, moment_from_wire(published))
    return StatementEntry(statement_from_wire(json.loads(wire), {}), entry)


def _instant(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def _storable(value: str | int | bytes | None) -> str | int | bytes | None:
    """SQLite takes no lone surrogates (a file name that is not UTF-8 has them); what is exact stands in `wire`."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
