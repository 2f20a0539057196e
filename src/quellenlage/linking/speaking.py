"""Who speaks in an appearance, after the words of its article."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.linking.institutions import institution, institution_of_office, speaks_officially
from quellenlage.linking.introductions import TITLED, person, tells_person
from quellenlage.linking.leaning import INTRODUCED, behind, document_inside, told_inside, written_by
from quellenlage.linking.names import akin, looks_like_person, stem, words_of
from quellenlage.linking.outlets import is_outlet
from quellenlage.linking.parties import NOBODY, Party
from quellenlage.linking.sentences import sentence_around
from quellenlage.model.claim import Appearance, ArticleHead
from quellenlage.model.statement import Reading, Source, SourceClass, Statement

_OWN = re.compile(
    r"\b(?:unser(?:e[nmr]?)?|dieser Zeitung|dieses Mediums|our)\b(?: \w+){0,2}? ?"
    r"(?:reporter|korrespondent|redakt|fotograf|journalist|mitarbeiter|team|zähl|correspondent|staff|newsroom|photographer)",
    re.IGNORECASE,
)
_OBSERVED = re.compile(
    r"\b(?:zählten?|sah(?:en)?|beobachteten?|hörten?) unser\w* \w+"
    r"|\bunser\w* (?:[A-ZÄÖÜ]\S+ ){1,3}(?:zählte|sah|beobachtete|hörte|hat|haben|war|waren)\b"
    r"|\b[Oo]ur (?:own )?(?:reporters?|correspondents?|team|crew|staff|photographers?|people) "
    r"(?:has |have )?(?:counted|saw|seen|watched|heard|measured)\b"
)
_PRONOUN = re.compile(
    r"(?:er|sie|es|ich|wir|man|he|she|it|they|we|i|who)(?: |$)|(?:der|die|das|the|an?)$", re.IGNORECASE
)
_PAPER = re.compile(
    r"(?:internal|confidential|planning|leaked|draft|working|position|strategy|discussion)\b.* ?papers?"
)
_AUTHORITIES = re.compile(r"(?:amtlich|offiziell|behördlich|official)\w*(?: (?:figures|data|sources))?")
_OFFICIALS = re.compile(r"(?:\w+ ){1,3}(?:officials|representatives|managers)|\w+(?:vertreter|sprecher)n?")
_HEAD_OF = re.compile(
    r"(?:head|chief|president|director|governor|chair\w*|Chef(?:in)?|Leiter(?:in)?|Präsident(?:in)?|Vorsitzende[rn]?) "
    r"(?:of|der|des|vom|von)\b|chief executive\b"
)
_IMPERSONAL = frozenset({"it", "es", "man"})
_COMPLEMENT = re.compile(
    r" (?:of|by|in|with|close|familiar|who|at|from|on|briefed|calling|dated|aus|des|der|im|von|vom|bei|mit)\b"
)
_MISTAKEN = frozenset({SourceClass.DOCUMENT, SourceClass.OUTLET, SourceClass.ORGANISATION})
_REPORTER = 40  # characters behind a source that was cut short ("unser") in which its noun stands
_BODIES = frozenset({SourceClass.ORGANISATION, SourceClass.OUTLET})


def party_of(
    appearance: Appearance,
    reading: Reading | None,
    press: Collection[Reading] = (),
    outlets: Collection[ArticleHead] = (),
) -> Party:
    """The party at the inner end of an appearance's chain, after its article's own words.

    `press` are the readings of other articles on the claim; one of them may say what office a person holds. `outlets`
    are the other articles, whose outlets are known by name.
    """
    statement = appearance.statement
    if _is_own(statement, reading):
        return Party(appearance.article.outlet or appearance.article.page, SourceClass.OUTLET, is_own=True)
    document = document_inside(statement, reading)
    if document:
        return Party(document, SourceClass.DOCUMENT, institution=institution(document))
    source = _innermost(statement)
    if any(is_outlet(source.name, head) for head in outlets):
        source = replace(source, cls=SourceClass.OUTLET)
    leant_on = behind(statement, source, reading, press)
    if leant_on is not None:
        return leant_on
    inside = told_inside(statement)
    if inside:
        return person(inside, Source("", inside, SourceClass.PERSON), reading, press)
    name = _told(statement, source)
    if not name:
        return _somebody(statement)
    if source.cls is SourceClass.OUTLET and _PAPER.fullmatch(_head(name)):
        return Party(name, SourceClass.DOCUMENT, institution=institution(name))
    if source.cls is SourceClass.PERSON and _names_body(name) and not looks_like_person(name):
        return Party(name, SourceClass.ORGANISATION, institution=institution(name))
    if source.cls is SourceClass.PERSON or looks_like_person(name) or INTRODUCED.fullmatch(name) or TITLED.match(name):
        return person(name, source, reading, press)
    if _AUTHORITIES.fullmatch(name):
        return Party(name, SourceClass.ORGANISATION, institution=institution("Behörde"))
    if _OFFICIALS.fullmatch(name) and institution(name):
        return Party(name, SourceClass.ORGANISATION, institution=institution(name), is_official=True)
    if source.cls is SourceClass.UNNAMED and (speaks_officially(name) or _HEAD_OF.match(name)):
        return Party(name, SourceClass.ORGANISATION, institution=institution_of_office(name), is_official=True)
    cls = _settled_class(name, source.cls)
    told = institution(name)
    if cls is SourceClass.DOCUMENT and not told and reading is not None:
        told = written_by(name, reading)
    return Party(name, cls, institution=told)


def _head(name: str) -> str:
    """A description up to the noun that says what is described."""
    return _COMPLEMENT.split(name, 1)[0]


def _settled_class(name: str, cls: SourceClass) -> SourceClass:
    """The class that the noun at the head of a description tells, where the name was taken for something else: a
    "person briefed on the report" is no document."""
    head = _head(name).split()
    role = find_role(head[-1]) if head else None
    if role is None or cls not in _MISTAKEN or any(word[:1].isupper() for word in head[:-1]):
        return cls
    if role.cls in {RoleClass.PERSON, RoleClass.UNNAMED}:
        return SourceClass.UNNAMED
    return SourceClass.GROUP if role.cls is RoleClass.GROUP else cls


def _names_body(name: str) -> bool:
    """Whether a name of several words ends in what it is ("Ostrau Health Trust"), whatever it was taken for."""
    words = words_of(name)
    role = find_role(words[-1]) if len(words) > 1 and all(word[:1].isupper() for word in words) else None
    return role is not None and role.cls is RoleClass.ORGANISATION


def _somebody(statement: Statement) -> Party:
    """Where no name was found: somebody, if the page points at a source, else nobody."""
    source = " ".join(span.text for span in statement.attribution.source)
    if not source or source.lower() in _IMPERSONAL:
        return NOBODY
    return Party("", SourceClass.UNNAMED if statement.speaker.cls is SourceClass.NONE else statement.speaker.cls)


def _innermost(statement: Statement) -> Source:
    """The speaker, or the last one to pass it on where no speaker is named."""
    if statement.speaker.name or not statement.via:
        return statement.speaker
    return statement.via[-1]


def _is_own(statement: Statement, reading: Reading | None) -> bool:
    """Whether the source is the outlet's own reporter ("unsere Reporterin", "our correspondent"), or the outlet itself
    tells what they saw or counted."""
    if not statement.attribution.source and not statement.attribution.cue and reading is not None:
        return bool(_OBSERVED.search(sentence_around(statement, reading)))
    for span in statement.attribution.source:
        text = span.text
        if reading is not None:
            text = reading.article.blocks[span.block].text[span.start : span.end + _REPORTER]
        if _OWN.match(text):
            return True
    return False


def _told(statement: Statement, source: Source) -> str:
    """The name of the source; the words beside the cue where they name another institution than the name does."""
    words = " ".join(span.text for span in statement.attribution.source)
    beside, told = institution(words), institution(source.name)
    if _PRONOUN.match(source.name) and not looks_like_person(source.name):
        return words if beside and not beside.is_vague and not _PRONOUN.match(words) else ""
    if source is not statement.speaker or not beside or beside.is_vague or _PRONOUN.match(words):
        return source.name
    if source.cls not in _BODIES and (source.cls is not SourceClass.PERSON or tells_person(words)):
        return source.name
    shared = any(akin(stem(a), stem(b)) for a in words_of(words) for b in words_of(source.name))
    return source.name if shared or (told and beside.may_be(told)) else words
