"""On whom a speaker leans: the one cited behind the speaker, and the document from which the content is."""

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

_LEANS_ON = re.compile(
    r"(?:(?:[Ii]m|[Ii]n (?:dem|einem|seinem|ihrem|the|an?|its)|[Ll]aut(?: dem| einem)?|[Nn]ach (?:dem|einem)"
    r"|[Aa]ccording to (?:the|an?)|[Tt]he|[Dd]as|[Dd]er|[Dd]ie) )"
    r"(?P<phrase>(?:[a-zäöüß]\S* )?(?P<noun>[\w-]+)"
    r"(?: (?:von|des|der|vom|of|by)(?: the| dem| der)?(?: [A-ZÄÖÜ&]\S*)+)?)"
    r"(?=,? (?:habe|hat|hatte|steh|stand|heiß|hieß|says|said|states|stated|found|warned|sei|werde))"
)
INTRODUCED = re.compile(r"[a-zäöüß]+(?: [A-ZÄÖÜ][\w'’-]+){2,3}")
"""A role before a name: "passenger Ailsa Marrick"."""
_LEANING = re.compile(
    r"\b(?:citing|quoting|unter (?:Berufung|Verweis|Hinweis) auf|mit (?:Verweis|Hinweis) auf)"
    r"(?: (?:the|an?|den|die|das|dem|der|einen|eine|ein))? (?P<whom>[^,.;:“”\"]{3,80}?)"
    r"(?=[,.;:“”\"]|$| (?:berichtet|berichtete|meldet|meldete|schreibt|schrieb|reported)\b)"
)
_COMPLEMENT = re.compile(r" (?:of|in|with|close|familiar|who|at|from|aus|des|der|im|von|vom|bei|mit)\b.*")


def behind(statement: Statement, source: Source, reading: Reading | None, press: Collection[Reading]) -> Party | None:
    """The one on whom the speaker leans in the same sentence ("…, citing the analyst Lea Voss"); None where nobody is
    named so. Behind an outlet it may be anybody, behind others only a person with a name or a document."""
    match = _LEANING.search(sentence_around(statement, reading)) if reading is not None else None
    if match is None:
        return None
    phrase = match["whom"].strip()
    head = _COMPLEMENT.sub("", phrase)
    roles = [role for role in map(find_role, words_of(head)) if role is not None]
    if looks_like_person(phrase) or INTRODUCED.search(phrase):
        name = INTRODUCED.search(phrase)
        called = bare_name(name.group() if name else phrase)
        return person(called, Source("", phrase, SourceClass.PERSON), reading, press)
    if roles and roles[-1].cls is RoleClass.DOCUMENT:
        return Party(phrase, SourceClass.DOCUMENT, institution=institution(phrase))
    if source.cls is SourceClass.PERSON or not roles:
        return None
    cls = SourceClass(roles[-1].cls.value)
    cls = SourceClass.UNNAMED if cls is SourceClass.PERSON else cls
    return Party(phrase, cls, institution=institution(phrase))


def document_inside(statement: Statement) -> str:
    """A document that the content itself leans on ("Im Gutachten von … habe gestanden"); "" where there is none."""
    content = statement.attribution.content[0].text if statement.attribution.content else ""
    match = _LEANS_ON.match(content)
    role = find_role(match["noun"]) if match else None
    return match["phrase"] if match and role is not None and role.cls is RoleClass.DOCUMENT else ""
