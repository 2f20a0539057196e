"""One claim: its words, origins, way, places, changes; and a person's word on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from quellenlage import judging, settling
from quellenlage.ledger import Query, View
from quellenlage.model.claim import Claim
from quellenlage.model.review import reviews_holding
from quellenlage.rendering.claim_records import claim_record
from quellenlage.web.desk import At, Desk, Reading, Writing
from quellenlage.web.drawing import draw
from quellenlage.web.graph import make_graph, unrolled
from quellenlage.web.pages import view
from quellenlage.web.remembering import known_claims
from quellenlage.web.timeline import time_line
from quellenlage.web.unfolding import unfold
from quellenlage.web.wording import language_of, translations

router = APIRouter(include_in_schema=False)
_CANDIDATES = 8  # claims offered for a merge; each has to be derived


def signature(
    request: Request, desk: At, by: Annotated[str, Form()] = "", note: Annotated[str, Form()] = ""
) -> judging.Signature:
    """Who judges, now, and why: the desk's user, else the name in the form."""
    person = desk.user or by.strip()
    if not person:
        _ = translations(language_of(request)).gettext
        raise HTTPException(422, _("Nobody knows who judges. Go back and give a name."))
    return judging.Signature(person, datetime.now(UTC), note.strip() or None)


Signed = Annotated[judging.Signature, Depends(signature)]


@router.get("/claims/{claim_id}")
@router.get("/claims/{claim_id}.json")  # decorators work from below, and the other one would swallow the ending
def claim(request: Request, ledger: Reading, desk: At, claim_id: str, find: str = "") -> Response:
    """A claim with all its receipts. Whatever finds one claim leads to its own address."""
    meant = _meant(request, ledger, claim_id)
    if meant != claim_id:
        return RedirectResponse(str(request.url.path).replace(claim_id, meant, 1) + _asked(request), 307)
    known = known_claims(desk)
    found = settling.claim(ledger, meant, known=known)
    return view(
        request,
        "claim.html",
        record=lambda: claim_record(found),
        **_shown(request, found, desk),
        find=find,
        reviews=reviews_holding(ledger.reviews({each.statement.id for each in found.appearances})),
        candidates=_candidates(ledger, found, find, known),
    )


@router.post("/claims/{claim_id}/confirm")
def confirm(ledger: Writing, claim_id: str, signed: Signed) -> Response:
    """All its statements are one claim."""
    judging.confirm(ledger, claim_id, signed)
    return _back(ledger, claim_id)


@router.post("/claims/{claim_id}/split")
def split(
    request: Request,
    ledger: Writing,
    claim_id: str,
    signed: Signed,
    statement: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Those ticked are another claim than the rest."""
    _ = translations(language_of(request)).gettext
    members = {trace.id for trace in ledger.claim(judging.find_claim(ledger, claim_id)).traces}
    taken = statement or []
    if not taken:
        raise HTTPException(422, _("Nothing was ticked. Go back and tick the appearances that say something else."))
    if members <= set(taken):
        raise HTTPException(422, _("Everything was ticked. Go back and leave at least one appearance."))
    judging.split(ledger, claim_id, taken, signed)
    return _back(ledger, min(members - set(taken)))


@router.post("/claims/{claim_id}/merge")
def merge(
    request: Request, ledger: Writing, claim_id: str, signed: Signed, other: Annotated[str, Form()] = ""
) -> Response:
    """It is the same claim as another."""
    _ = translations(language_of(request)).gettext
    if not other:
        raise HTTPException(422, _("No other claim was chosen. Go back and choose one."))
    judging.merge(ledger, [claim_id, other], signed)
    return _back(ledger, claim_id)


def _meant(request: Request, ledger: View, given: str) -> str:
    """The id of the claim meant; not found where there is none, or more than one."""
    _ = translations(language_of(request)).gettext
    found = ledger.claims_with(given.lower()) if given else ()
    if not found:
        raise HTTPException(404, _("No claim has a statement whose id begins so."))
    if len(found) > 1:
        raise HTTPException(404, _("Several claims have statements whose ids begin so; give more digits."))
    return found[0]


def _asked(request: Request) -> str:
    return f"?{request.url.query}" if request.url.query else ""


def _shown(request: Request, found: Claim, desk: Desk) -> dict[str, Any]:
    language = language_of(request)
    unfolded = unfold(found)
    graph = make_graph(unfolded)
    return {
        "claim": found,
        "unfolded": unfolded,
        "graph": draw(graph, language),
        "unrolled": tuple(unrolled(graph)),
        "line": time_line(unfolded, language),
        "user": desk.user,
    }


def _candidates(ledger: View, claim: Claim, find: str, known: settling.Known) -> tuple[Claim, ...]:
    """Other claims with these words, to merge with."""
    if not find.strip():
        return ()
    asked = replace(Query(text=find.strip()), limit=_CANDIDATES + 1)
    found = (each for each in settling.claims(ledger, asked, known=known).items if each.id != claim.id)
    return tuple(found)[:_CANDIDATES]


def _back(ledger: View, statement: str) -> Response:
    """To the claim that has the statement now."""
    return RedirectResponse(f"/claims/{judging.find_claim(ledger, statement)}#judgements", 303)
