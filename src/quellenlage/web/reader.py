"""Reads pages in a process beside the server: a page that takes too long or ends its process does no harm to others.

The process is started when the first page comes, and keeps the model loaded from page to page.
"""

from __future__ import annotations

import signal
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from quellenlage.errors import UnreadablePage
from quellenlage.model.text import Page
from quellenlage.pipeline import Hints, Outcome, extract

_ADVICE = "add the article's text alone"
_SPAWN = get_context("spawn")  # a copy of a process with threads could hang


class Reader:
    """One process that reads one page after another. `limit`: seconds for a page, the start of the process included."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def extract(self, page: Page, hints: Hints) -> Outcome:
        """`pipeline.extract`, whose errors it raises; a page that could not be read to its end is a failure."""
        try:
            pipe = self._started()
            pipe.send((page, hints))
            if not pipe.poll(self._limit):
                self.close()
                return _failed(
                    page, f"takes longer than {self._limit:.0f} seconds to read; add the article's text alone"
                )
            answer = pipe.recv()
        except (EOFError, OSError):
            self.close()
            return _failed(page, f"ended the process that read it; {_ADVICE}")
        if isinstance(answer, Outcome):
            return answer
        raise answer

    def close(self) -> None:
        """Ends the process, whatever it is at. The next page starts another one."""
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if process:
            process.kill()
            process.join()
        if pipe:
            pipe.close()

    def interrupt(self) -> None:
        """Ends the page that another thread waits for: it fails."""
        if self._process:
            self._process.kill()

    def _started(self) -> Connection:
        if self._process is None or self._pipe is None:
            self._pipe, other = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=_serve, args=(other,), daemon=True, name="quellenlage-reader")
            self._process.start()
            other.close()  # so that each side notices when the other one ends
        return self._pipe


def _failed(page: Page, reason: str) -> Outcome:
    return Outcome(page.name, page=page, failure=UnreadablePage(page.name, reason))


def _serve(pipe: Connection) -> None:
    """The other process: answers each page with its outcome, or with the error that reading it raised."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process by itself
    while True:
        try:
            page, hints = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(extract(page, hints))
        except Exception as error:
            pipe.send(error)
