"""Who speaks in an appearance, after the words of its article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.linking.institutions import (
    Institution,
    holds_office,
    institution,
    institution_of_office,
    speaks_officially,
    united,
)
from quellenlage.linking.introductions import TITLED, person, tells_person
from quellenlage.linking.leaning import INTRODUCED, behind, document_inside, told_inside, written_by
from quellenlage.linking.names import akin, looks_like_person, stem, words_of
from quellenlage.linking.outlets import is_outlet
from quellenlage.linking.parties import NOBODY, Party
from quellenlage.linking.roles import roles_in
from quellenlage.linking.sentences import sentence_around, sentence_before
from quellenlage.model.claim import Appearance, ArticleHead
from quellenlage.model.statement import Reading, Source, SourceClass, Statement

_OWN = re.compile(
    r"\b(?:unser(?:e[nmr]?)?|dieser Zeitung|dieses Mediums|our)\b(?: \w+){0,2}? ?"
    r"(?:reporter|korrespondent|redakt|fotograf|journalist|mitarbeiter|team|zähl|correspondent|staff|newsroom|photographer)",
    re.IGNORECASE,
)
_OWN_PEOPLE = re.compile(  # who see for themselves what the next sentence tells
    r"\b[Uu]nser(?:e[nm]?)? (?:Reporter|Korrespondent|Fotograf|Team|Redakteur)(?:in)?\b"
    r"|\b[Oo]ur (?:own )?(?:reporters?|correspondents?|team|photographers?)\b"
)
_OBSERVED = re.compile(
    r"\b(?:zählten?|sah(?:en)?|beobachteten?|hörten?) unser\w* \w+"
    r"|\bunser\w* (?:[A-ZÄÖÜ]\S+ ){1,3}(?:zählte|sah|beobachtete|hörte|hat|haben|war|waren)\b"
    r"|\b(?:nach|laut) (?:unsere[rn]|eigene[rn]) (?:eigenen )?(?:Zählung|Auswertung|Berechnung|Messung|Beobachtung)"
    r"|\b[Bb]y our (?:own )?(?:count|tally|reckoning)|\b[Oo]ur (?:own )?(?:count|tally|analysis)\b"
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
_ADDRESSED = re.compile(
    r"(?P<who>\b(?:[A-ZÄÖÜ]\S*|er|sie)) (?:(?:dem|den|unserer|unserem|dieser|gegenüber)\b.*|(?:der|die|das|the)$)"
)
_PUT_OUT = re.compile(
    r",? (?:seen|obtained|reviewed|viewed|published|released|leaked|shared|quoted)\b.*| that [^,]* (?:has|had) seen\b.*"
)
_TOLD_BY = re.compile(r"(?P<body>\w{4,}?)s?-?(?:angaben|auskünften?)")
_CIRCLES = re.compile(
    r"\b[Aa]us (?:(?P<prefix>[A-ZÄÖÜ]\w+?)s?kreisen\b|(?P<circle>(?:dem |den )?(?:Kreisen|Umfeld)\b[^,.;:]*))"
)
_NAMED_BODY = re.compile(r"(?P<role>(?:[a-z][\w-]* )+)[A-Z][\w&'’-]*(?: [A-Z&][\w&'’-]*)*")
_JOINING = frozenset("of for from in at by with and the on to".split())
_OF_BODY = re.compile(r"(?P<person>[A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w'’-]+)+) (?:of|from|von|vom)(?: (?:the|der|dem))? .+")
_NEW = re.compile(r"(?:ein(?:e[nmrs]?)?|an?|another|zwei|drei|mehrere|two|three|several) ", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:the|its|his|her|their|de[rsmn]|die|das|dessen|deren|ihre?[rnms]?|seine?[rnms]?) ", re.IGNORECASE
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
    circle = _circle(statement, source, reading)
    if circle:
        return circle
    told = _told(statement, source)
    name = _bare(told, source)
    if not name:
        return _somebody(statement)
    if _ADDRESSED.search(told):  # what the source was taken for is what it spoke to
        source = replace(source, cls=_class_of(name, statement))
    if source.cls is SourceClass.PERSON and _names_body(name) and not looks_like_person(name):
        return Party(name, SourceClass.ORGANISATION, institution=institution(name))
    if source.cls is SourceClass.PERSON or looks_like_person(name) or _is_introduced(name) or TITLED.match(name):
        return person(name, source, reading, press)
    if source.cls is not SourceClass.DOCUMENT and _is_of_body(name):
        return person(name, source, reading, press)
    return _described(name, source, statement, reading)


def _described(name: str, source: Source, statement: Statement, reading: Reading | None) -> Party:
    """A body, a document, or people who are told by what they are."""
    calls = _calls(name, statement, source, reading)
    definite = bool(calls) and all(map(_DEFINITE.match, calls))
    told_by = _TOLD_BY.fullmatch(name)
    if _AUTHORITIES.fullmatch(name) or told_by:
        body = institution(told_by["body"] if told_by else "Behörde")
        return Party(name, SourceClass.ORGANISATION, institution=body, is_definite=definite)
    if source.cls is SourceClass.OUTLET and _PAPER.fullmatch(_head(name)):
        return Party(name, SourceClass.DOCUMENT, institution=institution(name))
    if _OFFICIALS.fullmatch(name) and institution(name):
        return Party(name, SourceClass.ORGANISATION, institution=institution(name), is_official=True)
    in_office = speaks_officially(name) or _HEAD_OF.match(name) or (definite and holds_office(name))
    if source.cls is SourceClass.UNNAMED and in_office:
        body = institution_of_office(name)
        return Party(name, SourceClass.ORGANISATION, institution=body, is_official=True, is_definite=definite)
    people = source.cls in {SourceClass.GROUP, SourceClass.UNNAMED, SourceClass.PERSON}
    cls = SourceClass.ORGANISATION if people and _is_named_body(name) else _settled_class(name, source.cls)
    told = united((institution(name), *_called_kinds(name, source)))
    if cls is SourceClass.DOCUMENT and not told and reading is not None:
        told = written_by(name, reading)
    return Party(
        name,
        cls,
        institution=told,
        roles=roles_in(_head(name)),
        is_definite=definite,
        is_new=any(map(_NEW.match, calls)),
    )


def _called_kinds(name: str, source: Source) -> Iterator[Institution]:
    """The kinds that mentions tell beside the name of a body ("die Gewerkschaft Elbe")."""
    own = {stem(word) for word in words_of(name)}
    for text in {span.text for span in source.mentions} if source.cls in _BODIES else ():
        if own < {stem(word) for word in words_of(text)}:
            yield Institution(institution(text).kinds)


def _bare(name: str, source: Source) -> str:
    """A name without whom it was said to, and without who gave the document out; "" where a pronoun is left."""
    bare = _ADDRESSED.sub(r"\g<who>", name)
    if source.cls is SourceClass.DOCUMENT:
        bare = _PUT_OUT.sub("", bare)
    return "" if bare != name and _PRONOUN.match(bare) else bare


def _class_of(name: str, statement: Statement) -> SourceClass:
    """What somebody is by name alone: a name without an article is a person's, a role is what the gazetteer has."""
    role = find_role(name)
    if role is None:
        bare = any(span.text.startswith(name) for span in statement.attribution.source)
        return SourceClass.PERSON if bare and name[:1].isupper() else SourceClass.UNNAMED
    return SourceClass.UNNAMED if role.cls is RoleClass.PERSON else SourceClass(role.cls.value)


def _circle(statement: Statement, source: Source, reading: Reading | None) -> Party | None:
    """Those of whom an outlet heard it without saying who they are ("aus Kreisen der Baufirma"); None where it names
    anybody else."""
    if source.cls is not SourceClass.OUTLET or reading is None:
        return None
    match = _CIRCLES.search(sentence_around(statement, reading))
    if match is None:
        return None
    phrase = match["prefix"] or match["circle"]
    return Party(match.group()[4:], SourceClass.UNNAMED, institution=institution(phrase))


def _calls(name: str, statement: Statement, source: Source, reading: Reading | None) -> tuple[str, ...]:
    """The words by which an article calls a source, pronouns aside; where there are none, its name as it stands in the
    text with the word before."""
    spans = (*source.mentions, *(statement.attribution.source if source is statement.speaker else ()))
    called = tuple(span.text for span in spans if not _PRONOUN.fullmatch(span.text))
    if called or reading is None:
        return called
    before = re.compile(rf"\b\w+ {re.escape(name)}\b")
    return tuple(match.group() for block in reading.article.blocks for match in before.finditer(block.text))


def _head(name: str) -> str:
    """A description up to the noun that says what is described."""
    return _COMPLEMENT.split(name, 1)[0]


def _settled_class(name: str, cls: SourceClass) -> SourceClass:
    """The class that the noun at the head of a description tells, where the name was taken for something else: a
    "person briefed on the report" is no document."""
    head = _head(name).split()
    role = find_role(head[-1]) if head else None
    if head and role is None and cls in _MISTAKEN and roles_in(head[-1]):
        return SourceClass.GROUP
    if role is None or cls not in _MISTAKEN or any(word[:1].isupper() for word in head[:-1]):
        return cls
    if role.cls in {RoleClass.PERSON, RoleClass.UNNAMED}:
        return SourceClass.UNNAMED
    return SourceClass.GROUP if role.cls is RoleClass.GROUP else cls


def _is_introduced(name: str) -> bool:
    """Whether a name is a person's with a role before it ("passenger Ailsa Marrick")."""
    return INTRODUCED.fullmatch(name) is not None and bool(roles_in(name.split()[0]))


def _is_named_body(name: str) -> bool:
    """Whether a name has what it is before it ("retailer Hallam Brothers")."""
    match = _NAMED_BODY.fullmatch(name)
    role = match["role"].split()[-1] if match else ""
    return bool(role) and role not in _JOINING and not roles_in(role) and find_role(name.split()[-1]) is None


def _is_of_body(name: str) -> bool:
    """Whether a name is a person's with a body behind it ("Basil Okoro of the officers' union")."""
    match = _OF_BODY.fullmatch(name)
    return match is not None and not institution(match["person"]).kinds and find_role(match["person"]) is None


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
        return is_observed(statement, reading)
    for span in statement.attribution.source:
        text = span.text
        if reading is not None:
            text = reading.article.blocks[span.block].text[span.start : span.end + _REPORTER]
        if _OWN.match(text):
            return True
    return False


def is_observed(statement: Statement, reading: Reading) -> bool:
    """Whether what an outlet asserts by itself is told as seen or counted by its own people."""
    if _OBSERVED.search(sentence_around(statement, reading)):
        return True
    return _OWN_PEOPLE.search(sentence_before(statement, reading)) is not None


def _told(statement: Statement, source: Source) -> str:
    """The name of the source; the words beside the cue where they name another institution than the name does."""
    words = " ".join(span.text for span in statement.attribution.source)
    beside, told = institution(words), institution(source.name)
    if source is statement.speaker and source.cls is SourceClass.OUTLET and _PRONOUN.fullmatch(words):
        return ""  # an outlet is cited by name; whoever it is that "it confirmed" was taken for it
    if _PRONOUN.match(source.name) and not looks_like_person(source.name):
        return words if beside and not beside.is_vague and not _PRONOUN.match(words) else ""
    if source is not statement.speaker or not beside or beside.is_vague or _PRONOUN.match(words):
        return source.name
    if source.cls not in _BODIES and (source.cls is not SourceClass.PERSON or tells_person(words)):
        return source.name
    shared = any(akin(stem(a), stem(b)) for a in words_of(words) for b in words_of(source.name))
    return source.name if shared or (told and beside.may_be(told)) else words
