"""The names of one article: who is introduced anywhere in it, and where each person is named again.

The article introduces people in full and goes on with surnames; an outlet may go on with the end of its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quellenlage.attribution.abbreviations import long_forms
from quellenlage.attribution.introductions import NAME_TOKEN, Person, full_names
from quellenlage.attribution.surnames import surnamed
from quellenlage.gazetteer.outlet_names import find_outlet_names, introduced_outlets
from quellenlage.model.text import Article, BlockKind

_SHORTEST = 3
"""Letters of the shortest surname that may have a genitive."""
_SILENT = frozenset({BlockKind.FURNITURE, BlockKind.EMBED})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a person is named in full or by surname; half-open code points in the block's text."""

    person: Person
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article. `occurrences` are in text order; `long_forms` maps a short form to "Long form (SF)";
    `outlets` are the outlets that it names or calls so, its own among them; `sources` are words that speak in it."""

    people: tuple[Person, ...]
    occurrences: tuple[Occurrence, ...]
    long_forms: dict[str, str]
    outlets: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()

    def outlet(self, text: str) -> str | None:
        """The outlet that `text` names in short ("the Courier" after "Seyport Courier"), if only one ends like it."""
        longer = {name for name in self.outlets if name.endswith(" " + text)}
        return longer.pop() if len(longer) == 1 else None

    def person(self, text: str) -> Person | None:
        """The one person that `text` names in full, by surname or by a unique given name; None where several fit."""
        for fit in (_same_name, _same_surname, _same_given):
            found = [person for person in self.people if fit(person, text)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def is_shared(self, text: str) -> bool:
        """Whether several people bear a surname, so that it is a person's, though nobody can say whose."""
        return sum(_same_surname(person, text) for person in self.people) > 1


def find_names(article: Article, sources: Iterable[str] = ()) -> Names:
    """People and long forms introduced in the article's visible blocks; `sources` are words that speak in it."""
    speaking = tuple(dict.fromkeys(sources))
    texts = [(block.index, block.text) for block in article.blocks if block.kind not in _SILENT]
    found = [person for _, text in texts for _, _, person in full_names(text)]
    found += surnamed((text for _, text in texts), speaking, {person.surname for person in found}, article.language)
    named = (name for _, text in texts for name in (*introduced_outlets(text), *_outlets_in(text)))
    outlets = frozenset((*named, *((article.outlet,) if article.outlet else ())))
    found = [_without_genitive(person, texts) for person in found]
    long = long_forms(text for _, text in texts)
    names = Names(_merged(found), (), long, outlets.difference(long), speaking)
    places = [place for index, text in texts for place in _occurrences(names, index, text)]
    return replace(names, occurrences=tuple(places))


def _without_genitive(person: Person, texts: Sequence[tuple[int, str]]) -> Person:
    """A person named only in the genitive ("Anna Bergs Plan") whose surname stands elsewhere without it."""
    bare = person.surname[:-1]
    if not person.surname.endswith("s") or len(bare) < _SHORTEST or not person.name.endswith(person.surname):
        return person
    written = re.compile(rf"(?<![\w-]){re.escape(bare)}(?![\w-])")
    owner = re.compile(rf"(?<![\w-]){re.escape(person.surname)}(?![\w-])")
    if not any(written.search(text) for _, text in texts) or sum(len(owner.findall(text)) for _, text in texts) > 1:
        return person
    return replace(person, name=person.name[:-1], surname=bare)


def _outlets_in(text: str) -> list[str]:
    return [text[start:end] for start, end in find_outlet_names(text) if " " in text[start:end]]


def _merged(found: Iterable[Person]) -> tuple[Person, ...]:
    """One entry a person, titles united: genitives ("Anna Bergs") and shorter forms fall to the fuller one."""
    people: dict[str, Person] = {}
    for person in found:
        known = people.setdefault(person.name, person)
        people[person.name] = replace(known, titles=known.titles | person.titles)
    for person in sorted(people.values(), key=lambda person: len(person.name)):
        fuller = [other for other in people.values() if other is not person and _extends(other, person)]
        if fuller:
            del people[person.name]
        if len(fuller) == 1:
            people[fuller[0].name] = replace(fuller[0], titles=fuller[0].titles | person.titles)
    return tuple(people.values())


def _extends(fuller: Person, person: Person) -> bool:
    parts, own = fuller.name.split(), person.name.split()
    surnames = {fuller.surname, fuller.surname + "s"}
    if len(parts) == len(own):
        return own[:-1] == parts[:-1] and person.surname == fuller.surname + "s"
    return len(parts) > len(own) and person.surname in surnames and set(own[:-1]) < set(parts)


def _occurrences(names: Names, index: int, text: str) -> Iterator[Occurrence]:
    covered = 0
    for start, end, person in full_names(text):
        yield from _surnames(names, index, text, covered, start)
        known = names.person(person.name) or names.person(person.surname)
        if known is not None:
            yield Occurrence(known, index, start, end)
        covered = end
    yield from _surnames(names, index, text, covered, len(text))


def _surnames(names: Names, index: int, text: str, start: int, end: int) -> Iterator[Occurrence]:
    for token in NAME_TOKEN.finditer(text, start, end):
        word = token.group()
        if word[0].isupper():
            person = names.person(word)
            if person is not None and word != person.given:
                yield Occurrence(person, index, token.start(), token.end())


def _same_name(person: Person, text: str) -> bool:
    own, words = person.name.split(), text.split()
    return own == words or set(words) > set(own) or (len(words) > 1 and own[-len(words) :] == words)


def _same_surname(person: Person, text: str) -> bool:
    first, _, more = text.partition(" ")
    if more and first == person.surname:  # a second surname, as in Spanish names
        return True
    return text in {person.surname + ending for ending in ("", "s", "’", "'", "'s", "’s")}


def _same_given(person: Person, text: str) -> bool:
    return bool(person.given) and person.given == text
