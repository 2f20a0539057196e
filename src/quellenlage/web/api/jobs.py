"""Reading jobs: what is handed in to be read, and what became of it. They lie in the spool, not in the ledger."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from quellenlage.errors import QueryError
from quellenlage.ledger import Listing
from quellenlage.model.text import Moment
from quellenlage.model.wire import JSON, moment_from_wire, moment_to_wire
from quellenlage.pipeline import Hints
from quellenlage.web.api.answering import AskNow, Refused, accepted
from quellenlage.web.api.asking import Paging, needs_json
from quellenlage.web.api.describing import answers_accepted, answers_gone, answers_list, answers_one
from quellenlage.web.api.schema_job import MOST_NUMBER, Job, Jobs
from quellenlage.web.intake import Intake
from quellenlage.web.problems import JOB, NOT_FOUND
from quellenlage.web.spool import PASTED, Input, Spool, State
from quellenlage.web.spool import Job as Kept
from quellenlage.web.wording import later as _

router = APIRouter(tags=["jobs"])
_ONE = {"read_job": "job", "retry_job": "job", "remove_job": "job"}
_LONGEST_TEXT = 2**22  # code points; the longest article has a twentieth of it
_LONGEST_FILE = 2**26  # digits in base64, of a page of 48 MB
_BASE64 = r"^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
_ADDRESS = r"^https?://\S+$"


def _moment(text: object) -> Moment | None:
    if not isinstance(text, str):
        raise ValueError("write it as 2031-03-04 or 2031-03-04T07:51:00+01:00")
    return moment_from_wire(text)


_Published = Annotated[
    date | datetime | None,
    BeforeValidator(_moment, json_schema_input_type=date | datetime),
    Field(description=_("When it was published, as exactly as it is known.")),
]


class _Handed(BaseModel):
    model_config = ConfigDict(extra="forbid")

    lang: Literal["auto", "de", "en"] = Field("auto", description=_("Language of the article."))
    outlet: str | None = Field(
        None, min_length=1, max_length=200, description=_("The outlet, where the page does not say it.")
    )


class _Held(_Handed):
    url: str | None = Field(
        None, pattern=_ADDRESS, max_length=2_000, description=_("The address that it was published at.")
    )
    published: _Published = None

    def hints(self) -> Hints:
        """What is known of it."""
        return Hints(self.lang, self.url, self.outlet, self.published)


class Address(_Handed):
    """A page that is to be fetched."""

    kind: Literal["address"]
    address: str = Field(pattern=_ADDRESS, max_length=2_000)

    def input(self) -> Input:
        """What is to be read."""
        return Input(self.address, None, Hints(self.lang, outlet=self.outlet))


class Text(_Held):
    """The text of an article, a paragraph a line."""

    kind: Literal["text"]
    text: str = Field(pattern=r"\S", max_length=_LONGEST_TEXT)

    def input(self) -> Input:
        """What is to be read."""
        return Input(PASTED, self.text.encode(), self.hints())


class File(_Held):
    """A stored page, in base64 (RFC 4648, section 4)."""

    kind: Literal["file"]
    name: str = Field(min_length=1, max_length=200, description=_("Name of the file; its ending says what it is."))
    data: str = Field(pattern=_BASE64, max_length=_LONGEST_FILE)

    def input(self) -> Input:
        """What is to be read."""
        return Input(self.name, b64decode(self.data), self.hints())


New = Annotated[
    Address | Text | File,
    Body(
        discriminator="kind",
        openapi_examples={
            "address": {"value": {"kind": "address", "address": "https://blatt.example/damm.html", "lang": "de"}},
            "text": {"value": {"kind": "text", "text": "Damm gesperrt\nDas sagte Jette Bollin.", "outlet": "Blatt"}},
            "file": {"value": {"kind": "file", "name": "damm.txt", "data": "RGFtbSBnZXNwZXJydA=="}},
        },
    ),
]
JobNumber = Annotated[int, Path(ge=1, le=MOST_NUMBER, description=_("A job's number."))]


class _Jobs(Paging):
    state: State | None = Field(None, description=_("Only jobs in this state."))


def _intake(request: Request) -> Intake:
    intake: Intake = request.app.state.intake
    return intake


Taking = Annotated[Intake, Depends(_intake)]


@router.get("/jobs", summary=_("List reading jobs, the last first"), responses=answers_list(Jobs, _ONE))
def list_jobs(ask: AskNow, intake: Taking, asked: Annotated[_Jobs, Query()]) -> Response:
    counts = intake.spool.standing().counts
    found = intake.spool.jobs(state=asked.state, before=_before(asked.after), limit=asked.limit + 1)
    page = found[: asked.limit]
    total = sum(counts.values()) if asked.state is None else counts[asked.state]
    following = str(page[-1].number) if len(found) > len(page) else None
    return ask.list(Listing(page, total, following), _record)


@router.post(
    "/jobs",
    summary=_("Hand something in to be read: an address, a text, a file"),
    status_code=202,
    dependencies=[Depends(needs_json)],
    responses=answers_accepted(Job, _ONE),
)
def add_job(intake: Taking, new: New) -> Response:
    (number,) = intake.accept([new.input()])
    return _accepted(intake.spool, number)


@router.get("/jobs/{job}", summary=_("Read how far a job is"), responses=answers_one(Job))
def read_job(ask: AskNow, intake: Taking, job: JobNumber) -> Response:
    return ask.answer(_record(_found(intake.spool, job)))


@router.post(
    "/jobs/{job}/retry",
    summary=_("Read again what has failed"),
    status_code=202,
    responses=answers_accepted(Job, _ONE, has_body=False),
)
def retry_job(intake: Taking, job: JobNumber) -> Response:
    _change(intake.spool, job, intake.spool.retry, "has not failed")
    intake.go_on()
    return _accepted(intake.spool, job)


@router.delete(
    "/jobs/{job}",
    summary=_("Take a job off the list; what is in the ledger stays there"),
    status_code=204,
    responses=answers_gone(),
)
def remove_job(intake: Taking, job: JobNumber) -> Response:
    _change(intake.spool, job, intake.spool.remove, "is being read")
    return Response(status_code=204)


def _change(spool: Spool, job: int, change: Callable[[int], bool], otherwise: str) -> None:
    """Raises Refused where there is no such job, or the change is none for its state."""
    if not change(job):
        _found(spool, job)
        raise Refused(JOB, f"job {job} {otherwise}")


def _found(spool: Spool, job: int) -> Kept:
    found = spool.find(job)
    if found is None:
        raise Refused(NOT_FOUND, f"there is no job {job}")
    return found


def _before(after: str | None) -> int | None:
    if after is None:
        return None
    if not (after.isascii() and after.isdigit() and int(after) <= MOST_NUMBER):
        raise QueryError(f"{after!r} is no cursor of this list; ask for its beginning, without one")
    return int(after)


def _accepted(spool: Spool, number: int) -> Response:
    return accepted(_record(_found(spool, number)), f"/api/v1/jobs/{number}")


def _record(job: Kept) -> JSON:
    fault = job.fault and {"kind": job.fault.kind.value, "names": list(job.fault.names), "words": job.fault.words}
    return {
        "id": job.number,
        "name": job.name,
        "state": job.state.value,
        "stage": job.stage.value if job.stage else None,
        "fault": fault,
        "article": job.article,
        "statements": job.statements,
        "accepted_at": job.accepted_at.isoformat(),
        "started_at": moment_to_wire(job.started_at),
        "ended_at": moment_to_wire(job.ended_at),
    }
