"""What one attribution claims and how: polarity, certainty, figures, the reporter's stance, times, commitments."""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.model.figure import Figure
from quellenlage.model.statement import Attribution, Qualification
from quellenlage.model.text import Article, Span
from quellenlage.model.time import TimeReference
from quellenlage.qualifying.certainty import assurance_of
from quellenlage.qualifying.commitments import commitment_of
from quellenlage.qualifying.distance import stance_of
from quellenlage.qualifying.figures import inside, quantities
from quellenlage.qualifying.periods import coverage_of
from quellenlage.qualifying.polarity import polarity_of
from quellenlage.qualifying.times import said_at, times_of


def qualify(article: Article, attribution: Attribution) -> Qualification:
    """What a speaker's words claim: denied or asserted, how surely, with which figures, of what times. Pure."""
    assurance = assurance_of(article, attribution)
    said = said_at(article, attribution)
    return Qualification(
        polarity_of(attribution, article.language),
        assurance.certainty,
        assurance.likelihood,
        assurance.hedges,
        tuple(figure for span in attribution.content for figure in _figures(article, span, said)),
        stance_of(article, attribution),
        said,
        times_of(article, attribution),
        commitment_of(article, attribution),
    )


def _figures(article: Article, content: Span, said: TimeReference | None) -> Iterator[Figure]:
    """The figures inside one piece of content; they are read in the whole block, so that what stands around counts.
    When it was said is no time that a figure covers."""
    text = article.blocks[content.block].text
    found = quantities(text, article.language)
    saying = (said.span.start, said.span.end) if said and said.span.block == content.block else None
    for quantity in inside(found, content.start, content.end):
        coverage = coverage_of(text, quantity, found, article.language, saying)
        yield Figure(
            article.span(content.block, quantity.start, quantity.end),
            quantity.value,
            quantity.bound,
            quantity.unit,
            quantity.high,
            _span(article, content.block, coverage.period),
            _span(article, content.block, coverage.as_of),
            coverage.basis,
        )


def _span(article: Article, block: int, place: tuple[int, int] | None) -> Span | None:
    return article.span(block, *place) if place else None
