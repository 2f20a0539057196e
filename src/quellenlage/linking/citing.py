"""Who cites whom: the outlets among the appearances of one claim that an appearance names as where it has it from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quellenlage.linking.direction import before
from quellenlage.linking.outlets import mentions, publishes
from quellenlage.linking.parties import Party
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Appearance
from quellenlage.model.statement import SourceClass


def publisher_of(voice: Voice, voices: Sequence[Voice]) -> str:
    """The outlet that spoke to the source itself, as far as the page tells: the innermost one cited, else its own."""
    if voice.cited:
        return voices[voice.cited[-1]].outlet
    outlets = [source.name for source in voice.appearance.statement.via if source.cls is SourceClass.OUTLET]
    return outlets[-1] if outlets else voice.outlet


def cited_by(appearance: Appearance, party: Party, around: str, all_: Sequence[Appearance]) -> tuple[int, ...]:
    """The indices of those appearances of other outlets that this one names, none of them later than it."""
    return tuple(_cited(appearance, party, around, all_))


def _cited(appearance: Appearance, party: Party, around: str, all_: Sequence[Appearance]) -> Iterator[int]:
    named = [*(source.name for source in appearance.statement.via), party.name]
    own, cited = appearance.article, {}
    for index, other in enumerate(all_):
        head = other.article
        if head.id not in cited:
            another = head.id != own.id and not (head.outlet and head.outlet == own.outlet)
            earlier = another and not before(own.published, head.published)
            cited[head.id] = earlier and (publishes(head, named) or mentions(around, head))
        if cited[head.id]:
            yield index


def find_circles(voices: Sequence[Voice]) -> tuple[tuple[str, ...], ...]:
    """Outlets that cite each other in a circle, by name, sorted; each circle once, in the order of its names.

    "Media report" counts as citing those outlets that had cited this one before.
    """
    cites: dict[str, set[str]] = {}
    for voice in voices:
        cites.setdefault(voice.outlet, set()).update(voices[i].outlet for i in voice.cited)
    for voice in voices:
        if voice.media:
            earlier = (v for v in voices if not before(voice.head.published, v.head.published))
            back = {v.outlet for v in earlier if voice.outlet in cites[v.outlet]}
            cites[voice.outlet] |= back
    reach = {outlet: _reachable(cites, outlet) for outlet in cites}
    circles = {
        tuple(sorted({outlet, *(o for o in reach[outlet] if outlet in reach.get(o, ()))}))
        for outlet in cites
        if outlet in reach[outlet]
    }
    return tuple(sorted(circles))


def _reachable(cites: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    open_ = list(cites[start])
    while open_:
        outlet = open_.pop()
        if outlet not in found:
            found.add(outlet)
            open_.extend(cites.get(outlet, ()))
    return found
