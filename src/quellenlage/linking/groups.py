"""Which appearances of a claim go back to one party, and why."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.linking.identity import can_be_one
from quellenlage.linking.voices import Voice
from quellenlage.model.reason import Reason

Join = tuple[Voice, Voice, Reason]
"""Two voices that are one party, and why."""


class Groups:
    """Voices joined step by step (union-find); keeps the reason of every join that changed something."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.voices = tuple(voices)
        self._above = list(range(len(voices)))
        self._joins: list[tuple[int, Reason]] = []

    def of(self, voice: Voice) -> int:
        """A number that all voices of one group have, and no other."""
        index = voice.index
        while self._above[index] != index:
            index = self._above[index]
        return index

    def members(self, voice: Voice) -> list[Voice]:
        """The voices of one group, in order."""
        group = self.of(voice)
        return [other for other in self.voices if self.of(other) == group]

    def all(self) -> list[list[Voice]]:
        """All groups, each in order, by their first voices."""
        found: dict[int, list[Voice]] = {}
        for voice in self.voices:
            found.setdefault(self.of(voice), []).append(voice)
        return list(found.values())

    def join(self, one: Voice, other: Voice, reason: Reason) -> None:
        """Puts the groups of two voices together, unless parties of theirs cannot be one."""
        first, second = sorted((self.of(one), self.of(other)))
        if first == second:
            return
        parties = [{voice.party for voice in self.members(voice)} for voice in (one, other)]
        if all(can_be_one(a, b) for a in parties[0] for b in parties[1]):
            self._above[second] = first
            self._joins.append((second, reason))

    def reasons(self, voice: Voice) -> tuple[Reason, ...]:
        """Why the voices of a group belong together, each reason once, in the order of the joins."""
        group = self.of(voice)
        return tuple(dict.fromkeys(r for index, r in self._joins if self.of(self.voices[index]) == group))
