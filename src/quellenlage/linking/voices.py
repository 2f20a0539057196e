"""Voice: one appearance of a claim with the party that speaks in it, and what its article tells besides."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.linking.parties import Party
from quellenlage.model.claim import Appearance, ArticleHead, Passage


@dataclass(frozen=True, slots=True)
class Voice:
    """One appearance with its party.

    `order` counts the articles by time; `corrects` says whether its article corrects an earlier version, `retracts`
    whether it only repeats the words that are corrected. `around` is its sentence and the next one, if that points
    back, `paragraph` the block up to its end; `article_stems` are the stems of its article's capitalised words. `cited`
    are the indices of voices whose outlet it names, `media` says whether it names only "media", `of_press` whether its
    party is the outlet of one of the articles.
    """

    index: int
    appearance: Appearance
    party: Party
    around: str
    order: int
    is_headline: bool
    corrects: bool
    retracts: bool = False
    paragraph: str = ""
    article_stems: frozenset[str] = frozenset()
    cited: tuple[int, ...] = ()
    media: bool = False
    of_press: bool = False

    @property
    def head(self) -> ArticleHead:
        """The article it stands in."""
        return self.appearance.article

    def stands_in(self, passage: Passage) -> bool:
        """Whether its words are among those of a passage."""
        content = self.appearance.statement.attribution.content
        return self.head.id == passage.article and any(span.overlaps(passage.span) for span in content)

    @property
    def outlet(self) -> str:
        """What a reader knows the article by."""
        return self.head.outlet or self.head.page

    @property
    def called(self) -> str:
        """Its party by name, its outlet where it names nobody."""
        return self.party.name or self.outlet
