"""Sentences that only say on whom somebody relies: "Das Institut bezieht sich auf einen Bericht der Agentur".

They make no statement of their own, yet everything that the cited party says next comes through the citing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.language.passage import Passage
from quellenlage.model.text import Article, Span

_RELIES = re.compile(
    r"^(?P<citing>[^,;:„“\"]{2,80}?) "
    r"(?:(?:bezieht|bezog|beruft|berief|stützt|stützte) sich(?: \w+){0,3} auf"
    r"|(?:cites|cited|refers to|referred to|relies on|relied on|is based on|was based on))"
    r" (?P<cited>[^;:„“\"]{2,200}?)[.]?$"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One party relying on another, with the words for both."""

    citing: Span
    cited: Span


def find_citations(article: Article) -> Iterator[Citation]:
    """Citations of the article in text order."""
    for block in article.blocks:
        passage = Passage.of(block.text)
        for sentence in passage.sentences:
            begin, end = passage.words[sentence.start][0], passage.words[sentence.stop - 1][1]
            match = _RELIES.match(block.text[begin:end])
            if match:
                citing, cited = match.span("citing"), match.span("cited")
                yield Citation(
                    article.span(block.index, begin + citing[0], begin + citing[1]),
                    article.span(block.index, begin + cited[0], begin + cited[1]),
                )
