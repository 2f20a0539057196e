"""Words that bound a number: before it ("mehr als", "nearly") and after it ("oder mehr")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows
from quellenlage.model.figure import Bound
from quellenlage.model.text import Language

_WINDOW = 80  # longest stretch of text before a number that can hold its qualifiers
_MOST_QUALIFIERS = 4
_STRENGTH = (Bound.AT_LEAST, Bound.AT_MOST, Bound.NEARLY, Bound.ABOUT, Bound.EXACT)
_ARTICLE = {
    Language.GERMAN: r"(?:\s+(?:die|der|den|dem|das|ein|eine[mnrs]?|jeweils|je))?",
    Language.ENGLISH: r"(?:\s+(?:the|an?|some|another|any))?",
}
_OPENING = "[\\s\"'„“”‚‘’»«›‹(]*"


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """The qualifiers around a number: where they reach to, what they say, None where there are none.

    `restricts` says that one of them stresses the number itself ("nur", "at least"), so that even "ein" is a count.
    """

    edge: int
    bound: Bound | None
    restricts: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    bound: Bound
    loose: bool


def qualifiers_before(text: str, start: int, language: Language, things: bool) -> Qualifiers:
    """Qualifiers that end where a number starts. `things` says that the number is a small count of things, before
    which a word that is also a preposition ("über zwei Gesetze") is no bound."""
    words, pattern = _before(language)
    edge, bounds, restricts = start, [], False
    for _ in range(_MOST_QUALIFIERS):
        match = pattern.search(text, max(0, edge - _WINDOW), edge)
        if match is None:
            break
        word = words[_normal(match["words"])]
        if word.loose and things:
            break
        edge = match.start("words")
        bounds.append(word.bound)
        restricts = restricts or word.bound is not Bound.EXACT or _normal(match["words"]) in _RESTRICTING
    return Qualifiers(edge, strongest(bounds), restricts)


def bound_after(text: str, end: int, language: Language) -> Qualifiers:
    """A bound that follows a number and its unit."""
    words, pattern = _after(language)
    match = pattern.match(text, end)
    if match is None:
        return Qualifiers(end, None)
    return Qualifiers(match.end(), words[_normal(match["words"])].bound, True)


def strongest(bounds: Iterable[Bound]) -> Bound | None:
    """The bound that decides where several stand together: "bis zu rund 50" is at most 50."""
    return min(bounds, key=_STRENGTH.index, default=None)


_RESTRICTING = frozenset(
    ["nur", "lediglich", "genau", "gerade einmal", "gerade mal", "nur noch", "only", "exactly", "precisely"]
)


def _normal(words: str) -> str:
    return " ".join(words.lower().split())


@lru_cache(maxsize=4)
def _words(language: Language, after: bool) -> dict[str, _Word]:
    return {
        row["words"]: _Word(Bound(row["bound"]), row["place"] == "loose")
        for row in rows(builtin_table("bounds.tsv", __package__))
        if row["language"] == language.value and (row["place"] == "after") is after
    }


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@lru_cache(maxsize=2)
def _before(language: Language) -> tuple[dict[str, _Word], re.Pattern[str]]:
    words = _words(language, after=False)
    pattern = rf"(?<![\w-])(?P<words>{_alternatives(words)})(?<!\w-){_ARTICLE[language]}{_OPENING}\Z"
    return words, re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=2)
def _after(language: Language) -> tuple[dict[str, _Word], re.Pattern[str]]:
    words = _words(language, after=True)
    return words, re.compile(rf"\s*(?P<words>{_alternatives(words)})(?![\w\d])", re.IGNORECASE)
