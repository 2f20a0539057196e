"""Hypothesis strategies for the vocabulary: readings as any version of the program might make them."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TypeVar

from hypothesis import strategies as st

from quellenlage.model.figure import Bound, Figure
from quellenlage.model.ids import article_id, source_id, statement_id
from quellenlage.model.statement import (
    Attribution,
    Certainty,
    Kind,
    Polarity,
    Qualification,
    Reading,
    Source,
    SourceClass,
    Statement,
)
from quellenlage.model.text import Access, AccessState, Article, Block, BlockKind, Language, Span

T = TypeVar("T")

texts = st.text(min_size=1, max_size=40)
names = st.text(max_size=12)
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
def sources(draw: st.DrawFn, article: Article) -> Source:
    name, cls = draw(names), draw(st.sampled_from(SourceClass))
    return Source(source_id(article.id, name, cls), name, cls, draw(_several(spans(article))))


@st.composite
def figures(draw: st.DrawFn, article: Article) -> Figure:
    numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 10**12).map(float)
    return Figure(
        span=draw(spans(article)),
        value=draw(numbers),
        bound=draw(st.sampled_from(Bound)),
        unit=draw(names),
        high=draw(numbers),
        period=draw(st.none() | spans(article)),
    )


@st.composite
def statements(draw: st.DrawFn, article: Article, known: tuple[Source, ...]) -> Statement:
    some = _several(spans(article))
    content, cue, source = draw(some.filter(bool)), draw(some), draw(some)
    likelihood = st.tuples(st.floats(0, 1), st.floats(0, 1))
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
        qualification=Qualification(
            polarity=draw(st.sampled_from(Polarity)),
            certainty=draw(st.sampled_from(Certainty)),
            likelihood=draw(st.none() | likelihood),
            hedges=draw(some),
            figures=draw(_several(figures(article))),
        ),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    article = draw(articles())
    unique = {source.id: source for source in draw(st.lists(sources(article), min_size=1, max_size=3))}
    known = tuple(unique.values())
    return Reading(article, known, draw(_several(statements(article, known))))


def _several(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)
