"""What one attribution claims and how: polarity, certainty, figures, the reporter's stance, times, commitments."""

from __future__ import annotations

from quellenlage.model.statement import Attribution, Qualification
from quellenlage.model.text import Article
from quellenlage.qualifying.certainty import assurance_of
from quellenlage.qualifying.commitments import commitment_of
from quellenlage.qualifying.distance import stance_of
from quellenlage.qualifying.placing import figures_of
from quellenlage.qualifying.polarity import polarity_of
from quellenlage.qualifying.times import said_at, times_of


def qualify(article: Article, attribution: Attribution) -> Qualification:
    """What a speaker's words claim: denied or asserted, how surely, with which figures, of what times. Pure."""
    assurance = assurance_of(article, attribution)
    said = said_at(article, attribution)
    return Qualification(
        polarity_of(article, attribution),
        assurance.certainty,
        assurance.likelihood,
        assurance.hedges,
        tuple(figure for span in attribution.content for figure in figures_of(article, span, said)),
        stance_of(article, attribution),
        said,
        times_of(article, attribution),
        commitment_of(article, attribution),
    )
