"""Statements found again in other articles: traces, their comparison, copies, origins and drift."""

from quellenlage.linking.assertions import Qualify
from quellenlage.linking.comparing import compare
from quellenlage.linking.contrasting import contrast, make_cell
from quellenlage.linking.copies import find_copies
from quellenlage.linking.denials import surely_denying
from quellenlage.linking.deriving import Material, by_rules, derive
from quellenlage.linking.series import find_series, telling_words
from quellenlage.linking.short_denials import is_short_denial
from quellenlage.linking.sifting import sift
from quellenlage.linking.tracing import traces

VERSION = 17
"""Of traces, keys, links and claims: a ledger that was linked by another one is linked again."""

__all__ = [
    "VERSION",
    "Material",
    "Qualify",
    "by_rules",
    "compare",
    "contrast",
    "derive",
    "find_copies",
    "find_series",
    "is_short_denial",
    "make_cell",
    "sift",
    "surely_denying",
    "telling_words",
    "traces",
]
