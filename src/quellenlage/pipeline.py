"""The corridor: where the rooms meet. It alone knows every one of them.

extract(page)            = read | attribute | qualify       pure; one page; no ledger; any machine
settle(outcome, ledger)  = record | link                    one ledger, one writer; `settling` has the second half
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice

from quellenlage.attribution import Tags, attribute
from quellenlage.errors import PageError, QuellenlageError, UnreadablePage
from quellenlage.faults import stumbled
from quellenlage.gazetteer import Gazetteer, using
from quellenlage.ledger import Ledger
from quellenlage.model.statement import Reading
from quellenlage.model.text import Moment, Page
from quellenlage.model.wire import reading_to_wire
from quellenlage.qualifying import qualify
from quellenlage.reading import make_page, open_page, read
from quellenlage.settling import link
from quellenlage.side_by_side import side_by_side
from quellenlage.tagging import load_tagger

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user knows better than the page. None (or "auto"): look at the page.

    `gazetteer` is the list of outlets and agencies to go by; None: the one that comes with the package.
    """

    language: str = "auto"
    url: str | None = None
    outlet: str | None = None
    published: Moment | None = None
    gazetteer: Gazetteer | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: `reading` and `page`, or `failure`. A failure is a value, so it never stops a batch."""

    name: str
    page: Page | None = None
    reading: Reading | None = None
    failure: PageError | None = None


def extract(page: Page, hints: Hints | None = None, *, tagger: Tags | None = None) -> Outcome:
    """Everything that one page says on other people's word. Raises ModelError where the model files are not usable."""
    known = hints or Hints()
    with using(known.gazetteer):
        return _extract(page, known, tagger)


def _extract(page: Page, known: Hints, tagger: Tags | None) -> Outcome:
    try:
        article = read(page, language=known.language, url=known.url, outlet=known.outlet, published=known.published)
    except PageError as failure:
        return Outcome(page.name, page=page, failure=failure)
    attributed = attribute(article, tagger or load_tagger())
    statements = tuple(
        replace(statement, qualification=qualify(article, statement.attribution)) for statement in attributed.statements
    )
    return Outcome(page.name, page=page, reading=Reading(article, attributed.sources, statements))


def extract_inputs(
    names: Iterable[str], hints: Hints | None = None, *, tagger: Tags | None = None
) -> Iterator[Outcome]:
    """One outcome for each input (path, address or "-"), in order.

    Several are read side by side, one on each core, unless with a `tagger` of one's own; so some are opened a little
    before their turn. An error that nobody expected is the failure of its page, too, so that the others are read.
    """
    known = hints or Hints()
    inputs = iter(names)
    first = list(islice(inputs, 2))
    opened = (_opened(name, known) for name in chain(first, inputs))
    if tagger is not None or len(first) < 2:
        yield from (_guarded(each, known, tagger) for each in opened)
    else:
        shared = load_tagger(threads=1)
        yield from side_by_side(lambda each: _guarded(each, known, shared), opened)


def _opened(name: str, known: Hints) -> Page | Outcome:
    """The page behind an input, or what became of it."""
    try:
        return open_input(name, url=known.url)
    except PageError as failure:
        return Outcome(name, failure=failure)


def _guarded(page: Page | Outcome, known: Hints, tagger: Tags | None) -> Outcome:
    if isinstance(page, Outcome):
        return page
    try:
        outcome = extract(page, known, tagger=tagger)
        if outcome.reading:
            reading_to_wire(outcome.reading)  # what cannot be written shall fail here, where it harms no other page
        return outcome
    except (QuellenlageError, MemoryError):
        raise
    except Exception as error:
        _log.exception("%s", page.name)
        return Outcome(page.name, page=page, failure=UnreadablePage(page.name, stumbled(error)))


def open_input(name: str, *, url: str | None = None) -> Page:
    """The page behind a path, an address or "-" (standard input). Raises UnreadablePage."""
    if name.startswith(("http://", "https://")):
        from quellenlage.gathering import fetch  # the network is loaded only by those who use it

        return fetch(name)
    return open_page(name, url=url)


def hold_page(name: str, data: bytes, *, url: str | None = None) -> Page:
    """The page of bytes that were handed over, called `name`. Raises UnreadablePage."""
    return make_page(name, data, url=url)


def record(outcome: Outcome, ledger: Ledger, *, recorded_at: datetime) -> bool:
    """Writes a successful outcome to the ledger. True where it was new, False where the ledger already had it."""
    if outcome.page is None or outcome.reading is None:
        raise ValueError(f"nothing to record: {outcome.failure}")
    return ledger.record(outcome.page, outcome.reading, recorded_at=recorded_at)


def settle(outcome: Outcome, ledger: Ledger, *, recorded_at: datetime) -> bool:
    """Records a successful outcome and links it, with whatever else waits to be linked. True where it was new."""
    new = record(outcome, ledger, recorded_at=recorded_at)
    for _ in link(ledger):
        pass
    return new
