"""Answers: a view as a page, and the same address with `.json` and `.csv` as data."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quellenlage.exporting.csv_table import write_rows
from quellenlage.exporting.tables import Rows
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON
from quellenlage.rendering import phrases
from quellenlage.rendering.faults import fault_phrase
from quellenlage.rendering.labels import counted, label
from quellenlage.rendering.reasons import reason_phrase
from quellenlage.web.wording import COOKIE, language_of, translations

_YEAR = 365 * 86_400
ROWS = "Quellenlage-Rows"
"""The header in which a table says how many rows it has, its head not counted."""


def page(request: Request, template: str, answers: int = 200, **context: Any) -> HTMLResponse:
    """A page in the reader's language, with its HTTP status. Every name that the template uses must be given."""
    language = language_of(request)
    text = _environment(language).get_template(template).render(request=request, here=_Here(request), **context)
    answer = HTMLResponse(text, answers)
    answer.headers["Content-Language"] = language.value
    answer.headers["Vary"] = "Accept-Language, Cookie"
    if "ui" in request.query_params:
        answer.set_cookie(COOKIE, language.value, max_age=_YEAR, samesite="strict")
    return answer


def view(
    request: Request,
    template: str,
    *,
    record: Callable[[], JSON],
    table: Callable[[], Rows] | None = None,
    **context: Any,
) -> Response:
    """The view as what the address ends in: a page, `.json` (`record`), `.csv` (`table`, for lists)."""
    suffix = PurePosixPath(request.url.path).suffix
    if suffix == ".json":
        return Response(json.dumps(record(), ensure_ascii=False, allow_nan=False), media_type="application/json")
    if suffix == ".csv" and table is not None:
        out = BytesIO()
        number = write_rows(table(), out)
        return Response(out.getvalue(), headers={ROWS: str(number)}, media_type="text/csv; charset=utf-8")
    return page(request, template, **context)


class _Here:
    """The address of the page, to link to itself in other forms."""

    def __init__(self, request: Request) -> None:
        self.path = request.url.path
        self._asked = request.query_params.multi_items()

    def twin(self, suffix: str) -> str:
        """The same view as `.json` or `.csv`."""
        return self._address(self.path + suffix, self._asked)

    def also(self, **changed: str | int | None) -> str:
        """The same view with other conditions; None takes one away. Paging begins anew."""
        kept = [(name, value) for name, value in self._asked if name != "after" and name not in changed]
        new = [(name, str(value)) for name, value in changed.items() if value is not None]
        return self._address(self.path, kept + new)

    def _address(self, path: str, asked: list[tuple[str, str]]) -> str:
        return f"{path}?{urlencode(asked)}" if asked else path


class _Say:
    """What the program says in words, in one language: `rendering`'s phrases, bound to it."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def label(self, key: str) -> str:
        """The words for a key of `rendering.labels`."""
        return label(key, self.language)

    def counted(self, number: int, noun: str) -> str:
        """A number with its noun."""
        return counted(number, noun, self.language)

    def reason(self, reason: Any) -> str:
        """A reason in words."""
        return reason_phrase(reason, self.language)

    def fault(self, fault: Any) -> str:
        """What is wrong with an input, in words."""
        return fault_phrase(fault, self.language)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """A function of `rendering.phrases` whose last argument is the language."""
        function = getattr(phrases, name)
        return lambda *arguments: function(*arguments, self.language)


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=PackageLoader("quellenlage.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_showable,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(ui=language.value, say=_Say(language))
    environment.filters["number"] = lambda value: phrases.number_phrase(float(value), language)
    environment.filters["words"] = phrases.words
    return environment


def _showable(value: Any) -> Any:
    """Whatever comes from pages loses what could steer the reader's screen; None is a mistake in a template."""
    if value is None:
        raise ValueError("a template shows None; say what is unknown")
    return phrases.shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
