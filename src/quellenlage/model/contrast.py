"""Contrast: some articles side by side, and what each of them says otherwise than the others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.claim import Appearance, ArticleHead


class DifferenceKind(StrEnum):
    """What an article has otherwise than another that says the same."""

    NOBODY_NAMED = "nobody_named"
    SOURCE_UNNAMED = "source_unnamed"
    RELAY_MISSING = "relay_missing"
    HEDGE_MISSING = "hedge_missing"
    DENIED = "denied"
    HIGHER = "higher"
    LOWER = "lower"
    BOUND = "bound"
    OTHER_FIGURE = "other_figure"


@dataclass(frozen=True, slots=True)
class Difference:
    """`words` are those of the other article (by its id) that this one lacks or has otherwise."""

    what: DifferenceKind
    than: str
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has of a claim: never empty, the appearance that tells most first.

    `is_asserted`: the outlet says it by itself alone, on nobody's word.
    """

    appearances: tuple[Appearance, ...]
    is_asserted: bool = False
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A claim, with a cell for each article in order, None where the article does not have it.

    `claim` is None for a statement that is not linked yet; `against` are the places of rows that contradict this one.
    """

    claim: str | None
    cells: tuple[Cell | None, ...]
    against: tuple[int, ...] = ()

    @property
    def shared(self) -> int:
        """How many of the articles have it."""
        return sum(cell is not None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Contrast:
    """The articles in the order asked for; the rows that most of them have first, then in the order of the pages."""

    articles: tuple[ArticleHead, ...]
    rows: tuple[Row, ...]
