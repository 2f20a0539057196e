"""Names of people and long forms of abbreviations, as one article introduces them.

A person's name is a known given name (or initials) followed by a surname; the article then goes on with the surname
alone. An organisation's short form is introduced in brackets: "Institut für Wasserbau (IfW)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quellenlage.gazetteer.given_names import given_name
from quellenlage.model.text import Article, BlockKind

_TOKEN = re.compile(r"[^\W\d_](?:\w|[-‑.'’](?=[^\W\d_]))*(?:(?<=\b[A-Z])\.|(?<=\b[JSD]r)\.)?|\S")
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
_PARTICLES = frozenset("von van vom zu zur de del della der den di da dos du la le al el bin ibn ter ten of".split())
_SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
_LINKS = frozenset("for of the and für der des die und in & on de la du".split())
_BRACKET = re.compile(r"\s*[(\[]([A-ZÄÖÜ][\w&.-]{0,11})[)\]]")
_SILENT = frozenset({BlockKind.FURNITURE, BlockKind.EMBED})


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in full. `gender` is "f", "m" or "u" (not told by the given name)."""

    name: str
    given: str
    surname: str
    gender: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a person is named in full or by surname; half-open code points in the block's text."""

    person: Person
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article. `occurrences` are in text order; `long_forms` maps a short form to "Long form (SF)"."""

    people: tuple[Person, ...]
    occurrences: tuple[Occurrence, ...]
    long_forms: dict[str, str]

    def person(self, text: str) -> Person | None:
        """The one person that `text` names in full, by surname or by a unique given name; None where several fit."""
        for fit in (_same_name, _same_surname, _same_given):
            found = {person.name: person for person in self.people if fit(person, text)}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None


def find_names(article: Article) -> Names:
    """People and long forms introduced anywhere in the article's visible blocks."""
    texts = [(block.index, block.text) for block in article.blocks if block.kind not in _SILENT]
    named = [(index, start, end, person) for index, text in texts for start, end, person in full_names(text)]
    people = _merged(person for _, _, _, person in named)
    names = Names(people, (), _long_forms(text for _, text in texts))
    occurrences = [place for index, text in texts for place in _occurrences(names, index, text)]
    return Names(people, tuple(occurrences), names.long_forms)


def full_names(text: str) -> Iterator[tuple[int, int, Person]]:
    """People named in full in `text`, with half-open code points."""
    tokens = list(_TOKEN.finditer(text))
    index = 0
    while index < len(tokens):
        end = _name_end(tokens, index)
        if end is None:
            index += 1
            continue
        yield tokens[index].start(), tokens[end - 1].end(), _person([token.group() for token in tokens[index:end]])
        index = end


def _name_end(tokens: list[re.Match[str]], first: int) -> int | None:
    """Index after the last token of a full name that begins at `first`, None where none begins there."""
    word = tokens[first].group()
    if given_name(word) is None and not _INITIALS.fullmatch(word):
        return None
    end, surname = first + 1, False
    while end < len(tokens) and _adjacent(tokens[end - 1], tokens[end]):
        word = tokens[end].group()
        if word in _PARTICLES and _leads_to_name(tokens, end):
            end += 1
        elif word in _SUFFIXES and surname:
            return end + 1
        elif given_name(word) is not None or _INITIALS.fullmatch(word):
            surname = given_name(word) is not None
            end += 1
        elif word[0].isupper() and word[0].isalpha():
            return end + 1 + (end + 1 < len(tokens) and tokens[end + 1].group() in _SUFFIXES)
        else:
            break
    return end if surname and given_name(tokens[first].group()) is not None else None


def _leads_to_name(tokens: list[re.Match[str]], index: int) -> bool:
    """Whether a particle ("von", "von der") is followed by a capitalised word."""
    following = [token.group() for token in tokens[index + 1 : index + 3]]
    while following and following[0] in _PARTICLES:
        following.pop(0)
    return bool(following) and following[0][0].isupper()


def _adjacent(left: re.Match[str], right: re.Match[str]) -> bool:
    return left.string[left.end() : right.start()] in {" ", "\u00a0"} or left.end() == right.start()


def _person(words: list[str]) -> Person:
    given = next((word for word in words if given_name(word)), words[0])
    core = [word for word in words if word not in _SUFFIXES]
    return Person(" ".join(words), given, core[-1].rstrip("."), given_name(given) or "u")


def _merged(found: Iterable[Person]) -> tuple[Person, ...]:
    """One entry a person: genitives ("Anna Bergs") and shorter forms fall to the fuller one that stands elsewhere."""
    people = {person.name: person for person in found}
    genitives = {name for name in people if name.endswith("s") and name[:-1] in people}
    kept = [person for name, person in people.items() if name not in genitives]
    return tuple(person for person in kept if not any(_extends(other, person) for other in kept))


def _extends(fuller: Person, person: Person) -> bool:
    parts, own = fuller.name.split(), person.name.split()
    return len(parts) > len(own) and fuller.surname == person.surname and set(own) < set(parts)


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
    for token in _TOKEN.finditer(text, start, end):
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
    if more and first == person.surname:  # "Gómez Sáez" after "Carlos Gómez Sáez"
        return True
    return text in {person.surname, person.surname + "s", person.surname + "’", person.surname + "'"}


def _same_given(person: Person, text: str) -> bool:
    return person.given == text


def _long_forms(texts: Iterable[str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for text in texts:
        for bracket in _BRACKET.finditer(text):
            words = _words_before(text[: bracket.start()], bracket.group(1))
            if words:
                forms.setdefault(bracket.group(1), f"{words} ({bracket.group(1)})")
    return forms


def _words_before(text: str, short: str) -> str:
    """The capitalised run (with linking words inside) that ends `text` and begins like its short form, or ""."""
    words = re.findall(r"\S+", text[-160:])
    run: list[str] = []
    for word in reversed(words):
        if word.lower() not in _LINKS and not word.strip("„“\"'»«")[:1].isupper():
            break
        if word.endswith((".", ",", ";", ":")):
            break
        run.insert(0, word.strip('„“"»«'))
    letters = [letter for letter in short if letter.isupper()]
    starts = [i for i, word in enumerate(run) if word[:1].upper() == letters[0]] if letters else []
    fit = [i for i in starts if len(run) - i >= min(2, len(letters)) or len(run) - i == 1]
    return " ".join(run[fit[0] :]) if fit else ""
