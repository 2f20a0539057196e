"""From values to the rows of the tables in `schema`, and back to entries."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from quellenlage.ledger.connection import Connection
from quellenlage.ledger.entries import ArticleEntry, ArticleRow, StatementEntry, article_entry
from quellenlage.ledger.query import content_words, folded, published_at, published_day
from quellenlage.model.statement import Reading, Statement
from quellenlage.model.text import AccessState, Article, Language, Page
from quellenlage.model.wire import (
    JSON,
    SCHEMA,
    article_from_wire,
    article_to_wire,
    moment_from_wire,
    moment_to_wire,
    reading_from_wire,
    source_to_wire,
    statement_from_wire,
    statement_to_wire,
)

T = TypeVar("T", str, str | int | float | bytes | None)
Value = str | int | float | bytes | None
Row = Mapping[str, Value]

_ARTICLE = "a.id, a.page_name, a.language, a.url, a.outlet, a.headline, a.published, a.access"
ENTRY_COLUMNS = f"w.wire, {_ARTICLE}"
"""Of a statement's wire (`w`) with its article (`a`, in the catalogue)."""
ARTICLE_COLUMNS = f"{_ARTICLE}, a.authors, a.recorded_at, a.statements, a.unnamed, a.figures"
_PARTED = "N"  # no folded name has a capital letter, nor has what is asked for


def insert(connection: Connection, table: str, row: Row, *, or_ignore: bool = False) -> None:
    """Adds a row; nothing where `or_ignore` and it is there already."""
    connection.execute(_insertion(table, row) + (" ON CONFLICT DO NOTHING" if or_ignore else ""), _values(row))


def insert_numbered(connection: Connection, table: str, row: Row) -> int:
    """Adds a row to a table that numbers its rows, and returns its number."""
    found = connection.execute(f"{_insertion(table, row)} RETURNING number", _values(row)).fetchone()
    return int(found[0])


def _insertion(table: str, row: Row) -> str:
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"


def _values(row: Row) -> list[Value]:
    return [storable(value) for value in row.values()]


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


def catalogue_row(number: int, row: ArticleRow) -> Row:
    """An article in the catalogue, by the number of its newest reading."""
    article = row.article
    return {
        "number": number,
        "id": article.id,
        "page_name": article.page,
        "page_file": article.file,
        "url": article.url,
        "outlet": article.outlet,
        "outlet_folded": folded(article.outlet or ""),
        "headline": article.headline,
        "authors": _json(row.authors),
        "language": article.language.value,
        "access": article.access.value,
        "published": moment_to_wire(article.published),
        "published_day": published_day(article.published),
        "published_at": published_at(article.published),
        "recorded_at": _instant(row.recorded_at),
        "statements": row.statements,
        "unnamed": row.unnamed,
        "figures": row.figures,
    }


def said_row(article: int, position: int, statement: Statement, *, reviewed: bool) -> Row:
    """What is asked of a statement in listings."""
    return {
        "article": article,
        "position": position,
        "id": statement.id,
        "kind": statement.attribution.kind.value,
        "class": statement.speaker.cls.value,
        "figures": len(statement.qualification.figures),
        "confidence": statement.attribution.confidence,
        "reviewed": int(reviewed),
        "names_folded": _PARTED.join(folded(voice.name) for voice in (statement.speaker, *statement.via)),
        "content_folded": folded(content_words(statement)),
    }


def tally_rows(article: int, statements: Iterable[Statement]) -> list[Row]:
    """How many statements of each kind and class of speaker, with how many figures."""
    said: Counter[tuple[str, str]] = Counter()
    figures: Counter[tuple[str, str]] = Counter()
    for statement in statements:
        key = (statement.attribution.kind.value, statement.speaker.cls.value)
        said[key] += 1
        figures[key] += len(statement.qualification.figures)
    return [
        {"kind": kind, "class": cls, "article": article, "statements": number, "figures": figures[kind, cls]}
        for (kind, cls), number in said.items()
    ]


def measured_rows(article: int, position: int, statement: Statement) -> list[Row]:
    """How many figures of each unit are in a statement."""
    units = Counter(figure.unit for figure in statement.qualification.figures)
    return [
        {"article": article, "position": position, "unit": unit, "unit_folded": folded(unit), "figures": number}
        for unit, number in units.items()
    ]


def article_row_of(row: tuple[Any, ...]) -> ArticleRow:
    """The article of a row of `ARTICLE_COLUMNS`."""
    *entry, authors, recorded_at, statements, unnamed, figures = row
    return ArticleRow(
        article=_entry(tuple(entry)),
        authors=tuple(json.loads(authors)),
        recorded_at=datetime.fromisoformat(recorded_at),
        statements=statements,
        unnamed=unnamed,
        figures=figures,
    )


def statement_entry(row: tuple[Any, ...]) -> StatementEntry:
    """The entry of a row of `ENTRY_COLUMNS`."""
    wire, *entry = row
    return StatementEntry(statement_from_wire(json.loads(wire), {}), _entry(tuple(entry)))


def stored_article(connection: Connection, number: int) -> Article:
    """The article of the reading of this number."""
    return article_from_wire(_article_wire(connection, number))


def stored_reading(connection: Connection, number: int) -> Reading:
    """The reading of this number, as it was recorded."""
    parts = {
        table: [
            json.loads(part)
            for (part,) in connection.execute(f"SELECT wire FROM {table} WHERE article = ? ORDER BY position", [number])
        ]
        for table in ("sources", "statements")
    }
    return reading_from_wire({"schema": SCHEMA, "article": _article_wire(connection, number), **parts})


def _article_wire(connection: Connection, number: int) -> JSON:
    (wire,) = connection.execute("SELECT wire FROM articles WHERE number = ?", [number]).fetchone()
    found: JSON = json.loads(wire)
    return found


def _entry(row: tuple[Any, ...]) -> ArticleEntry:
    key, page, language, url, outlet, headline, published, access = row
    return ArticleEntry(
        id=key,
        page=page,
        language=Language(language),
        url=url,
        outlet=outlet,
        headline=headline,
        published=moment_from_wire(published),
        access=AccessState(access),
    )


def storable(value: T) -> T:
    """No database takes lone surrogates (a file name that is not UTF-8 has them); what is exact stands in `wire`."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _instant(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False)
