"""A process beside the server, at the other end of a pipe: what it does holds nobody up, what ends it harms nothing.

It is started when it is first needed. Ctrl-C is for the server, which ends this process by itself; where the server is
killed, it ends because nobody is at the other end any more.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

_SPAWN = get_context("spawn")  # a copy of a process with threads could hang


class Beside:
    """One process at a time that runs `serve`, a module's function, with its end of a pipe, and ends when that does."""

    def __init__(self, name: str, serve: Callable[[Connection], None]) -> None:
        self._name = name
        self._serve = serve
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def pipe(self) -> Connection:
        """The server's end of the pipe to the process, which is started where there is none."""
        if self._process is None or self._pipe is None:
            self._pipe, other = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=_run, args=(self._serve, other), daemon=True, name=self._name)
            self._process.start()
            other.close()  # so that each side notices when the other one ends
        return self._pipe

    def close(self) -> None:
        """Ends the process, whatever it is at. The next pipe is to another one."""
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if process:
            process.kill()
            process.join()
        if pipe:
            pipe.close()

    def interrupt(self) -> None:
        """Ends the process for a thread that waits at the pipe, which finds the end of it there."""
        if self._process:
            self._process.kill()


def _run(serve: Callable[[Connection], None], pipe: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        serve(pipe)
    except (EOFError, BrokenPipeError):  # the server is gone
        return
