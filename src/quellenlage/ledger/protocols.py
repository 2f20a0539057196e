"""What every ledger can do: a small read-only view, and the one who writes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from quellenlage.ledger.entries import (
    ArticleRow,
    ClaimEntry,
    Count,
    Facets,
    FigureEntry,
    FoundEntry,
    Listing,
    SourceEntry,
    StatementEntry,
)
from quellenlage.ledger.parties import Party, Profile
from quellenlage.ledger.query import Query
from quellenlage.model.claim import Judgement, Link, Met, Trace
from quellenlage.model.review import Review
from quellenlage.model.statement import Reading
from quellenlage.model.text import Page

Compare = Callable[[Trace, Trace], Link | None]
"""How two traces are related, if they are. Called with the smaller id first; the traces come without statements and
glances."""

Sift = Callable[[Sequence[bytes], Sequence[bytes], Met], Iterable[tuple[int, int]]]
"""Which of these traces, by their glances, are worth a comparison with which of those that they have met: pairs of
places in both lists, each once. A pair's worth depends on its two glances alone."""


class View(Protocol):
    """Reads the ledger. Of an article read more than once, only the newest reading is seen. All raise LedgerError, and
    QueryError for a cursor (`query.after`) that is not of their listing."""

    def articles(self, query: Query) -> Listing[ArticleRow]:
        """The articles asked for, in the order asked for (`query.sort`)."""
        ...

    def facets(self, query: Query) -> Facets:
        """How the articles asked for, and their statements asked for, divide."""
        ...

    def search(self, text: str, query: Query) -> Listing[FoundEntry]:
        """The articles asked for in which all words of the search stand (`searching` says when they do).

        Those with all words in the headline first, then those with all in what somebody says, then the others; each of
        them the newest first. Raises QueryError for a text without words.
        """
        ...

    def statements(self, query: Query) -> Listing[StatementEntry]:
        """The statements asked for, in the order in which their articles were recorded."""
        ...

    def queue(self, query: Query) -> Listing[StatementEntry]:
        """The statements asked for that have no review which holds, those that the model is least sure of first."""
        ...

    def reviews(self, statements: Collection[str] | None = None) -> tuple[Review, ...]:
        """The reviews of these statements (ids), or all, in order of recording."""
        ...

    def figures(self, query: Query) -> Listing[FigureEntry]:
        """The figures in the content of the statements asked for, in the same order."""
        ...

    def units(self, query: Query) -> tuple[Count[str], ...]:
        """The units of the figures that `figures` would list, as they are written, with how many figures have each,
        the most first. Figures without a unit count for none."""
        ...

    def sources(self, query: Query) -> Listing[SourceEntry]:
        """Who speaks or relays in the statements asked for, most statements first.

        Here `query.source` and `query.cls` are conditions on the entry itself. The pages after the first leave out
        articles that were added since, so that no entry moves from page to page.
        """
        ...

    def statements_of(self, party: Party, query: Query, *, relayed: bool = False) -> Listing[StatementEntry]:
        """The statements asked for that the party makes, or (`relayed`) passes on without making them.

        The newest first, those of articles without a time last."""
        ...

    def profile(self, party: Party, query: Query) -> Profile:
        """The numbers of what the party said and passed on in the statements asked for."""
        ...

    def reading(self, article: str) -> Reading:
        """The newest reading of an article, exactly as it was recorded. Raises KeyError for an id not in the ledger."""
        ...

    def page(self, article: str) -> Page:
        """The stored page of the newest reading of an article. Raises KeyError for an id not in the ledger."""
        ...

    def page_name(self, article: str) -> str:
        """What the input of an article's newest reading was called. Raises KeyError for an id not in the ledger."""
        ...

    def unlinked(self, version: int) -> tuple[str, ...]:
        """Articles whose newest reading has no traces made by this version of linking, in order of recording."""
        ...

    def waiting(self, version: int) -> int:
        """How many articles `unlinked` names. Quick to ask for."""
        ...

    def claims(self, query: Query, *, least: int = 1, newest: bool = False) -> Listing[ClaimEntry]:
        """The claims of which a statement or assertion is asked for, and which have at least so many of these in all.

        Those in most articles first, then the earliest by published day, then by id; or those first (`newest`) that
        were published last, those without any time at the end.
        """
        ...

    def claims_with(self, prefix: str) -> tuple[str, ...]:
        """Ids of the claims that have a statement or assertion whose id begins so, sorted."""
        ...

    def claim(self, claim: str) -> ClaimEntry:
        """The claim of this id. Raises KeyError for an id that is no claim's."""
        ...

    def traces(self, ids: Collection[str]) -> tuple[Trace, ...]:
        """The traces of these ids, as far as they are there, sorted by id."""
        ...

    def passages(self, articles: Collection[str]) -> tuple[Trace, ...]:
        """The passages of these articles, sorted by id."""
        ...

    def links_among(self, ids: Collection[str]) -> tuple[Link, ...]:
        """The links that have one of these traces at both ends, sorted by both."""
        ...

    def denying(self, ids: Collection[str]) -> tuple[Link, ...]:
        """The links by which other statements deny these (`Link.denier`), sorted by both ends."""
        ...

    def surest(self, ids: Collection[str]) -> Mapping[str, float]:
        """For each of these statements that denies something the greatest score with which it does."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in order of recording."""
        ...

    def state(self) -> str:
        """A word that is another one whenever something that can be read here may have changed. Quick to ask for.

        Linking in order of recording (`unlinked`) is taken for granted: what is linked then follows from how much is.
        """
        ...

    def close(self) -> None:
        """Ends the use of the ledger."""
        ...


class Ledger(View, Protocol):
    """Writes the ledger, too."""

    def record(self, page: Page, reading: Reading, *, recorded_at: datetime) -> bool:
        """Adds a page and its reading as a whole or not at all. Once it returns, the record outlives the process.

        False where the ledger already has this reading: then nothing changes. `recorded_at` is aware, in UTC.
        """
        ...

    def start_linking(self, version: int, *, again: bool = False) -> None:
        """Where all traces, links and claims were made by another version of linking, or `again`: forgets them, so that
        every article waits to be linked by this version. The record and the judgements stay.
        """
        ...

    def relate(self, readings: Mapping[str, Sequence[Trace]], compare: Compare, sift: Sift) -> None:
        """Links the articles of these readings (`reading_id`, with their traces) all or none: the traces replace
        earlier ones of each article and are compared with those that share a key and are worth it, and the claims that
        this can change are found anew. Several at once are linked as one by one, but take less time. A reading that is
        not the newest of its article any more is passed over, and that one waits. Raises KeyError for one that is not
        in the ledger.
        """
        ...

    def judge(self, judgement: Judgement) -> None:
        """Adds a person's judgement, and finds the claims that it can change anew."""
        ...

    def review(self, review: Review) -> None:
        """Adds a person's review of a statement; nothing where it is there already.

        Raises ReviewError where the ledger has no such statement in such an article, where a correction does not quote
        the article to the letter, and where there is no such review to undo.
        """
        ...
