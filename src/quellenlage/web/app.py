"""The app: guard, views, static files, the interface for programs, and how errors are shown."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from quellenlage.errors import QuellenlageError
from quellenlage.web import views
from quellenlage.web.api import create_api
from quellenlage.web.desk import Desk
from quellenlage.web.guarding import Guard
from quellenlage.web.intake import Intake
from quellenlage.web.linker import Linker
from quellenlage.web.pages import page
from quellenlage.web.problems import INVALID, Kind, kind_of, kind_with, problem
from quellenlage.web.refusing import Refusal, misfits
from quellenlage.web.turn import Turn
from quellenlage.web.wording import language_of

_DATA = (".json", ".csv")
_PROGRAMS = "/api/v1/"  # also what no route there is asked for: a path with a line's end


def create_app(desk: Desk) -> FastAPI:
    """The workbench over one desk, as an ASGI app."""
    app = FastAPI(title="Quellenlage", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan)
    app.state.desk = desk
    turn = app.state.turn = Turn(desk.ledger)
    linker = app.state.linker = Linker(desk.ledger, turn)
    intake = app.state.intake = Intake(desk.ledger, turn, linker.go_on)
    app.add_middleware(Guard, desk=desk)
    app.mount("/static", StaticFiles(directory=str(files("quellenlage.web") / "static")), "static")
    app.mount("/api/v1", create_api(desk, intake), "api")
    for router in views.ROUTERS:
        app.include_router(router)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(QuellenlageError, _failed)
    return app


def spare_the_collector() -> None:
    """For a process that does nothing but serve: what is loaded now stays, so that Python need not look through it for
    garbage each time."""
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Reads what is handed in, and links what waits, for as long as the app runs."""
    app.state.intake.start()
    app.state.linker.go_on()
    yield
    await run_in_threadpool(app.state.intake.stop)
    await run_in_threadpool(app.state.linker.stop)
    app.state.turn.give_back()


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = error.said(language_of(request)) if isinstance(error, Refusal) else None
    return _problem(request, kind_with(error.status_code), str(error.detail), said, error.status_code)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{' '.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors())
    return _problem(request, INVALID, told, misfits(error.errors(), language_of(request)))


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, QuellenlageError)
    return _problem(request, kind_of(error), str(error))


def _problem(request: Request, kind: Kind, detail: str, said: str | None = None, status: int | None = None) -> Response:
    """A page, or a problem document (RFC 9457) where data was asked for. `said`: in the reader's language."""
    if request.url.path.startswith(_PROGRAMS) or request.url.path.endswith(_DATA):
        return problem(kind, detail)
    answers = status or kind.status
    return page(request, "problem.html", answers, status=answers, detail=said or detail, is_said=said is not None)
