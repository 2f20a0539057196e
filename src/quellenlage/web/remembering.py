"""Claims that were derived before, kept for as long as nothing changes of what they were derived from.

Deriving a claim takes some ten milliseconds, and people go to and fro between a list and its claims.
"""

from __future__ import annotations

from functools import cache

from quellenlage.settling import Known
from quellenlage.web.desk import Desk

_MOST = 1000  # claims kept of one ledger


def known_claims(desk: Desk) -> Known:
    """The claims known of a ledger, to be used, and added to."""
    known = _memory_of(desk.ledger)
    if len(known) > _MOST:
        known.clear()
    return known


@cache
def _memory_of(_ledger: str) -> Known:
    return {}
