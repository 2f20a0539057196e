"""The fold of judgements: what people's word on two statements is, after everything that came later."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import combinations, product

from quellenlage.model.claim import Judgement, Verdict
from quellenlage.model.ids import content_id
from quellenlage.model.undoing import holding

Pair = tuple[str, str]


def make_judgement(
    verdict: Verdict,
    sides: Sequence[Sequence[str]],
    *,
    by: str,
    at: datetime,
    note: str | None = None,
    undoes: str | None = None,
) -> Judgement:
    """A judgement with its id. `at` is aware."""
    kept = tuple(tuple(side) for side in sides)
    key = content_id("judgement/1", [verdict, kept, by, at.isoformat(), note, undoes])
    return Judgement(key, verdict, kept, by, at, note, undoes)


class Verdicts:
    """What holds between any two statements. Takes all judgements in order of recording; the later one holds."""

    def __init__(self, judgements: Sequence[Judgement] = ()) -> None:
        self._holding = holding(judgements)
        self._places: dict[str, dict[int, int]] = {}  # statement -> judgement's number -> side
        for number, judgement in enumerate(self._holding):
            for side, statements in enumerate(judgement.sides):
                for statement in statements:
                    self._places.setdefault(statement, {})[number] = side

    def between(self, one: str, other: str) -> Verdict | None:
        """SAME or DIFFERENT, or None where nobody has judged the two."""
        here, there = self._places.get(one, {}), self._places.get(other, {})
        for number in sorted(here.keys() & there.keys(), reverse=True):
            verdict = self._holding[number].verdict
            if verdict is Verdict.SAME or here[number] != there[number]:
                return verdict
        return None

    def beside(self, statement: str) -> set[str]:
        """Statements that may have been judged the same as this one; itself among them, if any."""
        same = (self._holding[number] for number in self._places.get(statement, {}))
        return {other for one in same if one.verdict is Verdict.SAME for side in one.sides for other in side}

    def touching(self, statements: Collection[str]) -> tuple[Judgement, ...]:
        """The verdicts that hold and speak of any of these statements, in order of recording."""
        numbers = {number for statement in statements for number in self._places.get(statement, {})}
        return tuple(self._holding[number] for number in sorted(numbers))

    def pairs(self, verdict: Verdict, among: Collection[str]) -> Iterator[Pair]:
        """The pairs among these statements on which this verdict holds, the latest judgement's first."""
        seen: set[Pair] = set()
        for judgement in reversed(self.touching(among)):
            if judgement.verdict is verdict:
                for one, other in _judged(judgement, among):
                    pair = (min(one, other), max(one, other))
                    if pair not in seen and self.between(one, other) is verdict:
                        seen.add(pair)
                        yield pair


def _judged(judgement: Judgement, among: Collection[str]) -> Iterator[Pair]:
    """The pairs among these that the judgement itself speaks of."""
    sides = [sorted(statement for statement in side if statement in among) for side in judgement.sides]
    if judgement.verdict is Verdict.SAME:
        yield from combinations(sorted({statement for side in sides for statement in side}), 2)
    else:
        for side, other in combinations(sides, 2):
            yield from product(side, other)
