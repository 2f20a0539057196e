"""What still holds of acts that are never changed, only undone: by a later act, which may itself be undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Act(Protocol):
    """Something a person did. `undoes` is the id of the act that it takes back."""

    @property
    def id(self) -> str: ...

    @property
    def undoes(self) -> str | None: ...


T = TypeVar("T", bound=Act)


def holding(acts: Sequence[T]) -> tuple[T, ...]:
    """The acts that hold, in order of recording: without what is undone, with what was undone and restored."""
    undone: set[str] = set()
    found = []
    for act in reversed(acts):  # an undoing is always recorded after what it undoes
        if act.id in undone:
            continue
        if act.undoes is None:
            found.append(act)
        else:
            undone.add(act.undoes)
    return tuple(reversed(found))
