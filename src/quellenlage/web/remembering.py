"""Claims that were derived before, kept for as long as nothing changes of what they were derived from.

Deriving a claim takes some ten milliseconds, and people go to and fro between a list and its claims.
"""

from __future__ import annotations

from contextlib import closing, suppress
from functools import cache

from quellenlage import settling
from quellenlage.errors import QuellenlageError
from quellenlage.ledger import Query, open_view
from quellenlage.settling import Known
from quellenlage.web.desk import Desk

A_PAGE = 12
"""Claims on a page of the list."""
_MOST = 1000  # claims kept of one ledger


def known_claims(desk: Desk) -> Known:
    """The claims known of a ledger, to be used, and added to."""
    known = _memory_of(desk.ledger)
    if len(known) > _MOST:
        known.clear()
    return known


def remember_first(desk: Desk) -> None:
    """Derives the claims that everybody sees first, so that nobody waits for them. For a thread of its own."""
    with suppress(QuellenlageError), closing(open_view(desk.ledger)) as view:  # what is wrong, a view says
        settling.claims(view, Query(limit=A_PAGE), known=known_claims(desk))


@cache
def _memory_of(_ledger: str) -> Known:
    return {}
