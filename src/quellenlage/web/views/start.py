"""Where a reader arrives, and the page about the keyboard."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

router = APIRouter(include_in_schema=False)


@router.get("/")
def start() -> RedirectResponse:
    """The library."""
    return RedirectResponse("/articles", 307)
