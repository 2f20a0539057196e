"""Party, Profile: a source as it is written, and all that a ledger can count of what it said and passed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quellenlage.ledger.entries import Count
from quellenlage.model.statement import Certainty, Kind, SourceClass


@dataclass(frozen=True, slots=True)
class Party:
    """A source by its name and class exactly as written. Whether two of them are one is not decided here."""

    name: str
    cls: SourceClass


@dataclass(frozen=True, slots=True)
class Profile:
    """What a party said and passed on, in numbers of statements (`articles`: of articles).

    `certainties`, `kinds` and `relays` (through whom) are of what it said, `told` (whose words) and `told_classes` of
    what it passed on; `outlets` and `months` ("2031-03", the latest first) of both, None where a page tells none.
    Parties and outlets come the most frequent first, the others in the order of their kind.
    """

    said: int
    relayed: int
    articles: int
    certainties: tuple[Count[Certainty], ...]
    kinds: tuple[Count[Kind], ...]
    relays: tuple[Count[Party], ...]
    told: tuple[Count[Party], ...]
    told_classes: tuple[Count[SourceClass], ...]
    outlets: tuple[Count[str | None], ...]
    months: tuple[Count[str | None], ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """So many statements of a party that are alike in all this. `cls` is the class of the speaker."""

    relayed: bool
    certainty: Certainty
    kind: Kind
    cls: SourceClass
    outlet: str | None
    month: str | None
    number: int


def make_profile(heard: Iterable[Heard], articles: int, relays: Counter[Party], told: Counter[Party]) -> Profile:
    """The profile from its counts."""
    roles: Counter[bool] = Counter()
    certainties: Counter[Certainty] = Counter()
    kinds: Counter[Kind] = Counter()
    classes: Counter[SourceClass] = Counter()
    outlets: Counter[str | None] = Counter()
    months: Counter[str | None] = Counter()
    for each in heard:
        roles[each.relayed] += each.number
        outlets[each.outlet] += each.number
        months[each.month] += each.number
        if each.relayed:
            classes[each.cls] += each.number
        else:
            certainties[each.certainty] += each.number
            kinds[each.kind] += each.number
    return Profile(
        said=roles[False],
        relayed=roles[True],
        articles=articles,
        certainties=tuple(Count(each, certainties[each]) for each in Certainty if certainties[each]),
        kinds=tuple(Count(each, kinds[each]) for each in Kind if kinds[each]),
        relays=_most_first(relays),
        told=_most_first(told),
        told_classes=tuple(Count(each, classes[each]) for each in SourceClass if classes[each]),
        outlets=tuple(Count(*each) for each in sorted(outlets.items(), key=lambda each: (-each[1], each[0] or ""))),
        months=tuple(Count(*each) for each in sorted(months.items(), key=lambda each: each[0] or "", reverse=True)),
    )


def _most_first(counts: Counter[Party]) -> tuple[Count[Party], ...]:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0].name, each[0].cls))
    return tuple(Count(*each) for each in ordered)
