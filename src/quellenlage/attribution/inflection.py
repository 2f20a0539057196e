"""German phrases brought to the nominative without their article: "einem ranghohen Beamten" -> "ranghoher Beamter"."""

from __future__ import annotations

import re

from quellenlage.attribution.phrases import Phrase, joined
from quellenlage.gazetteer import Role, find_role
from quellenlage.model.text import Language

_STRONG = {"m": "er", "f": "e", "n": "es"}
_MASCULINE = frozenset("ein einem einen eines dem des".split())
"""Determiners that leave only masculine where the noun itself is one of a person's."""
_ADJECTIVE = re.compile(r"(\w{2,})(e[rnms]?)")
_COUNTED = {"zweier": "zwei", "dreier": "drei"}
_ADVERBS = frozenset("bisher immer wieder mehr weniger eher daher sonst selbst noch nun jetzt bereits sehr".split())
_WEAK_NOUN = re.compile(
    r"(\w*(?:[Bb]eamte|[Bb]eschäftigte|[Vv]ertraute|[Vv]orsitzende|[Aa]bgeordnete|[Aa]ngestellte))[nr]?"
)


def nominative(phrase: Phrase, role: Role | None, language: Language, *, plural: bool) -> str:
    """The phrase without determiner, its adjectives strongly inflected where the head's gender is known.

    English phrases come back as they stand, German ones too where neither a determiner nor an ending asks for a change.
    """
    if language is Language.ENGLISH:
        return phrase.full
    if role is None:
        ending = "es" if phrase.determiner == "das" else ""
        return joined(
            (*(_inflected(word, ending) for word in phrase.modifiers), phrase.head, *phrase.name, *phrase.tail)
        )
    gender = role.gender or ("m" if phrase.determiner in _MASCULINE else None)
    ending = "e" if plural else _STRONG.get(gender or "", "")
    inflected = phrase.determiner or any(word.endswith(("em", "en")) for word in phrase.modifiers)
    modifiers = [_inflected(word, ending) for word in phrase.modifiers] if inflected else list(phrase.modifiers)
    if phrase.determiner in _COUNTED:  # "zweier Beamter"
        modifiers.insert(0, _COUNTED[phrase.determiner])
    noun = _plural_noun(phrase.head) if plural else _singular_noun(phrase, role, gender)
    return joined((*modifiers, noun, *phrase.name, *phrase.tail))


def _inflected(word: str, ending: str) -> str:
    match = _ADJECTIVE.fullmatch(word)
    place = word[0].isupper() and word.endswith("er")  # "Thüringer" never changes
    return match.group(1) + ending if match and ending and not place and word not in _ADVERBS else word


def _plural_noun(noun: str) -> str:
    """Without the endings of the other cases: "Händlern", "Dokumenten", "Beamter"."""
    if _WEAK_NOUN.fullmatch(noun.removesuffix("r")) and noun.endswith("r"):
        return noun[:-1]
    shorter = find_role(noun[:-1]) if noun.endswith("n") else None
    return noun[:-1] if shorter is not None and shorter.language == "de" and shorter.number != "sg" else noun


def _singular_noun(phrase: Phrase, role: Role, gender: str | None) -> str:
    """Without the endings of the other cases: "eines Journalisten", "des Büros", "einem Beamten"."""
    noun = phrase.head
    weak = _WEAK_NOUN.fullmatch(noun)
    if weak:
        return weak.group(1) + ("r" if gender == "m" else "")
    if phrase.determiner in {"des", "eines"} and noun.endswith("es") and find_role(noun[:-2]) is not None:
        return noun[:-2]
    if phrase.determiner in {"des", "eines"} and noun.endswith("s"):
        return re.sub(r"(?<=[^aeiou]{2})es$|s$", "", noun)
    for ending in ("en", "n"):
        shorter = find_role(noun.removesuffix(ending)) if noun.endswith(ending) and role.number is None else None
        if shorter is not None and shorter.language == "de" and shorter.number == "sg":
            return noun.removesuffix(ending)
    return noun
