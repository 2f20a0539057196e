"""What one attribution claims and how: polarity, certainty, figures, the reporter's stance, times, commitments."""

from __future__ import annotations

from quellenlage.model.figure import Figure
from quellenlage.model.statement import Attribution, Qualification
from quellenlage.model.text import Article, Span
from quellenlage.qualifying.certainty import assurance_of
from quellenlage.qualifying.commitments import commitment_of
from quellenlage.qualifying.distance import stance_of
from quellenlage.qualifying.figures import Quantity, inside, quantities
from quellenlage.qualifying.periods import period_of
from quellenlage.qualifying.polarity import polarity_of
from quellenlage.qualifying.times import said_at, times_of


def qualify(article: Article, attribution: Attribution) -> Qualification:
    """What a speaker's words claim: denied or asserted, how surely, with which figures, of what times. Pure."""
    assurance = assurance_of(article, attribution)
    return Qualification(
        polarity_of(attribution, article.language),
        assurance.certainty,
        assurance.likelihood,
        assurance.hedges,
        tuple(figure for span in attribution.content for figure in _figures(article, span)),
        stance_of(article, attribution),
        said_at(article, attribution),
        times_of(article, attribution),
        commitment_of(article, attribution),
    )


def _figures(article: Article, content: Span) -> tuple[Figure, ...]:
    """The figures inside one piece of content; they are read in the whole block, so that what stands around counts."""
    found = quantities(article.blocks[content.block].text, article.language)
    return tuple(_figure(article, content.block, q) for q in inside(found, content.start, content.end))


def _figure(article: Article, block: int, quantity: Quantity) -> Figure:
    period = period_of(article.blocks[block].text, quantity.start, quantity.end, article.language)
    return Figure(
        article.span(block, quantity.start, quantity.end),
        quantity.value,
        quantity.bound,
        quantity.unit,
        quantity.high,
        article.span(block, *period) if period else None,
    )
