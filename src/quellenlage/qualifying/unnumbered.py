"""Quantities told by another one without a number: "beinahe dem Kontingent an Booten", "nearly the entire stock".

They have a bound and a unit, but no value. Only where a word that bounds stands with words of equality, or with a noun
for a quantity of which it is all or more: "etwa den Vorrat" alone may be an example, "about the budget" a subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quellenlage.model.figure import Bound
from quellenlage.model.text import Language
from quellenlage.qualifying.bounds import Qualifiers, qualifiers_before
from quellenlage.qualifying.counted import counted_at
from quellenlage.qualifying.likeness import likeness
from quellenlage.qualifying.nouns import ends_phrase, noun_after, phrase_at
from quellenlage.qualifying.numbers import GAP
from quellenlage.qualifying.quantity import Quantity
from quellenlage.qualifying.units import Unit

Range = tuple[int, int]

_WINDOW = 120
_MOST_WORDS = 5  # from the word that bounds to the noun
_WORD = re.compile(r"[\w'’-]+")
_WORD_AFTER = re.compile(rf"{GAP}(?P<word>[\w-]+)")
_WORD_BEFORE = re.compile(rf"(?<![\w'’-])(?P<word>all{GAP}of|[^\W\d_][\w'’-]*){GAP}\Z")
_ADJECTIVE = {
    Language.GERMAN: re.compile(r"[a-zäöüß]{3,}(?:e|en|er|es|em)|[A-ZÄÖÜ][\w-]+(?:s|er)"),  # "Seylands", "Wiener"
    Language.ENGLISH: re.compile(r"[\w-]+(?:['’]s?)?"),
}
_OF = {  # what is counted, not who owns it: no article follows
    Language.GERMAN: re.compile(rf"{GAP}an(?={GAP})(?!{GAP}d(?:er|ie|as|em|en)(?!\w))"),
    Language.ENGLISH: re.compile(rf"{GAP}of(?={GAP})(?!{GAP}(?:the|an?|its|their|his|her|this|that|all)(?!\w))"),
}
_NUMBER_LINK = re.compile(r"\s*[(:]?\s*(?:von|an|of|at|in Höhe von)?\s*\(?")
_COMPARATIVE = frozenset(["als", "than"])
_INDEFINITE = frozenset("ein eine einem einen einer eines a an".split())
_OWNER = re.compile(r"[A-ZÄÖÜ][\w-]+s|[\w-]+(?:['’]s|s['’])")  # "Seylands", "the country's"
_NEGATION = re.compile(r"(?:nicht|nie|keineswegs|not|n['’]t|never|nowhere)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun for a quantity with the words before it: from `start`, behind the qualifiers, to the noun."""

    qualifiers: Qualifiers
    start: int
    noun: Unit
    is_equal: bool


def unnumbered(text: str, numbered: Sequence[Quantity], language: Language) -> Iterator[Quantity]:
    """The quantities without a number, in order; none where one of the `numbered` or an earlier one has part in it."""
    taken = list(numbered)
    for quantity in sorted((*_of_nouns(text, language), *_of_counted(text, language)), key=lambda one: one.number):
        if not any(_touches(text, quantity, other) for other in taken):
            taken.append(quantity)
            yield quantity


def _touches(text: str, quantity: Quantity, other: Quantity) -> bool:
    """Whether a number stands in the words of another quantity, or gives it: "fast der ganze Vorrat von 40 Booten"."""
    if other.start < quantity.end and quantity.start < other.end:
        return True
    return quantity.end <= other.start and _NUMBER_LINK.fullmatch(text, quantity.end, other.start) is not None


def _of_nouns(text: str, language: Language) -> Iterator[Quantity]:
    words = likeness(language)
    for match in words.noun.finditer(text):
        following = _WORD_AFTER.match(text, match.end())
        if words.other.fullmatch(match.group()) or (following and words.other.fullmatch(following["word"])):
            continue
        phrase = _phrase(text, Unit(match.start(), match.end(), match.group()), language)
        if phrase is None or _NEGATION.search(text, 0, phrase.qualifiers.edge):
            continue
        unit, counted = _what(text, phrase.noun, language)
        if phrase.is_equal or _is_compared(text, phrase, counted[1], language):
            yield _quantity(phrase.qualifiers, phrase.start, unit, counted)


def _phrase(text: str, noun: Unit, language: Language) -> _Phrase | None:
    """The phrase of a noun, back to the word that bounds it; None where none does."""
    words, start, opened = likeness(language), noun.start, False
    for _ in range(_MOST_WORDS):
        equal = words.equal.search(text, max(0, start - _WINDOW), start)
        qualifiers = qualifiers_before(text, equal.start() if equal else start, language, things=False)
        if qualifiers.bound or equal:
            return _Phrase(qualifiers, start, noun, equal is not None) if qualifiers.bound else None
        before = _WORD_BEFORE.search(text, max(0, start - _WINDOW), start)
        if before is None or not _belongs(before["word"], opened, language):
            return None
        opened = opened or words.determiner.fullmatch(before["word"]) is not None
        start = before.start()
    return None


def _belongs(word: str, opened: bool, language: Language) -> bool:
    """Whether a word before a noun belongs to its phrase, which a determiner has `opened` or not."""
    words = likeness(language)
    if words.whole.fullmatch(word) or (not opened and words.determiner.fullmatch(word)):
        return True
    return not opened and _ADJECTIVE[language].fullmatch(word) is not None and not ends_phrase(word, language)


def _is_compared(text: str, phrase: _Phrase, end: int, language: Language) -> bool:
    """Whether a verb of equality belongs to the phrase, or it names all of something, or what is more or less."""
    edge, words = phrase.qualifiers.edge, likeness(language)
    inner = _WORD.findall(text, edge, phrase.noun.start)
    is_all = any(map(words.whole.fullmatch, inner))
    is_known = any(words.determiner.fullmatch(word) or _OWNER.fullmatch(word) for word in inner)
    if words.has_verb(text, edge, end):
        return is_known or not _INDEFINITE.isdisjoint(inner)
    if any(word in _COMPARATIVE for word in inner):
        return is_known and (is_all or end > phrase.noun.end)
    return is_known and is_all and phrase.qualifiers.bound is Bound.NEARLY


def _what(text: str, noun: Unit, language: Language) -> tuple[str, Range]:
    """What is counted, by its name and place: the attribute of "Kontingent an Booten", else the noun itself."""
    of = _OF[language].match(text, noun.end)
    unit = None
    if likeness(language).count.fullmatch(noun.name):
        unit = noun_after(text, noun.end, language)
    elif of:
        unit = noun_after(text, of.end(), language) or _mass(text, of.end(), language)
    if unit is None:
        named = noun_after(text, noun.start - 1, language) if language is Language.GERMAN and noun.start else None
        unit = Unit(noun.start, noun.end, named.name if named else noun.name)
    return unit.name, counted_at(text, unit, language) or (unit.start, unit.end)


def _mass(text: str, end: int, language: Language) -> Unit | None:
    """What has no plural: "supply of grain"."""
    place = phrase_at(text, end, language)
    return Unit(*place, text[slice(*place)]) if place else None


def _of_counted(text: str, language: Language) -> Iterator[Quantity]:
    """ "fast so viele Boote wie das Nachbarland", "almost as many boats as the whole region"."""
    for match in likeness(language).counted.finditer(text):
        place = next(match.span(name) for name, words in match.groupdict().items() if words)
        unit = noun_after(text, place[0] - 1, language) or _mass(text, place[0] - 1, language)
        qualifiers = qualifiers_before(text, match.start(), language, things=False)
        if qualifiers.bound is None or unit is None or _NEGATION.search(text, 0, qualifiers.edge):
            continue
        if unit.end == place[1]:
            yield replace(_quantity(qualifiers, match.start(), unit.name, place), end=match.end())


def _quantity(qualifiers: Qualifiers, start: int, unit: str, counted: Range) -> Quantity:
    assert qualifiers.bound is not None
    end = counted[1]
    return Quantity(qualifiers.edge, end, start, end, None, None, qualifiers.bound, unit, counted=counted)
