"""The conditions in a view's address, one form for all views. A field that was left empty asks for nothing; one that
cannot be understood is refused, by name."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Request
from fastapi import Query as Parameter
from pydantic import BeforeValidator

from quellenlage.ledger import Query
from quellenlage.model.statement import Kind, SourceClass
from quellenlage.model.text import Language

LEFT_EMPTY = BeforeValidator(lambda given: given or None)
"""For a field of a form that asks for nothing where nothing is in it."""
_Words = Annotated[str | None, BeforeValidator(lambda given: (given or "").strip() or None)]
_NO_CONDITIONS = frozenset({"after", "of", "row", "ui"})  # where in a view, and in which language


def _asked(
    text: _Words = None,
    source: _Words = None,
    outlet: _Words = None,
    article: _Words = None,
    unit: _Words = None,
    cls: Annotated[SourceClass | None, LEFT_EMPTY, Parameter(alias="class")] = None,
    kind: Annotated[Kind | None, LEFT_EMPTY] = None,
    lang: Annotated[Language | None, LEFT_EMPTY] = None,
    since: Annotated[date | None, LEFT_EMPTY] = None,
    until: Annotated[date | None, LEFT_EMPTY] = None,
    after: str | None = None,
) -> Query:
    return Query(
        text=text,
        source=source,
        outlet=outlet,
        article=article,
        unit=unit,
        cls=cls,
        kind=kind,
        language=lang,
        since=since,
        until=until,
        after=after,
    )


Asked = Annotated[Query, Depends(_asked)]
"""The conditions on statements in an address, and where in the list; how many a page has is the view's matter."""


def conditions(request: Request) -> dict[str, str]:
    """The conditions as they stand in the address, to ask for the same in another view."""
    return {name: value for name, value in request.query_params.items() if value and name not in _NO_CONDITIONS}
