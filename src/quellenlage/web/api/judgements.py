"""People's judgements on claims: the list, one, and a new one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from quellenlage import judging
from quellenlage.errors import SettingsError
from quellenlage.judging import Signature
from quellenlage.ledger import Ledger
from quellenlage.model.claim import Judgement as Made
from quellenlage.rendering.claim_records import judgement_record
from quellenlage.web.api.answering import Ask, Refused, created, page_of_acts
from quellenlage.web.api.asking import JudgementId, Paging, needs_json
from quellenlage.web.api.describing import answers_list, answers_made, answers_one
from quellenlage.web.api.schema_base import Id
from quellenlage.web.api.schema_claim import Judgement
from quellenlage.web.api.schema_list import Judgements
from quellenlage.web.desk import At, Writing
from quellenlage.web.problems import CONFLICT, REQUEST
from quellenlage.web.wording import later as _

router = APIRouter(tags=["judgements"])
_ONE = {"read_judgement": "judgement"}


class _Act(BaseModel):
    model_config = ConfigDict(extra="forbid")

    note: str | None = Field(None, max_length=2_000, description=_("Words that say why."))
    by: str | None = Field(
        None, min_length=1, max_length=200, description=_("Who judges; by default whoever runs the workbench.")
    )


class Merge(_Act):
    """Several claims are one."""

    act: Literal["merge"]
    claims: list[Id] = Field(min_length=2, max_length=100, description=_("Ids of claims or of their statements."))


class Split(_Act):
    """Some statements of a claim are another one."""

    act: Literal["split"]
    claim: Id
    statements: list[Id] = Field(min_length=1, max_length=1_000, description=_("Statements that make another claim."))


class Confirm(_Act):
    """All statements of a claim are one."""

    act: Literal["confirm"]
    claim: Id


class Undo(_Act):
    """A judgement holds no longer."""

    act: Literal["undo"]
    judgement: Id


New = Annotated[
    Merge | Split | Confirm | Undo,
    Body(
        discriminator="act",
        openapi_examples={
            "merge": {"value": {"act": "merge", "claims": ["0" * 19 + "1", "0" * 19 + "2"], "note": "the same count"}},
            "split": {"value": {"act": "split", "claim": "0" * 19 + "1", "statements": ["0" * 19 + "2"]}},
            "confirm": {"value": {"act": "confirm", "claim": "0" * 19 + "1", "by": "Hanna Ritter"}},
            "undo": {"value": {"act": "undo", "judgement": "0" * 19 + "3"}},
        },
    ),
]


@router.get("/judgements", summary=_("List judgements, the earliest first"), responses=answers_list(Judgements, _ONE))
def list_judgements(ask: Ask, asked: Annotated[Paging, Query()]) -> Response:
    return ask.list(page_of_acts(ask.ledger.judgements(), asked.limit, asked.after), judgement_record)


@router.get("/judgements/{judgement}", summary=_("Read a judgement"), responses=answers_one(Judgement))
def read_judgement(ask: Ask, judgement: JudgementId) -> Response:
    made = {each.id: each for each in ask.ledger.judgements()}
    return ask.answer(judgement_record(ask.find(made.__getitem__, judgement)))


@router.post(
    "/judgements",
    summary=_("Judge: merge claims, split one, confirm one, undo a judgement"),
    status_code=201,
    dependencies=[Depends(needs_json)],
    responses=answers_made(Judgement, _ONE),
)
def judge(ledger: Writing, desk: At, new: New) -> Response:
    person = new.by or desk.user
    if not person:
        raise Refused(REQUEST, "nobody knows who judges; say so in `by`")
    try:
        made = _judge(ledger, new, Signature(person, datetime.now(UTC), new.note))
    except SettingsError as error:
        raise Refused(CONFLICT, str(error)) from None
    return created(judgement_record(made), f"/api/v1/judgements/{made.id}")


def _judge(ledger: Ledger, new: Merge | Split | Confirm | Undo, signature: Signature) -> Made:
    match new:
        case Merge():
            return judging.merge(ledger, new.claims, signature)
        case Split():
            return judging.split(ledger, new.claim, new.statements, signature)
        case Confirm():
            return judging.confirm(ledger, new.claim, signature)
        case Undo():
            return judging.undo(ledger, new.judgement, signature)
