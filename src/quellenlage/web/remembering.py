"""Claims that were derived before, kept for as long as nothing changes in their ledger.

Deriving a claim takes some ten milliseconds, and people go to and fro between a list and its claims.
"""

from __future__ import annotations

from functools import cache

from quellenlage.ledger import View
from quellenlage.model.claim import Claim
from quellenlage.web.desk import Desk

_MOST = 1000  # claims kept of one ledger


def known_claims(desk: Desk, view: View) -> dict[str, Claim]:
    """The claims known in the state in which the ledger is now, by id; to be used, and added to."""
    return _memory_of(desk.ledger).claims(view.state())


@cache
def _memory_of(_ledger: str) -> _Memory:
    return _Memory()


class _Memory:
    """The claims of one ledger in one state. What was handed out for an earlier state is not looked at again."""

    def __init__(self) -> None:
        self._held: tuple[str, dict[str, Claim]] = ("", {})

    def claims(self, state: str) -> dict[str, Claim]:
        """Those of this state."""
        held = self._held  # read once: others may put another pair in its place meanwhile
        if held[0] != state or len(held[1]) > _MOST:
            held = self._held = (state, {})
        return held[1]
