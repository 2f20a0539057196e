"""The interface for programs, for people: what can be asked, made of its OpenAPI document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import Response
from starlette.routing import Mount

from quellenlage.web.pages import page
from quellenlage.web.problems import KINDS

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class _Parameter:
    name: str
    place: str
    required: bool
    limits: str
    description: str


@dataclass(frozen=True, slots=True)
class _Operation:
    name: str
    method: str
    path: str
    summary: str
    parameters: tuple[_Parameter, ...]
    statuses: tuple[str, ...]


@router.get("/api")
def programs(request: Request) -> Response:
    """What programs can ask."""
    document = _api(request.app).openapi()
    return page(request, "programs.html", document=document, operations=_operations(document), kinds=KINDS)


def _api(app: FastAPI) -> FastAPI:
    """The app that is mounted under the name "api"."""
    return next(
        route.app
        for route in app.routes
        if isinstance(route, Mount) and route.name == "api" and isinstance(route.app, FastAPI)
    )


def _operations(document: dict[str, Any]) -> tuple[_Operation, ...]:
    root = document["servers"][0]["url"]
    return tuple(
        _Operation(
            operation["operationId"],
            method.upper(),
            root + path,
            operation["summary"],
            tuple(_parameter(each, document) for each in operation.get("parameters", ())),
            tuple(operation["responses"]),
        )
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method != "head"
    )


def _parameter(found: dict[str, Any], document: dict[str, Any]) -> _Parameter:
    limits = _limits(found["schema"], document["components"]["schemas"])
    return _Parameter(found["name"], found["in"], found["required"], limits, found["description"])


def _limits(schema: dict[str, Any], named: dict[str, Any]) -> str:
    """What a value can be, in the notation of mathematics, which needs no language."""
    kinds = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    known = named[kinds[0]["$ref"].rpartition("/")[2]] if "$ref" in kinds[0] else kinds[0]
    if "enum" in known:
        return " | ".join(known["enum"])
    if "minimum" in known:
        return f"{known['minimum']} … {known['maximum']}"
    return str(known.get("format") or known.get("pattern") or known.get("type") or "")
