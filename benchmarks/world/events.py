"""What happened: an event with its facts, each fact with the parties that know it by themselves."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.world import names
from benchmarks.world.parties import Party, make_party

_SECOND = 0.3
"""How often a fact is known by a second party."""
_RIVAL = 0.5
"""How often the organisers of a protest have another figure than the police."""
_ROUNDED = {"de": "rund ", "en": "about "}

Measure = tuple[str, int, int, dict[str, tuple[str, ...]]]
"""Kind of party, lowest and highest value, contents by language."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with those who know it. `key` names the claim."""

    key: str
    value: int
    parties: tuple[Party, ...]
    contents: dict[str, tuple[str, ...]]
    place: str
    firm: str

    def said(self, language: str, random: Random, value: int | None = None) -> str:
        """The fact in other words each time, or another value in its place."""
        number = f"{value or self.value:,}"
        figure = number.replace(",", ".") if language == "de" else number
        rounded = _ROUNDED[language] if self.value > 99 and random.random() < 0.5 else ""
        return random.choice(self.contents[language]).format(n=rounded + figure, p=self.place, o=self.firm)


@dataclass(frozen=True, slots=True)
class Event:
    """A happening in one place."""

    key: str
    kind: str
    place: str
    firm: str
    facts: tuple[Fact, ...]


@cache
def measures() -> dict[str, dict[str, Measure]]:
    """facts.tsv by kind of event and measure."""
    read: dict[str, dict[str, Measure]] = defaultdict(dict)
    for line in Path(__file__).with_name("facts.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, measure, party, low, high, language, content = line.split("\t")
        known = read[kind].setdefault(measure, (party, int(low), int(high), {"de": (), "en": ()}))
        known[3][language] += (content,)
    return read


def make_event(seed: int, number: int, outlets: dict[str, tuple[str, ...]]) -> Event:
    """The event of a number. `outlets` by language: one of them is told by those who will not be named."""
    random = Random(f"{seed}/event/{number}")
    key, place, firm = f"e{number}", names.place(random), names.firm(random)
    kind = random.choice(sorted(measures()))
    facts = []
    for measure, (party, low, high, contents) in measures()[kind].items():
        value = _value(low, high, random)
        known = ["witness", "witness"] if party == "witness" and random.random() < 0.5 else [party]
        if party not in ("witness", "insider") and random.random() < _SECOND:
            known.append(random.choice([other for other in ("document", "insider", "company") if other != party]))
        first = random.choice(outlets["de" if random.random() < 0.7 else "en"])
        name = f"{key}/{measure}"
        parties = [make_party(each, f"{name}/{i}", place, firm, first, random) for i, each in enumerate(known)]
        facts.append(Fact(name, value, tuple(parties), contents, place, firm))
        if measure == "marchers" and random.random() < _RIVAL:
            rival = make_party("organisers", f"{name}/rival/0", place, firm, first, random)
            facts.append(Fact(f"{name}/rival", _value(2 * value, 4 * value, random), (rival,), contents, place, firm))
    return Event(key, kind, place, firm, tuple(facts))


def _value(low: int, high: int, random: Random) -> int:
    """Small values are exact, large ones rounded to two digits, as officials round them."""
    value = round(low * math.pow(high / low, random.random()))
    digits = max(0, len(str(value)) - 2)
    return max(low, round(value, -digits))
