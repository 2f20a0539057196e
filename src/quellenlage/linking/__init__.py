"""Statements found again in other articles: traces, their comparison, copies, origins and drift."""

from quellenlage.linking.assertions import Qualify
from quellenlage.linking.comparing import compare
from quellenlage.linking.copies import find_copies
from quellenlage.linking.tracing import traces

VERSION = 1
"""Of traces, keys and links: a ledger that was linked by another one is linked again."""

__all__ = ["VERSION", "Qualify", "compare", "find_copies", "traces"]
