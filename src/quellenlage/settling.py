"""The second half of the corridor: link | judge | derive. One ledger; what is already in it is all that is needed.

Linking an article is a step of its own, after its record: a process that ends between the two leaves the article
unlinked, and whoever links next goes on. Everything found here can be thrown away and found again from the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import lru_cache

from quellenlage.errors import LinkingError, QuellenlageError
from quellenlage.faults import called
from quellenlage.ledger import ArticleEntry, ClaimEntry, FigureEntry, Ledger, Listing, Query, View, reading_id
from quellenlage.linking import (
    VERSION,
    Material,
    compare,
    derive,
    find_series,
    make_cell,
    sift,
    surely_denying,
    telling_words,
    traces,
)
from quellenlage.linking import contrast as contrast_cells
from quellenlage.model.claim import Appearance, ArticleHead, Claim, Link, Relation, Trace, TraceKind
from quellenlage.model.contrast import Contrast, Row
from quellenlage.model.judging import Verdicts
from quellenlage.model.series import Series
from quellenlage.model.statement import Reading
from quellenlage.model.text import Span
from quellenlage.qualifying import qualify

Known = MutableMapping[str, tuple[str, Claim]]
"""Claims by id that were derived before, with the state (`ClaimEntry.state`) in which each was: used, and added to."""
AT_ONCE = 8
"""Articles that are linked together: most of what they meet is the news of the same days, which is looked up once."""

_READINGS_KEPT = 256  # of those loaded last; a claim's articles are often those of the next claim
_TELLING = 3  # words by which figures of one measure are looked for


def forget_links(ledger: Ledger) -> None:
    """Throws away everything that is derived; all articles wait to be linked again."""
    ledger.start_linking(VERSION, again=True)


def link(ledger: Ledger) -> Iterator[str]:
    """Links the articles that wait for it, some in one transaction; yields the id of each when it is done.

    Raises LinkingError at the end where the program has made a mistake with some: these go on waiting.
    """
    ledger.start_linking(VERSION)
    waiting = ledger.unlinked(VERSION)
    failed: list[str] = []
    for first in range(0, len(waiting), AT_ONCE):
        yield from _linked(ledger, waiting[first : first + AT_ONCE], failed)
    if failed:
        raise LinkingError(f"could not be linked: {', '.join(failed)}; please report that together with the page")


def _linked(ledger: Ledger, articles: Sequence[str], failed: list[str]) -> Iterator[str]:
    """Links articles together, or one by one where that fails; yields those done, and adds what is to be said of the
    others to `failed`."""
    try:
        readings = map(ledger.reading, articles)
        ledger.relate({reading_id(each): traces(each, qualify) for each in readings}, compare, sift)
    except (QuellenlageError, MemoryError):
        raise
    except Exception as error:
        if len(articles) == 1:
            failed.append(f"{ledger.page_name(articles[0])} ({called(error)})")
            return
    else:
        yield from articles
        return
    for each in articles:
        yield from _linked(ledger, [each], failed)


def waiting(view: View) -> int:
    """How many articles wait to be linked."""
    return view.waiting(VERSION)


def claims(
    view: View,
    query: Query,
    *,
    least: int = 1,
    least_origins: int = 0,
    newest: bool = False,
    known: Known | None = None,
) -> Listing[Claim]:
    """The claims of which a statement or assertion is asked for, with at least so many appearances and origins.

    Those in most articles first, then the earliest; or those published last (`newest`).
    """
    deriving = _Deriving(view, known)
    if not least_origins:
        listing = view.claims(query, least=least, newest=newest)
        return Listing(tuple(map(deriving.claim, listing.items)), listing.total, listing.next)
    entries = view.claims(replace(query, limit=None), least=least, newest=newest).items
    found = [claim for claim in map(deriving.claim, entries) if len(claim.origins) >= least_origins]
    return Listing(tuple(found[: query.limit]), len(found))


def claim(view: View, claim_id: str, *, known: Known | None = None) -> Claim:
    """One claim with all that is derived of it. Raises KeyError for an id that is no claim's."""
    return _Deriving(view, known).claim(view.claim(claim_id))


def materials(view: View) -> Iterator[Material]:
    """What each claim is derived from."""
    return map(_Deriving(view).material, view.claims(Query()).items)


def contrast(view: View, articles: Sequence[str]) -> Contrast:
    """Articles (ids) side by side: what each has of every claim, and how it differs.

    Raises KeyError for an id that is not in the ledger.
    """
    return _Deriving(view).contrast(tuple(dict.fromkeys(articles)))


def series(view: View, query: Query) -> Listing[Series]:
    """The figures asked for that count the same thing, as series, the longest first; `query.limit` is of series."""
    found = _series_among(view, view.figures(replace(query, limit=None)).items)
    return Listing(found[: query.limit], len(found))


def series_of(view: View, entry: FigureEntry, query: Query, *, among: int) -> tuple[Series | None, bool]:
    """The series that a figure belongs to, None where no other counts the same; and whether all were looked at.

    It is looked for among the figures asked for. Where these are more than `among`, those whose content shares a
    telling word with the figure's stand for them, as far as that word is in so few.
    """
    query = replace(query, limit=among, after=None)
    words: tuple[str | None, ...] = (query.text,)
    if view.figures(replace(query, limit=1)).total > among:
        words = telling_words(entry.figure, Appearance(entry.statement, _head(entry.article)))[:_TELLING]
    asked = [view.figures(replace(query, text=word)) for word in words]
    listings = [listing for listing in asked if listing.next is None]
    beside = {_place(each): each for each in (entry, *(each for listing in listings for each in listing.items))}
    comparable = [each for each in beside.values() if each.figure.basis is entry.figure.basis]
    of_it = (
        series
        for series in _series_among(view, comparable)
        if any((point.appearance.statement.id, point.figure.span) == _place(entry) for point in series.points)
    )
    return next(of_it, None), listings == asked


def _place(entry: FigureEntry) -> tuple[str, Span]:
    return entry.statement.id, entry.figure.span


def _series_among(view: View, entries: Sequence[FigureEntry]) -> tuple[Series, ...]:
    links = view.links_among({entry.statement.id for entry in entries})
    return find_series(((entry.figure, Appearance(entry.statement, _head(entry.article))) for entry in entries), links)


def _head(entry: ArticleEntry) -> ArticleHead:
    return ArticleHead(
        id=entry.id,
        page=entry.page,
        language=entry.language,
        url=entry.url,
        outlet=entry.outlet,
        headline=entry.headline,
        published=entry.published,
    )


def _place_of(row: Row) -> tuple[int, int, int, int]:
    """Where a row comes: those of most articles first, then as the first article that has it goes on."""
    first = next(at for at, cell in enumerate(row.cells) if cell)
    spans = (
        each.statement.attribution.content[0]
        for cell in row.cells[first : first + 1]
        if cell
        for each in cell.appearances
    )
    block, start = min((span.block, span.start) for span in spans)
    return -row.shared, first, block, start


def _against(rows: Sequence[Row], linked: Mapping[str, str], links: Iterable[Link]) -> tuple[Row, ...]:
    """The rows with the places of those that contradict them."""
    places = {row.claim: at for at, row in enumerate(rows) if row.claim}
    against: dict[int, set[int]] = defaultdict(set)
    for link in links:
        if link.relation is Relation.CONTRADICTS and link.left in linked and link.right in linked:
            one, other = places[linked[link.left]], places[linked[link.right]]
            if one != other:
                against[one].add(other)
                against[other].add(one)
    return tuple(replace(row, against=tuple(sorted(against[at]))) for at, row in enumerate(rows))


class _Deriving:
    """Gathers from a ledger what claims are derived from."""

    def __init__(self, view: View, known: Known | None = None) -> None:
        self._view = view
        self._known = {} if known is None else known
        self._verdicts = Verdicts(view.judgements())
        self._article = lru_cache(_READINGS_KEPT)(self._load)

    def claim(self, entry: ClaimEntry) -> Claim:
        """The claim of an entry."""
        state, claim = self._known.get(entry.id, (None, None))
        if claim is None or state != entry.state:
            claim = derive(self.material(entry))
            self._known[entry.id] = (entry.state, claim)
        return claim

    def material(self, entry: ClaimEntry) -> Material:
        """What the claim of an entry is derived from."""
        own = frozenset(trace.id for trace in entry.traces)
        denied = self._view.denying(own)
        denying = surely_denying(denied, self._view.surest({link.denier for link in denied if link.denier}))
        others = self._view.traces({link.denier for link in denying if link.denier})
        loaded = {trace.article: self._article(trace.article) for trace in (*entry.traces, *others)}
        passages = self._view.passages({trace.article for trace in entry.traces})
        return Material(
            id=entry.id,
            appearances=self._appearances(entry.traces),
            links=self._view.links_among(own),
            denying=denying,
            others=self._appearances(others),
            readings={article: reading for article, (reading, _) in loaded.items()},
            heads={article: head for article, (_, head) in loaded.items()},
            passages=passages,
            passage_links=self._view.links_among({passage.id for passage in passages}),
            judgements=self._verdicts.touching(own),
        )

    def contrast(self, articles: tuple[str, ...]) -> Contrast:
        """The articles side by side."""
        loaded = {article: self._article(article) for article in articles}
        entries = {entry.id: entry for article in articles for entry in self._view.claims(Query(article=article)).items}
        here = {claim: [trace for trace in entry.traces if trace.article in loaded] for claim, entry in entries.items()}
        linked = {trace.id: claim for claim, found in here.items() for trace in found}
        asserted = frozenset(
            trace.id for found in here.values() for trace in found if trace.kind is TraceKind.ASSERTION
        )
        told: list[tuple[str | None, tuple[Appearance, ...]]] = [
            (claim, self._appearances(found)) for claim, found in here.items()
        ]
        for reading, head in loaded.values():  # an article that waits to be linked has its statements, too
            alone = (each for each in reading.statements if each.id not in linked)
            told += [(None, (Appearance(statement, head),)) for statement in alone]
        rows = []
        for claim, appearances in told:
            of = {article: [each for each in appearances if each.article.id == article] for article in articles}
            cells = tuple(make_cell(of[article], asserted) if of[article] else None for article in articles)
            rows.append(Row(claim, contrast_cells(cells)))
        rows.sort(key=_place_of)
        return Contrast(
            tuple(head for _, head in loaded.values()),
            _against(rows, linked, self._view.links_among(frozenset(linked))),
        )

    def _appearances(self, found: Collection[Trace]) -> tuple[Appearance, ...]:
        return tuple(self._appearance(trace) for trace in found)

    def _appearance(self, trace: Trace) -> Appearance:
        reading, head = self._article(trace.article)
        statement = trace.statement or next(each for each in reading.statements if each.id == trace.id)
        return Appearance(statement, head)

    def _load(self, article: str) -> tuple[Reading, ArticleHead]:
        reading = self._view.reading(article)
        found = reading.article
        head = ArticleHead(
            id=found.id,
            page=self._view.page_name(article),
            language=found.language,
            url=found.url,
            outlet=found.outlet,
            headline=found.headline,
            agencies=found.agencies,
            published=found.published,
            modified=found.modified,
        )
        return reading, head
