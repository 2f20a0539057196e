"""The OpenAPI document: what FastAPI makes of the routes, with what it does not know of them."""

from __future__ import annotations

import json
from copy import deepcopy
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from quellenlage.model.wire import JSON
from quellenlage.web.problems import FOREIGN, HOST, INTERNAL, MEDIA, TOKEN
from quellenlage.web.wording import later as _

SUMMARY = _("Who said what, on whose authority, how surely, with which figures.")
_PROBLEM = {"$ref": "#/components/schemas/Problem"}


def describe(api: FastAPI, *, with_token: bool) -> None:
    """Gives the app its document, made when it is first asked for. `with_token`: everyone is asked for a token."""

    def openapi() -> dict[str, Any]:
        if api.openapi_schema is None:
            api.openapi_schema = _document(api, with_token)
        return api.openapi_schema

    api.openapi = openapi  # type: ignore[method-assign]


def _document(api: FastAPI, with_token: bool) -> JSON:
    document = get_openapi(
        title=api.title, summary=api.summary, version=api.version, routes=api.routes, servers=[{"url": "/api/v1"}]
    )
    examples = json.loads((files("quellenlage.web.api") / "examples.json").read_text("utf-8"))
    refusals = [HOST, INTERNAL, *([TOKEN] if with_token else [])]
    for path in document["paths"].values():
        for method, operation in path.items():
            kinds = [*refusals, *([FOREIGN] if method in ("post", "delete") else [])]
            operation["responses"] |= {str(kind.status): {"description": kind.title} for kind in kinds}
            _as_problems(operation)
            _give_examples(operation, examples)
            _in_order(operation)
        if "get" in path:
            path["head"] = _head(path["get"])
    if with_token:
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        document["security"] = [{"token": []}]
    return document


def _as_problems(operation: JSON) -> None:
    for status, answer in operation["responses"].items():
        if int(status) >= 400:
            answer["content"] = {MEDIA: {"schema": dict(_PROBLEM)}}


def _give_examples(operation: JSON, examples: JSON) -> None:
    for status, answer in operation["responses"].items():
        for content in answer.get("content", {}).values():
            example = examples.get(content["schema"].get("$ref", "").rpartition("/")[2])
            if example and example.get("status", int(status)) == int(status):  # a problem is one of its own status
                content["example"] = example


def _in_order(operation: JSON) -> None:
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _head(operation: JSON) -> JSON:
    """The same without the bodies of its answers."""
    head = deepcopy(operation)
    head["operationId"] += "_head"
    for answer in head["responses"].values():
        answer.pop("content", None)
    return head
