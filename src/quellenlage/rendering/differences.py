"""What differs between two wordings, word by word, in the exact words of both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_MARKS = re.compile(r"^\W+|\W+$")
_ALIKE = 0.35  # of the words of both together; two wordings that share less are simply other words


class Change(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive words of one fate as they stand: those kept in the wording after, those removed in the one before."""

    change: Change
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The way from one wording to the other; what is removed stands before what is added in its place.

    Words are compared without regard to case and to marks around them. White space is one blank.
    """
    a, b = before.split(), after.split()
    pieces: list[Piece] = []
    for tag, i, j, k, m in _matcher(a, b).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.KEPT, " ".join(b[k:m])))
            continue
        if i < j:
            pieces.append(Piece(Change.REMOVED, " ".join(a[i:j])))
        if k < m:
            pieces.append(Piece(Change.ADDED, " ".join(b[k:m])))
    return tuple(pieces)


def are_alike(before: str, after: str) -> bool:
    """Whether two wordings share enough words for their differences to tell anything."""
    return _matcher(before.split(), after.split()).ratio() >= _ALIKE


def _matcher(before: Sequence[str], after: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [_bare(word) for word in before], [_bare(word) for word in after], autojunk=False)


def _bare(word: str) -> str:
    return _MARKS.sub("", word).casefold() or word
