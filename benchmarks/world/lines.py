"""Sentences with known parts: frames filled with a content, a source and a relay, in German and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from benchmarks.world.parties import Voice
from quellenlage.model.statement import SourceClass

Piece = tuple[str, str]
"""Role ("content", "cue", "source", "relay" or "") and words."""

OWN = {
    "de": ("{C}, [sagte] {S}.", "{C}, [teilte] {S} [mit].", "{C}, wie {S} [erklärte].", "„{C}“, [sagte] {S}."),
    "en": ("{C}, {S} [said].", "[According to] {S}, {c}.", "“{C},” {S} [said].", "{C}, {S} [told] reporters."),
}
CITED = {
    "de": ("{C}, [berichtet] {V} [unter Berufung auf] {S}.", "„{C}“, [sagte] {S} der Redaktion von {V}."),
    "en": ("{C}, {V} [reported], [citing] {S}.", "“{C},” {S} [told] {V}."),
}
HEARD = {"de": ("{C}, [berichtet] {V}.",), "en": ("{C}, {V} [reported].",)}
BARE = {"de": ("{C}.", "{C}!"), "en": ("{C}.", "{C}!")}
_FILLERS = {
    "de": (
        "In {p} war es am Morgen still.",
        "Der Marktplatz von {p} füllte sich nur langsam.",
        "Die Bäckerei {a} blieb geöffnet.",
        "Am Abend zog Regen über {p}.",
        "Der Bus nach {p} kam mit Verspätung.",
        "Im Gasthaus {a} gab es Linsensuppe.",
        "Die Glocken von {p} läuteten wie immer um sechs.",
        "Vor dem Rathaus parkte ein Traktor.",
    ),
    "en": (
        "It was quiet in {p} in the morning.",
        "The market square of {p} filled slowly.",
        "The {a} bakery stayed open.",
        "Rain moved over {p} in the evening.",
        "The bus to {p} was late.",
        "The {a} inn served lentil soup.",
        "The bells of {p} rang at six as always.",
        "A tractor was parked in front of the town hall.",
    ),
}
_SLOT = re.compile(r"\{([CcSV])\}|\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. `claim` is None for a filler, `origin` where no party is named; without a speaker the outlet
    asserts it by itself."""

    pieces: tuple[Piece, ...]
    claim: str | None = None
    origin: str | None = None
    speaker: Voice | None = None
    via: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(words for _, words in self.pieces)


def write(
    frame: str, content: str, claim: str, *, origin: str | None = None, voice: Voice | None = None, relay: str = ""
) -> Line:
    """The frame filled. Where it has no source, the relay speaks."""
    pieces: list[Piece] = []
    at = 0
    for slot in _SLOT.finditer(frame):
        pieces.append(("", frame[at : slot.start()]))
        at = slot.end()
        if slot[2]:
            pieces.append(("cue", slot[2]))
        elif slot[1] in "Cc":
            pieces.append(("content", _capital(content) if slot[1] == "C" else content))
        elif slot[1] == "S" and voice:
            pieces.append(("source", voice.written))
        elif relay:
            pieces.append(("relay" if "{S}" in frame else "source", relay))
    pieces.append(("", frame[at:]))
    speaker = voice if "{S}" in frame else Voice(relay, relay, SourceClass.OUTLET) if relay else None
    via = (relay,) if relay and "{S}" in frame else ()
    return Line(tuple(piece for piece in pieces if piece[1]), claim, origin, speaker, via)


def filler(language: str, place: str, name: str, random: Random) -> Line:
    """A sentence that says nothing of any claim."""
    return Line((("", random.choice(_FILLERS[language]).format(p=place, a=name)),))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
