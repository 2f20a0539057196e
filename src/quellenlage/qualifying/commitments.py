"""Promises, plans, announcements, threats, deadlines, and demands with a time: what is to come, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Span
from quellenlage.model.time import Commitment
from quellenlage.qualifying.outcomes import outcome_of, promise_after
from quellenlage.qualifying.outlook import Mark, Outlook, cue_phrase, marks
from quellenlage.qualifying.times.expression import Direction, Duration, Fixed, Interval, Relation, Stretch, Unit
from quellenlage.qualifying.times.reference import Timed, timed_in
from quellenlage.qualifying.times.tense import clause_around, directions_in

_TO = re.compile(r"to\s")
_NEGATED = re.compile(r"(?:kein\w*|nicht|nichts|no|not|nothing)(?!\w)", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?<!\w)(?:zu\s|[a-zäöüß]{2,}zu)[a-zäöüß]{2,}n[.!?]?\Z")  # German, where a clause ends
_ADJUNCT = re.compile(r"(?:um|ohne|statt|anstatt)\s")  # such infinitives hang on no plan
_TAKEN_BACK = re.compile(r"(?:nicht|nicht mehr|nie|kaum|keine|not|n['’]t|never|no)\s\Z")
_TOO_WIDE = (Unit.DECADE, Unit.CENTURY)


def commitment_of(article: Article, attribution: Attribution) -> Commitment | None:
    """What the attribution commits somebody to, and what the text says became of it.

    By the cue, else by the words of the content together with a time, else by the next sentence that calls it a
    promise. None where the words take it back, where the content lies in the past, and for demands and intentions
    inside the content without a time by which.
    """
    timed = timed_in(article, attribution)
    due = _due(timed)
    words = _committing(article, attribution, timed, due)
    if not words:
        return None
    outcome = outcome_of(article, attribution)
    return Commitment(
        words,
        due.reference if due else None,
        outcome.fulfilment if outcome else None,
        outcome.words if outcome else None,
    )


def _committing(
    article: Article, attribution: Attribution, timed: tuple[Timed, ...], due: Timed | None
) -> tuple[Span, ...]:
    """The words that make it a commitment, empty where none do."""
    found = list(marks(cue_phrase(attribution), article.language, "cue"))
    if any(mark.outlook is Outlook.DENIES for mark in found) or _is_past(timed):
        return ()
    chosen = [mark for mark in found if _holds(mark.outlook, article, attribution, due)]
    if chosen:
        return () if _is_negated(attribution) else _cue_spans(attribution, chosen)
    expected = any(mark.outlook is Outlook.EXPECTS for mark in found)
    inside = tuple(_content_spans(article, attribution, due)) if due and _bounds(due) and not expected else ()
    noun = promise_after(article, attribution)
    return inside or ((noun,) if noun else ())


def _holds(outlook: Outlook, article: Article, attribution: Attribution, due: Timed | None) -> bool:
    """Whether a cue of this outlook makes a commitment of this content."""
    if outlook is Outlook.COMMITS:
        return True
    if outlook is Outlook.ANNOUNCES:
        return due is not None or any(
            _TO.match(span.text) or Direction.FUTURE in directions_in(span.text, article.language)
            for span in attribution.content
        )
    return outlook is Outlook.DEMANDS and due is not None


def _is_negated(attribution: Attribution) -> bool:
    """ "wollte kein Geld geben": nothing is promised."""
    return bool(attribution.content) and _NEGATED.match(attribution.content[0].text) is not None


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
    if timed.expression.relation is Relation.SINCE or (isinstance(what, Stretch) and what.unit in _TOO_WIDE):
        return False
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


def _content_spans(article: Article, attribution: Attribution, due: Timed) -> Iterable[Span]:
    """The words of the content that commit, in the clause of the time by which or the one that governs it."""
    place = due.reference.span
    first, last = _governed(article.blocks[place.block].text, place.start, place.end)
    for span in attribution.content:
        for mark in marks(span.text, article.language, "content"):
            start, end = span.start + mark.start, span.start + mark.end
            beside = span.block == place.block and first <= start and end <= last
            taken_back = _TAKEN_BACK.search(span.text, 0, mark.start) is not None
            if beside and not taken_back and mark.outlook in (Outlook.COMMITS, Outlook.DEMANDS):
                yield article.span(span.block, start, end)


def _governed(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a time, with the one before where it is only an infinitive: "bereit, bis Mai zu gehen"."""
    first, last = clause_around(text, start, end)
    is_governed = _INFINITIVE.search(text, first, last) and not _ADJUNCT.match(text, first)
    if is_governed and text[max(0, first - 2) : first] == ", ":
        first, _ = clause_around(text, first - 2, first - 2)
    return first, last
