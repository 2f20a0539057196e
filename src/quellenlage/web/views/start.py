"""Where a reader arrives, and the page that explains the workbench."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from quellenlage.web.pages import page

router = APIRouter(include_in_schema=False)


@router.get("/")
def start() -> RedirectResponse:
    """The library."""
    return RedirectResponse("/articles", 307)


@router.get("/help")
def explain(request: Request) -> Response:
    """What can be done here, what the words mean, how it searches."""
    return page(request, "help.html")
