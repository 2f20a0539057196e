"""Sentences that only say on whom somebody relies or what somebody passes on.

"Das Institut bezieht sich auf einen Bericht der Agentur" makes no statement of its own, yet everything that the cited
party says next comes through the citing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quellenlage.language.passage import sentence_ranges
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Span

_RELIES = re.compile(
    r"^(?P<citing>[^,;:„“\"]{2,80}?) "
    r"(?:(?:bezieht|bezog|beruft|berief|stützt|stützte) sich(?: \w+){0,3} auf"
    r"|(?:cites|cited|refers to|referred to|relies on|relied on|is based on|was based on))"
    r" (?P<cited>[^;:„“\"]{2,200}?)[.]?$"
)


_SHARES = re.compile(
    r"^(?P<citing>.{2,160}?),? (?:teilte|teilt|teilten|verbreitete|verbreitet|verlinkte|postete|retweetete"
    r"|shared|shares|reposted|retweeted|linked to|posted)\b(?:(?!\bmit,)[^„“\"]){0,90}?"
    r"\b(?P<report>(?:(?:Medien|Zeitungs|Presse|Fernseh)?[Bb]ericht|Beitrag|Artikel)(?: (?:des|der|von)[^,„“]{2,60})?"
    r"|(?:[A-Z]\w+ )*(?:report|article|story)(?: (?:by|from) [A-Z][\w ]{2,40})?)(?: on \w+){0,2},? "
    r"(?:nach dem|nach der|wonach|demzufolge|in dem|laut dem|dem zufolge"
    r"|saying|claiming|that said|which said|according to which)\b"
)


_SHARING_VERB = re.compile(
    r"(?:teil|verbreite|verlink|poste|retweete)\w*|shar\w+|repost\w*|retweet\w*|linked to|posted", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sharing:
    """Somebody passing on a report without saying anything of their own: "Berg teilte einen Bericht, nach dem …".

    What is said in `block` from `start` to `end` comes through the one who shares and then through the report.
    """

    sharing: Span
    report: Span
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One party relying on another, with the words for both."""

    citing: Span
    cited: Span


def only_shares(one: Attribution, sharings: Iterable[Sharing]) -> bool:
    """Whether an attribution is nothing but the sharing: the report is what speaks. "teilte … mit" says something."""
    if any(span.text == "mit" for span in one.cue):
        return False
    return any(
        span.block == sharing.block
        and sharing.sharing.end <= span.start
        and span.end <= sharing.report.start
        and _SHARING_VERB.fullmatch(span.text)
        for sharing in sharings
        for span in one.cue
    )


def find_citations(article: Article) -> Iterator[Citation]:
    """Citations of the article in text order."""
    for block, begin, end in _sentences(article):
        match = _RELIES.match(article.blocks[block].text[begin:end])
        if match:
            citing, cited = match.span("citing"), match.span("cited")
            yield Citation(
                article.span(block, begin + citing[0], begin + citing[1]),
                article.span(block, begin + cited[0], begin + cited[1]),
            )


def find_sharings(article: Article) -> Iterator[Sharing]:
    """Reports that somebody in the article only passes on, in text order."""
    for block, begin, end in _sentences(article):
        match = _SHARES.match(article.blocks[block].text[begin:end])
        if match:
            sharing, report = match.span("citing"), match.span("report")
            yield Sharing(
                article.span(block, begin + sharing[0], begin + sharing[1]),
                article.span(block, begin + report[0], begin + report[1]),
                block,
                begin + match.end(),
                end,
            )


def _sentences(article: Article) -> Iterator[tuple[int, int, int]]:
    """Block and half-open code points of every sentence."""
    for block in article.blocks:
        for begin, end in sentence_ranges(block.text):
            yield block.index, begin, end
