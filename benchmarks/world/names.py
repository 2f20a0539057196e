"""Fictional names put together from syllables: tens of thousands of places, people, firms, and some hundred outlets."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

_FRONT = (
    "Gras Wend Hohl Lemm Kress Brunn Tess Ahr Olm Sund Varn Qued Birk Ost Luhm Zell Raben Wiesl Harn Dorn Fehr Gahl "
    "Nord Stol Mark Eschen Tiefen Kupfer Silber Mühl Ritter Falken Eber Hirsch Linden Weiden Moor Heid Stein Sand"
).split()
_BACK = (
    "feld tal hausen furt berg stedt holm bach bruck au ingen rode heim see hafen moos kirch wald büttel ow itz weiler"
).split()
_GIVEN = (
    "Jana Corinna Falk Gesa Ulf Verena Arvid Nele Hauke Wiebke Momme Bertram Ingo Tilda Konrad Romy Freya Ocke Enno "
    "Maike Jördis Silvan Dunja Pavel Ilka Radko Marian Paula Simon Leona Piers Dev Una Rufus Moira Ailsa Magnus Edda"
).split()
_FAMILY_FRONT = (
    "Mer Kun Bis Dre Pohl Oden Fas Stah Ton Kla Beh Lin Rid Hol Cra Pry Ade Mar Wea Tal Ker Bru Sol Bri".split()
)
_FAMILY_BACK = (
    "kel ning sing witz mann thal old mer nitz ges rend der ge land ley ney hard ther lis row sen dal ver ske".split()
)
_TRADES = (
    "Lack Stahl Kabel Molkerei Solar Reederei Chemie Papier Motoren Optik Textil Hafen Bahn Glas Saat Pharma".split()
)
_TITLES = {
    "de": ("{} Zeitung", "{} Bote", "{} Anzeiger", "{} Kurier", "Radio {}", "{} Tageblatt", "{} Rundschau"),
    "en": ("The {} Herald", "{} Courier", "The {} Times", "Radio {}", "{} Dispatch", "The {} Ledger"),
}
_OUTLETS = 120
"""Outlets in each language: what one country's news search lists."""


def place(random: Random) -> str:
    """A town."""
    return random.choice(_FRONT) + random.choice(("", "er", "en", "el")) + random.choice(_BACK)


def person(random: Random) -> str:
    """Given name and family name."""
    return f"{random.choice(_GIVEN)} {random.choice(_FAMILY_FRONT)}{random.choice(_FAMILY_BACK)}"


def firm(random: Random) -> str:
    """A company."""
    return f"{random.choice(_FRONT)}{random.choice(_BACK)} {random.choice(_TRADES)}"


def outlets(seed: int, language: str) -> Sequence[str]:
    """The outlets of a language, always the same for a seed."""
    random = Random(f"{seed}/outlets/{language}")
    names = {random.choice(_TITLES[language]).format(place(random)): None for _ in range(2 * _OUTLETS)}
    return tuple(names)[:_OUTLETS]
