"""The headline as readers see it, and where it stands.

The first `h1` is often a kicker, a breadcrumb or a title for search engines, and the visible headline an `h2`; what the
page declares to search engines and to social networks is often shortened, lengthened or suffixed with the outlet's name.
So the candidates vouch for each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.reading.body import Body
from quellenlage.reading.declared import Declared
from quellenlage.reading.flow import Chunk

_QUOTES = str.maketrans(dict.fromkeys("„“”\"»«›‹‚‘’'`´", "'") | dict.fromkeys("–—‑−", "-"))
_SUFFIX = re.compile(r"\s+(?:[|»•·›*—–-]|::)\s+")
_SHARED = 0.7  # share of a shortened headline's words that stand in the long one
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline's text, and the chunk that shows it where one does."""

    text: str | None
    chunk: Chunk | None


def find_headline(chunks: Sequence[Chunk], body: Body, declared: Declared) -> Headline:
    """The page's headline: a visible heading that the page's declarations agree with, else what is declared."""
    told = _told(declared)
    shown = [chunk for chunk in chunks if _may_be_headline(chunk, body)]
    best = _vouched(shown, told)
    if best is None:
        near = [chunk for chunk in shown if chunk.tag == "h1"] or [chunk for chunk in shown if chunk.tag == "h2"]
        best = near[-1] if near else None
    return Headline(_wording(best, told), best)


def same(one: str, other: str) -> bool:
    """Whether two headlines are the same words, whatever their quotation marks, dashes and case."""
    return key(one) == key(other)


def key(text: str) -> str:
    """A headline without the accidents of typography."""
    return " ".join(_WORD.findall(text.translate(_QUOTES).lower()))


def without_outlet(title: str) -> str:
    """A title without the outlet and sections that follow it after a separator."""
    return _SUFFIX.split(title)[0] if _SUFFIX.search(title) else title


def _told(declared: Declared) -> dict[str, str]:
    """What the page says its headline is, by where it says so; without the outlet's name at the end."""
    outlet = declared.first("og:site_name") or str(declared.publisher.get("name") or "")
    told = {
        "schema": declared.text("headline"),
        "share": declared.first("og:title", "twitter:title"),
        "title": declared.title,
    }
    return {place: _without_suffix(text, outlet) for place, text in told.items() if text}


def _without_suffix(text: str, outlet: str) -> str:
    parts = _SUFFIX.split(text)
    if len(parts) == 1:
        return text
    kept = parts[:-1] if len(parts) == 2 and len(parts[0]) < len(parts[1]) and not same(parts[1], outlet) else parts[:1]
    if kept == parts[:1]:
        return parts[0]
    return text


def _may_be_headline(chunk: Chunk, body: Body) -> bool:
    if chunk.place > body.first + 3:
        return False
    return chunk.tag in ("h1", "h2", "h3") and len(chunk.text) > 3


def _vouched(shown: Sequence[Chunk], told: dict[str, str]) -> Chunk | None:
    keys = [key(text) for text in told.values()]
    exact = [chunk for chunk in shown if key(chunk.text) in keys]
    if exact:
        return exact[-1]
    partly = [chunk for chunk in shown if any(key(chunk.text) in text and len(chunk.text) > 20 for text in keys)]
    return partly[-1] if partly else None


def _wording(best: Chunk | None, told: dict[str, str]) -> str | None:
    if best is None:
        return told.get("schema") or told.get("share") or told.get("title")
    return best.text
