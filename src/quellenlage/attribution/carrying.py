"""Who speaks where no source stands: the words that name the speaker of such a statement elsewhere.

A quotation in which the cue comes late ("„A. B“, sagte X") belongs to X as a whole; a quotation that opens behind a
sentence about a person ("Der Lehrer Y moderiert. „…“") belongs to that person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quellenlage.attribution.names import Names
from quellenlage.attribution.subjects import subject_of
from quellenlage.gazetteer import find_role
from quellenlage.language.passage import sentence_ranges
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Block, BlockKind, Span

_MARKS = '„“”"»«›‹‚‘'
_DOUBLE = '„“”"»«'
"""Without single marks, whose closing one is an apostrophe too."""
_LEAST = 3
"""Words that a heading's quotation needs to be known again."""
_ALIKE = 0.75
"""Share of its words that stand in the place where it is said again; headings shorten."""
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.KICKER})
_HEADING_WORDS = 12
"""Words of the longest block that looks like a heading."""
_AHEAD = 3
"""Blocks behind a heading in which its quotation's speaker is named."""
_BETWEEN = re.compile(r"[\s.!?…,;–-]*")
"""What stands between two sentences of one quotation."""


def late_sources(article: Article, attributions: Sequence[Attribution]) -> dict[int, tuple[Span, ...]]:
    """By index, the source of a statement without cue that stands behind it in the same quotation."""
    found: dict[int, tuple[Span, ...]] = {}
    following: tuple[Attribution, tuple[Span, ...]] | None = None
    for index in range(len(attributions) - 1, -1, -1):
        one = attributions[index]
        source = one.source
        if not source and not one.cue and following is not None and _continues(article, one, following[0]):
            source = found[index] = following[1]
        following = (one, source) if source else None
    return found | _headed(article, attributions, found) | _repeated(attributions, found)


def stands_out(block: Block) -> bool:
    """Whether a block is a heading or a pull quote; a heading also by its look."""
    text = block.text.rstrip()
    looks = len(text.split()) <= _HEADING_WORDS and text[-1:].isalnum()
    return block.kind in {*_HEADINGS, BlockKind.QUOTE} or looks


def _headed(
    article: Article, attributions: Sequence[Attribution], found: dict[int, tuple[Span, ...]]
) -> dict[int, tuple[Span, ...]]:
    """Sources of quotations that are headings of their own, from the first statement with a source below."""
    headed: dict[int, tuple[Span, ...]] = {}
    for index, one in enumerate(attributions):
        block = article.blocks[one.content[0].block]
        alone = block.text.strip(_MARKS + " ") == one.content[0].text.strip(_MARKS + " ")
        if one.cue or one.source or not alone or len(block.text.split()) > _HEADING_WORDS:
            continue
        below = range(index + 1, len(attributions))
        sources = ((attributions[i], attributions[i].source or found.get(i, ())) for i in below)
        first = next(((other, source) for other, source in sources if source), None)
        if first is not None and first[0].content[0].block - block.index <= _AHEAD:
            headed[index] = first[1]
    return headed


def _repeated(attributions: Sequence[Attribution], found: dict[int, tuple[Span, ...]]) -> dict[int, tuple[Span, ...]]:
    """Sources of statements that stand before every source, from the place where the same words are said again."""
    repeated: dict[int, tuple[Span, ...]] = {}
    for index, one in enumerate(attributions):
        if one.source:
            break
        for later in range(index + 1, len(attributions)):
            source = attributions[later].source or found.get(later, ())
            if not one.cue and source and _is_said_again(one, attributions[later]):
                repeated[index] = source
                break
    return repeated


def _is_said_again(one: Attribution, other: Attribution) -> bool:
    own, others = ({word for span in a.content for word in re.findall(r"\w+", span.text.lower())} for a in (one, other))
    return len(own) >= _LEAST and len(own & others) >= _ALIKE * len(own)


def _continues(article: Article, one: Attribution, other: Attribution) -> bool:
    """Whether `other` begins right behind `one`, in the same quotation, and its source stands behind its beginning."""
    end, start = one.content[-1], other.content[0]
    if end.block != start.block or end.end > start.start:
        return False
    text = article.blocks[end.block].text
    behind = all((span.block, span.start) > (start.block, start.start) for span in other.source)
    return behind and _BETWEEN.fullmatch(text, end.end, start.start) is not None and _is_quoted(text, end.start)


def _is_quoted(text: str, position: int) -> bool:
    return sum(text.count(mark, 0, position) for mark in _MARKS) % 2 == 1


def is_told_in_quotes(article: Article, attribution: Attribution) -> bool:
    """Whether cue and source stand inside quotation marks: somebody who is quoted tells what somebody else said."""
    words = (*attribution.cue, *attribution.source)
    return bool(attribution.source) and all(
        sum(article.blocks[span.block].text.count(mark, 0, span.start) for mark in _DOUBLE) % 2 == 1 for span in words
    )


def is_in_quotes(article: Article, content: Span) -> bool:
    """Whether words stand in a block with quotation marks; an answer in an interview has none."""
    return any(mark in article.blocks[content.block].text for mark in _MARKS)


def person_before(article: Article, names: Names, attribution: Attribution, since: int) -> tuple[Span, ...]:
    """The one person named between `since` (code point) and a quotation, in the two sentences before it."""
    content = attribution.content[0]
    text = article.blocks[content.block].text
    if not text[: content.start].rstrip(" \u00a0").endswith(tuple(_MARKS)):
        return ()
    starts = [start for start, _ in sentence_ranges(text) if start < content.start - 1]
    since = max([since, *starts[-2:-1]])
    places = [p for p in names.occurrences if p.block == content.block and since <= p.start and p.end < content.start]
    if len({place.person.name for place in places}) != 1:
        return ()
    return (article.span(content.block, places[0].start, places[0].end),)


def subject_introduced(article: Article, names: Names, attribution: Attribution, since: int) -> tuple[Span, ...]:
    """Of whom the sentence right before a report without cue tells, where nothing has been said since (code point)."""
    content = attribution.content[0]
    starts = [start for start, _ in sentence_ranges(article.blocks[content.block].text) if start <= content.start]
    if len(starts) < 2 or starts[-2] < since or content.start - starts[-1] > 1:
        return ()
    within = range(starts[-2], starts[-1])
    places = [p for p in names.occurrences if p.block == content.block and p.start in within]
    if len({place.person.name for place in places}) == 1:
        return (article.span(content.block, places[0].start, places[0].end),)
    subject = subject_of(article, content.block, starts[-1] - 1)
    speaks = subject is not None and any(find_role(word) is not None for word in subject.text.split())
    return (subject,) if subject is not None and speaks and not places else ()
