"""Polarity, certainty and figures of one attribution."""

from __future__ import annotations

from quellenlage.model.figure import Figure
from quellenlage.model.statement import Attribution, Qualification
from quellenlage.model.text import Article
from quellenlage.qualifying.certainty import assurance_of
from quellenlage.qualifying.figures import iter_inside, quantities
from quellenlage.qualifying.polarity import polarity_of


def qualify(article: Article, attribution: Attribution) -> Qualification:
    """What a speaker's words claim: denied or asserted, how surely, with which figures. Pure."""
    assurance = assurance_of(article, attribution)
    return Qualification(
        polarity_of(attribution, article.language),
        assurance.certainty,
        assurance.likelihood,
        assurance.hedges,
        figures_of(article, attribution),
    )


def figures_of(article: Article, attribution: Attribution) -> tuple[Figure, ...]:
    """The figures inside the content of an attribution, in order."""
    figures: list[Figure] = []
    for span in attribution.content:
        found = quantities(article.blocks[span.block].text, article.language)
        for q in iter_inside(found, span.start, span.end):
            figures.append(Figure(article.span(span.block, q.start, q.end), q.value, q.bound, q.unit, q.high))
    return tuple(figures)
