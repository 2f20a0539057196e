"""Content ids: what is the same gets the same id on every machine, whenever and by whomever it is read.

An id is the first 20 hexadecimal digits (80 bits) of SHA-256 over the scheme's name and the identifying parts.
The scheme names carry a version, so that a change of recipe can never make two different things look alike.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from quellenlage.model.text import Span

_DIGITS = 20


def content_id(scheme: str, parts: Sequence[object]) -> str:
    """Id of `parts` (anything that JSON can hold) under a versioned scheme name such as "article/1"."""
    canonical = json.dumps([scheme, *parts], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def page_id(data: bytes) -> str:
    """Id of a stored page: its bytes alone."""
    return hashlib.sha256(b"page/1\0" + data).hexdigest()[:_DIGITS]


def article_id(blocks: Iterable[tuple[str, str]], url: str | None) -> str:
    """Id of an article: its address and its blocks as (kind, text). When and by whom it was read does not matter."""
    return content_id("article/1", [url, [list(block) for block in blocks]])


def source_id(article: str, name: str, cls: str) -> str:
    """Id of a source inside one article."""
    return content_id("source/1", [article, name, cls])


def statement_id(article: str, content: Iterable[Span], cue: Iterable[Span], source: Iterable[Span]) -> str:
    """Id of a statement: the article and the places of its content, cue and source."""
    places = [[[s.block, s.start, s.end] for s in spans] for spans in (content, cue, source)]
    return content_id("statement/1", [article, places])
