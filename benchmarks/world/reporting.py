"""How news of an event spreads: who asks whom, what the agencies send, who copies, cites, garbles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from benchmarks.world import names
from benchmarks.world.events import Event, Fact
from benchmarks.world.lines import BARE, CITED, HEARD, OWN, Line, filler, write
from benchmarks.world.parties import Party

_AGENCIES = {"de": "dpa", "en": "Reuters"}
_GARBLED = 0.3
"""How often a tabloid gets a figure wrong."""
_UNCREDITED = 0.4
"""How often agency text is printed without a credit."""
_CIRCULAR = 0.1
"""How often an outlet cites another that has it from nowhere it names."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it gets its blocks."""

    outlet: str
    language: str
    at: datetime
    headline: str
    lines: tuple[Line, ...]
    agency: str | None = None


@dataclass(slots=True)
class _Desk:
    """What is known so far of an event."""

    event: Event
    random: Random
    wires: dict[str, list[Line]] = field(default_factory=dict)
    published: list[tuple[str, Fact, Party]] = field(default_factory=list)

    def asked(self, fact: Fact, party: Party, outlet: str, language: str) -> Line | None:
        """The outlet's own question to a party; those who will not be named answer one outlet alone."""
        if party.first not in (None, outlet):
            return self.cited(fact, party, outlet, language)
        self.published.append((outlet, fact, party))
        voice = party.voices[language][0] if party.seen else self.random.choice(party.voices[language])
        frame = self.random.choice(OWN[language])
        return write(frame, fact.said(language, self.random), fact.key, origin=party.key, voice=voice)

    def cited(self, fact: Fact, party: Party, outlet: str, language: str) -> Line | None:
        """Another outlet's report on what a party said, None where nobody has reported it."""
        reports = [name for name, known, told in self.published if (known, told) == (fact, party) and name != outlet]
        if not reports:
            return None
        content, relay = fact.said(language, self.random), reports[0]
        if self.random.random() < _CIRCULAR:
            self.published.append((outlet, fact, party))
            return write(HEARD[language][0], content, fact.key, relay=reports[-1])
        voice = self.random.choice(party.voices[language])
        return write(self.random.choice(CITED[language]), content, fact.key, origin=party.key, voice=voice, relay=relay)


def report(event: Event, began: datetime, outlets: dict[str, tuple[str, ...]], random: Random) -> list[Draft]:
    """All articles on an event, in order of time."""
    desk = _Desk(event, random)
    at = began
    drafts = []
    for turn in range(random.randint(6, 24)):
        at += timedelta(minutes=1 + random.expovariate(1 / 90))
        language = "de" if random.random() < 0.65 else "en"
        outlet = random.choice(outlets[language])
        if turn < 3 and any(party.first for fact in event.facts for party in fact.parties):
            told = random.choice([p.first for fact in event.facts for p in fact.parties if p.first])
            outlet, language = told, "de" if told in outlets["de"] else "en"
        draft = _draft(desk, outlet, language, at, turn)
        if any(line.claim for line in draft.lines):
            drafts.append(draft)
    return drafts


def _draft(desk: _Desk, outlet: str, language: str, at: datetime, turn: int) -> Draft:
    random, event = desk.random, desk.event
    way = random.random()
    agency = None
    if turn > 2 and way < 0.45:
        lines = _wired(desk, language)
        agency = None if random.random() < _UNCREDITED else _AGENCIES[language]
    elif turn > 2 and way < 0.6:
        lines = [_loud(fact, language, random) for fact in _some(event.facts, random)]
    else:
        lines = [
            line
            for fact in _some(event.facts, random)
            if (line := desk.asked(fact, random.choice(fact.parties), outlet, language))
        ]
    for _ in range(random.randint(1, 4)):
        said = filler(language, event.place, (names.person(random), names.person(random)), random)
        lines.insert(random.randint(0, len(lines)), said)
    headline = f"{event.place}: {event.firm} ({random.randint(2, 99)})"
    return Draft(outlet, language, at, headline, tuple(lines), agency)


def _wired(desk: _Desk, language: str) -> list[Line]:
    """The agency's text, cut and put in another order; it is written when the first outlet wants it."""
    random = desk.random
    if language not in desk.wires:
        told = [(fact, random.choice(fact.parties)) for fact in desk.event.facts]
        agency = _AGENCIES[language]
        sent = [desk.asked(fact, party, agency, language) for fact, party in told]
        desk.wires[language] = [line for line in sent if line]
    lines = list(desk.wires[language])
    if len(lines) > 1 and random.random() < 0.5:
        lines.pop(random.randrange(len(lines)))
    if random.random() < 0.3:
        random.shuffle(lines)
    return lines


def _loud(fact: Fact, language: str, random: Random) -> Line:
    value = fact.value * 10 if random.random() < _GARBLED else fact.value
    content = fact.said(language, random, value)
    return write(random.choice(BARE[language]), content, fact.key)


def _some(facts: tuple[Fact, ...], random: Random) -> list[Fact]:
    return random.sample(facts, random.randint(1, len(facts)))
