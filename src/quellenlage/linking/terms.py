"""Terms: the words that say what a text is about, in a form that inflection and compounding leave alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.language.rarity import rarity

_WORD = re.compile(r"[^\W\d_]{2,}(?:[-’'][^\W\d_]{2,})*")
_COMMON = 12.5  # words below are function words and verbs of saying
_STEM = 8  # characters by which two words agree that differ at their ends
_ENDINGS = re.compile(r"(?<=[a-z]{4})(?:innen|ern|ens|est|ing|ies|en|er|es|em|et|ed|e|s|n)\Z")
_HEAD = 5  # characters of the shortest word that can be the end of a compound, or its beginning
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})


@dataclass(frozen=True, slots=True)
class Term:
    """A word's stem with its rarity, and whether it is a proper name."""

    stem: str
    weight: float
    named: bool


def terms(text: str, names: Collection[str] = frozenset()) -> tuple[Term, ...]:
    """The terms of a text in order, each once; `names` are the stems of proper names."""
    found: dict[str, Term] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        weight = round(rarity(word.lower() if word.islower() else word), 1)
        if weight <= _COMMON:
            continue
        stem = stem_of(word)
        if stem not in found:
            found[stem] = Term(stem, weight, word[0].isupper() and stem in names)
    return tuple(found.values())


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """The word without accents, capitals and inflection: "Trägern" and "Träger" are one."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(_FOLDED))
    letters = "".join(sign for sign in plain if sign.isalpha())
    ending = _ENDINGS.search(letters)
    return letters[: ending.start()] if ending else letters


def related(one: str, other: str) -> bool:
    """Whether two stems share the word that they are made of: "betonbrock" and "brock", "verstark", "verstarkung"."""
    if one[:1] != other[:1] and one[-1:] != other[-1:]:
        return False  # most pairs, and asked of every pair of words
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if short == long:
        return True
    if len(short) >= _HEAD and (long.endswith(short) or long.startswith(short)):
        return True
    return len(short) >= _STEM and long[:_STEM] == short[:_STEM]


@dataclass(frozen=True, slots=True)
class Known:
    """The stems of some terms; they with all their beginnings and ends that can be a word; the beginnings that
    inflection leaves."""

    stems: frozenset[str]
    parts: frozenset[str]
    starts: frozenset[str]

    def holds(self, stem: str) -> bool:
        """Whether one of the terms is `related` to a stem: found by its beginnings and ends, of many terms at once."""
        if stem in self.parts or (len(stem) >= _STEM and stem[:_STEM] in self.starts):
            return True
        sizes = range(_HEAD, len(stem))
        return any(stem[:size] in self.stems or stem[-size:] in self.stems for size in sizes)


def known(terms: Iterable[Term]) -> Known:
    """What `related` finds among some terms."""
    stems = frozenset(term.stem for term in terms)
    ends = (part for stem in stems for size in range(_HEAD, len(stem)) for part in (stem[:size], stem[-size:]))
    return Known(stems, stems.union(ends), frozenset(stem[:_STEM] for stem in stems if len(stem) >= _STEM))


def shared_weight(one: Iterable[Term], other: Collection[Term]) -> float:
    """Sum of the rarities of the terms of `one` that `other` has too, in any form."""
    stems = {term.stem for term in other}
    total = 0.0
    for term in one:
        if term.stem in stems:
            total += term.weight
        else:
            total += max((min(term.weight, each.weight) for each in other if related(term.stem, each.stem)), default=0)
    return total


def opens(text: str, start: int) -> bool:
    """Whether a capital is due at `start` since a sentence or quotation begins there."""
    before = text[:start].rstrip(" \t\"„“”»«'‘’(–-")
    return not before or before[-1] in ".!?:…\n"
