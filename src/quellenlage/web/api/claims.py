"""Claims: the list, and one with everything derived of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from quellenlage import settling
from quellenlage.model.text import Language
from quellenlage.rendering.claim_records import claim_record
from quellenlage.rendering.dossier_page import content_security_policy
from quellenlage.web.api.answering import Ask, Asked
from quellenlage.web.api.asking import ClaimId, OfClaims
from quellenlage.web.api.describing import answers_file, answers_list, answers_one
from quellenlage.web.api.schema_claim import Claim
from quellenlage.web.api.schema_list import Claims
from quellenlage.web.views.claim_exports import FORMS, write_claim
from quellenlage.web.wording import later as _

router = APIRouter(tags=["claims"])
_TEXT = {"type": "string"}
_JSON: dict[str, str] = {}  # of a schema that its own standard describes
_Form = StrEnum("_Form", [(form, form) for form in FORMS])  # type: ignore[misc]  # made of the one table of formats


@router.get(
    "/claims", summary=_("List claims, with their origins"), responses=answers_list(Claims, {"read_claim": "claim"})
)
def list_claims(ask: Ask, asked: Annotated[OfClaims, Query()]) -> Response:
    found = settling.claims(ask.ledger, asked.query(), least=asked.appearances, known=ask.known)
    return ask.list(found, claim_record)


@router.get(
    "/claims/{claim}",
    summary=_("Read a claim with all its receipts"),
    responses=answers_one(Claim, by_its_own_id=True),
)
def read_claim(ask: Ask, claim: ClaimId) -> Response:
    found = settling.claim(ask.ledger, find_claim(ask, claim), known=ask.known)
    address = str(ask.request.scope["root_path"]) + f"/claims/{found.id}"
    return ask.answer(claim_record(found), {"Content-Location": address})


class _Exported(BaseModel):
    model_config = ConfigDict(extra="forbid")

    lang: Language = Field(Language.ENGLISH, description=_("Language of what people read of it."))


@router.get(
    "/claims/{claim}/exports/{form}",
    summary=_("Get a claim as a file, to cite, file, compute or print"),
    responses=answers_file({form.media: _JSON if "json" in form.media else _TEXT for form in FORMS.values()}),
)
def export_claim(
    ask: Ask,
    claim: ClaimId,
    form: Annotated[_Form, Path(description=_("The format."))],
    asked: Annotated[_Exported, Query()],
) -> Response:
    found, chosen = settling.claim(ask.ledger, find_claim(ask, claim), known=ask.known), FORMS[form]
    name = f'attachment; filename="claim-{found.id[:10]}.{chosen.ending}"'
    headers = {"Content-Disposition": name, "Content-Security-Policy": content_security_policy()}
    text = write_claim(ask.ledger, found, chosen, asked.lang)
    return ask.send(text.encode("utf-8", "replace"), f"{chosen.media}; charset=utf-8", headers)


def find_claim(ask: Asked, statement: str) -> str:
    """The id of the claim that this statement is of. Raises Refused where it is of none."""

    def with_it(key: str) -> str:
        found = ask.ledger.claims_with(key)
        if len(found) != 1:
            raise KeyError(key)
        return found[0]

    return ask.find(with_it, statement)
