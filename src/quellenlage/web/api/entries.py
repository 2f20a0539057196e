"""What is said in all articles: statements, figures, sources, series of figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from quellenlage import settling
from quellenlage.rendering.records import figure_record, source_record, statement_record
from quellenlage.rendering.series import series_record
from quellenlage.web.api.answering import Ask, Refused
from quellenlage.web.api.asking import OfStatements
from quellenlage.web.api.describing import answers_list
from quellenlage.web.api.schema_list import Figures, SeriesList, Sources, Statements
from quellenlage.web.problems import QUERY
from quellenlage.web.wording import later as _

router = APIRouter(tags=["statements"])
_MOST_FIGURES = 400  # all are compared with all


@router.get("/statements", summary=_("List statements"), responses=answers_list(Statements))
def list_statements(ask: Ask, asked: Annotated[OfStatements, Query()]) -> Response:
    return ask.list(ask.ledger.statements(asked.query()), statement_record)


@router.get("/figures", summary=_("List figures, with whose they are"), responses=answers_list(Figures))
def list_figures(ask: Ask, asked: Annotated[OfStatements, Query()]) -> Response:
    return ask.list(ask.ledger.figures(asked.query()), figure_record)


@router.get("/sources", summary=_("List who speaks and who relays"), responses=answers_list(Sources))
def list_sources(ask: Ask, asked: Annotated[OfStatements, Query()]) -> Response:
    return ask.list(ask.ledger.sources(asked.query()), source_record)


@router.get("/series", summary=_("List series of figures that count the same"), responses=answers_list(SeriesList))
def list_series(ask: Ask, asked: Annotated[OfStatements, Query()]) -> Response:
    figures = ask.ledger.figures(replace(asked.query(), limit=1, after=None)).total
    if figures > _MOST_FIGURES:
        advice = f"at most {_MOST_FIGURES} are laid side by side; ask for fewer, by text, source or article"
        raise Refused(QUERY, f"these conditions meet {figures} figures; {advice}")
    return ask.list(settling.series(ask.ledger, asked.query()), series_record)
