"""The outlet's name as the page gives it."""

from __future__ import annotations

import re
from typing import Any

from quellenlage.gazetteer import find_outlet
from quellenlage.reading.declared import Declared, plain

_SEPARATOR = re.compile(r"\s+[|»•·›*—–-]\s+")


def find_outlet_name(declared: Declared) -> str | None:
    """Site name, else publisher, else an outlet known by name at the end of the title; None where none is given."""
    return declared.first("og:site_name", "application-name") or _publisher(declared) or _from_title(declared.title)


def _publisher(declared: Declared) -> str | None:
    named: Any = declared.resolve(declared.article.get("publisher"))
    for node in (named, declared.publisher):
        if isinstance(node, list):
            node = node[0] if node else None
        name = plain(node.get("name")) if isinstance(node, dict) else plain(node)
        if name:
            return name
    return None


def _from_title(title: str | None) -> str | None:
    parts = _SEPARATOR.split(title or "")
    if len(parts) < 2:
        return None
    return parts[-1] if find_outlet(parts[-1]) else None
