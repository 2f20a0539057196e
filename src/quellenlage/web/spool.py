"""The spool: what was handed in to be read, in a database of its own (`places`), and what became of it.

What `add` was given is on disk when it returns, all of it or nothing, and outlives a killed process. The ledger itself
is no place for it: a job changes its state, and is gone when nobody needs it any more.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from quellenlage.errors import LedgerError
from quellenlage.faults import Fault, FaultKind
from quellenlage.model.wire import moment_from_wire, moment_to_wire
from quellenlage.pipeline import Hints

PASTED = "-"
"""What a text without a name is called, as on the command line."""
_MOST_TRIES = 3  # a page at which the whole program ended so often is not read again by itself
_MEASURED = 20  # jobs that were read last, from which the rate is known
_COLUMNS = "number, name, state, stage, reason, article, statements, accepted_at, started_at, ended_at"
_TABLE = """
CREATE TABLE IF NOT EXISTS jobs (
  number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, data BLOB,
  language TEXT NOT NULL, url TEXT, outlet TEXT, published TEXT,
  state TEXT NOT NULL, stage TEXT, tries INTEGER NOT NULL DEFAULT 0, reason TEXT, article TEXT, statements INTEGER,
  accepted_at TEXT NOT NULL, started_at TEXT, ended_at TEXT
);
CREATE INDEX IF NOT EXISTS jobs_by_state ON jobs (state, number);
"""


class State(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class Stage(StrEnum):
    """What is being done for a job, or at what it failed."""

    OPEN = "open"  # fetch the page, or take it as it was handed in
    READ = "read"  # everything that the page alone tells
    SETTLE = "settle"  # into the ledger; it is linked with whatever else waits


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read. `data` is None for an address that is still to be fetched: `name`."""

    name: str
    data: bytes | None
    hints: Hints


@dataclass(frozen=True, slots=True)
class Job:
    """One input on its way. `article` and `statements` are known once it is done, `fault` where it failed."""

    number: int
    name: str
    state: State
    stage: Stage | None
    fault: Fault | None
    article: str | None
    statements: int | None
    accepted_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How many jobs are in each state, and how many seconds one took on average of late (None: nobody knows yet)."""

    counts: dict[State, int]
    seconds: float | None

    @property
    def remaining(self) -> float | None:
        """Seconds until everything is read."""
        return (
            None if self.seconds is None else self.seconds * (self.counts[State.WAITING] + self.counts[State.READING])
        )


class Spool:
    """All jobs of one ledger. Every method is a transaction of its own and may be called from any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def is_laid(self) -> bool:
        """Whether anything was ever handed in."""
        return self._path.exists()

    def add(self, inputs: Sequence[Input], *, accepted_at: datetime) -> tuple[int, ...]:
        """Takes all inputs, in order, or none. They are on disk when it returns: the numbers of the jobs."""
        rows = [
            (
                each.name,
                each.data,
                each.hints.language,
                each.hints.url,
                each.hints.outlet,
                moment_to_wire(each.hints.published),
                State.WAITING,
                accepted_at.isoformat(),
            )
            for each in inputs
        ]
        with self._writing() as connection:
            insert = (
                "INSERT INTO jobs (name, data, language, url, outlet, published, state, accepted_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            )
            return tuple(connection.execute(insert, row).lastrowid or 0 for row in rows)

    def resume(self) -> None:
        """Lets wait again what a process that has ended was reading. What it has tried too often has failed."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE jobs SET state = ?, reason = ? WHERE state = ? AND tries >= ?",
                [State.FAILED, _fault_to_wire(Fault(FaultKind.ENDED_PROGRAM)), State.READING, _MOST_TRIES],
            )
            connection.execute(
                "UPDATE jobs SET state = ?, stage = NULL WHERE state = ?", [State.WAITING, State.READING]
            )

    def release(self, number: int) -> None:
        """Lets a job wait again that was being read when the program was told to end."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE jobs SET state = ?, stage = NULL, tries = tries - 1 WHERE number = ?", [State.WAITING, number]
            )

    def take(self, *, started_at: datetime) -> tuple[int, Input] | None:
        """The number and the input of the job that waits longest, which is being read from now on."""
        with self._writing() as connection:
            row = connection.execute(
                "SELECT number, name, data, language, url, outlet, published FROM jobs WHERE state = ? "
                "ORDER BY number LIMIT 1",
                [State.WAITING],
            ).fetchone()
            if row is None:
                return None
            number, name, data, language, url, outlet, published = row
            connection.execute(
                "UPDATE jobs SET state = ?, stage = ?, tries = tries + 1, started_at = ?, ended_at = NULL "
                "WHERE number = ?",
                [State.READING, Stage.OPEN, started_at.isoformat(), number],
            )
        return number, Input(name, data, Hints(language, url, outlet, moment_from_wire(published)))

    def enter(self, number: int, stage: Stage) -> None:
        """The job has come to a stage."""
        with self._writing() as connection:
            connection.execute("UPDATE jobs SET stage = ? WHERE number = ?", [stage, number])

    def finish(self, number: int, article: str, statements: int, *, ended_at: datetime) -> None:
        """The job is done; its page is in the ledger now and is kept here no longer."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE jobs SET state = ?, stage = NULL, reason = NULL, data = NULL, article = ?, statements = ?, "
                "ended_at = ? WHERE number = ?",
                [State.DONE, article, statements, ended_at.isoformat(), number],
            )

    def fail(self, number: int, fault: Fault, *, ended_at: datetime) -> None:
        """The job failed at the stage it was at; its page is kept, so that it can be tried again."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE jobs SET state = ?, reason = ?, ended_at = ? WHERE number = ?",
                [State.FAILED, _fault_to_wire(fault), ended_at.isoformat(), number],
            )

    def retry(self, number: int) -> bool:
        """Lets a failed job wait again. False where it is none."""
        with self._writing() as connection:
            changed = connection.execute(
                "UPDATE jobs SET state = ?, stage = NULL, tries = 0, reason = NULL WHERE number = ? AND state = ?",
                [State.WAITING, number, State.FAILED],
            )
            return changed.rowcount > 0

    def remove(self, number: int) -> bool:
        """Forgets a job that has ended or waits. False where there is none."""
        with self._writing() as connection:
            gone = connection.execute("DELETE FROM jobs WHERE number = ? AND state != ?", [number, State.READING])
            return gone.rowcount > 0

    def jobs(self, *, state: State | None = None, before: int | None = None, limit: int = 50) -> tuple[Job, ...]:
        """The jobs, those handed in last first; `before` is the number of the last one seen."""
        if not self.is_laid:
            return ()
        with self._writing() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM jobs WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR number < ?2) "
                "ORDER BY number DESC LIMIT ?3",
                [state, before, limit],
            )
            return tuple(map(_job, rows))

    def find(self, number: int) -> Job | None:
        """The job of this number."""
        if not self.is_laid:
            return None
        with self._writing() as connection:
            row = connection.execute(f"SELECT {_COLUMNS} FROM jobs WHERE number = ?", [number]).fetchone()
        return row and _job(row)

    def standing(self) -> Standing:
        """How far it is."""
        counts = dict.fromkeys(State, 0)
        if not self.is_laid:
            return Standing(counts, None)
        with self._writing() as connection:
            for state, number in connection.execute("SELECT state, COUNT(*) FROM jobs GROUP BY state"):
                counts[State(state)] = number
            times = connection.execute(
                "SELECT started_at, ended_at FROM jobs WHERE state = ? ORDER BY ended_at DESC LIMIT ?",
                [State.DONE, _MEASURED],
            ).fetchall()
        took = [(datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds() for first, last in times]
        return Standing(counts, sum(took) / len(took) if took else None)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=30, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous = FULL")  # what was accepted also outlives a power cut
                connection.executescript(_TABLE)
                connection.execute("BEGIN IMMEDIATE")
                with connection:  # commits, or takes everything back
                    yield connection
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(
                f"{self._path}: no page can wait there ({error}); see to the disk and the folder"
            ) from error


def _fault_to_wire(fault: Fault) -> str:
    return json.dumps([fault.kind, *fault.names])


def _fault_from_wire(reason: str) -> Fault:
    try:
        kind, *names = json.loads(reason)
        return Fault(FaultKind(kind), tuple(names))
    except ValueError:  # as earlier versions kept it: in words
        return Fault(FaultKind.UNEXPECTED, (reason,))


def _job(row: tuple[Any, ...]) -> Job:
    number, name, state, stage, reason, article, statements, accepted, started, ended = row
    return Job(
        number=number,
        name=name,
        state=State(state),
        stage=Stage(stage) if stage else None,
        fault=_fault_from_wire(reason) if reason else None,
        article=article,
        statements=statements,
        accepted_at=datetime.fromisoformat(accepted),
        started_at=datetime.fromisoformat(started) if started else None,
        ended_at=datetime.fromisoformat(ended) if ended else None,
    )
