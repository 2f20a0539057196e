"""People as a text introduces them.

By a known given name ("Anna Berg"), by an office before the name ("Ministerin Aksu Demir") or a description behind it
("Liv Aas, eine Sprecherin").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quellenlage.attribution.name_words import JOINED, is_capitalised, is_name_word
from quellenlage.attribution.phrases import DEFINITE, INDEFINITE
from quellenlage.gazetteer import Role, RoleClass, find_outlet, find_role, find_state
from quellenlage.gazetteer.given_names import given_name

NAME_TOKEN = re.compile(r"[^\W\d_](?:\w|[-‑.'’](?=[^\W\d_]))*(?:(?<=\b[A-Z])\.|(?<=\b[JSD]r)\.)?|\S")
"""A word as names need it (with hyphens, apostrophes, and the stop of an initial or of "Dr."), or a single mark."""
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
_WITH_STOPS = re.compile(r"(?:[A-Z]\.-?)+")
"""Initials that may open a name; a bare letter there is an article or a type ("A Tory source", "Sea King D")."""
_SHORT_FORM = re.compile(r"[A-ZÄÖÜ]{2,3}")
"""An abbreviation, which is no surname."""
_GENITIVE = re.compile(r"['’]s$")
_PARTICLES = frozenset("von van vom zu zur de del della der den di da dos du la le al el bin ibn ter ten".split())
_NO_OFFICES = frozenset({"man", "woman"})
_SHORT_OFFICES = {
    "Gov": "governor",
    "Sen": "senator",
    "Rep": "representative",
    "Gen": "general",
    "Col": "colonel",
    "Lt": "lieutenant",
    "Capt": "captain",
    "Sgt": "sergeant",
    "Prof": "professor",
    "Insp": "inspector",
}
"""Offices as English news cuts them short before a name, with a full stop."""
_GERMAN_ARTICLES = (DEFINITE | INDEFINITE) - {"a", "an"}
_NEVER_ARTICLES = frozenset("oder aber über unter hier immer wieder später weiter".split())
"""Words with the ending of an article that are none."""
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())
_MONTHS = frozenset({"April", "August", "June"})
"""Given names that a date may hold as well."""
_DATED = re.compile(r"(?:[Ii]m|[Ii]n|[Ss]eit|[Bb]is|[Aa]b|[Vv]om|[Ee]nde|[Aa]nfang|[Mm]itte|[Ss]ince|[Uu]ntil|\d\.?)$")
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
        words[-1] = _GENITIVE.sub("", words[-1])
        stop = tokens[end - 1].start() + len(words[-1])
        yield tokens[index].start(), stop, _person(words, _titles(tokens, index, end))
        index = end


def _given_name_end(tokens: Sequence[re.Match[str]], first: int) -> int | None:
    """Index after the last token of a name that begins with a known given name or initials at `first`."""
    word = tokens[first].group()
    if word in _MONTHS and _DATED.search(tokens[first].string[: tokens[first].start()].rstrip()):
        return None
    if given_name(word) is None and (not _WITH_STOPS.fullmatch(word) or find_outlet(word) or find_state(word)):
        return None
    end, surname = first + 1, False
    while end < len(tokens) and _adjacent(tokens[end - 1], tokens[end]):
        word = tokens[end].group()
        if word.lower() in _PARTICLES and _leads_to_name(tokens, end) and not (surname and _is_article(tokens, end)):
            end += 1
        elif JOINED.fullmatch(word) or (word in _SUFFIXES and surname):
            return end + 1
        elif given_name(word) is not None or _INITIALS.fullmatch(word):
            surname = given_name(word) is not None
            end += 1
        elif is_capitalised(word) and not _SHORT_FORM.fullmatch(word):
            return end + 1 + (end + 1 < len(tokens) and _ends_name(tokens[end + 1].group()))
        else:
            break
    return end if surname and given_name(tokens[first].group()) is not None else None


def _is_article(tokens: Sequence[re.Match[str]], index: int) -> bool:
    """Whether what could be a particle is an article, or leads to one ("rief Sibel Aygün von der Ladefläche")."""
    words = {token.group().lower() for token in tokens[index : index + 2]}
    return not words.isdisjoint({"der", "den", "dem"})


def _ends_name(word: str) -> bool:
    """Whether a word behind a surname still belongs to the name: "jr.", "al-Scharaa"."""
    return word in _SUFFIXES or JOINED.fullmatch(word) is not None


def _introduced_end(tokens: Sequence[re.Match[str]], first: int) -> int | None:
    """Index after the last token of a name that an office before it or a description behind it makes a person's."""
    end = _name_end(tokens, first)
    if end == first or _goes_on(tokens, end):
        return None
    described = end - first > 1 and (_description(tokens, end) or _long_office(tokens, first)) is not None
    return end if described or _is_introduced(tokens, first, end) else None


def _name_end(tokens: Sequence[re.Match[str]], first: int) -> int:
    """Index after the words from `first` on that can be a name; a particle stands behind its first word."""
    end = first
    while end < len(tokens) and end - first < _LONGEST and (end == first or _adjacent(tokens[end - 1], tokens[end])):
        word = tokens[end].group()
        behind_first = end == first + 1 or (end > first and tokens[end - 1].group() in _PARTICLES)
        particle = word in _PARTICLES and behind_first and _leads_to_name(tokens, end)
        if not (is_name_word(word) or particle or (end > first and JOINED.fullmatch(word))):
            break
        end += 1
    return end


def _goes_on(tokens: Sequence[re.Match[str]], end: int) -> bool:
    """Whether the words are only the beginning of a body's name: "Harbour Resources Council"."""
    if end >= len(tokens) or not _adjacent(tokens[end - 1], tokens[end]):
        return False
    role = find_role(tokens[end].group())
    return role is not None and role.cls is RoleClass.ORGANISATION and is_capitalised(tokens[end].group())


def _is_introduced(tokens: Sequence[re.Match[str]], first: int, end: int) -> bool:
    """Whether an office before the words makes them a name; of a single word it must be an office of one, in a case
    that leaves no room for an object ("der Sprecherin Vorwürfe machen")."""
    office = _office(tokens, first)
    if office is None or _opens_sentence(tokens, first):
        return False
    if end - first > 1:
        return True
    if office.number is None and not _is_one(tokens, first - 1):
        return False  # "dass Forscher Lücken fanden": several of them, and no name
    before = tokens[first - 2].group().lower() if first > 1 else ""
    subject = {"m": "der", "f": "die"}.get(office.gender or "", "")
    return office.language == "en" or before not in _GERMAN_ARTICLES or before == subject


def _is_one(tokens: Sequence[re.Match[str]], noun: int) -> bool:
    """Whether an article, an adjective ending or "laut" before a noun of open number makes it one person."""
    before = tokens[noun - 1].group().lower() if noun > 0 else ""
    return before == "laut" or (before.endswith(("er", "em", "des", "ein", "einen")) and before not in _NEVER_ARTICLES)


def _office(tokens: Sequence[re.Match[str]], first: int) -> Role | None:
    """The role of a single person whose noun stands directly before the token `first`."""
    if first == 0 or not _adjacent(tokens[first - 1], tokens[first]):
        return None
    before = tokens[first - 1].group()
    if before == "." and first > 1:  # "Gov. Eric Holm"
        before = _SHORT_OFFICES.get(tokens[first - 2].group(), ".")
    return _person_role(before)


def _person_role(word: str) -> Role | None:
    role = find_role(word)
    if role is None or role.lemma in _NO_OFFICES or role.number == "pl":
        return None
    return replace(role, form=word) if role.cls in {RoleClass.PERSON, RoleClass.UNNAMED} else None


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
    return Person(" ".join(words), given, _surname(words), given_name(given) or "u", titles)


def _surname(words: Sequence[str]) -> str:
    """The word that goes on for a name alone: "Sheib" for "Ayman Sheib ad-Din", "Scharaa" for "Achmed al-Scharaa"."""
    core = [word for word in words if word not in _SUFFIXES]
    if JOINED.fullmatch(core[-1]):
        return core[-2] if len(core) > 2 else re.split("[-‑]", core[-1])[-1]
    return core[-1].rstrip(".")
