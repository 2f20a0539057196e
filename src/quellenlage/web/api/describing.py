"""What the OpenAPI document says of an operation's answers: schemas for each status, headers, examples."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from quellenlage.model.wire import JSON
from quellenlage.web.api.schema_base import Schema
from quellenlage.web.api.schema_problem import Problem

_TAG = {"ETag": {"description": "Of this answer; for If-None-Match.", "required": True, "schema": {"type": "string"}}}
_CACHING = {
    "Cache-Control": {
        "description": "May be kept, must be asked about.",
        "required": True,
        "schema": {"type": "string"},
    }
}
_LINK = {"Link": {"description": "The page that follows (rel=next), if there is one.", "schema": {"type": "string"}}}
_LOCATION = {"Location": {"description": "Where it is.", "required": True, "schema": {"type": "string"}}}
_CONTENT_LOCATION = {
    "Content-Location": {"description": "The address by its own id.", "required": True, "schema": {"type": "string"}}
}

Answers = dict[int | str, dict[str, Any]]
Links = Mapping[str, str]
"""Names of operations, each with the name of its parameter."""


def answers_list(schema: type[Schema], links: Links | None = None) -> Answers:
    """Of a list. `links`: operations to ask for an entry, each with the parameter that takes the entry's id."""
    return {**_read(schema, _LINK, _links(links or {}, "items/0/id")), **_problems(400, 422)}


def answers_one(schema: type[Schema], links: Links | None = None, *, by_its_own_id: bool = False) -> Answers:
    """Of one thing, found by its id; `by_its_own_id`: also by others, and then it says its own."""
    headers = _CONTENT_LOCATION if by_its_own_id else {}
    return {**_read(schema, headers, _links(links or {}, "article/id")), **_problems(404, 422)}


def answers_file(content: Mapping[str, Any]) -> Answers:
    """Of something that is no JSON record; `content` are its media types with their schemas."""
    answers = {**_read(None, {}, {}), **_problems(404, 422)}
    answers[200]["content"] = {media: {"schema": schema} for media, schema in content.items()}
    return answers


def answers_made(schema: type[Schema], links: Links) -> Answers:
    """Of something that was made."""
    made = {"model": schema, "description": "It is made.", "headers": _LOCATION, **_links(links, "id")}
    return {201: made, **_problems(400, 409, 415, 422)}


def answers_accepted(schema: type[Schema], links: Links, *, has_body: bool = True) -> Answers:
    """Of something that will be done; `has_body`: what is to be done is sent, not only named in the address."""
    taken = {"model": schema, "description": "It will be done.", "headers": _LOCATION, **_links(links, "id")}
    return {202: taken, **(_problems(400, 415, 422) if has_body else _problems(404, 409, 422))}


def answers_gone() -> Answers:
    """Of something that was taken away."""
    return {204: {"description": "It is gone."}, **_problems(404, 409, 422)}


def _links(links: Links, pointer: str) -> JSON:
    """Links of an OpenAPI answer: which operations take the id that stands at this place of it."""
    found = {
        operation: {"operationId": operation, "parameters": {parameter: f"$response.body#/{pointer}"}}
        for operation, parameter in links.items()
    }
    return {"links": found} if found else {}


def _read(schema: type[Schema] | None, headers: Mapping[str, Any], links: Mapping[str, Any]) -> Answers:
    found: dict[str, Any] = {"description": "It is here.", "headers": {**_TAG, **_CACHING, **headers}, **links}
    if schema:
        found["model"] = schema
    return {200: found, 304: {"description": "The client has it already.", "headers": {**_TAG, **_CACHING}}}


def _problems(*statuses: int) -> Answers:
    return {status: {"model": Problem, "description": HTTPStatus(status).phrase} for status in (*statuses, 503)}
