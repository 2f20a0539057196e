"""The app: guard, views, static files, and the one table that turns errors into answers."""

from __future__ import annotations

from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from quellenlage.errors import LedgerError, ModelError, PageError, QuellenlageError, SettingsError
from quellenlage.web import views
from quellenlage.web.desk import Desk
from quellenlage.web.guarding import Guard
from quellenlage.web.pages import page

STATUS: dict[type[QuellenlageError], int] = {
    PageError: 422,
    ModelError: 500,
    SettingsError: 400,
    LedgerError: 503,
}
"""HTTP status of each branch of the error tree; an error not named here has its nearest ancestor's."""
_DATA = (".json", ".csv")


def create_app(desk: Desk) -> FastAPI:
    """The workbench over one desk, as an ASGI app."""
    app = FastAPI(title="Quellenlage", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = desk
    app.add_middleware(Guard, desk=desk)
    app.mount("/static", StaticFiles(directory=str(files("quellenlage.web") / "static")), "static")
    for router in views.ROUTERS:
        app.include_router(router)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(QuellenlageError, _failed)
    return app


def status_of(error: QuellenlageError) -> int:
    """The HTTP status of an error."""
    return next(STATUS[cls] for cls in type(error).__mro__ if cls in STATUS)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _problem(request, error.status_code, str(error.detail))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{' '.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors())
    return _problem(request, 422, told)


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, QuellenlageError)
    return _problem(request, status_of(error), str(error))


def _problem(request: Request, status: int, detail: str) -> Response:
    """A page, or a problem document (RFC 9457) where data was asked for."""
    path = request.url.path
    if path.startswith("/api/") or path.endswith(_DATA):
        body = {"type": "about:blank", "status": status, "detail": detail}
        return JSONResponse(body, status, media_type="application/problem+json")
    return page(request, "problem.html", status, status=status, detail=detail)
