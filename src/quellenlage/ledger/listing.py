"""The listings of an SQL ledger, from the tables that `cataloguing` keeps. The order of each is its cursor's keys.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from quellenlage.ledger import indexing, searching
from quellenlage.ledger.conditions import (
    OF_STATEMENT,
    Where,
    where_articles,
    where_articles_alone,
    where_figures,
    where_parties,
    where_statements,
    where_voices,
)
from quellenlage.ledger.connection import Connection
from quellenlage.ledger.entries import (
    ArticleRow,
    Count,
    Facets,
    FigureEntry,
    FoundEntry,
    Listing,
    SourceEntry,
    StatementEntry,
    T,
    make_facets,
    make_units,
)
from quellenlage.ledger.paging import Key, listed, one_more, page_of, place
from quellenlage.ledger.query import Query, Sort
from quellenlage.ledger.rows import ARTICLE_COLUMNS, ENTRY_COLUMNS, article_row_of, statement_entry, stored_article
from quellenlage.model.statement import Kind, SourceClass
from quellenlage.model.text import AccessState, Language

_SORTED_BY = {
    Sort.PUBLISHED: "a.published_at",
    Sort.RECORDED: "a.number",
    Sort.STATEMENTS: "a.statements",
    Sort.UNNAMED: "a.unnamed",
    Sort.FIGURES: "a.figures",
}
# A cross join keeps to its order in SQLite: articles first where they are asked for or give the order.
_STATED = "catalogue AS a CROSS JOIN said AS s"
_SURENESS = "said AS s CROSS JOIN catalogue AS a"
_TOGETHER = "s.article = a.number"


def articles(connection: Connection, query: Query) -> Listing[ArticleRow]:
    """The articles asked for."""
    where = where_articles(query)
    (total,) = connection.execute(f"SELECT COUNT(*) FROM catalogue AS a WHERE {where}", where.values).fetchone()
    name, by = f"articles/{query.sort}", _SORTED_BY[query.sort]
    if query.after is not None:
        types = (str if query.sort is Sort.PUBLISHED else int, int)
        where.add(f"({by}, a.number) < (?, ?)", *place(name, query.after, types))
    rows = connection.execute(
        f"SELECT {by}, a.number, {ARTICLE_COLUMNS} FROM catalogue AS a WHERE {where} "
        f"ORDER BY {by} DESC, a.number DESC LIMIT ?",
        [*where.values, one_more(query.limit)],
    )
    return listed(name, query, total, [(row[:2], article_row_of(row[2:])) for row in rows])


def facets(connection: Connection, query: Query) -> Facets:
    """How the articles and statements asked for divide."""
    where = where_articles(query)
    divided = "SELECT a.outlet, a.language, a.access, SUBSTR(a.published_day, 1, 7), COUNT(*) FROM catalogue AS a"
    rows = connection.execute(f"{divided} WHERE {where} GROUP BY 1, 2, 3, 4", where.values)
    outlets, languages, access, months = _by_column(rows, 4)
    tables, number = _counted(query, "statements")
    where = where_statements(query)
    rows = connection.execute(f"SELECT s.kind, s.class, {number} FROM {tables} {where} GROUP BY 1, 2", where.values)
    kinds, classes = _by_column(rows, 2)
    return make_facets(
        outlets,
        _named(languages, Language),
        _named(access, AccessState),
        months,
        _named(kinds, Kind),
        _named(classes, SourceClass),
    )


def statements(connection: Connection, query: Query) -> Listing[StatementEntry]:
    """The statements asked for."""
    where = where_statements(query)
    if query.after is not None:
        where.add("(a.number, s.position) > (?, ?)", *place("statements", query.after, (int, int)))
    found = _entries(connection, _STATED, where, one_more(query.limit))
    return listed("statements", query, _total(connection, query, "statements"), found)


def queue(connection: Connection, query: Query) -> Listing[StatementEntry]:
    """The statements asked for that have no review which holds."""
    where = where_statements(query)
    few = _asks_of_each(query) or bool(where_articles_alone(query).conditions)
    where.add("+s.reviewed = 0" if where.conditions else "s.reviewed = 0")  # +: without the index, as nearly all wait
    counted = f"{_STATED} WHERE {_TOGETHER} AND" if few else "said AS s WHERE"
    (total,) = connection.execute(f"SELECT COUNT(*) FROM {counted} {where}", where.values).fetchone()
    if not few:
        where.add("s.reviewed = 0")  # with the index, which has the order: many are found, soon there are enough
    keys = ("s.confidence", "s.article", "s.position")
    if query.after is not None:
        where.add(f"({', '.join(keys)}) > (?, ?, ?)", *place("queue", query.after, (float, int, int)))
    found = _entries(connection, _STATED if few else _SURENESS, where, one_more(query.limit), keys)
    return listed("queue", query, total, found)


def figures(connection: Connection, query: Query) -> Listing[FigureEntry]:
    """The figures in the statements asked for."""
    where = where_statements(query)
    where.add("s.figures > 0")
    after: tuple[Key, ...] = ()
    if query.after is not None:
        after = place("figures", query.after, (int, int, int))
        where.add("(a.number, s.position) >= (?, ?)", *after[:2])
    limit = one_more(query.limit)
    found = [
        (keys, FigureEntry(figure, entry.statement, entry.article))
        # Each of these statements holds a figure; only those of the first may all have been listed before.
        for place_of, entry in _entries(connection, _STATED, where, limit + 1)
        for number, figure in enumerate(entry.statement.qualification.figures)
        if query.admits_figure(figure) and (keys := (*place_of, number)) > after
    ]
    return listed("figures", query, _total_of_figures(connection, query), found)


def units(connection: Connection, query: Query) -> tuple[Count[str], ...]:
    """The units of the figures in the statements asked for."""
    where = where_figures(query)
    sql = f"SELECT m.unit, SUM(m.figures) FROM {_measured(query)} WHERE {where} GROUP BY m.unit"
    return make_units(Counter(dict(connection.execute(sql, where.values))))


def sources(connection: Connection, query: Query) -> Listing[SourceEntry]:
    """Who speaks or relays in the statements asked for. Articles that were added after the first page do not count, so
    that no entry moves from page to page."""
    following = Where()
    known: Key = _known(connection)
    if query.after is not None:
        known, *after = place("sources", query.after, (int, int, str, str))
        following.add("(less, name, class) > (?, ?, ?)", *after)
    grouped, values = _voices(query, known)
    rows = connection.execute(  # grouped once, to count and to list; there is a row also where nothing follows
        f"WITH found AS ({grouped}) SELECT total, less, name, class, said, relayed, articles "
        f"FROM (SELECT COUNT(*) AS total FROM found) AS counted LEFT JOIN found ON {following} "
        "ORDER BY 2, 3, 4 LIMIT ?",
        [*values, *following.values, one_more(query.limit)],
    ).fetchall()
    found = [
        ((known, less, name, cls), SourceEntry(name, SourceClass(cls), *counts))
        for _, less, name, cls, *counts in rows
        if name is not None
    ]
    return listed("sources", query, rows[0][0], found)


def search(connection: Connection, text: str, query: Query) -> Listing[FoundEntry]:
    """The articles that the search finds."""
    terms = searching.parse(text, query.language)
    where = where_articles(query) & indexing.where_found(connection, terms)
    first, second = (indexing.where_found(connection, terms, column) for column in ("headline", "stated"))
    ranks = f"CASE WHEN {first} THEN 0 WHEN {second} THEN -1 ELSE -2 END"
    keys = connection.execute(  # of all that are found: looking for them twice, to count and to rank, takes longer
        f"SELECT {ranks}, a.published_at, a.number FROM catalogue AS a WHERE {where}",
        [*first.values, *second.values, *where.values],
    ).fetchall()
    page = page_of("search", query, ((key, key[-1]) for key in keys), (int, str, int), descending=True)
    return Listing(tuple(_found(connection, number, terms) for number in page.items), page.total, page.next)


def _entries(
    connection: Connection,
    tables: str,
    where: Where,
    limit: int,
    keys: Sequence[str] = ("a.number", "s.position"),
) -> list[tuple[tuple[Key, ...], StatementEntry]]:
    """The statements asked for, ordered by these keys and with them."""
    order = ", ".join(keys)
    rows = connection.execute(
        f"SELECT {order}, {ENTRY_COLUMNS} FROM {tables} CROSS JOIN statements AS w "
        f"WHERE {_TOGETHER} AND w.article = s.article AND w.position = s.position AND {where} ORDER BY {order} LIMIT ?",
        [*where.values, limit],
    )
    return [(row[: len(keys)], statement_entry(row[len(keys) :])) for row in rows]


def _found(connection: Connection, number: int, terms: Sequence[searching.Term]) -> FoundEntry:
    row = connection.execute(f"SELECT {ARTICLE_COLUMNS} FROM catalogue AS a WHERE a.number = ?", [number]).fetchone()
    return searching.found(article_row_of(row), stored_article(connection, number), terms)


def _total(connection: Connection, query: Query, column: str) -> int:
    where = where_statements(query)
    tables, number = _counted(query, column)
    (total,) = connection.execute(f"SELECT {number} FROM {tables} {where}", where.values).fetchone()
    return int(total or 0)


def _total_of_figures(connection: Connection, query: Query) -> int:
    if query.unit is None:
        return _total(connection, query, "figures")
    where = where_figures(query)
    sql = f"SELECT COALESCE(SUM(m.figures), 0) FROM {_measured(query)} WHERE {where}"
    (total,) = connection.execute(sql, where.values).fetchone()
    return int(total)


def _measured(query: Query) -> str:
    """The tables in which figures are counted by unit: no more than the conditions are on."""
    others = replace(query, unit=None)
    if not where_statements(others).conditions:
        return "measured AS m"
    if not others.asks_of_statements:
        return "catalogue AS a JOIN measured AS m ON m.article = a.number"
    return f"measured AS m JOIN said AS s ON {OF_STATEMENT} JOIN catalogue AS a ON {_TOGETHER}"


def _counted(query: Query, column: str) -> tuple[str, str]:
    """Where the statements asked for are counted fastest, up to the conditions, and how many a row counts for."""
    words = _asks_of_each(query)
    table = "said" if words else "tallies"
    number = "COUNT(*)" if words and column == "statements" else f"SUM(s.{column})"
    if where_articles_alone(query).conditions:
        return f"catalogue AS a CROSS JOIN {table} AS s WHERE {_TOGETHER} AND", number
    return f"{table} AS s WHERE", number


def _asks_of_each(query: Query) -> bool:
    """Whether there is a condition that only the single statement can meet."""
    return query.text is not None or query.source is not None or query.unit is not None


def _known(connection: Connection) -> int:
    (number,) = connection.execute("SELECT COALESCE(MAX(number), 0) FROM catalogue").fetchone()
    return int(number)


def _voices(query: Query, known: Key) -> tuple[str, list[Key]]:
    """The parties with their counts, and the negative of their number of statements, to order by."""
    asked = where_parties(query)
    if query.kind is None and query.text is None and query.unit is None:
        where = Where()
        where.add("h.article <= ?", known)
        articles = where_articles_alone(query)
        if articles.conditions:
            where.add(f"h.article IN (SELECT a.number FROM catalogue AS a WHERE {articles})", *articles.values)
        counts = "SUM(said) AS said, SUM(relayed) AS relayed, COUNT(*) AS articles"
        heard = f"SELECT h.party, {counts} FROM heard AS h WHERE {where} GROUP BY h.party"
        columns = "p.name, p.class, g.said, g.relayed, g.articles, -g.said - g.relayed AS less"
        tables = f"({heard}) AS g JOIN parties AS p ON p.number = g.party"
        return f"SELECT {columns} FROM {tables} WHERE {asked}", where.values + asked.values
    where = where_voices(query) & asked
    where.add("a.number <= ?", known)
    said, relayed = (f"SUM(CASE WHEN p.hop {hops} THEN 1 ELSE 0 END)" for hops in ("= 0", "> 0"))
    columns = f"{said} AS said, {relayed} AS relayed, COUNT(DISTINCT p.article) AS articles"
    together = f"{_TOGETHER} AND p.article = s.article AND p.statement = s.position"
    selected = f"SELECT p.name, p.class, {columns}, -COUNT(*) AS less FROM {_STATED} CROSS JOIN voices AS p"
    return f"{selected} WHERE {together} AND {where} GROUP BY p.name, p.class", where.values


def _by_column(rows: Iterable[tuple[Any, ...]], columns: int) -> list[Counter[Any]]:
    """For each of the first columns, how many have each value; the last column is how many a row stands for."""
    counts: list[Counter[Any]] = [Counter() for _ in range(columns)]
    for *values, number in rows:
        for count, value in zip(counts, values, strict=True):
            count[value] += number
    return counts


def _named(counts: Counter[str], enum: type[T]) -> Counter[T]:
    return Counter({enum(value): number for value, number in counts.items()})  # type: ignore[call-arg]
