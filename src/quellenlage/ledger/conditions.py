"""A Query as SQL: conditions with their values, over `a` (catalogue), `s` (said), `m` (measured), `t` (traces),
`p` (parties).

Plain SQL with `?` for values. What the conditions mean is said in `query`; the ledger's contract tests hold both alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from quellenlage.ledger.query import Query, folded

Value = str | int | float
_ALWAYS = "1 = 1"
_OF_UNIT = "m.unit_folded = ?"
OF_STATEMENT = "m.article = s.article AND m.position = s.position"
"""Joins `measured` to the statements whose figures it counts."""


@dataclass(slots=True)
class Where:
    """Conditions joined by AND, with their values in order."""

    conditions: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def add(self, condition: str, *values: Value | None) -> None:
        """Adds the condition unless its value is None (asks for nothing)."""
        if None not in values:
            self.conditions.append(condition)
            self.values += (value for value in values if value is not None)

    def __and__(self, other: Where) -> Where:
        return Where(self.conditions + other.conditions, self.values + other.values)

    def __str__(self) -> str:
        return " AND ".join(self.conditions) or _ALWAYS


def where_articles(query: Query) -> Where:
    """The articles asked for."""
    where = where_articles_alone(query)
    if query.asks_of_statements:
        said = _where_said(query)
        where.add(f"EXISTS (SELECT 1 FROM said AS s WHERE s.article = a.number AND {said})", *said.values)
    return where


def where_articles_alone(query: Query) -> Where:
    """The conditions on articles themselves."""
    where = Where()
    if query.article is not None:
        where.add(_any_equal("a.id", "a.url", "a.page_name", "a.page_file"), *[query.article] * 4)
    where.add("a.language = ?", query.language)
    where.add("a.access = ?", query.access)
    where.add("INSTR(a.outlet_folded, ?) > 0", _folded(query.outlet))
    where.add("COALESCE(a.outlet, '') = ?", query.outlet_name)
    where.add("a.published_day >= ?", _day(query.since))
    where.add("a.published_day <= ?", _day(query.until))
    if query.undated:
        where.add("a.published_day IS NULL")
    return where


def where_statements(query: Query) -> Where:
    """The statements asked for."""
    return where_articles_alone(query) & _where_said(query)


def where_asserted(query: Query) -> Where | None:
    """The traces of what outlets assert by themselves, among those asked for; None where it is asked who says it."""
    if (query.source, query.cls, query.kind, query.unit) != (None, None, None, None):
        return None
    where = where_articles_alone(query)
    where.add("INSTR(t.content_folded, ?) > 0", _folded(query.text))
    return where


def where_figures(query: Query) -> Where:
    """The figures (`m`, counted by unit) in the statements asked for."""
    where = where_statements(replace(query, unit=None))
    where.add(_OF_UNIT, _folded(query.unit))
    return where


def where_voices(query: Query) -> Where:
    """The statements in which parties are looked for; `where_parties` are conditions on these themselves."""
    return where_articles_alone(query) & _where_reported(query)


def where_parties(query: Query) -> Where:
    """The parties asked for."""
    where = Where()
    where.add("INSTR(p.name_folded, ?) > 0", _folded(query.source))
    where.add("p.class = ?", query.cls)
    return where


def _where_said(query: Query) -> Where:
    where = _where_reported(query)
    where.add("INSTR(s.names_folded, ?) > 0", _folded(query.source))
    where.add("s.class = ?", query.cls)
    return where


def _where_reported(query: Query) -> Where:
    where = Where()
    where.add("s.kind = ?", query.kind)
    where.add("INSTR(s.content_folded, ?) > 0", _folded(query.text))
    where.add(f"EXISTS (SELECT 1 FROM measured AS m WHERE {OF_STATEMENT} AND {_OF_UNIT})", _folded(query.unit))
    return where


def _any_equal(*columns: str) -> str:
    return f"({' OR '.join(f'{column} = ?' for column in columns)})"


def _folded(text: str | None) -> str | None:
    return None if text is None else folded(text)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
