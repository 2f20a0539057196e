"""Refusals: why a page cannot be shown, in words for people in either language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from starlette.exceptions import HTTPException

from quellenlage.model.text import Language
from quellenlage.web.wording import later as _
from quellenlage.web.wording import translations

_FIELDS = {
    "text": _("Words"),
    "source": _("Source"),
    "outlet": _("Outlet"),
    "unit": _("Unit"),
    "class": _("Speaker's class"),
    "kind": _("Kind"),
    "lang": _("Language"),
    "since": _("From"),
    "until": _("Until"),
    "origins": _("At least so many origins"),
    "appearances": _("In at least so many places"),
    "sort": _("Order"),
    "month": _("Month"),
    "access": _("Access"),
}
"""What the fields of an address are called in forms."""


class Refusal(HTTPException):
    """A request without an answer. `words` (to be marked by `later`) are translated when they are shown; data gets them
    in English."""

    def __init__(self, status: int, words: str, **values: str) -> None:
        super().__init__(status, words % values if values else words)
        self._words = words
        self._values = values

    def said(self, language: Language) -> str:
        """The words in a language."""
        words = translations(language).gettext(self._words)
        return words % self._values if self._values else words


def misfits(errors: Sequence[Any], language: Language) -> str:
    """What is wrong with the fields of an address or a form, by the names that they have there."""
    return " ".join(_misfits(errors, language))


def _misfits(errors: Sequence[Any], language: Language) -> Iterator[str]:
    words = translations(language).gettext
    for error in errors:
        name = str(error["loc"][-1])
        given = error.get("input")
        field = words(_FIELDS[name]) if name in _FIELDS else name
        if isinstance(given, str):
            yield words(_("“%(given)s” does not fit the field “%(field)s”.")) % {"given": given, "field": field}
        else:
            yield words(_("The field “%(field)s” is missing.")) % {"field": field}
