"""Names of people and long forms of abbreviations, as one article introduces them.

A person is introduced by a known given name ("Anna Berg"), by an office before the name ("Ministerin Aksu Demir") or a
description behind it ("Liv Aas, eine Sprecherin"); the article then goes on with the surname alone. An organisation's
short form is introduced in brackets: "Institut für Wasserbau (IfW)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quellenlage.gazetteer import Role, RoleClass, find_outlet, find_role, find_state
from quellenlage.gazetteer.given_names import given_name
from quellenlage.gazetteer.outlet_names import find_outlet_names, introduced_outlets
from quellenlage.model.text import Article, BlockKind

_TOKEN = re.compile(r"[^\W\d_](?:\w|[-‑.'’](?=[^\W\d_]))*(?:(?<=\b[A-Z])\.|(?<=\b[JSD]r)\.)?|\S")
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
_PARTICLES = frozenset("von van vom zu zur de del della der den di da dos du la le al el bin ibn ter ten".split())
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())
_LINKS = frozenset("for of the and für der des die und in & on de la du".split())
_BRACKET = re.compile(r"\s*[(\[]([A-ZÄÖÜ][\w&.-]{0,11})[)\]]")
_SILENT = frozenset({BlockKind.FURNITURE, BlockKind.EMBED})
_LONGEST = 4
"""Words of a name behind an office."""
_OFFICE = 12
"""Tokens before a comma in which the noun of an office must stand."""
_DESCRIPTION = 7
"""Tokens behind a comma in which the noun of an apposition must stand."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article. `gender` is "f", "m" or "u" (not told); `titles` are lemmas of the roles given to it."""

    name: str
    given: str
    surname: str
    gender: str
    titles: frozenset[str] = frozenset()


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
    `outlets` are the outlets that it names or calls so."""

    people: tuple[Person, ...]
    occurrences: tuple[Occurrence, ...]
    long_forms: dict[str, str]
    outlets: frozenset[str] = frozenset()

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


def find_names(article: Article) -> Names:
    """People and long forms introduced anywhere in the article's visible blocks."""
    texts = [(block.index, block.text) for block in article.blocks if block.kind not in _SILENT]
    found = [person for _, text in texts for _, _, person in full_names(text)]
    outlets = frozenset(name for _, text in texts for name in (*introduced_outlets(text), *_outlets_in(text)))
    names = Names(_merged(found), (), _long_forms(text for _, text in texts), outlets)
    places = [place for index, text in texts for place in _occurrences(names, index, text)]
    return replace(names, occurrences=tuple(places))


def _outlets_in(text: str) -> list[str]:
    return [text[start:end] for start, end in find_outlet_names(text) if " " in text[start:end]]


def full_names(text: str) -> Iterator[tuple[int, int, Person]]:
    """People introduced in `text`, with the half-open code points of their names."""
    tokens = list(_TOKEN.finditer(text))
    index = 0
    while index < len(tokens):
        end = _given_name_end(tokens, index) or _introduced_end(tokens, index)
        if end is None:
            index += 1
            continue
        words = [token.group() for token in tokens[index:end]]
        yield tokens[index].start(), tokens[end - 1].end(), _person(words, _titles(tokens, index, end))
        index = end


def _given_name_end(tokens: Sequence[re.Match[str]], first: int) -> int | None:
    """Index after the last token of a name that begins with a known given name or initials at `first`."""
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
        elif _is_capitalised(word):
            return end + 1 + (end + 1 < len(tokens) and tokens[end + 1].group() in _SUFFIXES)
        else:
            break
    return end if surname and given_name(tokens[first].group()) is not None else None


def _introduced_end(tokens: Sequence[re.Match[str]], first: int) -> int | None:
    """Index after the last token of a name that an office before it or a description behind it makes a person's."""
    end = first
    while end < len(tokens) and end - first < _LONGEST and (end == first or _adjacent(tokens[end - 1], tokens[end])):
        word = tokens[end].group()
        if not (_is_name_word(word) or (word in _PARTICLES and end > first and _leads_to_name(tokens, end))):
            break
        end += 1
    if end == first:
        return None
    office = _office(tokens, first)
    if office is not None and office.number is None and end - first == 1 and not _is_one(tokens, first - 1):
        office = None  # "dass Forscher Lücken fanden": several of them, and no name
    described = end - first > 1 and (_description(tokens, end) or _long_office(tokens, first)) is not None
    return end if described or (office is not None and not _opens_sentence(tokens, first)) else None


def _is_one(tokens: Sequence[re.Match[str]], noun: int) -> bool:
    """Whether an article or adjective ending before a noun of open number makes it one person."""
    return noun > 0 and tokens[noun - 1].group().lower().endswith(("er", "em", "des", "ein", "einen"))


def _is_capitalised(word: str) -> bool:
    return word[0].isalpha() and word[0].isupper()


def _is_name_word(word: str) -> bool:
    """Whether a capitalised word can be part of a person's name: no abbreviation, role, outlet or state."""
    known = find_role(word) or find_outlet(word) or find_state(word)
    return _is_capitalised(word) and word.replace("-", "").isalpha() and not word.isupper() and known is None


def _office(tokens: Sequence[re.Match[str]], first: int) -> Role | None:
    """The role of a single person whose noun stands directly before the token `first`."""
    if first == 0 or not _adjacent(tokens[first - 1], tokens[first]):
        return None
    return _person_role(tokens[first - 1].group())


def _person_role(word: str) -> Role | None:
    role = find_role(word)
    single = role is not None and role.cls in {RoleClass.PERSON, RoleClass.UNNAMED} and role.number != "pl"
    return replace(role, form=word) if role is not None and single else None


def _description(tokens: Sequence[re.Match[str]], end: int) -> Role | None:
    """The role in an apposition that follows: "…, eine Sprecherin der Stadt", "…, chief economist at …"."""
    if end >= len(tokens) or tokens[end].group() != ",":
        return None
    for token in tokens[end + 1 : end + 1 + _DESCRIPTION]:
        word = token.group()
        role = _person_role(word)
        if role is not None:
            return role
        if not word[0].isalnum() or given_name(word) is not None:
            return None
    return None


def _titles(tokens: Sequence[re.Match[str]], first: int, end: int) -> frozenset[str]:
    """Roles that stand at a name, in the words used and as lemmas, both in lower case."""
    roles = (_office(tokens, first), _description(tokens, end), _long_office(tokens, first))
    return frozenset(form.lower() for role in roles if role is not None for form in (role.form, role.lemma))


def _long_office(tokens: Sequence[re.Match[str]], first: int) -> Role | None:
    """The role at the head of an office that a comma closes: "Der Chef des staatlichen Fonds, Karl Wenders"."""
    if first == 0 or tokens[first - 1].group() != ",":
        return None
    found = None
    for index in range(first - 2, max(-1, first - _OFFICE), -1):
        word = tokens[index].group()
        if word in {",", ".", ";", ":", "„", "“"}:
            break
        found = _person_role(word) or found  # the first noun of the phrase is its head
    return found


def _opens_sentence(tokens: Sequence[re.Match[str]], index: int) -> bool:
    return index == 0 or tokens[index - 1].group() in {".", "?", "!", ":", "„", "“", '"'}


def _leads_to_name(tokens: Sequence[re.Match[str]], index: int) -> bool:
    """Whether a particle ("von", "von der") is followed by a capitalised word."""
    following = [token.group() for token in tokens[index + 1 : index + 3]]
    while following and following[0] in _PARTICLES:
        following.pop(0)
    return bool(following) and following[0][0].isupper()


def _adjacent(left: re.Match[str], right: re.Match[str]) -> bool:
    return left.string[left.end() : right.start()] in {"", " ", "\u00a0"}


def _person(words: list[str], titles: frozenset[str]) -> Person:
    given = next((word for word in words if given_name(word)), words[0] if len(words) > 1 else "")
    core = [word for word in words if word not in _SUFFIXES]
    return Person(" ".join(words), given, core[-1].rstrip("."), given_name(given) or "u", titles)


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
    if more and first == person.surname:  # a second surname, as in Spanish names
        return True
    return text in {person.surname + ending for ending in ("", "s", "’", "'", "'s", "’s")}


def _same_given(person: Person, text: str) -> bool:
    return bool(person.given) and person.given == text


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
    run: list[str] = []
    for word in reversed(re.findall(r"\S+", text[-160:])):
        inner = word.strip("„“\"'»«")
        if (word.lower() not in _LINKS and not inner[:1].isupper()) or word.endswith((".", ",", ";", ":")):
            break
        run.insert(0, inner)
    first = next((letter for letter in short if letter.isupper()), "")
    fit = [i for i, word in enumerate(run) if first and word[:1] == first]
    return " ".join(run[fit[0] :]) if fit else ""
