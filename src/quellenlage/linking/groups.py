"""Which appearances of a claim go back to one party, and why."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.linking.identity import akin_names, can_be_one
from quellenlage.linking.parties import Party
from quellenlage.linking.voices import Voice
from quellenlage.model.reason import Reason
from quellenlage.model.statement import SourceClass

_CLASSES = (  # who names an origin where an institution, its head and its paper go together
    SourceClass.DOCUMENT,
    SourceClass.PERSON,
    SourceClass.ORGANISATION,
    SourceClass.GROUP,
    SourceClass.UNNAMED,
    SourceClass.OUTLET,
    SourceClass.NONE,
)

Join = tuple[Voice, Voice, Reason]
"""Two voices that are one party, and why."""


def are_told_apart(one: Voice, other: Voice) -> bool:
    """Whether one article tells of two unnamed people as of somebody new each ("a nurse", "a former porter")."""
    if one.head.id != other.head.id or not (_is_told_anew(one) and _is_told_anew(other)):
        return False
    return not akin_names(one.party.name, other.party.name)


def _is_told_anew(voice: Voice) -> bool:
    return voice.party.is_withheld and voice.party.is_new


def clearest(voices: Sequence[Voice]) -> Party:
    """The clearest of their parties: named, not vague, by class, with a person's full name; of two the earlier."""
    return min((voice.party for voice in voices), key=_rank)


def _rank(party: Party) -> tuple[bool, bool, int, int]:
    return (not party.name, party.is_vague, _CLASSES.index(party.cls), -len(party.person or ""))


class Groups:
    """Voices joined step by step; keeps the reason of every join that changed something."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.voices = tuple(voices)
        self._group = list(range(len(voices)))
        self._members = {index: [voice] for index, voice in enumerate(voices)}
        self._joins: list[tuple[int, Reason]] = []

    def of(self, voice: Voice) -> int:
        """A number that all voices of one group have, and no other."""
        return self._group[voice.index]

    def members(self, voice: Voice) -> list[Voice]:
        """The voices of one group, in order."""
        return list(self._members[self.of(voice)])

    def all(self) -> list[list[Voice]]:
        """All groups, each in order, by their first voices."""
        return [list(self._members[group]) for group in sorted(self._members)]

    def join(self, one: Voice, other: Voice, reason: Reason) -> None:
        """Puts the groups of two voices together, unless parties of theirs cannot be one."""
        if self.of(one) == self.of(other):
            return
        members = self.members(one), self.members(other)
        parties = [{voice.party for voice in voices} for voices in members]
        new = [[voice for voice in voices if _is_told_anew(voice)] for voices in members]
        if any(are_told_apart(a, b) for a in new[0] for b in new[1]):
            return
        if all(can_be_one(a, b) for a in parties[0] for b in parties[1]):
            self.unite(one, other, reason)

    def unite(self, one: Voice, other: Voice, reason: Reason) -> None:
        """Puts the groups of two voices together, whoever speaks in them."""
        first, second = sorted((self.of(one), self.of(other)))
        if first == second:
            return
        for voice in self._members[second]:
            self._group[voice.index] = first
        self._members[first] = sorted(self._members[first] + self._members.pop(second), key=lambda v: v.index)
        self._joins.append((second, reason))

    def reasons(self, voice: Voice) -> tuple[Reason, ...]:
        """Why the voices of a group belong together, each reason once, in the order of the joins."""
        group = self.of(voice)
        return tuple(dict.fromkeys(r for index, r in self._joins if self.of(self.voices[index]) == group))
