"""What stands between the pieces of a content that one sentence interrupts: "[den Hafen] wohl [im Mai verlassen]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quellenlage.language.passage import sentence_ranges
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Span

_MARK = re.compile(r"[.,;:!?\"„“”«»()]|\s[–—-](?=\s)")


def gaps_of(article: Article, attribution: Attribution) -> Iterator[Span]:
    """The stretches of such gaps, from mark to mark, that hold neither cue nor source: what stands beside those belongs
    to the report ("[…], sagte Berg offenbar, […]")."""
    for before, after in pairwise(attribution.content):
        if before.block == after.block and _in_one_sentence(article, before, after):
            text = article.blocks[before.block].text
            marks = [match.start() for match in _MARK.finditer(text, before.end, after.start)]
            for start, end in pairwise([before.end, *marks, after.start]):
                if start < end and not _holds_reporting(attribution, before.block, start, end):
                    yield article.span(before.block, start, end)


def _in_one_sentence(article: Article, before: Span, after: Span) -> bool:
    text = article.blocks[before.block].text
    return any(start < before.end and after.start < end for start, end in sentence_ranges(text))


def _holds_reporting(attribution: Attribution, block: int, start: int, end: int) -> bool:
    return any(
        span.block == block and span.start < end and start < span.end
        for span in (*attribution.cue, *attribution.source)
    )
