"""Origins: how many parties that could know by themselves stand behind a claim, and why not more.

Every appearance starts as an origin of its own. Rules (`joining`) then put together those that go back to one party,
each with its reason; what names nobody adds none; and of those left apart some are most likely one (`merging`). What is
left are the origins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quellenlage.linking.citing import find_circles
from quellenlage.linking.direction import before
from quellenlage.linking.groups import Groups, clearest
from quellenlage.linking.parties import Party
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Origin
from quellenlage.model.reason import UNSURE, Reason, ReasonKind
from quellenlage.model.statement import SourceClass


@dataclass(frozen=True, slots=True)
class Origins:
    """The most likely origins of a claim, by their first appearances; `fewest` and `most` frame their number."""

    origins: tuple[Origin, ...]
    fewest: int
    most: int
    circles: tuple[tuple[str, ...], ...] = ()


def trace_origins(groups: Groups) -> Origins:
    """The origins of a claim, from its appearances as `joining` groups them."""
    circles = find_circles(groups.voices)
    found = groups.all()
    origins: list[Origin] = []
    for members in found:
        origins.append(_framed(_origin(members, groups, circles), members, found[: len(origins)]))
    open_ = sum(_knows_first(members) + _unsure(groups, members) for members in found)
    return Origins(tuple(origins), sum(origin.certain for origin in origins), len(origins) + open_, circles)


def _unsure(groups: Groups, members: Sequence[Voice]) -> int:
    """How many of an origin's joins nothing but fitting or likelihood shows: each may be of another one."""
    return sum(reason.kind in UNSURE for reason in groups.reasons(members[0]))


def _origin(members: Sequence[Voice], groups: Groups, circles: Sequence[tuple[str, ...]]) -> Origin:
    ids = tuple(voice.appearance.statement.id for voice in members)
    reasons = groups.reasons(members[0])
    circle = next((c for c in circles if {voice.outlet for voice in members} <= set(c)), None)
    if circle and not any(_could_know(voice.party) for voice in members):
        return Origin("", SourceClass.NONE, ids, (*reasons, Reason(ReasonKind.CIRCLE, circle)), certain=False)
    party = clearest(members)
    own = [Reason(ReasonKind.OWN_REPORTING, (party.name,))] if party.is_own else []
    name = party.name or " ".join(span.text for span in members[0].appearance.statement.attribution.source)
    return Origin(name, party.cls, ids, (*own, *reasons), certain=bool(party.name))


def _could_know(party: Party) -> bool:
    return party.is_own or (bool(party.name) and party.cls is not SourceClass.OUTLET)


def _framed(origin: Origin, members: Sequence[Voice], others: Sequence[Sequence[Voice]]) -> Origin:
    """The origin, marked where its unnamed people may be those of an earlier one."""
    if not origin.certain or not all(voice.party.is_withheld or not voice.party.name for voice in members):
        return origin
    for other in others:
        if all(voice.party.is_withheld or not voice.party.name for voice in other):
            names = (origin.name, clearest(other).name)
            return replace(origin, reasons=(*origin.reasons, Reason(ReasonKind.PERHAPS_ONE, names)), certain=False)
    return origin


def _knows_first(members: Sequence[Voice]) -> bool:
    """Whether an outlet that names nobody was surely earlier than everybody who names somebody."""
    named = [voice for voice in members if voice.party.name]
    silent = [voice for voice in members if not voice.party.name]
    return bool(named) and any(all(before(s.head.published, n.head.published) for n in named) for s in silent)
