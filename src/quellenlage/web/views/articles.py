"""The library: the articles, narrowed by facets, sorted, in pages."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from babel.dates import format_date
from fastapi import APIRouter, Depends, Request
from fastapi import Query as Parameter
from fastapi.responses import Response

from quellenlage.exporting.columns import ARTICLES
from quellenlage.ledger import Count, Facets, Query, Sort
from quellenlage.model.text import AccessState, Language
from quellenlage.rendering.labels import label
from quellenlage.rendering.records import article_record
from quellenlage.web.desk import Reading
from quellenlage.web.pages import view
from quellenlage.web.wording import language_of, translations
from quellenlage.web.wording import later as _

router = APIRouter(include_in_schema=False)
_A_PAGE = 25
_NAMES = ("outlet", "lang", "access", "month")
_UNDATED = "none"
_MONTH = rf"^([1-9]\d{{3}}-(0[1-9]|1[0-2])|{_UNDATED})$"
SORTS = {
    Sort.PUBLISHED: _("newest"),
    Sort.RECORDED: _("added last"),
    Sort.STATEMENTS: _("most statements"),
    Sort.UNNAMED: _("most unnamed sources"),
    Sort.FIGURES: _("most figures"),
}
LANGUAGES = {Language.GERMAN: _("German"), Language.ENGLISH: _("English")}


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to divide the articles: the parameter of the address, and for each value its words and number."""

    name: str
    title: str
    choices: tuple[tuple[str, str, int], ...]


def _asked(
    outlet: str | None = None,
    lang: Language | None = None,
    access: AccessState | None = None,
    month: Annotated[str | None, Parameter(pattern=_MONTH)] = None,
    sort: Sort = Sort.PUBLISHED,
    after: str | None = None,
) -> Query:
    """Conditions from the address; `outlet` is the whole name, empty for articles without."""
    since, until = (None, None) if month in (None, _UNDATED) else _days(month or "")
    return Query(
        outlet_name=outlet,
        language=lang,
        access=access,
        since=since,
        until=until,
        undated=month == _UNDATED,
        sort=sort,
        after=after,
        limit=_A_PAGE,
    )


@router.get("/articles")
@router.get("/articles.csv")
@router.get("/articles.json")
def articles(request: Request, ledger: Reading, query: Annotated[Query, Depends(_asked)]) -> Response:
    """The articles asked for."""
    listing = ledger.articles(query)
    chosen = {name: request.query_params[name] for name in _NAMES if name in request.query_params}
    return view(
        request,
        "articles.html",
        record=lambda: {
            "total": listing.total,
            "next": listing.next,
            "items": [article_record(row) for row in listing.items],
        },
        table=lambda: ARTICLES.rows(listing.items),
        listing=listing,
        facets=lambda: tuple(_facets(ledger.facets(query), language_of(request))),
        chosen=chosen,
        sort=query.sort,
        sorts=SORTS,
    )


def _facets(found: Facets, language: Language) -> Iterator[Facet]:
    words = translations(language).gettext
    yield _facet("outlet", words(_("Outlet")), found.outlets, lambda name: name or label("no_outlet", language))
    yield _facet("lang", words(_("Language")), found.languages, lambda each: words(LANGUAGES[each]))
    yield _facet("access", words(_("Access")), found.access, lambda each: label(f"access.{each}", language))
    yield _facet("month", words(_("Month")), found.months, lambda month: month_words(month, language), none=_UNDATED)


def _facet(
    name: str, title: str, counts: tuple[Count[Any], ...], say: Callable[[Any], str], *, none: str = ""
) -> Facet:
    choices = ((none if each.value is None else each.value, say(each.value), each.number) for each in counts)
    return Facet(name, title, tuple(choices))


def month_words(month: str | None, language: Language) -> str:
    """A month like "2031-03" in words; that the time is not known, for None."""
    if month is None:
        return label("no_time", language)
    return format_date(_days(month)[0], "LLLL yyyy", locale=language.value)


def _days(month: str) -> tuple[date, date]:
    """The first and the last day of a month like "2031-03"."""
    year, number = map(int, month.split("-"))
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])
