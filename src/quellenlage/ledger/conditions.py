"""A Query as SQL: conditions with their values, over `a` (articles), `s` (statements), `t` (traces), `v` (voices).

Plain SQL with `?` for values. What the conditions mean is said in `query`; the ledger's contract tests hold both alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from quellenlage.ledger.query import Query, folded

Value = str | int
_ALWAYS = "1 = 1"


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

    def __str__(self) -> str:
        return " AND ".join(self.conditions) or _ALWAYS


def where_statements(query: Query) -> Where:
    """The statements asked for."""
    return _where_said(query, "s.content_folded")


def where_claims(query: Query) -> Where:
    """The traces (beside their statements, where they have any) of which a claim must have one."""
    return _where_said(query, "COALESCE(s.content_folded, t.content_folded)")


def _where_said(query: Query, content: str) -> Where:
    where = _where_articles(query)
    _add_statement(where, query, content)
    voice = "EXISTS (SELECT 1 FROM voices AS v WHERE v.article = s.article AND v.statement = s.position AND {})"
    where.add(voice.format("INSTR(v.name_folded, ?) > 0"), _folded(query.source))
    where.add(voice.format("v.hop = 0 AND v.class = ?"), query.cls)
    return where


def where_voices(query: Query) -> Where:
    """The voices asked for; `source` and `cls` are conditions on the voice itself."""
    where = _where_articles(query)
    _add_statement(where, query, "s.content_folded")
    where.add("INSTR(v.name_folded, ?) > 0", _folded(query.source))
    where.add("v.class = ?", query.cls)
    return where


def _where_articles(query: Query) -> Where:
    where = Where()
    if query.article is not None:
        where.add(_any_equal("a.id", "a.url", "a.page_name", "a.page_file"), *[query.article] * 4)
    where.add("a.language = ?", query.language)
    where.add("INSTR(a.outlet_folded, ?) > 0", _folded(query.outlet))
    where.add("a.published_day >= ?", _day(query.since))
    where.add("a.published_day <= ?", _day(query.until))
    if query.undated:
        where.add("a.published_day IS NULL")
    return where


def _add_statement(where: Where, query: Query, content: str) -> None:
    where.add("s.kind = ?", query.kind)
    where.add(f"INSTR({content}, ?) > 0", _folded(query.text))


def _any_equal(*columns: str) -> str:
    return f"({' OR '.join(f'{column} = ?' for column in columns)})"


def _folded(text: str | None) -> str | None:
    return None if text is None else folded(text)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
