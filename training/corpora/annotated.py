"""The form all corpora are brought to: a passage and its statements, each with the words of its roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quellenlage.language.passage import Passage
from quellenlage.language.words import Range
from quellenlage.tagging.labels import Role, Scheme

Words = tuple[int, ...]
"""Indices of a passage's words, ascending."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One annotated statement. `kind` is a class of the kind head, None where the corpus has no kinds."""

    roles: Mapping[Role, Words]
    kind: int | None = None

    def words(self, role: Role) -> Words:
        """The words of a role, empty where it has none."""
        return self.roles.get(role, ())


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated text. `name` is the corpus's own name for it."""

    name: str
    scheme: Scheme
    passage: Passage
    statements: tuple[Labelled, ...]


def covered(passage: Passage, spans: Iterable[Range]) -> Words:
    """Words under spans of code points."""
    return tuple(sorted({word for start, end in spans for word in passage.covered(start, end)}))


def runs(words: Iterable[int]) -> tuple[Words, ...]:
    """Neighbouring words together: (3, 4, 7) is ((3, 4), (7,))."""
    found: list[list[int]] = []
    for word in words:
        if found and found[-1][-1] == word - 1:
            found[-1].append(word)
        else:
            found.append([word])
    return tuple(tuple(run) for run in found)
