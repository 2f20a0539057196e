"""Institutions by what they are and what sets them apart, in German and English: "die Küstenwache", "the coastguard".

A phrase is taken apart into kinds ("fire service"), which a table of words knows, and marks ("Harnack", "Lackwerke"),
the words that no table knows. Two phrases can mean one institution if they share a mark, or a kind with no marks that
differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer import RoleClass, find_role, find_state
from quellenlage.gazetteer.institutions import find_institution
from quellenlage.linking.kinds import POSSESSIVE, VAGUE, folded, kinds_agree, kinds_in, with_field, words_of_kinds
from quellenlage.linking.names import akin, fold, stem, words_of
from quellenlage.linking.roles import roles_in

_FUNCTION_WORDS = frozenset(
    "der die das des dem den ein eine einer eines einem einen von vom zu zum zur und für bei im in am an auf the a an "
    "of for and to at on its his her their sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren dieser diese "
    "dieses diesem this that according laut nach zufolge angaben mit aus as by from".split()
)
_UNTELLING = frozenset(  # stems of levels, translated at will, and of dates, which say when and not who
    "zentral central national staatlich state federal regional international stadtisch municipal europaisch european "
    "oberst leitend stellvertretend supreme ortlich local offentlich public royal koniglich "
    "januar februar marz april mai juni juli august septemb oktob novemb dezemb january february march may june july "
    "octob decemb montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend monday tusday wednesday "
    "thursday friday saturday sunday".split()
)
_PLACES = re.compile(r"\b(?:in|im|aus|at|from|near|bei|auf)\b.*")
_LENGTHS = range(6, 0, -1)  # words of a well-known name, the longest first
_COMPOUND = 3  # letters that a compound has before its head at least
_PEOPLE = frozenset({RoleClass.PERSON, RoleClass.GROUP, RoleClass.UNNAMED})
_BODIES = frozenset({RoleClass.ORGANISATION, RoleClass.OUTLET})
_STATE = re.compile(r"=\w\w")
_SPEAKERS = re.compile(r"(?:[\w-]*sprecher(?:in)?(?:s|n|nen)?|spokes\w+)$")


@dataclass(frozen=True, slots=True)
class Institution:
    """What a phrase tells of an institution. `kinds` are names of the table, `marks` stems that set it apart, `hints`
    stems that may."""

    kinds: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    hints: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.kinds or self.marks or self.hints)

    @property
    def is_general(self) -> bool:
        """Whether it says only what the institution is, such as "the company", "the British regulator"."""
        return not self.marks - self.states

    @property
    def states(self) -> frozenset[str]:
        """The marks of states."""
        return frozenset(mark for mark in self.marks if _STATE.fullmatch(mark))

    @property
    def is_vague(self) -> bool:
        """Whether even what it is stays open ("die Behörde", "the company", "das Ministerium")."""
        return self.is_general and self.kinds <= VAGUE

    @property
    def _clear_kinds(self) -> frozenset[str]:
        return self.kinds - VAGUE

    def may_be(self, other: Institution) -> bool:
        """Whether the two phrases can mean one institution, as far as they tell."""
        if self._told and other._told and self._shares(other):
            clear = bool(self._clear_kinds and other._clear_kinds)
            return not self._goes_beyond(other) and (not clear or kinds_agree(self.kinds, other.kinds))
        if self.marks and other.marks:
            return False
        return kinds_agree(self.kinds, other.kinds)

    def excludes(self, other: Institution) -> bool:
        """Whether the two phrases tell of two institutions: of other kinds, or by other names."""
        return self.of_other_kind(other) or (bool(self.marks and other.marks) and not self.may_be(other))

    def of_other_kind(self, other: Institution) -> bool:
        """Whether each phrase tells what it is, and the two are not the same ("police", "hospital")."""
        return bool(self._clear_kinds and other._clear_kinds) and not kinds_agree(self.kinds, other.kinds)

    @property
    def _told(self) -> frozenset[str]:
        return self.marks | self.hints

    def _shares(self, other: Institution) -> frozenset[str]:
        return frozenset(mark for mark in self._told if any(akin(mark, word) for word in other._told))

    def _goes_beyond(self, other: Institution) -> bool:
        """Whether they share one word alone, such as a town's name, and each tells what the other does not."""
        if len(self._shares(other)) > 1:
            return False
        mine = self.marks - self._shares(other) or self._clear_kinds - other.kinds
        others = other.marks - other._shares(self) or other._clear_kinds - self.kinds
        return bool(mine and others)


UNKNOWN = Institution()


def united(institutions: Iterable[Institution]) -> Institution:
    """All that several phrases tell of one institution."""
    found = tuple(institutions)
    return Institution(
        frozenset().union(*(one.kinds for one in found)),
        frozenset().union(*(one.marks for one in found)),
        frozenset().union(*(one.hints for one in found)),
    )


@lru_cache(maxsize=16_384)
def institution(phrase: str) -> Institution:
    """The institution that a phrase names: "Landesstraßenbetrieb", "the environment ministry", "Behörde"."""
    rest, known = _known(phrase)
    text = folded(rest)
    kinds = with_field(text, frozenset(kinds_in(text, "names")))
    return united((known, Institution(kinds, frozenset(_marks(rest)))))


@lru_cache(maxsize=16_384)
def institution_of_office(phrase: str) -> Institution:
    """The institution for which somebody speaks whom `phrase` introduces; empty where no office is named.

    "Straßenbetriebspräsidentin", "coastguard spokesman", "Präsidentin des Landesstraßenbetriebs", "Umweltministerin".
    """
    if not holds_office(phrase):
        return Institution()
    bare, known = _known(_PLACES.sub("", phrase))
    text = folded(bare)
    kinds = frozenset(kinds_in(text, "names")) | frozenset(kinds_in(text, "offices"))
    told = Institution(with_field(text, kinds), frozenset(_marks(bare)), frozenset(_hints(bare)))
    return united((known, told))


def _known(phrase: str) -> tuple[str, Institution]:
    """What is left of a phrase without the names of states and well-known institutions, and what these tell in any
    language: a mark for each ("französische", "French" -> "=fr"), and the kinds that their names in full are of."""
    words, rest, found = words_of(phrase), [], []
    place = 0
    while place < len(words):
        length = next((n for n in _LENGTHS if find_institution(" ".join(words[place : place + n]))), 0)
        named = find_institution(" ".join(words[place : place + length])) if length else None
        state = find_state(POSSESSIVE.sub("", words[place])) if named is None else None
        if named is not None:
            kinds = frozenset(kind for name in named.names for kind in kinds_in(folded(name), "names"))
            found.append(Institution(kinds, frozenset({"=" + fold(named.name)})))
        elif state is not None:
            found.append(Institution(marks=frozenset({"=" + state.code.lower()})))
        else:
            rest.append(words[place])
        place += max(1, length)
    return (" ".join(rest), united(found)) if found else (phrase, UNKNOWN)


@lru_cache(maxsize=16_384)
def holds_office(phrase: str) -> bool:
    """Whether a phrase calls somebody the head or the voice of an institution."""
    text = folded(phrase)
    return speaks_officially(phrase) or any(kinds_in(text, "offices")) or bool(_HEADS.search(text))


def speaks_officially(phrase: str) -> bool:
    """Whether a phrase calls somebody a spokesperson, whose word is the institution's even without a name."""
    return any(_SPEAKERS.fullmatch(fold(word)) for word in words_of(phrase))


_HEADS = re.compile(
    r"(?:prasident|direktor|leiter|leiterin|chef|chefin|vorsitzende[rn]?|sprecher|sprecherin|intendant|intendantin"
    r"|generalsekretar|generalsekretarin|kommandeur|admiral|kommissar|kommissarin)(?:in|s|en|n)?\b"
    r"|\b(?:president|director|head|chief|chair|chairman|chairwoman|commissioner|commander|spokes\w+|boss|governor)\b"
)


def _marks(phrase: str) -> Iterator[str]:
    """Stems of capitalised words that neither the table nor the roles know, and of compounds with a body at the end."""
    of_kinds = words_of_kinds(phrase)
    for written in words_of(phrase):
        role = find_role(written)
        if fold(written) in of_kinds or not _tells(written) or (role is not None and role.cls in _PEOPLE):
            continue
        if roles_in(written):
            continue
        if role is None or (role.cls in _BODIES and len(stem(written)) > len(stem(role.lemma)) + _COMPOUND):
            yield stem(written)


def _hints(phrase: str) -> Iterator[str]:
    """What compounds say before an office: "Straßenbetriebspräsidentin" -> "straßenbetrieb"."""
    for written in words_of(phrase):
        role = find_role(written) if _tells(written) else None
        if role is not None and role.cls in _PEOPLE:
            before = fold(written).rpartition(fold(role.lemma).removesuffix("in"))[0]
            if len(before) > _COMPOUND:
                yield stem(before.rstrip("-"))


@lru_cache(maxsize=65_536)
def _tells(written: str) -> bool:
    """Whether a word can set an institution apart: capitalised, no function word, none of a kind."""
    word = fold(written)
    known = (
        word in _FUNCTION_WORDS
        or stem(written) in _UNTELLING
        or any(kinds_in(word, "names"))
        or any(kinds_in(word, "offices"))
    )
    return written[:1].isupper() and len(word) > 2 and not known
