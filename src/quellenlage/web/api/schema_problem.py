"""The schema of problem documents (RFC 9457)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from quellenlage.web.api.schema_base import Schema
from quellenlage.web.problems import KINDS


class Fault(Schema):
    """One thing that is wrong with what was sent."""

    where: Annotated[str, Field(description="Where it was sent: query, path, header or body.")]
    name: Annotated[str, Field(description="Name of the parameter; in the body, a JSON pointer (RFC 6901).")]
    detail: str


class Problem(Schema):
    """Why there is no answer. `type` is one of a fixed list and never changes; `detail` is for people."""

    type: Annotated[str, Field(json_schema_extra={"enum": [kind.type for kind in KINDS], "format": "uri"})]
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    errors: Annotated[list[Fault], Field(default_factory=list)]
