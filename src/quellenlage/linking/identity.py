"""When two parties are one: each rule with its reason, and what rules it out."""

from __future__ import annotations

import re

from quellenlage.linking.names import akin, person_words, same_person, stem, words_of
from quellenlage.linking.parties import Party
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import SourceClass

_AUTHOR = re.compile(r" (?:by|of|from|von|vom|des|der) (?P<author>.+)")
_TELLING = 5  # letters of a word that says what somebody is or does


def same_party(one: Party, other: Party) -> Reason | None:
    """Why two parties are one, None where nothing shows it."""
    if not one.name or not other.name:
        return None
    if one.person and other.person:
        return _people(one, other)
    if not one.is_withheld and not other.is_withheld and _same_words(one, other):
        return Reason(ReasonKind.SAME_NAME, (_longer(one, other),))
    if one.person or other.person:
        person, body = (one, other) if one.person else (other, one)
        return _head_and_body(person, body)
    if SourceClass.DOCUMENT in {one.cls, other.cls}:
        return _documents(one, other)
    if one.is_withheld or other.is_withheld:
        return _groups(one, other)
    if _one_body(one, other):
        return Reason(ReasonKind.SAME_NAME, (_longer(one, other),))
    return None


def can_be_one_paper(one: Party, other: Party) -> bool:
    """Whether two documents can be one: their names are no evidence, but they cannot have two authors."""
    return not (one.institution.kinds and other.institution.kinds) or one.institution.may_be(other.institution)


def can_be_one(one: Party, other: Party) -> bool:
    """Whether nothing that the pages tell rules out that two parties are one."""
    if one.cls is other.cls is SourceClass.DOCUMENT:
        return can_be_one_paper(one, other)
    if one.person and other.person:
        of_one = one.is_official and other.is_official and not one.institution.excludes(other.institution)
        return same_person(one.person, other.person) or _one_body(one, other) or of_one
    if _same_words(one, other):
        return True
    if one.is_own or other.is_own:
        return one.name == other.name or not one.name or not other.name
    if one.is_withheld or other.is_withheld:
        return True
    if one.institution.marks and other.institution.marks and SourceClass.OUTLET not in {one.cls, other.cls}:
        return one.institution.may_be(other.institution)
    return True


def are_two(one: Party, other: Party) -> bool:
    """Whether the pages tell of two, whatever else speaks for one: people of one surname, two outlets that both saw it,
    bodies of two states, of two kinds ("police" and "hospital") or of one kind with other names ("the police of" two
    towns)."""
    if one.person and other.person and person_words(one.person)[-1:] == person_words(other.person)[-1:] != ():
        return not same_person(one.person, other.person)
    if one.is_own and other.is_own:
        return one.name != other.name
    a, b = one.institution, other.institution
    if a.states and b.states and not a.states & b.states:
        return True
    if one.is_body and other.is_body and a.of_other_kind(b):
        return True
    return bool(a.kinds & b.kinds and a.marks and b.marks) and not a.may_be(b)


def _same_words(one: Party, other: Party) -> bool:
    """Whether two names are the same words, or one the other's surname, whatever they were taken for."""
    a, b = stem_words(one.name), stem_words(other.name)
    last = [{stem(word) for word in words_of(party.person or party.name)[-1:]} for party in (one, other)]
    short = (a == last[1] and one.name[:1].isupper()) or (b == last[0] and other.name[:1].isupper())
    return a == b or short or _acronym(one.name) in words_of(other.name) or _acronym(other.name) in words_of(one.name)


def _acronym(name: str) -> str | None:
    """The initials of a name of at least two capitalised words ("National Cyber Agency" -> "NCA")."""
    initials = [word[0] for word in words_of(name) if word[:1].isupper()]
    return "".join(initials) if len(initials) > 1 else None


def stem_words(name: str) -> frozenset[str]:
    """The words of a name without their endings, in no order."""
    return frozenset(stem(word) for word in words_of(name))


def akin_names(one: str, other: str) -> bool:
    """Whether two names or descriptions share a word that tells something."""
    a, b = ([stem(word) for word in words_of(name) if len(word) >= _TELLING] for name in (one, other))
    return any(akin(x, y) for x in a for y in b)


def _people(one: Party, other: Party) -> Reason | None:
    assert one.person and other.person
    if same_person(one.person, other.person):
        return Reason(ReasonKind.SAME_NAME, (max(one.person, other.person, key=lambda name: (len(name), name)),))
    if _one_body(one, other):
        return Reason(ReasonKind.SPEAKS_FOR, (one.name, other.name))
    return None


def _head_and_body(person: Party, body: Party) -> Reason | None:
    """Somebody who speaks for an institution, and the institution or its document."""
    if body.is_withheld and not body.institution:
        return None
    surname = person_words(person.person or "")[-1:]
    bears_name = any(akin(stem(word), mark) for word in surname for mark in body.institution.marks)
    if body.cls is SourceClass.DOCUMENT and body.institution.kinds and body.institution.may_be(person.institution):
        return Reason(ReasonKind.AUTHOR_OF, (person.name, body.name))
    of_it = _is_introduced_with(person, body)
    if _one_body(person, body) or of_it or (bears_name and "company" in person.institution.kinds):
        return Reason(ReasonKind.SPEAKS_FOR, (person.name, body.name))
    return None


def _is_introduced_with(person: Party, body: Party) -> bool:
    """Whether a page introduces the person with the whole name of the body ("Lea Voss of Nordfels Security")."""
    marks, kinds = body.institution.marks, body.institution.kinds
    if not marks or (kinds and not kinds <= person.introduced.kinds):
        return False
    return all(any(akin(mark, word) for word in person.introduced.marks) for mark in marks)


def _documents(one: Party, other: Party) -> Reason | None:
    """Two mentions of one document, or a document and its author."""
    authored = [(a, b) for a, b in ((one, other), (other, one)) if _is_by(a, b)]
    if authored:
        author, document = authored[0]
        return Reason(ReasonKind.AUTHOR_OF, (author.name, document.name))
    a, b = one.institution, other.institution
    if not (a and b and a.may_be(b)):  # however vague: the commission, and the report of the commission
        return None
    if one.cls is other.cls:
        return Reason(ReasonKind.SAME_NAME, (_longer(one, other),))
    author, document = (other, one) if one.cls is SourceClass.DOCUMENT else (one, other)
    return Reason(ReasonKind.AUTHOR_OF, (author.name, document.name))


def _is_by(author: Party, document: Party) -> bool:
    """Whether the name of a document ends in that of its author ("report by the data commissioner")."""
    if document.cls is not SourceClass.DOCUMENT or author.cls is SourceClass.DOCUMENT:
        return False
    behind = _AUTHOR.search(document.name)
    if behind is None or not author.name:
        return False
    told, called = stem_words(behind["author"]), stem_words(author.name)
    in_short = author.cls is SourceClass.ORGANISATION and _AUTHOR.search(author.name) is None
    return called <= told or (in_short and told <= called)  # "Bericht von Kranich" is by the "Büro Kranich"


def _groups(one: Party, other: Party) -> Reason | None:
    """Groups of one name, and bodies that an article takes for one ("the coastguard"); unnamed people are
    joined by their publisher only."""
    same = stem_words(one.name) == stem_words(other.name)
    if SourceClass.UNNAMED in {one.cls, other.cls} or not (same or _one_body(one, other)):
        return None
    return Reason(ReasonKind.SAME_NAME, (_longer(one, other),))


def _one_body(one: Party, other: Party) -> bool:
    """Whether both name an institution, more than vaguely, that can be one."""
    a, b = one.institution, other.institution
    return bool(a) and bool(b) and not (a.is_vague and b.is_vague) and a.may_be(b)


def _longer(one: Party, other: Party) -> str:
    return max(one.name, other.name, key=lambda name: (len(name), name))
