"""German phrases brought to the nominative without their article: "einem ranghohen Beamten" -> "ranghoher Beamter"."""

from __future__ import annotations

import re
from dataclasses import replace

from quellenlage.attribution.phrases import Phrase, joined
from quellenlage.gazetteer import Role
from quellenlage.model.text import Language

_STRONG = {"m": "er", "f": "e", "n": "es"}
_ADJECTIVE = re.compile(r"(\w{2,})(e[rnms]?)")
_WEAK_NOUN = re.compile(
    r"(\w*(?:[Bb]eamte|[Bb]eschäftigte|[Vv]ertraute|[Vv]orsitzende|[Aa]bgeordnete|[Aa]ngestellte))[nr]?"
)


def nominative(phrase: Phrase, role: Role | None, language: Language) -> str:
    """The phrase without determiner, its adjectives strongly inflected where the head's gender is known.

    English phrases come back as they stand.
    """
    if language is Language.ENGLISH or role is None:
        return phrase.full
    plural = role.number == "pl"
    ending = "e" if plural else _STRONG.get(role.gender or "", "")
    dative = role.number == "pl" and phrase.head == role.form and re.search(r"(?:er|el)n$", phrase.head)
    if dative:  # "Händlern zufolge"
        phrase = replace(phrase, head=phrase.head[:-1])
    if not phrase.determiner and not any(word.endswith(("em", "en")) for word in phrase.modifiers):
        return phrase.full  # without an article the phrase already is inflected strongly
    modifiers = [_inflected(word, ending) for word in phrase.modifiers]
    return joined((*modifiers, _noun(phrase, role), *phrase.name, *phrase.tail))


def _inflected(word: str, ending: str) -> str:
    match = _ADJECTIVE.fullmatch(word)
    place = word[0].isupper() and word.endswith("er")  # "Thüringer" never changes
    return match.group(1) + ending if match and ending and not place else word


def _noun(phrase: Phrase, role: Role) -> str:
    weak = _WEAK_NOUN.fullmatch(phrase.head)
    if weak and role.number != "pl":
        return weak.group(1) + ("r" if role.gender == "m" else "")
    genitive = phrase.determiner in {"des", "eines"} and phrase.head.endswith("s") and role.number != "pl"
    return re.sub(r"(?<=[^aeiou]{2})es$|s$", "", phrase.head) if genitive else phrase.head
