"""Which statements are asked for. What each condition means is defined here once, for every store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quellenlage.ledger.entries import ArticleEntry, StatementEntry
from quellenlage.model.figure import Figure
from quellenlage.model.statement import Kind, SourceClass, Statement
from quellenlage.model.text import AccessState, Language, Moment, day_of


class Sort(StrEnum):
    """The order of articles. Those alike in it, and all under `recorded`: the one recorded last first."""

    PUBLISHED = "published"  # the newest first by the page's own clock; those without a time last
    RECORDED = "recorded"
    STATEMENTS = "statements"  # the most first, like the two below
    UNNAMED = "unnamed"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that must all hold; None asks for nothing. Names and text are compared without regard to case.

    `source` is part of the name of the speaker or of anyone in the chain; `text` part of the content's words; `unit`
    the whole unit of a figure in the content; `outlet` part of the outlet's name; `article` an article's id, address,
    or the name of its page. `since` and `until` are days as the page gives them, both included: an article without a
    published time meets neither, but meets `undated`. `access` is the article's access state, `outlet_name` the
    outlet's whole name, to the letter, "" for articles without. Where articles are asked for, conditions on statements
    ask for those in which at least one statement meets them all.

    `limit` is the number of entries wanted; `after` the cursor (`Listing.next`) that an earlier listing in the same
    order ended with; `sort` the order of `articles`, which no other listing heeds.
    """

    source: str | None = None
    cls: SourceClass | None = None
    kind: Kind | None = None
    text: str | None = None
    outlet: str | None = None
    article: str | None = None
    language: Language | None = None
    since: date | None = None
    until: date | None = None
    undated: bool = False
    limit: int | None = None
    access: AccessState | None = None
    outlet_name: str | None = None
    sort: Sort = Sort.PUBLISHED
    after: str | None = None
    unit: str | None = None

    @property
    def asks_of_statements(self) -> bool:
        """Whether there is a condition on statements."""
        return any(each is not None for each in (self.source, self.cls, self.kind, self.text, self.unit))

    def admits(self, entry: StatementEntry) -> bool:
        """Whether the statement meets every condition."""
        return self.admits_article(entry.article) and self._admits_statement(entry.statement)

    def admits_article(self, article: ArticleEntry) -> bool:
        """Whether the article meets every condition on articles."""
        day = published_day(article.published)
        return (
            (self.article is None or self.article in (article.id, article.url, article.page, article.file))
            and (self.language is None or self.language is article.language)
            and (self.outlet is None or folded(self.outlet) in folded(article.outlet or ""))
            and (self.since is None or (day is not None and day >= self.since.isoformat()))
            and (self.until is None or (day is not None and day <= self.until.isoformat()))
            and (not self.undated or day is None)
            and (self.access is None or self.access is article.access)
            and (self.outlet_name is None or self.outlet_name == (article.outlet or ""))
        )

    def admits_figure(self, figure: Figure) -> bool:
        """Whether a figure of a statement that is asked for is asked for itself."""
        return self.unit is None or folded(self.unit) == folded(figure.unit)

    def _admits_statement(self, statement: Statement) -> bool:
        names = [folded(source.name) for source in (statement.speaker, *statement.via)]
        return (
            (self.source is None or any(folded(self.source) in name for name in names))
            and (self.cls is None or self.cls is statement.speaker.cls)
            and (self.kind is None or self.kind is statement.attribution.kind)
            and (self.text is None or folded(self.text) in folded(content_words(statement)))
            and (self.unit is None or any(map(self.admits_figure, statement.qualification.figures)))
        )


UNDATED = "9999-12-31"
"""Where articles without a day are sorted: after every day."""


def folded(text: str) -> str:
    """The form in which names and words are compared."""
    return text.casefold()


def content_words(statement: Statement) -> str:
    """The content as one string to search in."""
    return " ".join(span.text for span in statement.attribution.content)


def published_at(moment: Moment | None) -> str:
    """What articles are ordered by: day and time on the page's own clock, "" (before all others) where it has none."""
    return "" if moment is None else moment.isoformat()[: len("2031-03-04T07:51:00")]


def published_day(moment: Moment | None) -> str | None:
    """The day (ISO 8601) on the page's own clock."""
    return None if moment is None else day_of(moment).isoformat()
