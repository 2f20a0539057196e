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
_FILLERS = {  # somebody, does something, somewhere: each from its own list, so that few are alike
    "de": (
        "Bäckerin {a}|Der Wirt {a}|Rentnerin {a}|Die Schülerin {a}|Schäfer {a}|Der Küster {a}|Busfahrer {a}",
        "verteilte Suppe|suchte einen Hund|reparierte Fahrräder|verkaufte Kürbisse|kochte Kaffee|las aus einem Buch|"
        "spielte Trompete|stapelte Stühle|fegte den Hof|zählte die Gäste|strich einen Zaun|verlor einen Schuh",
        "am Markt von {p}|vor der Kirche in {p}|an der Haltestelle {p}|im Hof des Gasthauses|hinter der Turnhalle|"
        "am Ufer bei {p}|auf dem Festplatz|in der Scheune von {b}|neben dem Brunnen|auf der Treppe von {b}",
    ),
    "en": (
        "Baker {a}|Innkeeper {a}|Pensioner {a}|Schoolgirl {a}|Shepherd {a}|Sexton {a}|Bus driver {a}|Teacher {a}",
        "handed out soup|looked for a dog|mended bicycles|sold pumpkins|made coffee|read from a book|"
        "played the trumpet|stacked chairs|swept the yard|counted the guests|painted a fence|lost a shoe",
        "at the market of {p}|in front of the church in {p}|at the {p} bus stop|in the yard of the inn|behind the gym|"
        "on the bank near {p}|on the fairground|in the barn of {b}|beside the fountain|on the steps of {b}",
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


def filler(language: str, place: str, names: tuple[str, str], random: Random) -> Line:
    """A sentence that says nothing of any claim."""
    parts = " ".join(random.choice(part.split("|")) for part in _FILLERS[language])
    return Line((("", f"{parts.format(p=place, a=names[0], b=names[1])}."),))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
