"""The door to vl-convert, which draws Vega-Lite without a browser. It comes with the optional extra `charts`.

It runs Vega in an engine of its own: the first drawing of a process takes about half a second and 70 MB, each further
one some 20 ms. Nothing is loaded before, and nothing is ever fetched.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from types import ModuleType

from quellenlage.errors import SettingsError
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON

_KEPT = 128  # drawings
_SHARP = 2.0  # pixels of a PNG for each of the chart
_LOCALES = {Language.GERMAN: "de-DE", Language.ENGLISH: "en-US"}
_EXPORTED = "window.vegaEmbed = vegaEmbed;"


def version() -> str:
    """Of vl-convert, and so of all that it brings."""
    return metadata.version("vl-convert-python")


def can_draw() -> bool:
    """Whether vl-convert is installed."""
    return find_spec("vl_convert") is not None


def draw_svg(specification: JSON, language: Language) -> str:
    """The chart as an SVG element, numbers as the language writes them. Raises SettingsError without vl-convert."""
    return _svg(json.dumps(specification), _LOCALES[language])


def draw_png(specification: JSON, language: Language) -> bytes:
    """The chart as a PNG for sharp screens. Raises SettingsError without vl-convert."""
    locale = _LOCALES[language]
    drawn: bytes = _engine().vegalite_to_png(
        specification, scale=_SHARP, format_locale=locale, time_format_locale=locale, allowed_base_urls=[]
    )
    return drawn


@lru_cache(maxsize=1)
def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script (900 KB). Making it takes some two seconds, once.

    Raises SettingsError without vl-convert.
    """
    made: str = _engine().javascript_bundle(_EXPORTED)
    return made


@lru_cache(maxsize=_KEPT)
def _svg(specification: str, locale: str) -> str:
    drawn: str = _engine().vegalite_to_svg(
        specification, format_locale=locale, time_format_locale=locale, allowed_base_urls=[]
    )
    return drawn


def _engine() -> ModuleType:
    if not can_draw():
        raise SettingsError("charts are drawn by vl-convert, which is not installed; pip install 'quellenlage[charts]'")
    import vl_convert

    return vl_convert
