"""Reads pages in a process beside the server: a page that takes too long or ends its process does no harm to others.

The process keeps the model loaded from page to page.
"""

from __future__ import annotations

from multiprocessing.connection import Connection

from quellenlage.errors import UnreadablePage
from quellenlage.faults import Fault, FaultKind
from quellenlage.model.text import Page
from quellenlage.pipeline import Hints, Outcome, extract
from quellenlage.web.beside import Beside


class Reader:
    """One process that reads one page after another. `limit`: seconds for a page, the start of the process included."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._beside = Beside("quellenlage-reader", _serve)

    def extract(self, page: Page, hints: Hints) -> Outcome:
        """`pipeline.extract`, whose errors it raises; a page that could not be read to its end is a failure."""
        try:
            pipe = self._beside.pipe()
            pipe.send((page, hints))
            if not pipe.poll(self._limit):
                self.close()
                return _failed(page, Fault(FaultKind.TOOK_LONG, (f"{self._limit:.0f}",)))
            answer = pipe.recv()
        except (EOFError, OSError):
            self.close()
            return _failed(page, Fault(FaultKind.ENDED_READER))
        if isinstance(answer, Outcome):
            return answer
        raise answer

    def close(self) -> None:
        """Lets the model go. The next page starts another process."""
        self._beside.close()

    def interrupt(self) -> None:
        """Ends the page that another thread waits for: it fails."""
        self._beside.interrupt()


def _failed(page: Page, fault: Fault) -> Outcome:
    return Outcome(page.name, page=page, failure=UnreadablePage(page.name, fault))


def _serve(pipe: Connection) -> None:
    """The other process: answers each page with its outcome, or with the error that reading it raised."""
    while True:
        page, hints = pipe.recv()
        try:
            pipe.send(extract(page, hints))
        except Exception as error:
            pipe.send(error)
