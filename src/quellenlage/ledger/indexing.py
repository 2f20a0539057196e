"""The texts that are searched in, and an index over them: FTS5 with trigrams (SQLite 3.34), which finds parts of words.

Where SQLite was built without FTS5 the same is found by looking through all texts. Texts that such a program added are
`unindexed` until one with FTS5 writes to the ledger. PostgreSQL looks through the texts too, with an index of its own
(`postgres`) that it keeps by itself. Every function works inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from quellenlage.ledger.conditions import Where
from quellenlage.ledger.connection import Connection
from quellenlage.ledger.searching import Term, Texts

_COLUMNS = ("headline", "stated", "body")
_INDEX = (
    f"CREATE VIRTUAL TABLE words USING fts5({', '.join(_COLUMNS)}, content='texts', content_rowid='article', "
    "columnsize=0, tokenize='trigram case_sensitive 1')"
)


def add(connection: Connection, article: int, found: Texts) -> None:
    """Adds the texts of a reading."""
    values = [article, found.headline, found.stated, found.body]
    connection.execute("INSERT INTO texts (article, headline, stated, body) VALUES (?, ?, ?, ?)", values)
    if _is_usable(connection):
        connection.execute("INSERT INTO words (rowid, headline, stated, body) VALUES (?, ?, ?, ?)", values)
    elif isinstance(connection, sqlite3.Connection):
        connection.execute("INSERT INTO unindexed (article) VALUES (?)", [article])


def remove(connection: Connection, article: int) -> None:
    """Removes them. What the index still has where it cannot be changed finds nothing: the article is not listed."""
    if _is_usable(connection) and not _is_waiting(connection, article):
        connection.execute(
            "INSERT INTO words (words, rowid, headline, stated, body) "
            "SELECT 'delete', article, headline, stated, body FROM texts WHERE article = ?",
            [article],
        )
    connection.execute("DELETE FROM unindexed WHERE article = ?", [article])
    connection.execute("DELETE FROM texts WHERE article = ?", [article])


def forget(connection: Connection) -> None:
    """Removes the index as a whole, where it can be changed."""
    if _can_index(connection):
        connection.execute("DROP TABLE IF EXISTS words")


def is_behind(connection: Connection) -> bool:
    """Whether there are texts that could be in the index and are not."""
    waiting = connection.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None
    return _can_index(connection) and (waiting or not _is_there(connection))


def bring_up(connection: Connection) -> None:
    """Makes the index of all texts."""
    if not _can_index(connection):
        return
    if not _is_there(connection):
        connection.execute(_INDEX)
    connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    connection.execute("DELETE FROM unindexed")


def where_found(connection: Connection, terms: Sequence[Term], column: str | None = None) -> Where:
    """The articles (`a`) in whose texts, or in one of these, all terms stand."""
    columns = _COLUMNS if column is None else (column,)
    if not _is_usable(connection):
        return _where_seen(terms, columns, "texts")
    indexed = _where_indexed(terms, columns)
    if not is_behind(connection):
        return indexed
    late = _where_seen(terms, columns, "texts JOIN unindexed USING (article)")
    return Where([f"({indexed} OR {late})"], indexed.values + late.values)


def _where_indexed(terms: Sequence[Term], columns: Sequence[str]) -> Where:
    asked = " AND ".join(f"({' OR '.join(_quoted(form) for form in term.forms)})" for term in terms)
    match = f"{{{' '.join(columns)}}} : ({asked})"
    return Where(["a.number IN (SELECT rowid FROM words WHERE words MATCH ?)"], [match])


def _quoted(form: str) -> str:
    return f'"{form}"'  # letters, digits and spaces


def _where_seen(terms: Sequence[Term], columns: Sequence[str], tables: str) -> Where:
    conditions, values = [], []
    for term in terms:
        seen = [(f"{column} LIKE ?", f"%{form}%") for column in columns for form in term.forms]  # no form has % or _
        conditions.append(f"({' OR '.join(condition for condition, _ in seen)})")
        values += [form for _, form in seen]
    return Where([f"a.number IN (SELECT article FROM {tables} WHERE {' AND '.join(conditions)})"], [*values])


def _is_usable(connection: Connection) -> bool:
    return _can_index(connection) and _is_there(connection)


def _can_index(connection: Connection) -> bool:
    if not isinstance(connection, sqlite3.Connection):
        return False
    return connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is not None


def _is_there(connection: Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'words'").fetchone() is not None


def _is_waiting(connection: Connection, article: int) -> bool:
    return connection.execute("SELECT 1 FROM unindexed WHERE article = ?", [article]).fetchone() is not None
