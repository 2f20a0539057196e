"""What articles that say the same say otherwise: who is named, who passed it on, hedges, denials, figures.

Unlike drift, this needs no way from one article to the other. Each aspect is held against the article that tells most
of it: the best named source, the first hedge, the first figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from quellenlage.linking.measures import figure_drift
from quellenlage.linking.names import fold
from quellenlage.model.claim import Appearance, ArticleHead, DriftKind
from quellenlage.model.contrast import Cell, Difference, DifferenceKind
from quellenlage.model.statement import Certainty, Polarity, SourceClass, Statement
from quellenlage.model.text import day_of

_WITHHELD = frozenset({SourceClass.UNNAMED, SourceClass.GROUP})
_MINUTE = len("2031-03-04T07:51")  # on the pages' own clocks, with or without an offset
_NOBODY, _SOMEBODY, _NAMED = range(3)


def make_cell(appearances: Sequence[Appearance], asserted: frozenset[str]) -> Cell:
    """The cell of one article's appearances; `asserted` are the ids of those that the outlet says by itself."""
    ordered = sorted(
        appearances, key=lambda each: (-_telling(each.statement), each.statement.attribution.content[0].block)
    )
    return Cell(tuple(ordered), is_asserted=all(each.statement.id in asserted for each in appearances))


def contrast(cells: Sequence[Cell | None]) -> tuple[Cell | None, ...]:
    """The cells of one claim, each with its differences."""
    there = [cell for cell in cells if cell is not None]
    return tuple(cell and replace(cell, differences=tuple(_differences(cell, there))) for cell in cells)


def _differences(cell: Cell, all_cells: Sequence[Cell]) -> Iterator[Difference]:
    others = [other for other in all_cells if other is not cell]
    if not others:
        return
    best = max(others, key=lambda other: (_best(other), len(_first(other).via)))
    yield from _named_less(cell, best)
    yield from _passed_on(cell, best)
    hedged = next((other for other in others if _is_hedged(other)), None)
    if hedged and not _is_hedged(cell):
        yield Difference(DifferenceKind.HEDGE_MISSING, _article(hedged), _hedge(hedged))
    if _is_denied(cell):
        asserting = next((other for other in others if not _is_denied(other)), None)
        if asserting:
            yield Difference(
                DifferenceKind.DENIED, _article(asserting), asserting.appearances[0].statement.speaker.name
            )
    counting = next((other for other in all_cells if _first(other).qualification.figures), None)
    if counting and counting is not cell:
        yield from _figures(counting, cell)


def _named_less(cell: Cell, best: Cell) -> Iterator[Difference]:
    if _best(cell) < _best(best) and _best(best) > _NOBODY:
        kinds = {_NOBODY: DifferenceKind.NOBODY_NAMED, _SOMEBODY: DifferenceKind.SOURCE_UNNAMED}
        yield Difference(kinds[_best(cell)], _article(best), _first(best).speaker.name)


def _passed_on(cell: Cell, best: Cell) -> Iterator[Difference]:
    """Relays of the best sourced article that this one, which is later, tells nothing of, unless it is their own."""
    if not _is_later(cell.appearances[0].article, best.appearances[0].article):
        return
    told = {fold(source.name) for each in cell.appearances for source in (*each.statement.via, each.statement.speaker)}
    head = cell.appearances[0].article
    told |= {fold(name) for name in (head.outlet or "", *head.agencies)}
    for relay in _first(best).via:
        if relay.name and not any(_is_one(fold(relay.name), name) for name in told):
            yield Difference(DifferenceKind.RELAY_MISSING, _article(best), relay.name)


def _is_later(one: ArticleHead, other: ArticleHead) -> bool:
    if one.published is None or other.published is None:
        return False
    if isinstance(one.published, datetime) and isinstance(other.published, datetime):
        return one.published.isoformat()[:_MINUTE] > other.published.isoformat()[:_MINUTE]
    return day_of(one.published) > day_of(other.published)


def _is_one(name: str, other: str) -> bool:
    return bool(other) and (name in other or other in name)


def _figures(before: Cell, after: Cell) -> Iterator[Difference]:
    one, other = before.appearances[0], after.appearances[0]
    same_language = one.article.language is other.article.language
    values = {
        figure.span.text: figure.value for each in (one, other) for figure in each.statement.qualification.figures
    }
    for what, here, there in figure_drift(one.statement, other.statement, same_language=same_language):
        low, high = values.get(here), values.get(there)
        if what is DriftKind.FIGURE and low is not None and high is not None and low != high:
            kind = DifferenceKind.HIGHER if high > low else DifferenceKind.LOWER
        elif what is DriftKind.BOUND:
            kind = DifferenceKind.BOUND
        else:
            kind = DifferenceKind.OTHER_FIGURE
        yield Difference(kind, _article(before), here)


def _telling(statement: Statement) -> int:
    """How much is told of who says it."""
    cls = statement.speaker.cls
    return _NOBODY if cls is SourceClass.NONE else _SOMEBODY if cls in _WITHHELD else _NAMED


def _best(cell: Cell) -> int:
    return _telling(_first(cell))


def _first(cell: Cell) -> Statement:
    return cell.appearances[0].statement


def _article(cell: Cell) -> str:
    return cell.appearances[0].article.id


def _is_hedged(cell: Cell) -> bool:
    return any(_weakened(each.statement) for each in cell.appearances)


def _weakened(statement: Statement) -> bool:
    return bool(statement.qualification.hedges) or statement.qualification.certainty is not Certainty.CERTAIN


def _hedge(cell: Cell) -> str:
    hedges = (span.text for each in cell.appearances for span in each.statement.qualification.hedges)
    return next(hedges, "")


def _is_denied(cell: Cell) -> bool:
    return _first(cell).qualification.polarity is Polarity.DENIED
