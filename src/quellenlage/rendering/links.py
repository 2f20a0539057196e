"""Addresses that a reader may follow: none that a click could run, and straight to the words where they are known."""

from __future__ import annotations

import re
from urllib.parse import quote

from quellenlage.model.text import Span

_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x20]+", re.IGNORECASE)
_LONG = 12  # words; a longer passage is named by its first and last few, so that an address stays one
_FEW = 4


def address_of(url: str | None) -> str | None:
    """The address where it is one of the web, None for anything else."""
    return url if url and _ADDRESS.fullmatch(url) else None


def address_of_words(url: str | None, span: Span) -> str | None:
    """The address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/): browsers show the words."""
    address = address_of(url)
    if address is None:
        return None
    words = span.text.split()
    ends = [words[:_FEW], words[-_FEW:]] if len(words) > _LONG else [words]
    fragment = ",".join(_encoded(" ".join(part)) for part in ends)
    return f"{address}{'' if '#' in address else '#'}:~:text={fragment}"


def _encoded(words: str) -> str:
    """Percent-encoded, the hyphen too: in a text fragment it marks what stands around the words."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
