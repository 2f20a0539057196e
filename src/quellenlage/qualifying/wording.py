"""Whose words they are: in quotation marks the speaker's, in the rest of an indirect content the reporter's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quellenlage.language.passage import sentence_at
from quellenlage.model.text import Article, Span

Range = tuple[int, int]

_QUOTED = re.compile(
    r"„[^„“”\"]*[“”\"]|“[^“”]*”|\"[^\"]*\"|»[^»«]*«|«[^»«]*»|‚[^‚‘’]*[‘’](?!\w)|(?<!\w)[‘'][^‘’']*[’'](?!\w)"
)


def quoted(text: str) -> tuple[Range, ...]:
    """Ranges in quotation marks, the marks included; inner quotations are part of the outer one."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def blanked(text: str, ranges: Iterable[Range]) -> str:
    """The text with some ranges blanked out, all places kept."""
    for start, end in ranges:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def own_words(article: Article, span: Span) -> str:
    """A span's text with everything in quotation marks blanked out."""
    text = article.blocks[span.block].text
    return blanked(text, quoted(text))[span.start : span.end]


def sentence_around(article: Article, span: Span) -> Range:
    """The sentence (code points of the block) that a span begins in."""
    return sentence_at(article.blocks[span.block].text, span.start)
