"""Hypothesis strategies for the vocabulary: readings as any version of the program might make them."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TypeVar

from hypothesis import strategies as st

from quellenlage.model.figure import Basis, Bound, Figure
from quellenlage.model.ids import article_id, source_id, statement_id
from quellenlage.model.statement import (
    Anonymity,
    Attribution,
    Certainty,
    Distance,
    Kind,
    Mood,
    Polarity,
    Qualification,
    Reading,
    Source,
    SourceClass,
    Stance,
    Statement,
)
from quellenlage.model.text import Access, AccessState, Article, Block, BlockKind, Language, Span
from quellenlage.model.time import Commitment, Fulfilment, TimeReference

T = TypeVar("T")
Places = st.SearchStrategy[Span]
Times = st.SearchStrategy[TimeReference]

texts = st.text(min_size=1, max_size=40)
# PostgreSQL has no code point 0; what becomes of it is a test of its own.
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.one_of(st.dates(), st.datetimes(), st.datetimes(timezones=_offsets))


@st.composite
def blocks(draw: st.DrawFn, index: int) -> Block:
    return Block(
        index=index,
        kind=draw(st.sampled_from(BlockKind)),
        text=draw(texts),
        locator=draw(names),
        time=draw(st.none() | moments),
        of=draw(st.none() | st.integers(0, 3)),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    body = tuple(draw(blocks(index)) for index in range(draw(st.integers(1, 4))))
    url = draw(st.none() | names)
    return Article(
        id=article_id(((block.kind, block.text) for block in body), url),
        blocks=body,
        language=draw(st.sampled_from(Language)),
        url=url,
        outlet=draw(st.none() | names),
        headline=draw(st.none() | names),
        authors=draw(st.lists(names, max_size=2).map(tuple)),
        agencies=draw(st.lists(names, max_size=2).map(tuple)),
        published=draw(st.none() | moments),
        modified=draw(st.none() | moments),
        access=Access(draw(st.sampled_from(AccessState)), draw(st.lists(names, max_size=2).map(tuple))),
    )


@st.composite
def spans(draw: st.DrawFn, article: Article) -> Span:
    block = draw(st.sampled_from(article.blocks))
    start = draw(st.integers(0, len(block.text) - 1))
    return article.span(block.index, start, draw(st.integers(start + 1, len(block.text))))


@st.composite
def sources(draw: st.DrawFn, article: Article, places: Places) -> Source:
    name, cls = draw(names), draw(st.sampled_from(SourceClass))
    described = st.builds(
        Anonymity,
        count=st.none() | st.integers(1, 99),
        position=st.none() | names,
        place=st.none() | names,
        reason=st.none() | places,
    )
    anonymity = draw(st.none() | described) if cls is SourceClass.UNNAMED else None
    return Source(source_id(article.id, name, cls), name, cls, draw(_several(places)), anonymity)


def times(places: Places) -> Times:
    return st.builds(TimeReference, span=places, value=names, start=st.none() | moments, end=st.none() | moments)


@st.composite
def figures(draw: st.DrawFn, places: Places) -> Figure:
    numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 10**12).map(float)
    return Figure(
        span=draw(places),
        value=draw(numbers),
        bound=draw(st.sampled_from(Bound)),
        unit=draw(names),
        high=draw(numbers),
        period=draw(st.none() | places),
        as_of=draw(st.none() | places),
        basis=draw(st.none() | st.sampled_from(Basis)),
        counted=draw(st.none() | places),
    )


def _commitments(places: Places, clock: Times) -> st.SearchStrategy[Commitment]:
    return st.builds(
        Commitment,
        cue=_several(places),
        due=st.none() | clock,
        fulfilment=st.none() | st.sampled_from(Fulfilment),
        outcome=st.none() | places,
    )


@st.composite
def qualifications(draw: st.DrawFn, places: Places, clock: Times) -> Qualification:
    return Qualification(
        polarity=draw(st.sampled_from(Polarity)),
        certainty=draw(st.sampled_from(Certainty)),
        likelihood=draw(st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1))),
        hedges=draw(_several(places)),
        figures=draw(_several(figures(places))),
        stance=Stance(draw(st.sampled_from(Distance)), draw(_several(places)), draw(st.none() | st.sampled_from(Mood))),
        said=draw(st.none() | clock),
        times=draw(_several(clock)),
        commitment=draw(st.none() | _commitments(places, clock)),
    )


@st.composite
def statements(draw: st.DrawFn, article: Article, known: tuple[Source, ...], places: Places, clock: Times) -> Statement:
    some = _several(places)
    content, cue, source = draw(some.filter(bool)), draw(some), draw(some)
    return Statement(
        id=statement_id(article.id, content, cue, source),
        attribution=Attribution(
            kind=draw(st.sampled_from(Kind)),
            content=content,
            cue=cue,
            source=source,
            confidence=draw(st.floats(0, 1)),
            antecedent=draw(some),
            relays=draw(some),
        ),
        speaker=draw(st.sampled_from(known)),
        via=draw(_several(st.sampled_from(known))),
        qualification=draw(qualifications(places, clock)),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading whose spans and times are taken from a few, so that examples stay small."""
    article = draw(articles())
    places = st.sampled_from(draw(st.lists(spans(article), min_size=1, max_size=4)))
    clock = st.sampled_from(draw(st.lists(times(places), min_size=1, max_size=3)))
    unique = {source.id: source for source in draw(st.lists(sources(article, places), min_size=1, max_size=2))}
    known = tuple(unique.values())
    said = st.lists(statements(article, known, places, clock), max_size=2, unique_by=lambda one: one.id)
    return Reading(article, known, tuple(draw(said)))


def _several(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)
