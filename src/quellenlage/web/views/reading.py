"""The reading view: an article as on its stored page, its statements marked, beside each passage their receipts."""

from __future__ import annotations

import codecs

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from quellenlage.model.review import reviews_holding
from quellenlage.model.wire import reading_to_wire
from quellenlage.web.arranging import arrange, claims_in, kinds_in, voices_in
from quellenlage.web.desk import Reading
from quellenlage.web.pages import view
from quellenlage.web.refusing import Refusal
from quellenlage.web.views.citing import STYLES
from quellenlage.web.wording import later as _

router = APIRouter(include_in_schema=False)
_NEVER_RUN = "sandbox; default-src 'none'"
_SUFFIXES = {"text/html": "html", "text/plain": "txt", "application/json": "json"}


@router.get("/articles/{article}/page")
def stored_page(ledger: Reading, article: str, save: bool = False) -> Response:
    """The stored page, to the byte, as plain text or (`save`) as a file. Never as a page of this origin."""
    try:
        page = ledger.page(article)
    except KeyError:
        raise _missing(article) from None
    headers = {
        "Content-Security-Policy": _NEVER_RUN,
        "Content-Disposition": f'{"attachment" if save else "inline"}; filename="{article}.{_SUFFIXES[page.media]}"',
        "Content-Type": "application/octet-stream" if save else f"text/plain; charset={_charset(page.charset)}",
    }
    return Response(page.data, headers=headers)


@router.get("/articles/{article}")
@router.get("/articles/{article}.json")  # the lowest is tried first
def reading(request: Request, ledger: Reading, article: str) -> Response:
    """One article."""
    try:
        found = ledger.reading(article)
    except KeyError:
        raise _missing(article) from None
    return view(
        request,
        "reading.html",
        record=lambda: reading_to_wire(found),
        article=found.article,
        statements=found.statements,
        sections=arrange(found, claims_in(ledger, article)),
        kinds=kinds_in(found),
        voices=voices_in(found),
        styles={key: words for key, (words, _) in STYLES.items()},
        reviews=reviews_holding(ledger.reviews([statement.id for statement in found.statements])),
    )


@router.get("/statements/{statement}")
def statement(ledger: Reading, statement: str) -> RedirectResponse:
    """To a statement's place in its article."""
    traces = ledger.traces({statement})
    if not traces:
        raise Refusal(404, _("No statement has this id, or its article was not compared with the others yet."))
    return RedirectResponse(f"/articles/{traces[0].article}#s-{statement}", 307)


def _charset(name: str | None) -> str:
    """The charset that the server named, if it is one, else the web's own."""
    try:
        return codecs.lookup(name or "utf-8").name
    except LookupError:
        return "utf-8"


def _missing(article: str) -> Refusal:
    return Refusal(404, _("No article has this id: %(id)s"), id=article)
