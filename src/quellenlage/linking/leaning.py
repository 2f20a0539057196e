"""On whom a speaker leans who is cited in the same sentence, and who says it where the reading found no source."""

from __future__ import annotations

import re
from collections.abc import Collection

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.linking.institutions import institution
from quellenlage.linking.introductions import bare_name, person
from quellenlage.linking.names import looks_like_person, words_of
from quellenlage.linking.parties import Party
from quellenlage.linking.sentences import sentence_around
from quellenlage.model.statement import Reading, Source, SourceClass, Statement

INTRODUCED = re.compile(r"[a-zäöüß]+(?: [A-ZÄÖÜ][\w'’-]+){2,3}")
"""A role before a name: "passenger Ailsa Marrick"."""
_LEANING = re.compile(
    r"\b(?:citing|quoting|unter (?:Berufung|Verweis|Hinweis) auf|mit (?:Verweis|Hinweis) auf"
    r"|(?P<points>point(?:ed|ing) to|refer(?:red|ring) to|ver(?:wies|wiesen|weist|weisen) auf)"
    r"|(?:berief|beriefen|beruft|berufen) sich auf"
    r"|(?P<had>(?:had|has|got|knew|learned|learnt) (?:it|that|this|the (?:number|figure|information|news)) from"
    r"|(?:habe|hat|hatte|kenne) (?:er |sie )?(?:das|es|dies|sie|die (?:Zahl|Information|Nachricht|Auskunft)) "
    r"(?:von|vom|aus)))"
    r"(?: (?:the|an?|its|their|his|her|den|die|das|dem|der|einen|eine|einem|einer|ein))? (?P<whom>[^,.;:“”\"]{3,80}?)"
    r"(?=[,.;:“”\"]|$| (?:mit|an|ein|hin|fest)(?:[,.;:]|$)"
    r"| (?:berichtet|berichtete|meldet|meldete|schreibt|schrieb|reported)\b)"
)
_NAMES = r"[A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w'’-]+){0,3}"
_INQUIT = re.compile(
    r", (?:sagte?|erklärte?|betonte?|wiederholte?|versicherte?|berichtete?|meinte?|erzählte?|teilte?"
    r"|said|says|repeated|insisted|added|explained|told) (?P<name>[A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w'’-]+)*)"
)
_NAMED_BEHIND = re.compile(r", (?P<name>[A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w'’-]+)+)")
_TOLD = (  # what somebody tells, and by which it can be named
    r"(?:Angabe|Darstellung|Schilderung|Aussage|Auskunft|Information|Erkenntnis|Einschätzung|Schätzung|Zählung|Messung"
    r"|Berechnung|Auswertung|Recherche|Bericht|Meldung|Mitteilung|Wort|Überzeugung|Ansicht)(?:e?n|s?en|nisse?n)?"
)
_NAMED_AROUND = re.compile(
    rf"\b(?:[Nn]ach|[Ll]aut) (?:[a-zäöüß]+ )*?{_TOLD} (?:de[rs]|von|vom|eine[rs])(?: [a-zäöüß]+e[nrs])? "
    rf"(?P<of>{_NAMES})"
    rf"|\b[Ll]aut (?:de[rm] |dem )?(?P<by>{_NAMES})|\b(?P<before>{_NAMES}) zufolge\b"
    rf"|\b[Aa]ccording to (?:the |an? )?(?P<to>[^,.;:“”\"]{{3,60}})"
)
_COMPLEMENT = re.compile(r" (?:of|in|with|close|familiar|who|at|from|aus|des|der|im|von|vom|bei|mit)\b.*")


def behind(statement: Statement, source: Source, reading: Reading | None, press: Collection[Reading]) -> Party | None:
    """The one on whom the speaker leans in the same sentence ("…, citing the analyst Lea Voss"); None where nobody is
    named so. Behind an outlet it may be anybody, behind others only a person with a name or a document."""
    if reading is None:
        return None
    around = sentence_around(statement, reading)
    match = _LEANING.search(around)
    if match is None:
        return None
    phrase = match["whom"].strip()
    if match["points"] and not institution(phrase):  # people point to much from which they do not have it
        return None
    head = _COMPLEMENT.sub("", phrase)
    roles = [role for role in map(find_role, words_of(head)) if role is not None]
    name = INTRODUCED.search(phrase)
    if name and find_role(name.group().split()[0]) is None:
        name = None
    if looks_like_person(phrase) or name:
        called = bare_name(name.group() if name else phrase)
        return person(called, Source("", phrase, SourceClass.PERSON), reading, press)
    called_behind = _NAMED_BEHIND.match(around, match.end())  # "citing the director, Anna Berg"
    if called_behind and looks_like_person(called_behind["name"]):
        told = Source("", f"{phrase} {called_behind['name']}", SourceClass.PERSON)
        return person(called_behind["name"], told, reading, press)
    if roles and roles[-1].cls is RoleClass.DOCUMENT:
        return Party(phrase, SourceClass.DOCUMENT, institution=institution(phrase))
    if not roles or (source.cls is SourceClass.PERSON and not match["had"]):
        return None
    cls = SourceClass(roles[-1].cls.value)
    cls = SourceClass.UNNAMED if cls is SourceClass.PERSON else cls
    return Party(phrase, cls, institution=institution(phrase))


def told_inside(statement: Statement) -> str:
    """Who says it where the content was taken with the words that say so ("…, repeated Voss on request"); "" where
    nobody does, or where the cue is known."""
    attribution = statement.attribution
    if attribution.cue or attribution.source or not attribution.content:
        return ""
    match = _INQUIT.search(attribution.content[-1].text)
    return match["name"] if match and find_role(match["name"]) is None else ""


def told_around(statement: Statement, reading: Reading | None) -> str:
    """Who is named around a statement of which the reading found no source ("nach Darstellung der Feuerwehr"); "" where
    nobody is."""
    attribution = statement.attribution
    if reading is None or attribution.source or statement.speaker.name or not attribution.content:
        return ""
    content, around = attribution.content[0].text, sentence_around(statement, reading)
    before, _, behind = around.partition(content)
    match = _NAMED_AROUND.search(content) or _NAMED_AROUND.match(before) or _NAMED_AROUND.match(behind.lstrip(" ,"))
    return next(filter(None, match.groups()), "") if match else ""
