"""Compare: two to five articles side by side, what each has, leaves out and sources more thinly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as Asked
from fastapi.responses import Response

from quellenlage import settling
from quellenlage.exporting.tables import Cells, Rows
from quellenlage.model.claim import ArticleHead
from quellenlage.model.contrast import Cell, Contrast, Difference, Row
from quellenlage.model.statement import SourceClass
from quellenlage.model.wire import JSON, figure_to_wire, moment_to_wire
from quellenlage.rendering.phrases import words
from quellenlage.web.desk import Reading
from quellenlage.web.pages import page, view
from quellenlage.web.refusing import Refusal
from quellenlage.web.wording import later as _

router = APIRouter(include_in_schema=False)
_FEWEST, _MOST = 2, 5
_WITHHELD = (SourceClass.UNNAMED, SourceClass.GROUP)


@dataclass(frozen=True, slots=True)
class Sum:
    """How many of an article's claims others have, too, and none has; on whose word its claims stand."""

    shared: int
    alone: int
    named: int
    unnamed: int
    nobody: int


@router.get("/compare.json")
@router.get("/compare.csv")
@router.get("/compare")
def compare(request: Request, ledger: Reading, article: Annotated[list[str], Asked()] = []) -> Response:  # noqa: B006
    """The articles asked for."""
    chosen = list(dict.fromkeys(article))
    if not _FEWEST <= len(chosen) <= _MOST:
        return page(request, "compare_choose.html", chosen=len(chosen), fewest=_FEWEST, most=_MOST)
    try:
        found = settling.contrast(ledger, chosen)
    except KeyError as error:
        raise Refusal(404, _("No article has this id: %(id)s"), id=str(error.args[0])) from None
    return view(
        request,
        "compare.html",
        record=lambda: _record(found),
        table=lambda: Rows(_HEAD, _cells(found)),
        contrast=found,
        sums=[_sum(found, at) for at in range(len(found.articles))],
        shared=[(at, row) for at, row in enumerate(found.rows) if row.shared > 1],
        alone=[_alone(found, at) for at in range(len(found.articles))],
        names={head.id: name_of(head) for head in found.articles},
        without={head.id: [other for other in chosen if other != head.id] for head in found.articles},
    )


def name_of(head: ArticleHead) -> str:
    """What the page calls an article: its outlet, else its headline, else its input."""
    return head.outlet or head.headline or head.page


def _alone(found: Contrast, column: int) -> list[tuple[int, Cell]]:
    """What only this article has, with the places of the rows."""
    return [(at, cell) for at, row in enumerate(found.rows) if row.shared == 1 and (cell := row.cells[column])]


def _sum(found: Contrast, at: int) -> Sum:
    there = [(row, cell) for row in found.rows if (cell := row.cells[at])]
    classes = [cell.appearances[0].statement.speaker.cls for _, cell in there]
    unnamed = sum(cls in _WITHHELD for cls in classes)
    nobody = sum(cls is SourceClass.NONE for cls in classes)
    shared = sum(row.shared > 1 for row, _ in there)
    return Sum(shared, len(there) - shared, len(there) - unnamed - nobody, unnamed, nobody)


def _record(found: Contrast) -> JSON:
    return {
        "articles": [
            {
                "id": head.id,
                "url": head.url,
                "outlet": head.outlet,
                "headline": head.headline,
                "published": moment_to_wire(head.published),
            }
            for head in found.articles
        ],
        "rows": [
            {
                "claim": row.claim,
                "against": list(row.against),
                "cells": [None if cell is None else _cell_record(cell) for cell in row.cells],
            }
            for row in found.rows
        ],
    }


def _cell_record(cell: Cell) -> JSON:
    return {
        "asserted": cell.is_asserted,
        "statements": [
            {
                "id": each.statement.id,
                "content": [span.text for span in each.statement.attribution.content],
                "speaker": each.statement.speaker.name,
                "class": each.statement.speaker.cls.value,
                "via": [source.name for source in each.statement.via],
                "polarity": each.statement.qualification.polarity.value,
                "certainty": each.statement.qualification.certainty.value,
                "hedges": [span.text for span in each.statement.qualification.hedges],
                "figures": [figure_to_wire(figure) for figure in each.statement.qualification.figures],
            }
            for each in cell.appearances
        ],
        "differences": [_difference_record(each) for each in cell.differences],
    }


def _difference_record(difference: Difference) -> JSON:
    return {"what": difference.what.value, "than": difference.than, "words": difference.words}


_HEAD = (
    "row",
    "claim",
    "article",
    "outlet",
    "there",
    "content",
    "speaker",
    "class",
    "via",
    "certainty",
    "figures",
    "differences",
    "statement",
)


def _cells(found: Contrast) -> Iterator[Cells]:
    for number, row in enumerate(found.rows, 1):
        for head, cell in zip(found.articles, row.cells, strict=True):
            yield _line(number, row, head, cell)


def _line(number: int, row: Row, head: ArticleHead, cell: Cell | None) -> Cells:
    statement = cell.appearances[0].statement if cell else None
    told = (
        number,
        row.claim,
        head.id,
        head.outlet,
        int(cell is not None),
        words(statement.attribution.content) if statement else None,
        statement.speaker.name if statement else None,
        statement.speaker.cls.value if statement else None,
        " → ".join(source.name for source in statement.via) if statement else None,
        statement.qualification.certainty.value if statement else None,
        "; ".join(each.span.text for each in statement.qualification.figures) if statement else None,
        "; ".join(f"{each.what.value}: {each.words}" for each in cell.differences) if cell else None,
        statement.id if statement else None,
    )
    return dict(zip(_HEAD, told, strict=True))
