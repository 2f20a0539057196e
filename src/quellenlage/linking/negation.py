"""Negation: whether words say that something is not so."""

from __future__ import annotations

import re

_NEGATION = re.compile(
    r"\b(?:nicht|nichts|kein\w*|nie|niemals|niemand|weder"
    r"|not|no(?!\.? ?\d)|never|nobody|none|neither)\b|n['’]t\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r",| (?:if|unless|because|although|wenn|falls|weil|obwohl) "
    r"| (?:and|but|und|aber) (?=(?:nobody|none|never|not|no|niemand|nie|nicht|nichts|keine?[nrms]?)\b)"
)


def negation_in(content: str) -> str:
    """The word that negates the main clause of a content; "" where none does."""
    found = _NEGATION.search(_SUBORDINATE.split(content)[0])
    return found.group() if found else ""


def negates_somewhere(content: str) -> bool:
    """Whether any clause of a content is negated, or any thing in it."""
    return _NEGATION.search(content) is not None
