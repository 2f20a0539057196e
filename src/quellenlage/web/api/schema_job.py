"""The schemas of reading jobs (docs/reference/rest.md)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from quellenlage.faults import FaultKind
from quellenlage.web.api.schema_base import Count, Id, Moment, Schema
from quellenlage.web.api.schema_list import Next
from quellenlage.web.spool import Stage, State

MOST_NUMBER = 2**63 - 1
_Number = Annotated[int, Field(ge=1, le=MOST_NUMBER, description="Number of a job, in the order of handing in.")]


class Fault(Schema):
    """Why reading failed: `words` in English, and the kind with what fills it, to say it in another language."""

    kind: FaultKind
    names: list[str]
    words: str


class Job(Schema):
    """Something that was handed in to be read. `stage` is what is being done, or at what it failed; `name` is "-" for a
    text without one; `article` and `statements` (how many) are known once it is done."""

    id: _Number
    name: str
    state: State
    stage: Stage | None
    fault: Fault | None
    article: Id | None
    statements: Count | None
    accepted_at: Moment
    started_at: Moment | None
    ended_at: Moment | None


class Jobs(Schema):
    """A page of jobs."""

    total: Annotated[int, Field(ge=0, description="How many there are in all, on this page and the others.")]
    next: Next
    items: list[Job]
