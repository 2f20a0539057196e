"""The schemas of claims, judgements and series (docs/reference/json.md)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from quellenlage.model.claim import DriftKind, Relation, Verdict
from quellenlage.model.figure import Basis
from quellenlage.model.statement import Certainty, Polarity, SourceClass
from quellenlage.model.text import Language
from quellenlage.web.api.schema_base import Count, Id, Moment, Probability, Schema
from quellenlage.web.api.schema_reading import Figure, Span


class Appearance(Schema):
    """One place where a claim stands."""

    statement: Id
    article: Id
    url: str | None
    page: str | None
    outlet: str | None
    headline: str | None
    published: Moment | None
    language: Language
    content: list[str]
    block: Count
    places: list[Span]
    cue: list[str]
    speaker: str
    cls: SourceClass
    via: list[str]
    polarity: Polarity
    certainty: Certainty


class Origin(Schema):
    """A party that could know by itself, with the statements that go back to it."""

    name: str
    cls: SourceClass
    appearances: list[Id]
    reasons: list[str]
    certain: bool


class Drift(Schema):
    """What changed from one appearance to another, in the words of the pages."""

    from_: Id
    to: Id
    what: DriftKind
    detail: DriftKind
    before: str
    after: str


class Link(Schema):
    """Two statements with their relation, as the machine proposes it."""

    left: Id
    right: Id
    relation: Relation
    score: Probability
    reasons: list[str]


class Judgement(Schema):
    """A person's word on statements, or on an earlier judgement."""

    id: Id
    verdict: Verdict
    sides: list[list[Id]]
    by: str
    at: Moment
    note: str | None
    undoes: Id | None


class Claim(Schema):
    """Statements that say the same, with everything derived of them."""

    id: Id
    text: str
    appearances: list[Appearance]
    origins: list[Origin]
    independent_origins: Count
    fewest: Count
    most: Count
    denied_by: list[str]
    denials: list[Appearance]
    circles: list[list[str]]
    drift: list[Drift]
    links: list[Link]
    judgements: list[Judgement]


class Point(Schema):
    """One figure of a series, with the interval that it can mean and the days for which it holds."""

    figure: Figure
    low: float | None
    high: float | None
    first: Moment | None
    last: Moment | None
    statement: Id
    speaker: str
    via: list[str]
    article: Id
    page: str | None
    outlet: str | None
    published: Moment | None


class Series(Schema):
    """Figures that count the same thing on the same basis, in the order of time."""

    unit: str
    basis: Basis | None
    points: list[Point]
    contradictions: list[Annotated[list[Count], Field(min_length=2, max_length=2)]]
