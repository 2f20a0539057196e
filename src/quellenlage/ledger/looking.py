"""The listings of a ledger in memory: looked through from end to end, as plainly as the words in `protocols`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quellenlage.ledger import searching
from quellenlage.ledger.entries import (
    ArticleRow,
    Count,
    Facets,
    FigureEntry,
    FoundEntry,
    Listing,
    SourceEntry,
    StatementEntry,
    article_entry,
    article_row,
    make_facets,
    make_units,
)
from quellenlage.ledger.paging import Key, page_of, place
from quellenlage.ledger.parties import Heard, Party, Profile, make_profile
from quellenlage.ledger.query import Query, Sort, folded, published_at, published_day
from quellenlage.model.statement import Kind, Reading, Source, SourceClass, Statement
from quellenlage.model.text import AccessState, Language, Page
from quellenlage.model.wire import statement_from_wire, statement_to_wire


@dataclass(frozen=True, slots=True)
class Recorded:
    """A reading with its page and its number in the order of recording."""

    number: int
    page: Page
    reading: Reading
    recorded_at: datetime


def articles(current: Sequence[Recorded], query: Query) -> Listing[ArticleRow]:
    """The articles asked for."""
    rows = ((each.number, _row(each)) for each in current if _admits(query, each))
    found = [((_sort_key(query.sort, number, row), number), row) for number, row in rows]
    types = (str if query.sort is Sort.PUBLISHED else int, int)
    return page_of(f"articles/{query.sort}", query, found, types, descending=True)


def facets(current: Sequence[Recorded], query: Query) -> Facets:
    """How the articles asked for, and their statements asked for, divide."""
    admitted = [each.reading.article for each in current if _admits(query, each)]
    days = (published_day(article.published) for article in admitted)
    said = [entry.statement for _, entry in _entries(current, query)]
    return make_facets(
        outlets=Counter(article.outlet for article in admitted),
        languages=Counter[Language](article.language for article in admitted),
        access=Counter[AccessState](article.access.state for article in admitted),
        months=Counter(None if day is None else day[: len("2031-03")] for day in days),
        kinds=Counter[Kind](statement.attribution.kind for statement in said),
        classes=Counter[SourceClass](statement.speaker.cls for statement in said),
    )


def search(current: Sequence[Recorded], text: str, query: Query) -> Listing[FoundEntry]:
    """The articles in which all words stand."""
    terms = searching.parse(text, query.language)
    found = [
        ((-rank, published_at(each.reading.article.published), each.number), each)
        for each in current
        if _admits(query, each) and (rank := searching.rank(terms, searching.texts(each.reading))) is not None
    ]
    page = page_of("search", query, found, (int, str, int), descending=True)
    entries = (searching.found(_row(each), each.reading.article, terms) for each in page.items)
    return Listing(tuple(entries), page.total, page.next)


def statements(current: Sequence[Recorded], query: Query) -> Listing[StatementEntry]:
    """The statements asked for."""
    return page_of("statements", query, _entries(current, query), (int, int))


def queue(current: Sequence[Recorded], query: Query, reviewed: Collection[str]) -> Listing[StatementEntry]:
    """The statements asked for that are not reviewed."""
    waiting = [
        ((entry.statement.attribution.confidence, *keys), entry)
        for keys, entry in _entries(current, query)
        if entry.statement.id not in reviewed
    ]
    return page_of("queue", query, waiting, (float, int, int))


def figures(current: Sequence[Recorded], query: Query) -> Listing[FigureEntry]:
    """The figures in the statements asked for."""
    found = [
        ((*keys, number), FigureEntry(figure, entry.statement, entry.article))
        for keys, entry in _entries(current, query)
        for number, figure in enumerate(entry.statement.qualification.figures)
        if query.admits_figure(figure)
    ]
    return page_of("figures", query, found, (int, int, int))


def units(current: Sequence[Recorded], query: Query) -> tuple[Count[str], ...]:
    """The units of the figures in the statements asked for."""
    return make_units(Counter(entry.figure.unit for entry in figures(current, replace(query, limit=None)).items))


def sources(current: Sequence[Recorded], query: Query) -> Listing[SourceEntry]:
    """Who speaks or relays in the statements asked for."""
    types = (int, int, str, str)
    known = max((each.number for each in current), default=0)
    if query.after is not None:
        known = int(place("sources", query.after, types)[0])
    said: Counter[tuple[str, SourceClass]] = Counter()
    relayed: Counter[tuple[str, SourceClass]] = Counter()
    articles: dict[tuple[str, SourceClass], set[str]] = {}
    rest = replace(query, source=None, cls=None)  # these two are about the source itself
    for (number, _), entry in _entries(current, rest):
        if number <= known:
            speaker, *via = ((source.name, source.cls) for source in (entry.statement.speaker, *entry.statement.via))
            said[speaker] += 1
            relayed.update(via)
            for voice in (speaker, *via):
                articles.setdefault(voice, set()).add(entry.article.id)
    found = [
        ((known, -said[voice] - relayed[voice], *voice), SourceEntry(*voice, said[voice], relayed[voice], len(where)))
        for voice, where in articles.items()
        if (query.source is None or folded(query.source) in folded(voice[0])) and query.cls in (None, voice[1])
    ]
    return page_of("sources", query, found, types)


def statements_of(current: Sequence[Recorded], party: Party, query: Query, *, relayed: bool) -> Listing[StatementEntry]:
    """The statements asked for that the party makes, or passes on; the newest first."""
    found = [
        ((published_at(entry.article.published), number, -position), entry)
        for (number, position), entry in _entries(current, query)
        if _is_relayed(party, entry.statement) is relayed
    ]
    return page_of("statements_of", query, found, (str, int, int), descending=True)


def profile(current: Sequence[Recorded], party: Party, query: Query) -> Profile:
    """The numbers of what the party said and passed on in the statements asked for."""
    heard, articles = [], set()
    relays: Counter[Party] = Counter()
    told: Counter[Party] = Counter()
    for _, entry in _entries(current, query):
        said = entry.statement
        relayed = _is_relayed(party, said)
        if relayed is None:
            continue
        articles.add(entry.article.id)
        if relayed:
            told[_party(said.speaker)] += 1
        else:
            relays.update({_party(source) for source in said.via})
        day = published_day(entry.article.published)
        heard.append(
            Heard(
                relayed=relayed,
                certainty=said.qualification.certainty,
                kind=said.attribution.kind,
                cls=said.speaker.cls,
                outlet=entry.article.outlet,
                month=None if day is None else day[: len("2031-03")],
                number=1,
            )
        )
    return make_profile(heard, len(articles), relays, told)


def _is_relayed(party: Party, statement: Statement) -> bool | None:
    """False where the party makes the statement, True where it only passes it on, None where it has no part in it."""
    if _party(statement.speaker) == party:
        return False
    return True if party in map(_party, statement.via) else None


def _party(source: Source) -> Party:
    return Party(source.name, source.cls)


def _entries(current: Sequence[Recorded], query: Query) -> Iterator[tuple[tuple[int, int], StatementEntry]]:
    """The statements asked for, with their place in the order of recording."""
    for each in current:
        article = article_entry(each.reading.article, each.page.name)
        for position, statement in enumerate(each.reading.statements):
            named = statement_from_wire(statement_to_wire(statement), {})  # voices by name, as every store answers
            entry = StatementEntry(named, article)
            if query.admits(entry):
                yield (each.number, position), entry


def _admits(query: Query, each: Recorded) -> bool:
    """Whether the article is asked for, and a statement in it if any is."""
    if query.asks_of_statements:
        return any(True for _ in _entries([each], query))
    return query.admits_article(article_entry(each.reading.article, each.page.name))


def _row(each: Recorded) -> ArticleRow:
    return article_row(each.reading, each.page.name, each.recorded_at)


def _sort_key(sort: Sort, number: int, row: ArticleRow) -> Key:
    keys: dict[Sort, Key] = {
        Sort.PUBLISHED: published_at(row.article.published),
        Sort.RECORDED: number,
        Sort.STATEMENTS: row.statements,
        Sort.UNNAMED: row.unnamed,
        Sort.FIGURES: row.figures,
    }
    return keys[sort]
