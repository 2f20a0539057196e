"""Whether the speaker asserts or denies the content, by the saying words."""

from __future__ import annotations

import re
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows
from quellenlage.model.statement import Attribution, Polarity
from quellenlage.model.text import Article, Language

_EACH_OTHER = re.compile(r"\W*(?:sich|einander|each other|one another)\b", re.IGNORECASE)


def polarity_of(article: Article, attribution: Attribution) -> Polarity:
    """Denied where the cue is a denial ("bestritt", "wies … zurück", "ruled out"); else asserted, also where two
    contradict each other: then neither denies the content."""
    for span in attribution.cue:
        if _EACH_OTHER.match(article.blocks[span.block].text, span.end):
            return Polarity.ASSERTED
    phrase = " ".join(span.text for span in attribution.cue)
    for polarity, pattern in _denials(article.language):
        if pattern.search(phrase):
            return polarity
    return Polarity.ASSERTED


@lru_cache(maxsize=2)
def _denials(language: Language) -> list[tuple[Polarity, re.Pattern[str]]]:
    """Patterns from the longest expression to the shortest, so that "nicht ausschließen" comes before its verb."""
    entries = [row for row in rows(builtin_table("denials.tsv", __package__)) if row["language"] == language.value]
    entries.sort(key=lambda row: (row["polarity"] != "+", -len(row["expression"])))
    return [
        (Polarity(row["polarity"]), re.compile(rf"(?<![\w]){_pattern(row['expression'])}(?!\w)", re.IGNORECASE))
        for row in entries
    ]


def _pattern(expression: str) -> str:
    escaped = re.escape(expression).replace(r"\*", r"\w*").replace("'", "['’]")
    return escaped.replace(r"\ …\ ", r"\s+(?:\S+\s+){0,6}?").replace(r"\ ", r"\s+")
