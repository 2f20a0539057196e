"""Nouns for offices, people, groups, bodies, outlets, documents and unnamed sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows

_SHORTEST_HEAD = 4  # a shorter noun at the end of a German word is too often chance ("-amt" is excepted below)
_SHORT_HEADS = frozenset({"amt", "rat", "bund"})
_ALONE = frozenset({"Kreis"})  # no compound of it is one: "Umkreis", "Freundeskreis"
_ADJECTIVE_FORMS = (("er", "sg", "m"), ("e", None, None), ("en", None, None), ("em", "sg", "m"))


class RoleClass(StrEnum):
    """What a noun says about the source that it names. A plural noun for persons names a group."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Role:
    """One form of a role noun. `number` is "sg" or "pl", `gender` "m", "f" or "n"; None where it stays open."""

    form: str
    lemma: str
    language: str
    cls: RoleClass
    number: str | None
    gender: str | None


def find_role(word: str) -> Role | None:
    """The role that a noun or noun phrase names, None where it names none.

    German compounds are found by their head ("Regierungssprecherin"), hyphened words and English phrases by their last
    word ("US-Senatorin", "foreign ministry").
    """
    word = word.strip()
    if not word:
        return None
    forms = _forms()
    last = word.split()[-1]
    for candidate in (word, last, last.rsplit("-", 1)[-1]):
        found = forms.get(candidate) or _without_case_ending(candidate, forms) or forms.get(candidate.lower())
        if found:
            return found
    return _compound(last, forms)


def _without_case_ending(word: str, forms: Mapping[str, Role]) -> Role | None:
    """German genitive ("Ministers", "Präsidiums") and dative plural ("Ministern")."""
    for ending, number in (("es", "sg"), ("s", "sg"), ("n", "pl")):
        role = forms.get(word.removesuffix(ending)) if word.endswith(ending) else None
        if role and role.language == "de" and role.number in (None, number) and role.gender != "f":
            return Role(word, role.lemma, "de", role.cls, number, role.gender)
    return None


def _compound(word: str, forms: Mapping[str, Role]) -> Role | None:
    if not word[:1].isupper():
        return None
    for start in range(2, len(word) - 2):
        head = word[start:]
        if len(head) < _SHORTEST_HEAD and head not in _SHORT_HEADS:
            return None
        head = head.capitalize()
        role = forms.get(head) or _without_case_ending(head, forms)
        if role and role.language == "de" and role.lemma not in _ALONE:
            return Role(word, role.lemma, "de", role.cls, role.number, role.gender)
    return None


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, Role]:
    forms: dict[str, Role] = {}
    for row in rows(builtin_table("roles.tsv")):
        for role in _inflected(row):
            known = forms.get(role.form)
            forms[role.form] = role if known is None else _either(known, role)
    return forms


def _either(first: Role, second: Role) -> Role:
    """Two readings of one form: what they do not share stays open."""
    return Role(
        first.form,
        first.lemma,
        first.language,
        first.cls,
        first.number if first.number == second.number else None,
        first.gender if first.gender == second.gender else None,
    )


def _inflected(row: Mapping[str, str]) -> Iterator[Role]:
    language, cls, gender = row["language"], RoleClass(row["class"]), row["gender"] or None
    singular, plural, feminine = row["singular"], row["plural"], row["feminine"]
    if row["declension"] == "adj":
        lemma = singular + "er"
        for ending, number, form_gender in _ADJECTIVE_FORMS:
            yield Role(singular + ending, lemma, language, cls, number, form_gender)
    else:
        lemma = singular
        number = "pl" if not gender and language == "de" else "sg"  # German nouns without gender are plural only
        yield Role(singular, lemma, language, cls, number, gender)
        weak = row["declension"] == "weak"
        yield Role(plural, lemma, language, cls, None if weak else "pl", gender)
    if feminine:
        yield Role(feminine, feminine, language, cls, "sg", "f")
        yield Role(_feminine_plural(feminine), feminine, language, cls, "pl", "f")


def _feminine_plural(feminine: str) -> str:
    return feminine + "en" if feminine.endswith("frau") else feminine + "nen"
