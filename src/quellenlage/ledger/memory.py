"""A ledger that lasts as long as the process: for programs that need no file, and the plainest form of the contract."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quellenlage.errors import ReviewError
from quellenlage.ledger import looking
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
    article_entry,
)
from quellenlage.ledger.looking import Recorded
from quellenlage.ledger.paging import Key, page_of, place
from quellenlage.ledger.parties import Party, Profile
from quellenlage.ledger.protocols import Compare, Sift
from quellenlage.ledger.query import UNDATED, Query, published_at, published_day
from quellenlage.ledger.recording import reading_id
from quellenlage.model.claim import Judgement, Link, Trace, TraceKind
from quellenlage.model.clusters import find_clusters, pulls
from quellenlage.model.judging import Verdicts
from quellenlage.model.review import Review, fault, reviews_holding
from quellenlage.model.review_wire import review_from_wire, review_to_wire
from quellenlage.model.statement import Reading
from quellenlage.model.text import Page


@dataclass(frozen=True, slots=True)
class _Traced:
    """The traces of a linked article, of which reading (id), and as the how manieth it was linked."""

    reading: str
    traces: tuple[Trace, ...]
    turn: int


class MemoryLedger:
    """Satisfies `Ledger` with dictionaries; claims are folded anew whenever they are asked for."""

    def __init__(self) -> None:
        self._readings: dict[str, Recorded] = {}
        self._newest: dict[str, str] = {}  # article id -> reading id
        self._traced: dict[str, _Traced] = {}  # by article id
        self._turns = 0  # how often an article was linked
        self._links: dict[tuple[str, str], Link] = {}
        self._judgements: list[Judgement] = []
        self._reviews: list[Review] = []
        self._version: int | None = None

    def record(self, page: Page, reading: Reading, *, recorded_at: datetime) -> bool:
        """Adds a page and its reading. False where this reading is already there."""
        key = reading_id(reading)
        if key in self._readings:
            return False
        self._readings[key] = Recorded(len(self._readings) + 1, page, reading, recorded_at)
        self._remove(reading.article.id)
        self._newest.pop(reading.article.id, None)  # so that the article moves to the end, as in any store
        self._newest[reading.article.id] = key
        return True

    def articles(self, query: Query) -> Listing[ArticleRow]:
        """The articles asked for."""
        return looking.articles(self._current(), query)

    def facets(self, query: Query) -> Facets:
        """How the articles asked for, and their statements asked for, divide."""
        return looking.facets(self._current(), query)

    def search(self, text: str, query: Query) -> Listing[FoundEntry]:
        """The articles in which all words stand."""
        return looking.search(self._current(), text, query)

    def statements(self, query: Query) -> Listing[StatementEntry]:
        """The statements asked for."""
        return looking.statements(self._current(), query)

    def statements_of(self, party: Party, query: Query, *, relayed: bool = False) -> Listing[StatementEntry]:
        """The statements asked for that the party makes, or passes on."""
        return looking.statements_of(self._current(), party, query, relayed=relayed)

    def profile(self, party: Party, query: Query) -> Profile:
        """The numbers of what the party said and passed on."""
        return looking.profile(self._current(), party, query)

    def queue(self, query: Query) -> Listing[StatementEntry]:
        """The statements asked for that have no review which holds."""
        return looking.queue(self._current(), query, reviews_holding(self._reviews).keys())

    def reviews(self, statements: Collection[str] | None = None) -> tuple[Review, ...]:
        """The reviews of these statements, or all."""
        return tuple(each for each in self._reviews if statements is None or each.statement in statements)

    def review(self, review: Review) -> None:
        """Adds a person's review of a statement."""
        readings = [each.reading for each in self._readings.values() if each.reading.article.id == review.article]
        if review.statement not in {statement.id for reading in readings for statement in reading.statements}:
            raise ReviewError(f"no statement {review.statement!r} in article {review.article!r}")
        wrong = fault(review, readings[0].article, self.reviews([review.statement]))
        if wrong:
            raise ReviewError(f"review of {review.statement}: {wrong}")
        if review.id not in {each.id for each in self._reviews}:
            self._reviews.append(review_from_wire(review_to_wire(review)))  # voices by name, as every store answers

    def figures(self, query: Query) -> Listing[FigureEntry]:
        """The figures in the statements asked for."""
        return looking.figures(self._current(), query)

    def units(self, query: Query) -> tuple[Count[str], ...]:
        """The units of the figures in the statements asked for."""
        return looking.units(self._current(), query)

    def sources(self, query: Query) -> Listing[SourceEntry]:
        """Who speaks or relays in the statements asked for."""
        return looking.sources(self._current(), query)

    def reading(self, article: str) -> Reading:
        """The newest reading of an article."""
        return self._readings[self._newest[article]].reading

    def page(self, article: str) -> Page:
        """The page of the newest reading of an article."""
        return self._readings[self._newest[article]].page

    def page_name(self, article: str) -> str:
        """What the input of an article's newest reading was called."""
        return self.page(article).name

    def start_linking(self, version: int, *, again: bool = False) -> None:
        """Forgets all traces, links and claims that another version made."""
        if again or version != self._version:
            self._version = version
            self._traced.clear()
            self._links.clear()

    def unlinked(self, version: int) -> tuple[str, ...]:
        """Articles whose newest reading has no traces made by this version of linking."""
        done = {} if version != self._version else {article: each.reading for article, each in self._traced.items()}
        return tuple(article for article, key in self._newest.items() if done.get(article) != key)

    def waiting(self, version: int) -> int:
        """How many articles `unlinked` names."""
        return len(self.unlinked(version))

    def relate(self, readings: Mapping[str, Sequence[Trace]], compare: Compare, sift: Sift) -> None:
        """Links articles, one after the other, or none."""
        articles = {key: self._readings[key].reading.article.id for key in readings}
        before = self._traced.copy(), self._links, self._turns
        try:
            for key, article in articles.items():
                if self._newest[article] == key:
                    self._relate(article, key, readings[key], compare, sift)
        except BaseException:
            self._traced, self._links, self._turns = before
            raise

    def _relate(self, article: str, key: str, traces: Sequence[Trace], compare: Compare, sift: Sift) -> None:
        self._remove(article)
        others = list(self._all_traces())
        links = dict(self._links)
        unique = tuple({trace.id: trace for trace in traces}.values())
        for trace in unique:
            for other in _worth(trace, [other for other in others if trace.keys & other.keys], sift):
                one, two = (replace(each, statement=None, glance=b"") for each in _sorted((trace, other)))
                link = compare(one, two)
                if link:
                    links[link.left, link.right] = link
            others.append(trace)
        self._turns += 1
        self._traced[article] = _Traced(key, unique, self._turns)
        self._links = links

    def judge(self, judgement: Judgement) -> None:
        """Adds a person's judgement."""
        self._judgements.append(judgement)

    def claims(self, query: Query, *, least: int = 1, newest: bool = False) -> Listing[ClaimEntry]:
        """The claims of which a statement or assertion is asked for."""
        name, types = ("claims/newest", (int, str, str)) if newest else ("claims", (int, int, str, str))
        known = self._turns if query.after is None else int(place(name, query.after, types)[0])
        asked_for = [
            entry
            for entry in self._claims()
            if len(entry.traces) >= least and any(self._admits(query, trace) for trace in entry.traces)
        ]
        keyed = []
        for entry in asked_for:  # what came after the first page is not counted, so that nothing moves
            counted = [trace for trace in entry.traces if self._traced[trace.article].turn <= known]
            if len(counted) >= least:
                keyed.append(((known, *(self._latest if newest else self._rank)(counted), entry.id), entry))
        return replace(page_of(name, query, keyed, types, descending=newest), total=len(asked_for))

    def claims_with(self, prefix: str) -> tuple[str, ...]:
        """Ids of the claims that have a statement or assertion whose id begins so."""
        with_it = (entry for entry in self._claims() if any(trace.id.startswith(prefix) for trace in entry.traces))
        return tuple(sorted(entry.id for entry in with_it))

    def claim(self, claim: str) -> ClaimEntry:
        """The claim of this id."""
        return {entry.id: entry for entry in self._claims()}[claim]

    def traces(self, ids: Collection[str]) -> tuple[Trace, ...]:
        """The traces of these ids."""
        return _sorted(trace for trace in self._all_traces() if trace.id in ids)

    def passages(self, articles: Collection[str]) -> tuple[Trace, ...]:
        """The passages of these articles."""
        return _sorted(
            trace for trace in self._all_traces() if trace.kind is TraceKind.PASSAGE and trace.article in articles
        )

    def links_among(self, ids: Collection[str]) -> tuple[Link, ...]:
        """The links that have one of these traces at both ends."""
        return tuple(self._links[ends] for ends in sorted(self._links) if ends[0] in ids and ends[1] in ids)

    def denying(self, ids: Collection[str]) -> tuple[Link, ...]:
        """The links by which other statements deny these."""
        denials = (self._links[ends] for ends in sorted(self._links) if ends[0] in ids or ends[1] in ids)
        return tuple(link for link in denials if link.denier and link.denier not in ids)

    def surest(self, ids: Collection[str]) -> Mapping[str, float]:
        """For each of these statements that denies something the greatest score with which it does."""
        found: dict[str, float] = {}
        for link in self._links.values():
            if link.denier and link.denier in ids:
                found[link.denier] = max(found.get(link.denier, 0.0), link.score)
        return found

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in order of recording."""
        return tuple(self._judgements)

    def state(self) -> str:
        """A word that is another one whenever something may have changed."""
        kept = (self._readings, self._judgements, self._reviews, self._traced)
        return "-".join(map(str, (*map(len, kept), self._turns, self._version)))

    def close(self) -> None:
        """Nothing to do."""

    def _remove(self, article: str) -> None:
        gone = {trace.id for trace in self._traced.pop(article, _Traced("", (), 0)).traces}
        self._links = {ends: link for ends, link in self._links.items() if not gone & {*ends}}

    def _all_traces(self) -> Iterator[Trace]:
        return (trace for each in self._traced.values() for trace in each.traces)

    def _claims(self) -> Iterator[ClaimEntry]:
        known = {trace.id: trace for trace in self._all_traces() if trace.kind is not TraceKind.PASSAGE}
        kinds = {key: trace.kind for key, trace in known.items()}
        for cluster in find_clusters(kinds, pulls(self._links.values()), Verdicts(self._judgements)):
            traces = tuple(known[key] for key in cluster.members)
            stated = [trace.id for trace in traces if trace.kind is TraceKind.STATEMENT]
            if stated:
                yield ClaimEntry(stated[0], traces, self.state())

    def _admits(self, query: Query, trace: Trace) -> bool:
        traced = self._traced_reading(trace)
        asks_who = (query.source, query.cls, query.kind) != (None, None, None)
        if trace.statement and asks_who:
            return False  # an assertion names nobody
        said = (trace.statement,) if trace.statement else traced.reading.statements
        article = article_entry(traced.reading.article, traced.page.name)
        return any(query.admits(StatementEntry(each, article)) for each in said if each.id == trace.id)

    def _rank(self, traces: Collection[Trace]) -> tuple[Key, ...]:
        days = (published_day(self._traced_reading(trace).reading.article.published) for trace in traces)
        return -len({trace.article for trace in traces}), min(day or UNDATED for day in days)

    def _latest(self, traces: Collection[Trace]) -> tuple[Key, ...]:
        return (max(published_at(self._traced_reading(trace).reading.article.published) for trace in traces),)

    def _traced_reading(self, trace: Trace) -> Recorded:
        return self._readings[self._traced[trace.article].reading]

    def _current(self) -> list[Recorded]:
        return [self._readings[key] for key in self._newest.values()]


def _sorted(traces: Iterable[Trace]) -> tuple[Trace, ...]:
    return tuple(sorted(traces, key=lambda trace: trace.id))


def _worth(trace: Trace, others: Sequence[Trace], sift: Sift) -> list[Trace]:
    """Those worth a comparison with the trace: what the glances say, and all where one of the two has none."""
    if not trace.glance:
        return list(others)
    seen = [other for other in others if other.glance]
    worth = [
        seen[place] for _, place in sift([trace.glance], [other.glance for other in seen], [((0,), range(len(seen)))])
    ]
    return [*worth, *(other for other in others if not other.glance)]
