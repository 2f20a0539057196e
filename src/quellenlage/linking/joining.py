"""The rules by which appearances go back to one party, from the surest to the weakest, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from quellenlage.linking import describing, naming, relaying
from quellenlage.linking.groups import Groups, Join
from quellenlage.linking.hearing import voices_of
from quellenlage.model.claim import Appearance, Copy
from quellenlage.model.statement import Reading

_RULES: tuple[Callable[[Groups, Sequence[Copy]], Iterator[Join]], ...] = (
    relaying.copied,
    naming.named,
    describing.documents,
    relaying.headlines,
    relaying.quoted,
    relaying.cited,
    describing.described,
    relaying.media,
    relaying.unnamed,
    relaying.second_hand,
    relaying.in_one_article,
    relaying.without_source,
)


def grouped(appearances: Sequence[Appearance], copies: Sequence[Copy], readings: Mapping[str, Reading]) -> Groups:
    """The appearances of a claim, those of one party together.

    `appearances` are sorted by time; `readings` are those of their articles, by id, and of others on the claim.
    """
    groups = Groups(voices_of(appearances, readings))
    for rule in _RULES:
        for one, other, reason in rule(groups, copies):
            groups.join(one, other, reason)
    return groups
