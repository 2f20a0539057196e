"""People as a text introduces them.

By a known given name ("Anna Berg"), by an office before the name ("Ministerin Aksu Demir") or a description behind it
("Liv Aas, eine Sprecherin").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quellenlage.gazetteer import Role, RoleClass, find_outlet, find_role, find_state
from quellenlage.gazetteer.given_names import given_name

NAME_TOKEN = re.compile(r"[^\W\d_](?:\w|[-‑.'’](?=[^\W\d_]))*(?:(?<=\b[A-Z])\.|(?<=\b[JSD]r)\.)?|\S")
"""A word as names need it (with hyphens, apostrophes, and the stop of an initial or of "Dr."), or a single mark."""
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
_PARTICLES = frozenset("von van vom zu zur de del della der den di da dos du la le al el bin ibn ter ten".split())
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())
HONORIFICS = frozenset("Mr Mrs Ms Mr. Mrs. Ms. Sir Dame Lord Lady Herr Frau Herrn Dr Prof".split())
"""Words before a name that are no part of it."""
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


def full_names(text: str) -> Iterator[tuple[int, int, Person]]:
    """People introduced in `text`, with the half-open code points of their names."""
    tokens = list(NAME_TOKEN.finditer(text))
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
    return (
        _is_capitalised(word)
        and word not in HONORIFICS
        and word.replace("-", "").isalpha()
        and not word.isupper()
        and known is None
    )


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
