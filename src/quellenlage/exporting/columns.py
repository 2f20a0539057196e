"""The columns of every kind of list: articles, statements, figures, sources, claims, series, points, judgements.

What is more than one piece is joined; the exact words of the page stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from quellenlage.exporting.tables import Cell, CellKind, Column, Table
from quellenlage.ledger.entries import ArticleEntry, ArticleRow, FigureEntry, SourceEntry, StatementEntry, file_of
from quellenlage.model.claim import Claim, Judgement
from quellenlage.model.figure import Figure
from quellenlage.model.series import Point, Series
from quellenlage.model.statement import Statement
from quellenlage.model.text import Span
from quellenlage.model.wire import moment_to_wire

_GAP = " … "
_ARROW = " → "
_LIST = "; "


class _Placed(Protocol):
    @property
    def article(self) -> ArticleEntry: ...


class _Told(_Placed, Protocol):
    @property
    def statement(self) -> Statement: ...


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """A point with the series that it belongs to, which has this number in its list (from 1)."""

    number: int
    series: Series
    point: Point


def points_of(found: Iterable[Series]) -> tuple[SeriesPoint, ...]:
    """All points of some series, one after the other."""
    return tuple(SeriesPoint(number, each, point) for number, each in enumerate(found, 1) for point in each.points)


def _words(spans: Iterable[Span]) -> str:
    return _GAP.join(span.text for span in spans)


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _via(statement: Statement) -> str:
    return _ARROW.join(source.name for source in statement.via)


def _likelihood(end: int) -> Callable[[_Told], Cell]:
    def of(told: _Told) -> Cell:
        likelihood = told.statement.qualification.likelihood
        return likelihood[end] if likelihood else None

    return of


def _said_at(entry: StatementEntry) -> Cell:
    said = entry.statement.qualification.said
    return said.span.text if said else None


def _blocks(statement: Statement) -> str:
    return ", ".join(map(str, sorted({span.block for span in statement.attribution.content})))


_VOICES: tuple[Column[_Told], ...] = (
    Column("speaker", lambda each: each.statement.speaker.name),
    Column("class", lambda each: each.statement.speaker.cls.value),
    Column("via", lambda each: _via(each.statement)),
)
_CONTENT: Column[_Told] = Column("content", lambda each: _words(each.statement.attribution.content))
_STATEMENT: Column[_Told] = Column("statement", lambda each: each.statement.id)
_ARTICLE: tuple[Column[_Placed], ...] = (
    Column("outlet", lambda each: each.article.outlet),
    Column("headline", lambda each: each.article.headline),
    Column("published", lambda each: moment_to_wire(each.article.published)),
    Column("url", lambda each: each.article.url),
    Column("page", lambda each: each.article.file),
    Column("article", lambda each: each.article.id),
)

ARTICLES: Table[ArticleRow] = Table(
    "articles",
    (
        *_ARTICLE,
        Column("language", lambda each: each.article.language.value),
        Column("access", lambda each: each.article.access.value),
        Column("statements", lambda each: each.statements, CellKind.INTEGER),
        Column("unnamed", lambda each: each.unnamed, CellKind.INTEGER),
        Column("figures", lambda each: each.figures, CellKind.INTEGER),
        Column("recorded_at", lambda each: each.recorded_at.isoformat()),
    ),
)

STATEMENTS: Table[StatementEntry] = Table(
    "statements",
    (
        *_VOICES,
        _CONTENT,
        Column("cue", lambda each: _words(each.statement.attribution.cue)),
        Column("kind", lambda each: each.statement.attribution.kind.value),
        Column("polarity", lambda each: each.statement.qualification.polarity.value),
        Column("certainty", lambda each: each.statement.qualification.certainty.value),
        Column("likelihood_low", _likelihood(0), CellKind.NUMBER),
        Column("likelihood_high", _likelihood(1), CellKind.NUMBER),
        Column("distance", lambda each: each.statement.qualification.stance.distance.value),
        Column("said", _said_at),
        Column("confidence", lambda each: each.statement.attribution.confidence, CellKind.NUMBER),
        Column("block", lambda each: _blocks(each.statement)),
        _STATEMENT,
        *_ARTICLE,
    ),
)


def _figure_columns() -> tuple[Column[Figure], ...]:
    return (
        Column("text", lambda each: each.span.text),
        Column("value", lambda each: each.value, CellKind.NUMBER),
        Column("high", lambda each: each.high, CellKind.NUMBER),
        Column("bound", lambda each: each.bound.value),
        Column("unit", lambda each: each.unit),
        Column("period", lambda each: _text(each.period)),
        Column("as_of", lambda each: _text(each.as_of)),
        Column("basis", lambda each: each.basis and each.basis.value),
        Column("counted", lambda each: _text(each.counted)),
    )


def _of_entry(column: Column[Figure]) -> Column[FigureEntry]:
    return Column(column.name, lambda each: column.of(each.figure), column.kind)


def _of_point(column: Column[Figure]) -> Column[SeriesPoint]:
    return Column(column.name, lambda each: column.of(each.point.figure), column.kind)


FIGURES: Table[FigureEntry] = Table(
    "figures", (*map(_of_entry, _figure_columns()), *_VOICES, _CONTENT, _STATEMENT, *_ARTICLE)
)

SOURCES: Table[SourceEntry] = Table(
    "sources",
    (
        Column("name", lambda each: each.name),
        Column("class", lambda each: each.cls.value),
        Column("said", lambda each: each.said, CellKind.INTEGER),
        Column("relayed", lambda each: each.relayed, CellKind.INTEGER),
        Column("articles", lambda each: each.articles, CellKind.INTEGER),
    ),
)


def _outlets(claim: Claim) -> str:
    return _LIST.join(dict.fromkeys(each.article.outlet or each.article.page for each in claim.appearances))


def _first_published(claim: Claim) -> Cell:
    return next((moment_to_wire(each.article.published) for each in claim.appearances if each.article.published), None)


CLAIMS: Table[Claim] = Table(
    "claims",
    (
        Column("claim", lambda each: each.id),
        Column("text", lambda each: each.text),
        Column("articles", lambda each: len({place.article.id for place in each.appearances}), CellKind.INTEGER),
        Column("appearances", lambda each: len(each.appearances), CellKind.INTEGER),
        Column("independent_origins", lambda each: len(each.origins), CellKind.INTEGER),
        Column("fewest", lambda each: each.fewest, CellKind.INTEGER),
        Column("most", lambda each: each.most, CellKind.INTEGER),
        Column("origins", lambda each: _LIST.join(origin.name for origin in each.origins)),
        Column("denied_by", lambda each: _LIST.join(each.denied_by)),
        Column("links", lambda each: len(each.links), CellKind.INTEGER),
        Column("changes", lambda each: len(each.drift), CellKind.INTEGER),
        Column("outlets", _outlets),
        Column("first_published", _first_published),
    ),
)


def _values(series: Series) -> list[float]:
    return [point.figure.value for point in series.points if point.figure.value is not None]


def _day(series: Series, choose: Callable[..., Cell]) -> Cell:
    days = [day for point in series.points for day in (point.first, point.last) if day]
    return choose((day.isoformat() for day in days), default=None)


def _speakers(series: Series) -> str:
    names = dict.fromkeys(point.appearance.statement.speaker.name for point in series.points)
    return _LIST.join(name for name in names if name)


SERIES: Table[Series] = Table(
    "series",
    (
        Column("unit", lambda each: each.unit),
        Column("basis", lambda each: each.basis and each.basis.value),
        Column("figures", lambda each: len(each.points), CellKind.INTEGER),
        Column("lowest", lambda each: min(_values(each), default=None), CellKind.NUMBER),
        Column("highest", lambda each: max(_values(each), default=None), CellKind.NUMBER),
        Column("first", lambda each: _day(each, min)),
        Column("last", lambda each: _day(each, max)),
        Column("contradictions", lambda each: len(each.contradictions), CellKind.INTEGER),
        Column("sources", _speakers),
    ),
)

POINTS: Table[SeriesPoint] = Table(
    "points",
    (
        Column("series", lambda each: each.number, CellKind.INTEGER),
        *map(_of_point, _figure_columns()),
        Column("interval_low", lambda each: each.point.low, CellKind.NUMBER),
        Column("interval_high", lambda each: each.point.high, CellKind.NUMBER),
        Column("first", lambda each: moment_to_wire(each.point.first)),
        Column("last", lambda each: moment_to_wire(each.point.last)),
        Column("speaker", lambda each: each.point.appearance.statement.speaker.name),
        Column("class", lambda each: each.point.appearance.statement.speaker.cls.value),
        Column("via", lambda each: _via(each.point.appearance.statement)),
        Column("statement", lambda each: each.point.appearance.statement.id),
        Column("outlet", lambda each: each.point.appearance.article.outlet),
        Column("published", lambda each: moment_to_wire(each.point.appearance.article.published)),
        Column("url", lambda each: each.point.appearance.article.url),
        Column("page", lambda each: file_of(each.point.appearance.article.page)),
        Column("article", lambda each: each.point.appearance.article.id),
    ),
)

JUDGEMENTS: Table[Judgement] = Table(
    "judgements",
    (
        Column("judgement", lambda each: each.id),
        Column("verdict", lambda each: each.verdict.value),
        Column("by", lambda each: each.by),
        Column("at", lambda each: each.at.isoformat()),
        Column("note", lambda each: each.note),
        Column("undoes", lambda each: each.undoes),
        Column("sides", lambda each: " | ".join(" ".join(side) for side in each.sides)),
    ),
)
