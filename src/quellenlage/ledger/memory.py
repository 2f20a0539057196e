"""A ledger that lasts as long as the process: for programs that need no file, and the plainest form of the contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from quellenlage.ledger.entries import FigureEntry, Listing, SourceEntry, StatementEntry, T, article_entry
from quellenlage.ledger.query import Query, folded
from quellenlage.ledger.recording import reading_id
from quellenlage.model.statement import Reading, SourceClass
from quellenlage.model.text import Page
from quellenlage.model.wire import statement_from_wire, statement_to_wire


class MemoryLedger:
    """Satisfies `Ledger` with two dictionaries."""

    def __init__(self) -> None:
        self._readings: dict[str, tuple[Page, Reading]] = {}
        self._newest: dict[str, str] = {}  # article id -> reading id

    def record(self, page: Page, reading: Reading, *, recorded_at: datetime) -> bool:  # noqa: ARG002
        """Adds a page and its reading. False where this reading is already there."""
        key = reading_id(reading)
        if key in self._readings:
            return False
        self._readings[key] = (page, reading)
        self._newest.pop(reading.article.id, None)  # so that the article moves to the end, as in any store
        self._newest[reading.article.id] = key
        return True

    def statements(self, query: Query) -> Listing[StatementEntry]:
        """The statements asked for."""
        return _limited([entry for entry in self._entries() if query.admits(entry)], query.limit)

    def figures(self, query: Query) -> Listing[FigureEntry]:
        """The figures in the statements asked for."""
        found = [
            FigureEntry(figure, entry.statement, entry.article)
            for entry in self._entries()
            if query.admits(entry)
            for figure in entry.statement.qualification.figures
        ]
        return _limited(found, query.limit)

    def sources(self, query: Query) -> Listing[SourceEntry]:
        """Who speaks or relays in the statements asked for."""
        said: Counter[tuple[str, SourceClass]] = Counter()
        relayed: Counter[tuple[str, SourceClass]] = Counter()
        articles: dict[tuple[str, SourceClass], set[str]] = {}
        rest = replace(query, source=None, cls=None)  # these two are about the source itself
        for entry in filter(rest.admits, self._entries()):
            speaker, *via = ((source.name, source.cls) for source in (entry.statement.speaker, *entry.statement.via))
            said[speaker] += 1
            relayed.update(via)
            for voice in (speaker, *via):
                articles.setdefault(voice, set()).add(entry.article.id)
        found = [
            SourceEntry(name, cls, said[name, cls], relayed[name, cls], len(where))
            for (name, cls), where in articles.items()
            if (query.source is None or folded(query.source) in folded(name)) and query.cls in (None, cls)
        ]
        found.sort(key=lambda entry: (-entry.said - entry.relayed, entry.name, entry.cls))
        return _limited(found, query.limit)

    def reading(self, article: str) -> Reading:
        """The newest reading of an article."""
        return self._readings[self._newest[article]][1]

    def page(self, article: str) -> Page:
        """The page of the newest reading of an article."""
        return self._readings[self._newest[article]][0]

    def close(self) -> None:
        """Nothing to do."""

    def _entries(self) -> Iterator[StatementEntry]:
        for key in self._newest.values():
            page, reading = self._readings[key]
            article = article_entry(reading.article, page.name)
            for statement in reading.statements:
                named = statement_from_wire(statement_to_wire(statement), {})  # voices by name, as every store answers
                yield StatementEntry(named, article)


def _limited(items: list[T], limit: int | None) -> Listing[T]:
    return Listing(tuple(items[:limit]), len(items))
