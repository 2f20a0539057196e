"""The catalogue: what is listed and counted of the newest reading of each article, in narrow tables beside the record.

The record keeps whole readings; to count over it is to read all of it. Everything here is derived and made again when
`VERSION` changes. Every function works inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import datetime

from quellenlage.ledger import indexing, reviewing
from quellenlage.ledger.connection import Connection
from quellenlage.ledger.entries import article_row
from quellenlage.ledger.query import folded
from quellenlage.ledger.rows import catalogue_row, insert, measured_rows, said_row, storable, stored_reading, tally_rows
from quellenlage.ledger.searching import texts
from quellenlage.model.statement import Reading

VERSION = 3
"""Of what is put into these tables, and of the form of the texts that are searched."""

_BY_ARTICLE = ("measured", "said", "tallies", "heard")
_ALIKE = """
CREATE TEMP VIEW catalogue AS SELECT number, id, page_name, page_file, url, outlet, outlet_folded, headline,
  json_extract(wire, '$.authors') AS authors, language, json_extract(wire, '$.access.state') AS access,
  published, published_day, COALESCE(SUBSTR(published, 1, 19), '') AS published_at, recorded_at,
  (SELECT COUNT(*) FROM statements AS s WHERE s.article = number) AS statements,
  (SELECT COUNT(*) FROM voices AS v WHERE v.article = number AND v.hop = 0 AND v.class = 'unnamed') AS unnamed,
  (SELECT COALESCE(SUM(s.figures), 0) FROM statements AS s WHERE s.article = number) AS figures
  FROM current;
CREATE TEMP VIEW said AS SELECT s.article, s.position, s.id, s.kind, v.class, s.figures,
  (SELECT GROUP_CONCAT(n.name_folded, 'N') FROM voices AS n
    WHERE n.article = s.article AND n.statement = s.position) AS names_folded, s.content_folded
  FROM current AS a JOIN statements AS s ON s.article = a.number
  JOIN voices AS v ON v.article = s.article AND v.statement = s.position AND v.hop = 0;
CREATE TEMP VIEW tallies AS SELECT kind, class, article, COUNT(*) AS statements, SUM(figures) AS figures
  FROM said GROUP BY kind, class, article;
CREATE TEMP VIEW parties AS SELECT MIN(rowid) AS number, name, name_folded, class FROM voices GROUP BY name, class;
CREATE TEMP VIEW heard AS SELECT p.number AS party, v.article, SUM(v.hop = 0) AS said, SUM(v.hop > 0) AS relayed
  FROM current AS a JOIN voices AS v ON v.article = a.number JOIN parties AS p ON p.name = v.name AND p.class = v.class
  GROUP BY p.number, v.article;
CREATE TEMP VIEW measured AS SELECT s.article, s.position, json_extract(f.value, '$.unit') AS unit,
  folded(json_extract(f.value, '$.unit')) AS unit_folded, COUNT(*) AS figures
  FROM current AS a JOIN statements AS s ON s.article = a.number, json_each(s.wire, '$.figures') AS f
  GROUP BY s.article, s.position, unit
"""


def is_current(connection: Connection) -> bool:
    """False where an older version of the program made the catalogue."""
    return bool(connection.execute("SELECT version FROM cataloguing").fetchone() == (VERSION,))


def see_through(connection: sqlite3.Connection) -> None:
    """For a view of an SQLite file whose catalogue is not current: the same tables, slower, made of the record as it
    is asked for. Nothing is written."""
    connection.create_function("folded", 1, folded, deterministic=True)
    for view in _ALIKE.split(";\n"):
        connection.execute(view)


def bring_up(connection: Connection) -> None:
    """Makes the catalogue and the index again, where they are not current. For the one who writes."""
    if not is_current(connection):
        for table in ("unindexed", "texts", *_BY_ARTICLE, "parties", "catalogue", "cataloguing"):
            connection.execute(f"DELETE FROM {table}")
        indexing.forget(connection)
        listed = "SELECT number, page_name, recorded_at FROM current ORDER BY number"
        for number, page, recorded_at in connection.execute(listed).fetchall():
            enter(connection, number, page, stored_reading(connection, number), datetime.fromisoformat(recorded_at))
        connection.execute("INSERT INTO cataloguing (version) VALUES (?)", [VERSION])
    if indexing.is_behind(connection):
        indexing.bring_up(connection)


def enter(connection: Connection, number: int, page: str, reading: Reading, recorded_at: datetime) -> None:
    """Lists the newest reading of an article in place of an earlier one."""
    _leave(connection, reading.article.id)
    insert(connection, "catalogue", catalogue_row(number, article_row(reading, page, recorded_at)))
    reviewed = reviewing.reviewed(connection, [statement.id for statement in reading.statements])
    for position, statement in enumerate(reading.statements):
        row = said_row(number, position, statement, reviewed=statement.id in reviewed)
        insert(connection, "said", row)
        for measured in measured_rows(number, position, statement):
            insert(connection, "measured", measured)
    for row in tally_rows(number, reading.statements):
        insert(connection, "tallies", row)
    _hear(connection, number, reading)
    indexing.add(connection, number, texts(reading))


def _leave(connection: Connection, article: str) -> None:
    for (number,) in connection.execute("SELECT number FROM catalogue WHERE id = ?", [article]).fetchall():
        indexing.remove(connection, number)
        for table in _BY_ARTICLE:
            connection.execute(f"DELETE FROM {table} WHERE article = ?", [number])
        connection.execute("DELETE FROM catalogue WHERE number = ?", [number])


def _hear(connection: Connection, number: int, reading: Reading) -> None:
    """How often each party speaks and relays in the article."""
    said = Counter((storable(each.speaker.name), each.speaker.cls) for each in reading.statements)
    relayed = Counter((storable(voice.name), voice.cls) for each in reading.statements for voice in each.via)
    for name, cls in dict.fromkeys((*said, *relayed)):
        party = {"name": name, "name_folded": folded(name), "class": cls.value}
        insert(connection, "parties", party, or_ignore=True)
        known = "SELECT number FROM parties WHERE name = ? AND class = ?"
        (heard,) = connection.execute(known, [name, cls.value]).fetchone()
        row = {"party": heard, "article": number, "said": said[name, cls], "relayed": relayed[name, cls]}
        insert(connection, "heard", row)
