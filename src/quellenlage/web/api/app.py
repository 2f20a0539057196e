"""The app under `/api/v1`: its routes, and how errors become problem documents."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quellenlage.errors import QuellenlageError
from quellenlage.web.api import articles, claims, document, entries, jobs, judgements, reviews
from quellenlage.web.api.answering import Refused, Unchanged, caching
from quellenlage.web.desk import Desk
from quellenlage.web.intake import Intake
from quellenlage.web.problems import INTERNAL, INVALID, METHOD, kind_of, kind_with, problem

_ROUTERS = (articles.router, entries.router, claims.router, judgements.router, reviews.router, jobs.router)


def create_api(desk: Desk, intake: Intake) -> FastAPI:
    """The interface over one desk and its intake, to be mounted at `/api/v1`."""
    api = FastAPI(
        title="Quellenlage",
        summary=document.SUMMARY,
        version=version("quellenlage"),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
    )
    api.state.desk = desk
    api.state.intake = intake
    for router in _ROUTERS:
        api.include_router(router)
    document.describe(api, with_token=desk.token is not None)
    api.add_middleware(_Head)
    api.add_exception_handler(Unchanged, _unchanged)
    api.add_exception_handler(Refused, _refused)
    api.add_exception_handler(HTTPException, _not_routed)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(QuellenlageError, _failed)
    api.add_exception_handler(Exception, _broken)
    return api


class _Head:
    """HEAD wherever there is GET: the same answer without its body (RFC 9110, 9.3.2)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_headers(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "GET"}, receive, send_headers)


def _unchanged(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Unchanged)
    return Response(status_code=304, headers=caching(error.tag))


def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return problem(error.kind, error.detail)


def _not_routed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = kind_with(error.status_code)
    headers = {"Allow": ", ".join(sorted(_allowed(request)))} if kind is METHOD else {}
    return problem(kind, f"{request.method} {request.url.path}: {error.detail}", headers=headers)


def _allowed(request: Request) -> set[str]:
    """The methods of the operations at this path; what the document does not have (itself) can only be got."""
    path = request.url.path.removeprefix(request.scope["root_path"])
    found = (
        operations
        for template, operations in request.app.openapi()["paths"].items()
        if re.fullmatch(re.sub(r"{\w+}", "[^/]+", template), path)
    )
    return {method.upper() for operations in found for method in operations} or {"GET", "HEAD"}


def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [_fault(each) for each in error.errors()]
    told = "; ".join(f"{fault['name'] or fault['where']}: {fault['detail']}" for fault in faults)
    return problem(INVALID, told, errors=faults)


def _fault(found: Mapping[str, Any]) -> dict[str, str]:
    where, *names = found["loc"]
    name = _pointer(names) if where == "body" else ".".join(map(str, names))
    return {"where": str(where), "name": name, "detail": str(found["msg"])}


def _pointer(names: Sequence[object]) -> str:
    return "".join("/" + str(name).replace("~", "~0").replace("/", "~1") for name in names)


def _failed(_request: Request, error: Exception) -> Response:
    assert isinstance(error, QuellenlageError)
    return problem(kind_of(error), str(error))


def _broken(_request: Request, _error: Exception) -> Response:
    return problem(INTERNAL, "the program's log says what happened")
