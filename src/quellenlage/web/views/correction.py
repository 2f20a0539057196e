"""One statement under review: the machine's version, a person's beside it, and all that was said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from quellenlage.ledger import View
from quellenlage.model.figure import Basis, Bound
from quellenlage.model.review import ReviewVerdict, make_review, reviews_holding
from quellenlage.model.review_wire import review_to_wire
from quellenlage.model.statement import Certainty, Kind, Polarity, SourceClass, Statement
from quellenlage.model.statement import Reading as ArticleReading
from quellenlage.model.wire import statement_to_wire
from quellenlage.web.correcting import Fields, Ground, correct, fields_of
from quellenlage.web.correcting_figures import FigureFields, TimeFields
from quellenlage.web.desk import At, Reading, Writing
from quellenlage.web.findings import around, whole
from quellenlage.web.pages import page, view
from quellenlage.web.views.claim import Signed
from quellenlage.web.views.review import article_of
from quellenlage.web.wording import language_of, translations

router = APIRouter(include_in_schema=False)
T = TypeVar("T")


_Words = Annotated[list[str] | None, Form()]


def _figures(
    figure_words: _Words = None,
    figure_value: _Words = None,
    figure_high: _Words = None,
    figure_bound: Annotated[list[Bound] | None, Form()] = None,
    figure_unit: _Words = None,
    figure_counted: _Words = None,
    figure_period: _Words = None,
    figure_as_of: _Words = None,
    figure_basis: _Words = None,
) -> tuple[FigureFields, ...] | None:
    """The rows of a form, column by column."""
    columns = (
        figure_words, figure_value, figure_high, figure_bound, figure_unit, figure_counted, figure_period, figure_as_of,
        figure_basis,
    )  # fmt: skip
    return _rows(columns, FigureFields)


def _times(time_words: _Words = None, time_value: _Words = None) -> tuple[TimeFields, ...] | None:
    return _rows((time_words, time_value), TimeFields)


def _rows(columns: Sequence[Sequence[str] | None], make: Callable[..., T]) -> tuple[T, ...] | None:
    """Raises HTTPException where the columns are not of one length, as those of the form are."""
    if columns[0] is None:
        return None
    try:
        return tuple(make(*map(_as_shown, row)) for row in zip(*(each or () for each in columns), strict=True))
    except ValueError:
        raise HTTPException(422, "each row of figures and times needs all of its fields") from None


def _as_shown(given: str) -> str:
    return str(given).strip()


def _fields(
    figures: Annotated[tuple[FigureFields, ...] | None, Depends(_figures)],
    times: Annotated[tuple[TimeFields, ...] | None, Depends(_times)],
    content: Annotated[str, Form()] = "",
    cue: Annotated[str, Form()] = "",
    source: Annotated[str, Form()] = "",
    speaker: Annotated[str, Form()] = "",
    cls: Annotated[SourceClass, Form()] = SourceClass.NONE,
    chain: Annotated[str, Form()] = "",
    kind: Annotated[Kind, Form()] = Kind.INDIRECT,
    polarity: Annotated[Polarity, Form()] = Polarity.ASSERTED,
    certainty: Annotated[Certainty, Form()] = Certainty.CERTAIN,
) -> Fields:
    return Fields(
        content, cue, source, speaker, cls.value, chain, kind.value, polarity.value, certainty.value, figures, times
    )


@router.get("/review/{statement}")
@router.get("/review/{statement}.json")  # the lowest is tried first
def statement(request: Request, ledger: Reading, desk: At, statement: str, article: str = "") -> Response:
    """A statement to be corrected, with the history of its reviews."""
    reading, found = _found(request, ledger, statement, article)
    reviews = ledger.reviews([statement])
    return view(
        request,
        "correction.html",
        record=lambda: {
            "article": reading.article.id,
            "statement": statement_to_wire(found),
            "reviews": [review_to_wire(review) for review in reviews],
        },
        **_shown(request, ledger, reading, found),
        user=desk.user,
    )


@router.post("/review/{statement}")
def give_correction(
    request: Request,
    ledger: Writing,
    desk: At,
    statement: str,
    given: Annotated[Fields, Depends(_fields)],
    signed: Signed,
    article: str = "",
) -> Response:
    """Somebody says something there: this. What is wrong with the fields is said beside them, and nothing is lost."""
    reading, found = _found(request, ledger, statement, article)
    shown = _shown(request, ledger, reading, found)
    right, wrong = correct(found, given, shown["ground"], translations(language_of(request)).gettext)
    if right is None or right == found:
        same = right is not None
        context = shown | {"given": asdict(given), "wrong": wrong, "same": same, "note": signed.note or ""}
        return page(request, "correction.html", 422, **context, user=desk.user)
    review = make_review(
        statement,
        reading.article.id,
        ReviewVerdict.CORRECT,
        by=signed.by,
        at=signed.at,
        note=signed.note,
        corrected=right,
    )
    ledger.review(review)
    return RedirectResponse(f"/review/{statement}?article={reading.article.id}#history", 303)


def _found(request: Request, ledger: View, statement: str, article: str) -> tuple[ArticleReading, Statement]:
    """The statement in its article's newest reading."""
    key = article or article_of(request, ledger, statement)
    _ = translations(language_of(request)).gettext
    try:
        reading = ledger.reading(key)
    except KeyError:
        raise HTTPException(404, _("No article has this id.")) from None
    for each in reading.statements:
        if each.id == statement:
            return reading, each
    raise HTTPException(404, _("The newest reading of the article does not have this statement."))


def _shown(request: Request, ledger: View, reading: ArticleReading, found: Statement) -> dict[str, Any]:
    reviews = ledger.reviews([found.id])
    held = reviews_holding(reviews).get(found.id)
    person = held.corrected if held and held.corrected else None
    near = dict.fromkeys(around(found, reading.article) + (around(person, reading.article) if person else ()))
    article = reading.article
    blocks = tuple(sorted(near, key=lambda block: block.index))
    ground = Ground(article.id, article.outlet, blocks, reading.sources, language_of(request))
    return {
        "article": article,
        "statement": found,
        "ground": ground,
        "passages": whole(person or found, blocks),
        "machine": asdict(fields_of(found, ground)),
        "given": asdict(fields_of(person or found, ground)),
        "wrong": {},
        "same": False,
        "note": "",
        "held": held,
        "reviews": tuple(reversed(reviews)),
        "blank_figure": asdict(FigureFields()),
        "blank_time": asdict(TimeFields()),
        "bounds": Bound,
        "bases": Basis,
        "choices": {"cls": SourceClass, "kind": Kind, "polarity": Polarity, "certainty": Certainty},
    }
