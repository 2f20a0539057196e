"""The views: one module each, with its routes. A view reads the ledger, arranges, and answers; it decides nothing."""

from fastapi import APIRouter

from quellenlage.web.views import (
    articles,
    citing,
    claim,
    claim_exports,
    claims,
    compare,
    correction,
    figures,
    jobs,
    judgements,
    programs,
    reading,
    review,
    search,
    series,
    source,
    sources,
    start,
)

ROUTERS: tuple[APIRouter, ...] = (
    start.router,
    jobs.router,
    programs.router,
    articles.router,
    search.router,
    reading.router,
    citing.router,
    claims.router,
    compare.router,
    figures.router,
    series.router,
    claim.router,
    judgements.router,
    sources.router,
    source.router,
    claim_exports.router,
    review.router,
    correction.router,
)
"""All of them. Paths with `.json` and `.csv` stand before those with an id, which would swallow the ending."""
