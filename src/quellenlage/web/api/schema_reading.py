"""The schema of a reading: an article with its sources and statements (docs/reference/json.md)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from quellenlage.model.figure import Basis, Bound
from quellenlage.model.statement import Certainty, Distance, Kind, Mood, Polarity, SourceClass
from quellenlage.model.text import AccessState, BlockKind, Language
from quellenlage.model.time import Fulfilment
from quellenlage.web.api.schema_base import Count, Id, Moment, Probability, Schema


class Span(Schema):
    """Half-open range of Unicode code points in a block's text; `text` is exactly that slice."""

    block: Count
    start: Count
    end: Count
    text: str


class Access(Schema):
    """Whether all of the text is there for everybody, with the marks on the page that speak for it."""

    state: AccessState
    evidence: list[str]


class Block(Schema):
    """One piece of the page, with where it stands there."""

    index: Count
    kind: BlockKind
    text: str
    locator: str
    time: Moment | None
    of: Count | None


class Article(Schema):
    """The page as readers see it."""

    id: Id
    url: str | None
    outlet: str | None
    headline: str | None
    authors: list[str]
    agencies: list[str]
    published: Moment | None
    modified: Moment | None
    language: Language
    access: Access
    blocks: list[Block]


class Party(Schema):
    """Who speaks or relays; nobody has the name "" and the class none."""

    id: Id
    name: str
    cls: SourceClass


class Anonymity(Schema):
    """What the article tells of a source that it does not name."""

    count: int | None
    position: str | None
    place: str | None
    reason: Span | None


class Source(Party):
    """Somebody or something that speaks in the article, with every mention found of it."""

    mentions: list[Span]
    anonymity: Anonymity | None


class Time(Span):
    """A time in the words of the page, with its TIMEX3 value and what it covers."""

    value: str
    first: Moment | None
    last: Moment | None


class Figure(Span):
    """A number that counts or measures, in the words of the page."""

    value: float | None
    high: float | None
    bound: Bound
    unit: str
    period: str | None
    period_span: Span | None
    as_of: Span | None
    basis: Basis | None
    counted: Span | None


class Stance(Schema):
    """How the reporter stands to what is reported."""

    distance: Distance
    marks: list[Span]
    mood: Mood | None


class Commitment(Schema):
    """A promise, plan or demand, with what the text says became of it."""

    cue: list[Span]
    due: Time | None
    fulfilment: Fulfilment | None
    outcome: Span | None


class Statement(Schema):
    """Something that an article attributes to somebody."""

    id: Id
    kind: Kind
    content: list[Span]
    cue: list[Span]
    source: list[Span]
    antecedent: list[Span]
    relays: list[Span]
    speaker: Party
    via: list[Party]
    polarity: Polarity
    certainty: Certainty
    likelihood: Annotated[list[Probability], Field(min_length=2, max_length=2)] | None
    hedges: list[Span]
    figures: list[Figure]
    stance: Stance
    said: Time | None
    times: list[Time]
    commitment: Commitment | None
    confidence: Probability


class Reading(Schema):
    """All that was found on one page."""

    schema_: Annotated[Literal["quellenlage/reading/1"], Field(alias="schema")]
    article: Article
    sources: list[Source]
    statements: list[Statement]
