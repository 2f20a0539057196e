"""The linker: links what waits in the ledger, in a process beside the server, while that answers.

Some articles are linked in one transaction. So nothing is lost when the process ends; whoever has the turn next goes
on.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections import deque
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection

from quellenlage import settling
from quellenlage.collecting import collect_rarely
from quellenlage.errors import QuellenlageError
from quellenlage.ledger import open_ledger, open_view
from quellenlage.web.beside import Beside
from quellenlage.web.turn import Turn

_IDLE = 300.0  # seconds after which the process is let go
_ASK_AGAIN = 2.0  # seconds, where another workbench has the turn
_MEASURED = 50  # articles that were linked last, from which the rate is known
_TRY_AGAIN = 60.0  # seconds after something went wrong
_PATIENCE = 5.0  # seconds for the thread when the server ends
_POLITE = 5  # steps by which the process lets others go first
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far linking is: articles `done` since it began, articles that wait, the seconds that one took of late (None:
    nobody knows yet), and why it stopped, if it did by a mistake."""

    done: int
    waiting: int
    seconds: float | None
    failure: str | None

    @property
    def remaining(self) -> float | None:
        """Seconds until everything is linked."""
        return None if self.seconds is None else self.seconds * self.waiting


class Linker:
    """Links into one ledger."""

    def __init__(self, ledger: str, turn: Turn) -> None:
        self._ledger = ledger
        self._turn = turn
        self._beside = Beside("quellenlage-linker", _serve)
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._wake = threading.Event()
        self._ending = threading.Event()
        self._moments: deque[float] = deque(maxlen=_MEASURED)
        self._done = 0
        self._failure: str | None = None

    def go_on(self) -> None:
        """Sees to it that what waits is being linked."""
        with self._starting:
            if self._thread is None and not self._ending.is_set():
                self._thread = threading.Thread(target=self._work, name="quellenlage-linker", daemon=True)
                self._thread.start()
        self._wake.set()

    def stop(self) -> None:
        """With the server. What is left waits for the next one."""
        self._ending.set()
        self._wake.set()
        self._beside.interrupt()
        if self._thread:
            self._thread.join(_PATIENCE)

    def progress(self, waiting: int) -> Progress:
        """How far it is, where so many articles wait."""
        moments = tuple(self._moments)
        took = (moments[-1] - moments[0]) / (settling.AT_ONCE * (len(moments) - 1)) if len(moments) > 1 else None
        return Progress(self._done, waiting, took, self._failure)

    def _work(self) -> None:
        while not self._ending.is_set():
            self._wake.clear()  # before looking, so that what comes meanwhile wakes it
            try:
                self._look()
            except Exception as error:  # whatever it is, it is said and tried again
                self._failed(_words(error))
            if self._failure:
                self._wake.wait(_TRY_AGAIN)
        self._beside.close()

    def _look(self) -> None:
        if not self._waiting():
            self._failure = None
            if not self._wake.wait(_IDLE):
                self._beside.close()
                self._wake.wait()
        elif self._turn.take():
            self._link()
        else:
            self._wake.wait(_ASK_AGAIN)

    def _waiting(self) -> bool:
        with closing(open_view(self._ledger)) as view:
            return settling.waiting(view) > 0

    def _link(self) -> None:
        """Has the other process link until nothing waits any more."""
        self._moments.clear()
        self._done, self._failure = 0, None
        try:
            pipe = self._beside.pipe()
            pipe.send(self._ledger)
            while (told := pipe.recv()) is not None:
                if isinstance(told, Exception):
                    self._failed(_words(told))
                    return
                self._done += 1
                if self._done % settling.AT_ONCE == 0:  # so many come at a time
                    self._moments.append(time.monotonic())
        except (EOFError, OSError):
            self._beside.close()
            if not self._ending.is_set():
                self._failed("the process that links has ended")

    def _failed(self, reason: str) -> None:
        self._failure = reason
        _log.error("linking: %s", reason)


def _words(error: Exception) -> str:
    return str(error) if isinstance(error, QuellenlageError) else repr(error)


def _serve(pipe: Connection) -> None:
    """The other process: for each ledger, the id of each article when it is linked, then None, or what went wrong."""
    collect_rarely()
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    while True:
        address = pipe.recv()
        try:
            with closing(open_ledger(address)) as ledger:
                for article in settling.link(ledger):
                    pipe.send(article)
        except (EOFError, BrokenPipeError):
            raise
        except Exception as error:
            pipe.send(error)
        else:
            pipe.send(None)
