"""A news world with known truth: events, those who know of them, agencies, and outlets that copy, cite and garble.

Nothing in it is random but by its seed: the same seed gives the same articles, on every machine.
"""

from benchmarks.world.stream import articles
from benchmarks.world.truth import Truth, Written

__all__ = ["Truth", "Written", "articles"]
