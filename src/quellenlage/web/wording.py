"""The words of the workbench, German and English: gettext, with the English words as keys.

`locale/de.po` is read as it is, so that there is no step between changing a word and seeing it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from fastapi import Request

from quellenlage.model.text import Language

COOKIE = "quellenlage_ui"


def later(words: str) -> str:
    """Marks words that are looked up when they are shown, not where they stand. To be called `_`."""
    return words


@cache
def translations(language: Language) -> NullTranslations:
    """The catalogue of a language; English needs none."""
    if language is Language.ENGLISH:
        return NullTranslations()
    compiled = BytesIO()
    with (files("quellenlage.web") / "locale" / f"{language.value}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language.value))
    compiled.seek(0)
    return Translations(compiled)


def language_of(request: Request) -> Language:
    """What the reader chose in the address or before, else what the browser prefers, else English."""
    for chosen in (request.query_params.get("ui"), request.cookies.get(COOKIE)):
        if chosen in set(Language):
            return Language(chosen)
    for part in request.headers.get("accept-language", "").split(","):  # browsers send the preferred one first
        tag = part.split(";")[0].strip().lower()[:2]
        if tag in set(Language):
            return Language(tag)
    return Language.ENGLISH
