"""Claims: the list, and one with everything derived of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from quellenlage import settling
from quellenlage.rendering.claim_records import claim_record
from quellenlage.web.api.answering import Ask, Asked
from quellenlage.web.api.asking import ClaimId, OfClaims
from quellenlage.web.api.describing import answers_list, answers_one
from quellenlage.web.api.schema_claim import Claim
from quellenlage.web.api.schema_list import Claims
from quellenlage.web.wording import later as _

router = APIRouter(tags=["claims"])


@router.get(
    "/claims", summary=_("List claims, with their origins"), responses=answers_list(Claims, {"read_claim": "claim"})
)
def list_claims(ask: Ask, asked: Annotated[OfClaims, Query()]) -> Response:
    return ask.list(settling.claims(ask.ledger, asked.query(), least=asked.appearances), claim_record)


@router.get(
    "/claims/{claim}",
    summary=_("Read a claim with all its receipts"),
    responses=answers_one(Claim, by_its_own_id=True),
)
def read_claim(ask: Ask, claim: ClaimId) -> Response:
    found = settling.claim(ask.ledger, find_claim(ask, claim))
    address = str(ask.request.scope["root_path"]) + f"/claims/{found.id}"
    return ask.answer(claim_record(found), **{"Content-Location": address})


def find_claim(ask: Asked, statement: str) -> str:
    """The id of the claim that this statement is of. Raises Refused where it is of none."""

    def with_it(key: str) -> str:
        found = ask.ledger.claims_with(key)
        if len(found) != 1:
            raise KeyError(key)
        return found[0]

    return ask.find(with_it, statement)
