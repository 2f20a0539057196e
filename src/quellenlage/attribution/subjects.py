"""The subject that a sentence opens with, for pronouns that point at nobody who has a name."""

from __future__ import annotations

import re

from quellenlage.language.passage import sentence_ranges
from quellenlage.model.text import Article, Span

_OPENING = re.compile(
    r"[„“\"»]?(?P<phrase>(?:Der|Die|Das|Ein|Eine|The|A|An)(?: (?!(?:und|and)\b)[a-zäöü][\w-]+){0,3}"
    r"(?: [A-ZÄÖÜ][\w-]+){1,3})(?= [a-zäöü(,])|(?P<english>(?:The|A|An)(?: [a-z][\w-]+){1,3}?)"
    r"(?= (?:has|had|have|is|was|were|will|said|says|told)\b)"
)


def subject_before(article: Article, block: int, start: int) -> Span | None:
    """The phrase that opens the sentence before the one at a place, in the same block; None where none is clear."""
    text = article.blocks[block].text
    before = [one for one in sentence_ranges(text) if one[0] <= start][-2:-1]
    if not before:
        return None
    match = _OPENING.match(text, *before[0])
    if match is None:
        return None
    return article.span(block, *match.span("phrase" if match["phrase"] else "english"))
