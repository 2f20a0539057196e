"""A block before it has its final number: what the readers of HTML, plain text and JSON hand on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quellenlage.model.text import Block, BlockKind, Moment


@dataclass(slots=True, eq=False)
class Draft:
    """A typed block. `of` is the draft that this one belongs to (a quote's speaker line, a caption's credit)."""

    kind: BlockKind
    text: str
    locator: str
    time: Moment | None = None
    of: Draft | None = None


def numbered(drafts: Iterable[Draft]) -> tuple[Block, ...]:
    """The blocks in order, with their numbers; references to drafts that are not among them are dropped."""
    kept = list(drafts)
    numbers = {id(draft): index for index, draft in enumerate(kept)}
    return tuple(
        Block(index, draft.kind, draft.text, draft.locator, draft.time, numbers.get(id(draft.of)) if draft.of else None)
        for index, draft in enumerate(kept)
    )
