"""The intake: takes in what is to be read, and reads it in order, one at a time, beside the server's work."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from time import monotonic

from quellenlage.errors import PageError, QuellenlageError
from quellenlage.faults import Fault, FaultKind, stumbled
from quellenlage.ledger import open_ledger
from quellenlage.model.text import Page
from quellenlage.pipeline import hold_page, open_input, record
from quellenlage.web.places import place_of
from quellenlage.web.reader import Reader
from quellenlage.web.spool import Input, Spool, Stage
from quellenlage.web.turn import Turn

_LIMIT = 180.0  # seconds for a page; usual ones take two, the first one some more to load the model
_IDLE = 300.0  # seconds after which the model is let go
_ASK_AGAIN = 2.0  # seconds, where another workbench has the turn, or may have taken something in
_PATIENCE = 5.0  # seconds for the page in hand when the server ends
_log = logging.getLogger(__name__)


class Intake:
    """Reads into one ledger; `then` is called after each page.

    Nothing is lost when the process ends: what waits is read by the next one.
    """

    def __init__(self, ledger: str, turn: Turn, then: Callable[[], None], *, limit: float = _LIMIT) -> None:
        self._ledger = ledger
        self._turn = turn
        self._then = then
        self._reader = Reader(limit)
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._wake = threading.Event()
        self._ending = threading.Event()

    @property
    def spool(self) -> Spool:
        """The jobs."""
        return Spool(place_of(self._ledger, "jobs"))

    def accept(self, inputs: Sequence[Input]) -> tuple[int, ...]:
        """Takes inputs in; they are safe when it returns, and are read after it. The numbers of their jobs."""
        numbers = self.spool.add(inputs, accepted_at=datetime.now(UTC))
        self.go_on()
        return numbers

    def go_on(self) -> None:
        """Sees to it that what waits is being read."""
        with self._starting:
            is_working = self._thread is not None and self._thread.is_alive()
            if not is_working and not self._ending.is_set():
                self._thread = threading.Thread(target=self._work, name="quellenlage-intake", daemon=True)
                self._thread.start()
        self._wake.set()

    def start(self) -> None:
        """With the server: what an earlier one left waiting is read now."""
        if self.spool.is_laid:
            self.go_on()

    def stop(self) -> None:
        """With the server. The page in hand waits for the next start."""
        self._ending.set()
        self._wake.set()
        self._reader.interrupt()
        if self._thread:
            self._thread.join(_PATIENCE)

    def _work(self) -> None:
        spool = self.spool
        while not self._turn.take():
            if self._ending.wait(_ASK_AGAIN):
                return
        spool.resume()
        last = monotonic()
        while not self._ending.is_set():
            self._wake.clear()  # before looking, so that what comes meanwhile wakes it
            taken = spool.take(started_at=datetime.now(UTC))
            if taken:
                self._do(spool, *taken)
                last = monotonic()
            elif not self._wake.wait(_ASK_AGAIN) and monotonic() > last + _IDLE:
                self._reader.close()
        self._reader.close()

    def _do(self, spool: Spool, number: int, given: Input) -> None:
        try:
            article, statements = self._read(spool, number, given)
        except Exception as error:  # whatever it is, the next one has its turn
            if self._ending.is_set():
                spool.release(number)
                return
            if not isinstance(error, QuellenlageError):
                _log.exception("job %d: %s", number, given.name)
            spool.fail(number, _fault(error), ended_at=datetime.now(UTC))
        else:
            spool.finish(number, article, statements, ended_at=datetime.now(UTC))
            self._then()

    def _read(self, spool: Spool, number: int, given: Input) -> tuple[str, int]:
        """The article's id and its number of statements."""
        page = _page(given)
        spool.enter(number, Stage.READ)
        outcome = self._reader.extract(page, given.hints)
        if outcome.reading is None:
            raise outcome.failure or AssertionError(f"{given.name}: neither a reading nor a failure")
        spool.enter(number, Stage.SETTLE)
        with closing(open_ledger(self._ledger)) as ledger:
            record(outcome, ledger, recorded_at=datetime.now(UTC))
        return outcome.reading.article.id, len(outcome.reading.statements)


def _page(given: Input) -> Page:
    if given.data is None:
        return open_input(given.name, url=given.hints.url)
    return hold_page(given.name, given.data, url=given.hints.url)


def _fault(error: Exception) -> Fault:
    if isinstance(error, PageError):
        return error.fault
    if isinstance(error, QuellenlageError | OSError | MemoryError):
        return Fault(FaultKind.UNEXPECTED, (str(error) or type(error).__name__,))
    return stumbled(error)
