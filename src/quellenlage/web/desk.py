"""What the workbench works on, and how a view opens the ledger for one request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from quellenlage.ledger import Ledger, View, open_ledger, open_view

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Desk:
    """One ledger (its address) and who sits at it.

    `user` signs judgements, None where nobody knows who it is. `hosts` are the names under which the workbench may be
    asked for. `token` is asked of everyone who comes; None: of nobody, which is for the loopback address alone.
    """

    ledger: str
    user: str | None = None
    hosts: tuple[str, ...] = LOOPBACK
    token: str | None = None


def desk_of(request: Request) -> Desk:
    """The desk of the app that answers this request."""
    desk: Desk = request.app.state.desk
    return desk


def _reading(request: Request) -> Iterator[View]:
    with closing(open_view(desk_of(request).ledger)) as view:
        yield view


def _writing(request: Request) -> Iterator[Ledger]:
    with closing(open_ledger(desk_of(request).ledger)) as ledger:
        yield ledger


Reading = Annotated[View, Depends(_reading)]
"""The ledger to read from, for one request."""
Writing = Annotated[Ledger, Depends(_writing)]
"""The ledger to write to, for one request."""
At = Annotated[Desk, Depends(desk_of)]
"""The desk."""
