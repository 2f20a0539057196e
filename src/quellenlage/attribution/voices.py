"""Who speaks, as far as an article tells."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A resolved speaker: its name ("" where nobody can be named) and class, and the words here that name it."""

    name: str
    cls: SourceClass
    mentions: tuple[Span, ...] = ()


NOBODY = Voice("", SourceClass.NONE)
