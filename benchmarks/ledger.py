"""How long the ledger's views take: the median of 50 calls each, on 100,000 statements of the simulated news world.

    python -m benchmarks.ledger [--ledger FILE] [--statements N] [--calls N] [--only WORDS] [--linked]

The world's articles have two statements each; here five of one language make one, so that 100,000 statements stand in
about 10,000 articles, as in real news. Nothing is linked, unless `--linked` asks for links by what is true of the
world (`benchmarks.true_links`). Without `--ledger` the file is filled anew each time, which
takes some minutes; a file that is there is measured as it is. Beside the time on the clock stands processor time, in
which other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from benchmarks.world import Written, articles
from quellenlage.ledger import Query, Sort, View, open_ledger, open_view
from quellenlage.model.ids import article_id
from quellenlage.model.statement import Kind, Reading, SourceClass
from quellenlage.model.text import Access, AccessState, Language, Page, Span
from quellenlage.model.wire import reading_from_wire, reading_to_wire

SEED = 1
"""Of the world that the ledger holds."""
_RECORDED = datetime(2031, 1, 1, tzinfo=UTC)
_JOINED = 5
_PAGE = 50


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path, help="measure this file, or fill it where it is not there, and keep it")
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--calls", type=int, default=50)
    parser.add_argument("--linked", action="store_true", help="link what is not linked yet, by what is true of it")
    parser.add_argument("--only", default="", help="measure only what has these words in its name")
    given = parser.parse_args()
    from benchmarks.true_links import link_truly  # which is about this module's articles

    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "world.sqlite"
        if not path.exists():
            fill(path, given.statements)
        if given.linked:
            link_truly(path)
        with closing(open_view(str(path))) as view:
            print(f"{view.statements(Query(limit=1)).total} statements, {view.articles(Query(limit=1)).total} articles")
            print(f"{'':44} {'total':>7} {'ms':>7} {'cpu ms':>7}")
            for name, call in _calls(view):
                if given.only in name:
                    print(measured(name, call, given.calls), flush=True)


def fill(path: Path, statements: int) -> None:
    """Records the first articles of the world."""
    with closing(open_ledger(str(path))) as ledger:
        recorded = 0
        for told in longer(SEED):
            reading = told.reading
            page = Page(reading.article.url or "", reading.article.id.encode(), "text/html", reading.article.url)
            ledger.record(page, reading, recorded_at=_RECORDED)
            recorded += len(reading.statements)
            if recorded >= statements:
                return


@dataclass(frozen=True, slots=True)
class Told:
    """An article, and the claim that is told at each place of it."""

    reading: Reading
    claims: Mapping[Span, str]


def longer(seed: int) -> Iterator[Told]:
    """The articles of the world, five of one language as one."""
    waiting: dict[Language, list[Written]] = {language: [] for language in Language}
    for written in articles(seed):
        some = waiting[written.reading.article.language]
        some.append(written)
        if len(some) == _JOINED:
            yield Told(_varied(_joined([each.reading for each in some])), _places(some))
            some.clear()


def _places(written: Sequence[Written]) -> dict[Span, str]:
    """The claims by their places in the article that is made of all of these."""
    found, blocks = {}, 0
    for each in written:
        for truth in each.truths:
            found[replace(truth.span, block=truth.span.block + blocks)] = truth.claim
        blocks += len(each.reading.article.blocks)
    return found


def _joined(readings: list[Reading]) -> Reading:
    first, *others = (reading_to_wire(reading) for reading in readings)
    for other in others:
        moved = _moved(other, len(first["article"]["blocks"]))
        first["article"]["blocks"] += moved["article"]["blocks"]
        first["sources"] += moved["sources"]
        first["statements"] += moved["statements"]
    joined = reading_from_wire(first)
    blocks = ((block.kind, block.text) for block in joined.article.blocks)
    return replace(joined, article=replace(joined.article, id=article_id(blocks, joined.article.url)))


def _moved(wire: Any, by: int) -> Any:
    """The same wire, every block so much further down."""
    if isinstance(wire, list):
        return [_moved(each, by) for each in wire]
    if isinstance(wire, dict):
        return {key: each + by if key in ("block", "index") else _moved(each, by) for key, each in wire.items()}
    return wire


def _varied(reading: Reading) -> Reading:
    """With access states and confidences, which the world does not have: as its ids fall, so always the same."""
    states = list(AccessState)
    statements = tuple(
        replace(each, attribution=replace(each.attribution, confidence=_share(each.id))) for each in reading.statements
    )
    access = Access(states[int(len(states) * _share(reading.article.id))])
    return replace(reading, article=replace(reading.article, access=access), statements=statements)


def _share(key: str) -> float:
    return int(key[:4], 16) / 16**4


def _calls(view: View) -> Iterator[tuple[str, Callable[[], Any]]]:
    page = Query(limit=_PAGE)
    article = view.articles(page).items[0]
    outlet = article.article.outlet or ""
    words = _words(view)
    filtered = {
        "": page,
        " of an outlet": replace(page, outlet_name=outlet),
        " of a class": replace(page, cls=SourceClass.UNNAMED),
        " of a kind": replace(page, kind=Kind.DIRECT),
        " with words": replace(page, text=words[0]),
        " of a source": replace(page, source="ministeri"),
        " in a language": replace(page, language=Language.ENGLISH),
    }
    listings: dict[str, Callable[[Query], Any]] = {
        "articles": view.articles,
        "facets": view.facets,
        "statements": view.statements,
        "figures": view.figures,
        "sources": view.sources,
        "queue": view.queue,
    }
    for name, listing in listings.items():
        for condition, query in filtered.items():
            yield f"{name}{condition}", partial(listing, query)
    for sort in Sort:
        yield f"articles by {sort}", partial(view.articles, replace(page, sort=sort))
    for name in ("articles", "statements", "figures", "sources", "queue"):
        yield f"{name}, tenth page", partial(listings[name], replace(page, after=_tenth(listings[name], page)))
    for text in (*words, f"{words[0]} {words[1]}", f'"{words[0]}"', "eu", "munchen", "die"):
        yield f"search {text}", partial(view.search, text, page)
    yield f"search {words[0]} of an outlet", partial(view.search, words[0], filtered[" of an outlet"])


def _tenth(listing: Callable[[Query], Any], query: Query) -> str:
    for _ in range(9):
        query = replace(query, after=listing(query).next)
    return query.after or ""


def _words(view: View) -> list[str]:
    """Words of some contents: what somebody might look for."""
    contents = (entry.statement.attribution.content[0].text for entry in view.statements(Query(limit=400)).items)
    return [max(content.split(), key=len).strip(".,“„") for content in islice(contents, 0, None, 57)]


def measured(name: str, call: Callable[[], Any], times: int) -> str:
    """One line of the table."""
    clock, spent = [], []
    for _ in range(times):
        began, started = perf_counter(), process_time()
        found = call()
        clock.append(perf_counter() - began)
        spent.append(process_time() - started)
    total = getattr(found, "total", "")
    return f"{name:44.44} {total:>7} {1000 * median(clock):7.1f} {1000 * median(spent):7.1f}"


if __name__ == "__main__":
    main()
