"""The source behind an outlet: on whom the outlet relies in the very sentence that reports its report.

"… meldete der Sender unter Berufung auf zwei Beamte", "an official told the Gazette": the outlet only passes on.
"""

from __future__ import annotations

import re

from quellenlage.model.text import Article, Span

_BEHIND = re.compile(
    r"(?:(?:unter|mit) (?:Berufung|Verweis|Bezug) auf|\b[Cc]iting|\bquoting|\b(?:erfuhr|erfahren)\b[^.]{0,40}? aus) "
    r"(?P<source>(?:(?:den|die|das|the) )?[„“\"»][^„“”\"»«.;]{2,60}[“”\"«]"  # a name in quotation marks
    r"|(?!(?:den|die|das|the) [„“\"»(])[^,.;:„“\"()]{3,90}?"
    r"(?= (?:berichte|melde|gemeldet|schr[ei]|hat\b|hatte\b|erfuhr|verbreitet|zitiert|as saying|that\b|on \w+day)"
    r"|[,.;:„“\"()]|$))"
)
_TOLD = re.compile(r"^(?P<source>[A-Z][^.;:“”\"]{3,120}?),? (?:told|said to) (?:the )?$")


def inner_source(article: Article, sentence: tuple[int, int, int], outlet: Span) -> Span | None:
    """The words for whom an outlet relies on in a sentence (block, half-open code points); None: it names nobody."""
    block, begin, end = sentence
    text = article.blocks[block].text
    behind = _BEHIND.search(text, begin, end)
    source = article.span(block, *behind.span("source")) if behind else None
    if source is not None and not source.overlaps(outlet):
        return source
    told = _TOLD.match(text[begin : outlet.start]) if outlet.block == block and begin < outlet.start else None
    if told:
        start, stop = told.span("source")
        return article.span(block, begin + start, begin + stop)
    return None
