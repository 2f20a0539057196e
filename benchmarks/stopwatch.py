"""A ledger that says how long the parts of settling take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import process_time
from typing import Any, cast

from quellenlage.ledger import Ledger, View
from quellenlage.model.claim import Link, Met, Trace


@dataclass(slots=True)
class Spent:
    """Processor seconds spent on one article. `making` (its traces) is what is left of the total; `relating` is without
    sifting and comparing: finding candidates, writing, claims. `met` are the pairs that are sifted."""

    total: float = 0.0
    recording: float = 0.0
    sifting: float = 0.0
    comparing: float = 0.0
    relating: float = 0.0
    traces: int = 0
    met: int = 0
    compared: int = 0

    @property
    def making(self) -> float:
        return self.total - self.recording - self.sifting - self.comparing - self.relating


class Stopwatch:
    """Hands everything to the ledger, and takes the time of `record`, `relate` and its comparisons."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._current = Spent()
        self._meetings: list[Met] = []  # of this article; counted when the time is taken
        self.spent: list[Spent] = []

    @property
    def ledger(self) -> Ledger:
        return cast(Ledger, self)

    @property
    def view(self) -> View:
        return self._ledger

    def finish(self, total: float) -> None:
        """Closes the account of one article."""
        self._current.total = total
        self._current.met = sum(
            len({(i, j) for some, those in met for i in some for j in those}) for met in self._meetings
        )
        self._meetings.clear()
        self.spent.append(self._current)
        self._current = Spent()

    def record(self, *given: Any, **named: Any) -> bool:
        started = process_time()
        new = self._ledger.record(*given, **named)
        self._current.recording += process_time() - started
        return new

    def relate(self, readings: Mapping[str, Sequence[Trace]], compare: Any, sift: Any) -> None:
        """As the ledger, comparing on a clock of its own."""
        current = self._current

        def timed(one: Trace, other: Trace) -> Link | None:
            began = process_time()
            link: Link | None = compare(one, other)
            current.comparing += process_time() - began
            current.compared += 1
            return link

        def sifted(ones: Sequence[bytes], others: Sequence[bytes], met: Met) -> list[tuple[int, int]]:
            began = process_time()
            found = list(sift(ones, others, met))
            current.sifting += process_time() - began
            self._meetings.append(met)
            return found

        started = process_time()
        compared = current.comparing + current.sifting
        self._ledger.relate(readings, timed, sifted)
        current.relating += process_time() - started - (current.comparing + current.sifting - compared)
        current.traces += sum(map(len, readings.values()))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)
