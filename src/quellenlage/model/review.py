"""Reviews: a person's word on what the machine found in an article. Kept beside it; neither is ever overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum

from quellenlage.model.ids import content_id
from quellenlage.model.statement import Statement
from quellenlage.model.text import Article, Span
from quellenlage.model.undoing import holding
from quellenlage.model.wire import statement_to_wire


class ReviewVerdict(StrEnum):
    """What a person says of a statement, or of an earlier review."""

    ACCEPT = "accept"  # it is as the machine found it
    REJECT = "reject"  # nobody says this there
    CORRECT = "correct"  # somebody says something there: what stands in `corrected`
    UNDO = "undo"  # the review `undoes` holds no longer


@dataclass(frozen=True, slots=True)
class Review:
    """A person's word on a statement (its id) of an article (its id).

    Of several on one statement the last recorded holds. `corrected` is set for corrections alone; its speaker and chain
    are named, without their mentions.
    """

    id: str
    statement: str
    article: str
    verdict: ReviewVerdict
    by: str
    at: datetime
    corrected: Statement | None = None
    note: str | None = None
    undoes: str | None = None


def make_review(
    statement: str,
    article: str,
    verdict: ReviewVerdict,
    *,
    by: str,
    at: datetime,
    corrected: Statement | None = None,
    note: str | None = None,
    undoes: str | None = None,
) -> Review:
    """A review with its id. `at` is aware."""
    wire = None if corrected is None else statement_to_wire(corrected)
    key = content_id("review/1", [statement, article, verdict, wire, by, at.isoformat(), note, undoes])
    return Review(key, statement, article, verdict, by, at, corrected, note, undoes)


def reviews_holding(reviews: Sequence[Review]) -> dict[str, Review]:
    """The review that holds for each statement that has one. Takes reviews in order of recording."""
    return {review.statement: review for review in holding(reviews)}


def fault(review: Review, article: Article, earlier: Iterable[Review]) -> str | None:
    """What is wrong with a review of a statement in this article, None if nothing is. `earlier` are its statement's
    reviews."""
    if (review.verdict is ReviewVerdict.CORRECT) is not (review.corrected is not None):
        return "a correction says what is right, and no other verdict does"
    if (review.verdict is ReviewVerdict.UNDO) is not (review.undoes is not None):
        return "an undoing names the review it takes back, and no other verdict does"
    if review.undoes is not None and review.undoes not in {each.id for each in earlier}:
        return f"{review.undoes!r} is no review of this statement"
    if review.corrected is None:
        return None
    if not review.corrected.attribution.content:
        return "a corrected statement has a content; reject it where nobody says anything there"
    return next((_misquoted(span) for span in _spans(review.corrected) if not _is_quoted(span, article)), None)


def _misquoted(span: Span) -> str:
    return (
        f"{span.text!r} does not stand at {span.start}..{span.end} in block {span.block}; give the words of the page "
        "with their place"
    )


def _is_quoted(span: Span, article: Article) -> bool:
    if not (0 <= span.block < len(article.blocks) and 0 <= span.start < span.end):
        return False
    return article.blocks[span.block].text[span.start : span.end] == span.text and span.text != ""


def _spans(value: object) -> Iterator[Span]:
    """Every span anywhere in a value of the model."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
