"""Promises, plans, announcements, threats, deadlines, and demands with a time: what is to come, and by when."""

from __future__ import annotations

from collections.abc import Iterable

from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Span
from quellenlage.model.time import Commitment
from quellenlage.qualifying.outlook import Mark, Outlook, cue_phrase, marks
from quellenlage.qualifying.times.expression import Direction, Duration, Fixed, Interval, Relation, Stretch
from quellenlage.qualifying.times.reference import Timed, timed_in


def commitment_of(article: Article, attribution: Attribution) -> Commitment | None:
    """What the attribution commits somebody to: by its cue, else by the words of its content together with a time.

    None where the words take it back, where the content lies in the past, and for demands and intentions inside the
    content without a time by which.
    """
    timed = timed_in(article, attribution)
    due = _due(timed)
    found = list(marks(cue_phrase(attribution), article.language, "cue"))
    if any(mark.outlook is Outlook.DENIES for mark in found) or _is_past(timed):
        return None
    reference = due.reference if due else None
    for outlook in (Outlook.COMMITS, Outlook.DEMANDS):
        chosen = [mark for mark in found if mark.outlook is outlook]
        if chosen and (outlook is Outlook.COMMITS or due):
            return Commitment(_cue_spans(attribution, chosen), reference)
    if any(mark.outlook is Outlook.EXPECTS for mark in found):
        return None
    words = tuple(_content_spans(article, attribution))
    return Commitment(words, reference) if words and due and _bounds(due) else None


def _due(timed: Iterable[Timed]) -> Timed | None:
    """The time that bounds the content: the only one with "bis", "by" or "within", else the only future one."""
    ahead = [one for one in timed if not isinstance(one.expression.what, Fixed)]
    bounding = [one for one in ahead if _bounds(one)]
    if bounding:
        return bounding[0] if len(bounding) == 1 else None
    future = [one for one in ahead if isinstance(one.expression.what, Stretch | Interval) and _is_future(one)]
    return future[0] if len(future) == 1 else None


def _bounds(timed: Timed) -> bool:
    """Whether a time is one by which something is to happen."""
    if timed.direction is Direction.PAST:
        return False
    expression = timed.expression
    if isinstance(expression.what, Duration):
        return expression.what.side is Direction.FUTURE and expression.what.number is not None
    return expression.relation in (Relation.UNTIL, Relation.BEFORE)


def _is_future(timed: Timed) -> bool:
    what = timed.expression.what
    if isinstance(what, Stretch) and what.shift is not None:
        return what.shift > 0 or (what.shift == 0 and timed.direction is not Direction.PAST)
    return timed.direction is Direction.FUTURE


def _is_past(timed: tuple[Timed, ...]) -> bool:
    """Whether all times of the content lie in the past ("kündigte an, er sei am Montag zurückgetreten")."""
    return bool(timed) and all(one.direction is Direction.PAST for one in timed)


def _cue_spans(attribution: Attribution, found: list[Mark]) -> tuple[Span, ...]:
    """The parts of the cue that the marks lie in."""
    spans, offset = [], 0
    for span in attribution.cue:
        if any(mark.start < offset + len(span.text) and offset < mark.end for mark in found):
            spans.append(span)
        offset += len(span.text) + 1
    return tuple(spans)


def _content_spans(article: Article, attribution: Attribution) -> Iterable[Span]:
    for span in attribution.content:
        for mark in marks(span.text, article.language, "content"):
            if mark.outlook in (Outlook.COMMITS, Outlook.DEMANDS):
                yield article.span(span.block, span.start + mark.start, span.start + mark.end)
