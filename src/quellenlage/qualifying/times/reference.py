"""The times of one attribution: when it was said, and the times inside its content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Language, Moment, Span, day_of
from quellenlage.model.time import TimeReference
from quellenlage.qualifying.outlook import looks_ahead
from quellenlage.qualifying.times.anchoring import resolve
from quellenlage.qualifying.times.expression import Direction, Distance, Duration, Expression, Fixed, Relation
from quellenlage.qualifying.times.grammar import find_expressions
from quellenlage.qualifying.times.tense import clause_around, direction_at, is_joined

_POINTS = (Relation.AT, Relation.AFTER)
_OF_SOMETHING = re.compile(r"(?:zum|zur|für|of|for)\s", re.IGNORECASE)  # "die Zahlen zum Quartal": not when it was said
_ALONE = re.compile(r"[\s,]*\Z")


@dataclass(frozen=True, slots=True)
class Timed:
    """A time of a content with what its words and its sentence say of it."""

    reference: TimeReference
    expression: Expression
    direction: Direction | None


def said_at(article: Article, attribution: Attribution) -> TimeReference | None:
    """When it was said: the time in the cue's clause, outside the content ("sagte Berg am Sonntag").

    None where there is no cue, no time beside it, or more than one and none right next to the cue. What is reported has
    been said before, unless the clause speaks of the future ("wird am Montag mitteilen").
    """
    if not attribution.cue:
        return None
    block = attribution.cue[0].block
    text = article.blocks[block].text
    cue = [span for span in attribution.cue if span.block == block]
    first, last = clause_around(text, cue[0].start, cue[-1].end)
    found = [
        expression
        for expression in find_expressions(text, article.language)
        if not isinstance(expression.what, Duration | Distance | Fixed)
        and expression.relation in _POINTS
        and not _OF_SOMETHING.match(text, expression.start)
        and not _in_other_verb(text, expression, cue, attribution, article.language)
        and not _overlaps(expression, block, attribution.content)
        and _is_beside(text, expression, first, last)
    ]
    chosen = found[0] if len(found) == 1 else _adjacent(text, found, cue, attribution)
    if chosen is None:
        return None
    direction = direction_at(text, chosen.start, chosen.end, article.language) or Direction.PAST
    return _reference(article, block, chosen, anchor_of(article, block), direction)


def times_of(article: Article, attribution: Attribution) -> tuple[TimeReference, ...]:
    """The times that the content speaks of, in text order."""
    return tuple(timed.reference for timed in timed_in(article, attribution))


def timed_in(article: Article, attribution: Attribution) -> tuple[Timed, ...]:
    """The times of the content with what is told of them."""
    return tuple(timed for span in attribution.content for timed in _timed(article, attribution, span))


def anchor_of(article: Article, block: int) -> Moment | None:
    """The day or moment from which a block's relative times are read: a ticker entry's own time, else publication."""
    return article.blocks[block].time or article.published


def _timed(article: Article, attribution: Attribution, span: Span) -> Iterator[Timed]:
    anchor = _anchor_of_content(article, attribution, span)
    for expression in find_expressions(article.blocks[span.block].text, article.language):
        if span.start < expression.end <= span.end:
            direction = _direction(article, attribution, span, expression)
            yield Timed(
                _reference(article, span.block, expression, anchor, direction, span.start), expression, direction
            )


def _anchor_of_content(article: Article, attribution: Attribution, span: Span) -> Moment | None:
    """In direct speech "yesterday" is the speaker's, so the day of speaking counts where it is known."""
    if attribution.kind is Kind.DIRECT:
        said = said_at(article, attribution)
        if said is not None and said.start is not None and day_of(said.start) == (said.end and day_of(said.end)):
            return day_of(said.start)
    return anchor_of(article, span.block)


def _direction(article: Article, attribution: Attribution, span: Span, expression: Expression) -> Direction | None:
    """What the content itself tells; else that its cue looks ahead; else what the whole sentence tells."""
    start = max(0, expression.start - span.start)
    told = direction_at(span.text, start, expression.end - span.start, article.language)
    if told:
        return told
    if looks_ahead(attribution, article.language):
        return Direction.FUTURE
    if expression.relation is Relation.UNTIL:
        return None
    return direction_at(article.blocks[span.block].text, expression.start, expression.end, article.language)


def _reference(
    article: Article,
    block: int,
    expression: Expression,
    anchor: Moment | None,
    direction: Direction | None,
    edge: int = 0,
) -> TimeReference:
    resolved = resolve(expression, anchor, direction)
    span = article.span(block, max(edge, expression.start), expression.end)
    return TimeReference(span, resolved.value, resolved.start, resolved.end)


def _overlaps(expression: Expression, block: int, spans: tuple[Span, ...]) -> bool:
    return any(span.block == block and span.start < expression.end and expression.start < span.end for span in spans)


def _is_beside(text: str, expression: Expression, first: int, last: int) -> bool:
    """Whether a time lies in the clause, or is all that stands before its comma ("On Sunday, Berg said")."""
    if first <= expression.start and expression.end <= last:
        return True
    return expression.end <= first and _ALONE.fullmatch(text, expression.end, first) is not None


def _in_other_verb(
    text: str, expression: Expression, cue: list[Span], attribution: Attribution, language: Language
) -> bool:
    """Whether an "and" that joins no sources parts the time from the cue ("lost it on Monday and says")."""
    if expression.start < cue[0].start:
        first, last = expression.end, cue[0].start
    else:
        first, last = cue[-1].end, expression.start
    for span in attribution.source:
        if span.block == cue[0].block and first <= span.start and span.end <= last:
            return is_joined(text, first, span.start, language) or is_joined(text, span.end, last, language)
    return first < last and is_joined(text, first, last, language)


def _adjacent(text: str, found: list[Expression], cue: list[Span], attribution: Attribution) -> Expression | None:
    """Of several times the only one with nothing but the source between it and the cue."""
    near = [expression for expression in found if any(_is_next_to(text, expression, span, attribution) for span in cue)]
    return near[0] if len(near) == 1 else None


def _is_next_to(text: str, expression: Expression, cue: Span, attribution: Attribution) -> bool:
    low, high = min(expression.end, cue.end), max(expression.start, cue.start)
    between = text[low:high]
    for span in attribution.source:
        if span.block == cue.block and low <= span.start and span.end <= high:
            between = between.replace(span.text, "", 1)
    return not between.strip(" ,\u00a0")
