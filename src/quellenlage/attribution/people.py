"""People named at the head of a source's words, alone ("Ministerin Aksu Demir") or together ("Berg und Demir")."""

from __future__ import annotations

import re

from quellenlage.attribution.forms import Form, Mention
from quellenlage.attribution.introductions import Person, full_names
from quellenlage.attribution.names import Names
from quellenlage.attribution.phrases import INDEFINITE, Phrase
from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.model.statement import SourceClass

_NAME_ONLY = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?[A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+){1,2}(?=,|$)")
_RUN_BY = frozenset("mit with von by of für for bei at".split())
"""Words that open an addition which does not say who somebody is."""
_JOINT = re.compile(r",? *(?:und|and|sowie)? *")


def named_people(bare: str, phrase: Phrase, names: Names) -> Mention | None:
    """One or several people named at the head of the phrase or as its apposition."""
    found = _head_people(bare, phrase, names)
    if not found:
        return None
    if len(found) > 1:
        joint = (" und " if re.search(r"\bund\b", bare) else " and ").join(person.name for person in found)
        return Mention(Form.NAME, joint, SourceClass.PERSON, None, True)
    person = found[0]
    joint = _with_others(bare, person)
    if joint:
        return Mention(Form.NAME, joint, SourceClass.GROUP, None, True)
    return mention_of(person)


def mention_of(person: Person) -> Mention:
    """The mention that names one person."""
    gender = None if person.gender == "u" else person.gender
    return Mention(Form.NAME, person.name, SourceClass.PERSON, gender, titles=person.titles)


def _with_others(bare: str, person: Person) -> str:
    """ "Berg und ihre Berater" speak as a group, under the person's full name; "" where the person speaks alone."""
    parts = re.split(r"\s+(?:und|and)\s+", bare)
    if len(parts) != 2 or not parts[0].endswith((person.surname, person.name)) or "," in parts[0]:
        return ""
    return bare.replace(parts[0], person.name, 1)


def _head_people(bare: str, phrase: Phrase, names: Names) -> list[Person]:
    limit = min(position for position in (_tail_start(bare, phrase), _comma(bare)) if position >= 0)
    found: list[Person] = []
    last = -1
    for start, end, person in full_names(bare):
        joined = last >= 0 and _JOINT.fullmatch(bare[last:start])
        apart = last < 0 and _is_apposition(bare, start, end, phrase)
        if (start < limit or joined or apart) and not bare[end:].startswith(("'s", "’s")):
            found.append(names.person(person.name) or person)
            last = end
    found = found or _bearer(bare, phrase, names)
    if found:
        return found
    appended = _NAME_ONLY.match(phrase.apposition)
    head = find_role(phrase.head)
    if appended and head is not None and head.cls is RoleClass.PERSON:  # "his barrister, Maud Ferrant"
        return [names.person(appended.group()) or Person(appended.group(), "", appended.group().split()[-1], "u")]
    words = [word for word in (phrase.head, *phrase.name) if re.match(r"(?:[a-z]{2,3}[-‑])?[^\W\d_a-zäöüß]", word)]
    known = names.person(" ".join(words)) if words else None
    bearer = names.person(words[-1]) if words and known is None else known
    if bearer is None and words and names.is_shared(words[-1]) and phrase.determiner not in INDEFINITE:
        return [Person(" ".join(words), "", words[-1], "u")]
    return [bearer] if bearer is not None and phrase.determiner not in INDEFINITE else []


def _bearer(bare: str, phrase: Phrase, names: Names) -> list[Person]:
    """Whoever is named at the end of an office with a domain: "Secretary of State Marco Rubio". A name right behind the
    preposition, or behind another office, is not the speaker's: "Sprecher der Ministerin Aksu Demir"."""
    role = find_role(phrase.head)
    for start, end, person in full_names(bare):
        office, _, domain = re.sub(r" for(?= [A-Z])", " of", bare[:start].rstrip()).rpartition(" of ")
        inner = find_role(domain.split()[-1]) if domain[:1].isupper() else role
        is_office = role is not None and role.cls is RoleClass.PERSON and office.endswith(phrase.head)
        if is_office and end == len(bare) and (inner is None or inner.cls is not RoleClass.PERSON):
            return [names.person(person.name) or person]
    return []


def _tail_start(bare: str, phrase: Phrase) -> int:
    return bare.find(phrase.tail[0]) if phrase.tail else len(bare)


def _comma(bare: str) -> int:
    return bare.find(",") if "," in bare else len(bare)


def _is_apposition(bare: str, start: int, end: int, phrase: Phrase) -> bool:
    """Whether a name is what a comma adds, alone or behind an office ("the host, board member Maud Ferrant, 60")."""
    office = bare[:start].rpartition(",")[2].split()
    leads = not office or (find_role(office[-1]) is not None and office[0].lower() not in _RUN_BY)
    return bool(phrase.apposition) and "," in bare[:start] and leads and bare[end:].lstrip()[:1] in {"", ","}
