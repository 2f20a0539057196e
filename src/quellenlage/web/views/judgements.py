"""What people have judged: all of it, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from quellenlage import judging
from quellenlage.exporting.columns import JUDGEMENTS
from quellenlage.ledger import View
from quellenlage.model.claim import Judgement
from quellenlage.model.undoing import holding
from quellenlage.rendering.claim_records import judgement_record
from quellenlage.rendering.phrases import words
from quellenlage.web.desk import At, Reading, Writing
from quellenlage.web.pages import view
from quellenlage.web.views.claim import Signed

router = APIRouter(include_in_schema=False)
_A_PAGE = 12


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a judgement: how many statements, one of them with its words (None where it is not there now)."""

    statements: int
    example: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with what it speaks of. `undoable`: taking it back would change something."""

    judgement: Judgement
    holds: bool
    undoable: bool
    sides: tuple[Side, ...]
    undone: Judgement | None


@router.get("/judgements.json")
@router.get("/judgements.csv")
@router.get("/judgements")
def judgements(request: Request, ledger: Reading, desk: At, after: str | None = None) -> Response:
    """All judgements, the latest first; data has them all, in order of recording."""
    known = ledger.judgements()
    latest = list(reversed(known))
    begin = next((number for number, each in enumerate(latest, start=1) if each.id == after), 0)
    page = latest[begin : begin + _A_PAGE]
    return view(
        request,
        "judgements.html",
        record=lambda: {"total": len(known), "items": [judgement_record(each) for each in known]},
        table=lambda: JUDGEMENTS.rows(known),
        items=_judged(ledger, page, known),
        total=len(known),
        following=page[-1].id if begin + _A_PAGE < len(latest) else None,
        user=desk.user,
    )


@router.post("/judgements/{judgement_id}/undo")
def undo(request: Request, ledger: Writing, judgement_id: str, signed: Signed) -> Response:
    """Takes a judgement back, and leads to where somebody came from."""
    judging.undo(ledger, judgement_id, signed)
    claim = request.query_params.get("claim", "")
    found = ledger.claims_with(claim) if claim else ()
    return RedirectResponse(f"/claims/{found[0]}#judgements" if len(found) == 1 else "/judgements", 303)


def _judged(ledger: View, page: Sequence[Judgement], known: Sequence[Judgement]) -> tuple[Judged, ...]:
    valid = {each.id for each in holding(known)}
    by_id = {each.id: each for each in known}
    last_undoing = {each.undoes: each.id for each in known}
    return tuple(
        Judged(
            judgement=each,
            holds=each.id in valid or (each.undoes is not None and each.undoes not in valid),
            undoable=each.id in valid or (last_undoing.get(each.undoes) == each.id and each.undoes not in valid),
            sides=tuple(_side(ledger, side) for side in each.sides),
            undone=by_id.get(each.undoes or ""),
        )
        for each in page
    )


def _side(ledger: View, statements: tuple[str, ...]) -> Side:
    for trace in ledger.traces(statements[:1]):
        stated = trace.statement or next(
            (each for each in ledger.reading(trace.article).statements if each.id == trace.id), None
        )
        if stated:
            return Side(len(statements), trace.id, words(stated.attribution.content))
    return Side(len(statements), statements[0], None)
