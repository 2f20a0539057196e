"""Reading jobs: what is handed in to be read, what is being read, done and failed, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from quellenlage import settling
from quellenlage.exporting.tables import CellKind, Column, Table
from quellenlage.model.text import Language, Moment
from quellenlage.model.wire import moment_to_wire
from quellenlage.pipeline import Hints
from quellenlage.web.desk import Reading
from quellenlage.web.intake import Intake
from quellenlage.web.pages import view
from quellenlage.web.refusing import Refusal
from quellenlage.web.spool import PASTED, Input, Job, Stage, State
from quellenlage.web.wording import later as _

router = APIRouter(include_in_schema=False)
_A_PAGE = 50
_LARGEST = 50 * 2**20 + 1  # one byte more than a page may have: its reading says that it is too large
STATES = {State.WAITING: _("waiting"), State.READING: _("being read"), State.DONE: _("read"), State.FAILED: _("failed")}
STAGES = {Stage.OPEN: _("fetching the page"), Stage.READ: _("reading"), Stage.SETTLE: _("entering it into the ledger")}


def _intake(request: Request) -> Intake:
    intake: Intake = request.app.state.intake
    return intake


_Taking = Annotated[Intake, Depends(_intake)]


@router.post("/articles")
async def add(request: Request, intake: _Taking) -> RedirectResponse:
    """Takes in addresses, files and a pasted text. Once this is answered, they are read whatever happens."""
    async with request.form() as form:
        inputs = await run_in_threadpool(lambda: list(_inputs(form)))
    if not inputs:
        raise Refusal(422, _("There is nothing to add. Go back and give an address, choose a file or paste a text."))
    await run_in_threadpool(intake.accept, inputs)
    return RedirectResponse("/jobs", 303)


@router.get("/jobs")
@router.get("/jobs.csv")
@router.get("/jobs.json")
def jobs(
    request: Request, ledger: Reading, intake: _Taking, state: State | None = None, after: int | None = None
) -> Response:
    """The jobs, those handed in last first, and how far linking is."""
    found = intake.spool.jobs(state=state, before=after, limit=_A_PAGE + 1)
    following = found[_A_PAGE - 1].number if len(found) > _A_PAGE else None
    standing = intake.spool.standing()
    linking = request.app.state.linker.progress(settling.waiting(ledger))
    return view(
        request,
        "jobs.html",
        record=lambda: {
            **{each.value: number for each, number in standing.counts.items()},
            "seconds_each": standing.seconds,
            "seconds_left": standing.remaining,
            "linking": {**asdict(linking), "seconds_left": linking.remaining},
            "next": following,
            "items": [_JOBS.cells(job) for job in found[:_A_PAGE]],
        },
        table=lambda: _JOBS.rows(found[:_A_PAGE]),
        jobs=found[:_A_PAGE],
        next=following,
        standing=standing,
        linking=linking,
        state=state,
        states=STATES,
        stages=STAGES,
    )


@router.post("/jobs/{number}/retry")
def retry(intake: _Taking, number: int) -> RedirectResponse:
    """Reads a failed job again."""
    if not intake.spool.retry(number):
        raise Refusal(409, _("This page did not fail, or is not on the list any more."))
    intake.go_on()
    return RedirectResponse("/jobs", 303)


@router.post("/jobs/{number}/remove")
def remove(intake: _Taking, number: int) -> RedirectResponse:
    """Takes a job off the list; what is in the ledger stays there."""
    if not intake.spool.remove(number):
        raise Refusal(409, _("This page is being read just now, or is not on the list any more."))
    return RedirectResponse("/jobs", 303)


def _inputs(form: FormData) -> Iterator[Input]:
    language = _text(form, "lang") or "auto"
    if language != "auto" and language not in set(Language):
        raise Refusal(422, _("“%(given)s” is no language that is read here."), given=language)
    outlet = _text(form, "outlet")
    for address in (_text(form, "addresses") or "").split():
        if not address.startswith(("http://", "https://")):
            told = _("“%(given)s” is no address of a page. Go back and give one that begins with https://.")
            raise Refusal(422, told, given=address)
        yield Input(address, None, Hints(language, outlet=outlet))
    for file in form.getlist("files"):
        if isinstance(file, UploadFile) and file.filename:
            yield Input(file.filename, file.file.read(_LARGEST), Hints(language, outlet=outlet))
    text = _text(form, "text")
    if text:
        hints = Hints(language, _text(form, "url"), outlet, _moment(_text(form, "day"), _text(form, "time")))
        yield Input(PASTED, text.encode(), hints)


def _text(form: FormData, name: str) -> str | None:
    given = form.get(name)
    return (given.strip() or None) if isinstance(given, str) else None


def _moment(day: str | None, clock: str | None) -> Moment | None:
    """The moment as exactly as it was given."""
    if day is None:
        return None
    try:
        known = date.fromisoformat(day)
        return datetime.combine(known, time.fromisoformat(clock)) if clock else known
    except ValueError:
        raise Refusal(
            422, _("“%(given)s” is no date; write it like 2031-03-04."), given=f"{day} {clock or ''}".strip()
        ) from None


_JOBS: Table[Job] = Table(
    "jobs",
    (
        Column("job", lambda job: job.number, CellKind.INTEGER),
        Column("name", lambda job: job.name),
        Column("state", lambda job: job.state.value),
        Column("stage", lambda job: job.stage.value if job.stage else None),
        Column("fault", lambda job: job.fault.kind.value if job.fault else None),
        Column("reason", lambda job: job.fault.words if job.fault else None),
        Column("article", lambda job: job.article),
        Column("statements", lambda job: job.statements, CellKind.INTEGER),
        Column("accepted_at", lambda job: job.accepted_at.isoformat()),
        Column("started_at", lambda job: moment_to_wire(job.started_at)),
        Column("ended_at", lambda job: moment_to_wire(job.ended_at)),
    ),
)
