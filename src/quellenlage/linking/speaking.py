"""Who speaks in an appearance, after the words of its article."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.linking.descriptions import described_party, is_introduced, is_of_body
from quellenlage.linking.institutions import institution
from quellenlage.linking.introductions import TITLED, person, tells_person
from quellenlage.linking.leaning import behind, told_around, told_inside
from quellenlage.linking.names import PRONOUN, akin, looks_like_person, stem, words_of
from quellenlage.linking.observing import is_own
from quellenlage.linking.outlets import is_outlet
from quellenlage.linking.papers import document_behind, is_voice
from quellenlage.linking.parties import NOBODY, Party
from quellenlage.linking.sentences import sentence_around
from quellenlage.model.claim import Appearance, ArticleHead
from quellenlage.model.statement import Reading, Source, SourceClass, Statement

_IMPERSONAL = frozenset({"it", "es", "man"})
_ADDRESSED = re.compile(
    r"(?P<who>\b(?:[A-ZÄÖÜ]\S*|er|sie)) (?:(?:dem|den|unserer|unserem|dieser|gegenüber)\b.*|(?:der|die|das|the)$)"
)
_PUT_OUT = re.compile(
    r",? (?:seen|obtained|reviewed|viewed|published|released|leaked|shared|quoted)\b.*| that [^,]* (?:has|had) seen\b.*"
)
_CIRCLES = re.compile(
    r"\b[Aa]us (?:(?P<prefix>[A-ZÄÖÜ]\w+?)s?kreisen\b|(?P<circle>(?:dem |den )?(?:Kreisen|Umfeld)\b[^,.;:]*))"
)
_OFFICE = re.compile(
    r"(?:Büro|Vorzimmer|Kabinett|office|cabinet) (?:von|des|der|of) (?P<of>.+)|(?P<whose>.+)['’]s? (?:office|cabinet)"
)
_SUBJECT = 4  # words at the beginning of a content that may name the body that acts
_NAMES = 3  # words of a person's name
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
    if is_own(statement, reading):
        return Party(appearance.article.outlet or appearance.article.page, SourceClass.OUTLET, is_own=True)
    document = document_behind(statement, reading)
    if document:
        return Party(document, SourceClass.DOCUMENT, institution=institution(document))
    source = _named_around(statement, reading) or _innermost(statement)
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
    whose = _whose_office(name)
    if whose:
        return person(whose, Source("", name, SourceClass.PERSON), reading, press)
    if _ADDRESSED.search(told):  # what the source was taken for is what it spoke to
        source = replace(source, cls=_class_of(name, statement))
    is_person = source.cls is SourceClass.PERSON or looks_like_person(name) or is_introduced(name) or TITLED.match(name)
    if is_person or (source.cls is not SourceClass.DOCUMENT and is_of_body(name)):
        return _of_acting_body(person(name, source, reading, press), statement)
    return _own_voice(described_party(name, source, statement, reading))


def _own_voice(party: Party) -> Party:
    """The body whose statement it is that a name tells; nobody where it tells none ("the same statement")."""
    if party.cls is not SourceClass.DOCUMENT or not is_voice(party.name):
        return party
    return NOBODY if party.institution.is_vague else replace(party, cls=SourceClass.ORGANISATION)


def _named_around(statement: Statement, reading: Reading | None) -> Source | None:
    """A source that stands around the statement without being found, of whom something is known by name; else None."""
    name = told_around(statement, reading)
    if looks_like_person(name):
        return Source("", name, SourceClass.PERSON)
    role = find_role(name) if name else None
    if role is not None and role.cls not in {RoleClass.PERSON, RoleClass.GROUP, RoleClass.UNNAMED}:
        return Source("", name, SourceClass(role.cls.value))
    return Source("", name, SourceClass.ORGANISATION) if name and institution(name).kinds else None


def _of_acting_body(party: Party, statement: Statement) -> Party:
    """A spokesperson of whom nothing else is told speaks for the body that acts in the content ("The ministry holds the
    money back, a spokesman, Jan Ziegler, said")."""
    if not party.is_official or party.institution or not statement.attribution.content:
        return party
    words = statement.attribution.content[0].text.split()[:_SUBJECT]
    told = (institution(" ".join(words[: number + 1])) for number in range(len(words)))
    return replace(party, institution=next((body for body in told if body.kinds), party.institution))


def _bare(name: str, source: Source) -> str:
    """A name without whom it was said to, and without who gave the document out; "" where a pronoun is left."""
    bare = _ADDRESSED.sub(r"\g<who>", name)
    if source.cls in {SourceClass.DOCUMENT, SourceClass.OUTLET}:  # "budget paper seen by the Post" is no outlet
        bare = _PUT_OUT.sub("", bare)
    return "" if bare != name and PRONOUN.match(bare) else bare


def _whose_office(name: str) -> str:
    """The person whose office it is ("Büro von Landrätin Onken"); "" where it is that of a body, or where nobody is
    named ("the governor's office")."""
    match = _OFFICE.fullmatch(name)
    words = (match["of"] or match["whose"]).split() if match else []
    while words and find_role(words[0]) is not None:
        words = words[1:]
    named = 0 < len(words) <= _NAMES and all(word[:1].isupper() and find_role(word) is None for word in words)
    return " ".join(words) if named and not institution(" ".join(words)).kinds else ""


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
    if reading is None or (source.name and source.cls is not SourceClass.OUTLET):
        return None
    match = _CIRCLES.search(sentence_around(statement, reading))
    if match is None:
        return None
    phrase = match["prefix"] or match["circle"]
    return Party(match.group()[4:], SourceClass.UNNAMED, institution=institution(phrase))


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


def _told(statement: Statement, source: Source) -> str:
    """The name of the source; the words beside the cue where they name another institution than the name does."""
    words = " ".join(span.text for span in statement.attribution.source)
    beside, told = institution(words), institution(source.name)
    if source is statement.speaker and source.cls is SourceClass.OUTLET and PRONOUN.fullmatch(words):
        return ""  # an outlet is cited by name; whoever it is that "it confirmed" was taken for it
    if PRONOUN.match(source.name) and not looks_like_person(source.name):
        return words if beside and not beside.is_vague and not PRONOUN.match(words) else ""
    if source is not statement.speaker or not beside or beside.is_vague or PRONOUN.match(words):
        return source.name
    if source.cls not in _BODIES and (source.cls is not SourceClass.PERSON or tells_person(words)):
        return source.name
    shared = any(akin(stem(a), stem(b)) for a in words_of(words) for b in words_of(source.name))
    return source.name if shared or (told and beside.may_be(told)) else words
