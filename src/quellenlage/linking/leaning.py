"""On whom a speaker leans: the one cited behind the speaker, and the document from which the content is."""

from __future__ import annotations

import re
from collections.abc import Collection

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.linking.institutions import UNKNOWN, Institution, institution
from quellenlage.linking.introductions import bare_name, person
from quellenlage.linking.names import looks_like_person, words_of
from quellenlage.linking.parties import Party
from quellenlage.linking.sentences import paragraph_until, sentence_around
from quellenlage.model.statement import Kind, Reading, Source, SourceClass, Statement
from quellenlage.model.text import BlockKind

_LEANS_ON = re.compile(
    r"(?:(?P<within>[Ii]m|[Ii]n (?:dem|einem|seinem|ihrem|the|an?|its)|[Ll]aut(?: dem| einem)?|[Nn]ach (?:dem|einem)"
    r"|[Aa]ccording to (?:the|an?))|[Tt]he|[Dd]as|[Dd]er|[Dd]ie) "
    r"(?P<phrase>(?:[a-zäöüß]\S* )?(?P<noun>[\w-]+)"
    r"(?: (?:von|des|der|vom|of|by)(?: the| dem| der)?(?: [A-ZÄÖÜ&]\S*)+)?)"
    r"(?=,? (?:(?P<says>steh|stand|heiß|hieß|nenn|says|said|states|stated|found|warned)|habe|hat|hatte|sei|werde))"
)
INTRODUCED = re.compile(r"[a-zäöüß]+(?: [A-ZÄÖÜ][\w'’-]+){2,3}")
"""A role before a name: "passenger Ailsa Marrick"."""
_LEANING = re.compile(
    r"\b(?:citing|quoting|unter (?:Berufung|Verweis|Hinweis) auf|mit (?:Verweis|Hinweis) auf"
    r"|(?P<points>point(?:ed|ing) to|refer(?:red|ring) to|ver(?:wies|wiesen|weist|weisen) auf)"
    r"|(?:berief|beriefen|beruft|berufen) sich auf)"
    r"(?: (?:the|an?|den|die|das|dem|der|einen|eine|ein))? (?P<whom>[^,.;:“”\"]{3,80}?)"
    r"(?=[,.;:“”\"]|$| (?:berichtet|berichtete|meldet|meldete|schreibt|schrieb|reported)\b)"
)
_NEUTER = re.compile(r"it|es", re.IGNORECASE)
_QUOTED = frozenset({Kind.DIRECT, Kind.MIXED})
_IT = re.compile(r"it|es|sie|er", re.IGNORECASE)
_IT_SAYS = re.compile(
    r"(?:It|Es|Sie|Er|Darin|Dort|Da) "
    r"(?:spoke|speaks|says|said|states|stated|warns|warned|puts|calls|spricht|sprach|heißt|hieß|steht|stand)\b"
)
_WRITES = re.compile(r"schreib|schrieb|writes|wrote", re.IGNORECASE)
_IN_IT = re.compile(
    r"\b(?:darin|in (?:dem|diesem|seinem|ihrem) (?:Schreiben|Brief|Papier)|in it|in the (?:letter|memo|email))\b"
)
_AFTER_PAPER = re.compile(r"(?:[Nn]ach|[Ll]aut|[Gg]emäß|[Aa]ccording to)(?: \w+)*? (?P<noun>[A-ZÄÖÜ][\w-]+|\w+)$")
_SPOKEN = frozenset(  # what somebody says, though it may be on paper
    "Angabe Antwort Aussendung Beitrag Einschätzung Erklärung Interview Meldung Mitteilung Prognose Stellungnahme "
    "statement interview assessment announcement answer".split()
)
_PAPERS = frozenset({"paper", "papers", "Papier"})  # no newspapers here
_NOUN = re.compile(r"(?:[a-zäöüß-]+ )?(?P<noun>[A-Za-zÄÖÜäöüß-]{4,})")
_INQUIT = re.compile(
    r", (?:sagte?|erklärte?|betonte?|wiederholte?|versicherte?|berichtete?|meinte?|erzählte?|teilte?"
    r"|said|says|repeated|insisted|added|explained|told) (?P<name>[A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w'’-]+)*)"
)
_NAMED_BEHIND = re.compile(r", (?P<name>[A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w'’-]+)+)")
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
    if source.cls is SourceClass.PERSON or not roles:
        return None
    cls = SourceClass(roles[-1].cls.value)
    cls = SourceClass.UNNAMED if cls is SourceClass.PERSON else cls
    return Party(phrase, cls, institution=institution(phrase))


def document_inside(statement: Statement, reading: Reading | None) -> str:
    """A document that the content itself leans on ("Im Gutachten von … habe gestanden", "It says the …"), or from
    which a pronoun speaks that nobody else can be; "" where there is none."""
    attribution = statement.attribution
    content = attribution.content[0].text if attribution.content else ""
    match = _LEANS_ON.match(content)
    speaks = match is not None and bool(match["within"] or match["says"])  # "the report was doctored" is told of it
    if match and speaks and is_paper(match["noun"]):
        return match["phrase"]
    source = " ".join(span.text for span in attribution.source)
    for span in attribution.cue:
        cited = _AFTER_PAPER.match(span.text)
        role = find_role(cited["noun"]) if cited else None
        if cited and role is not None and role.cls is RoleClass.DOCUMENT and role.lemma not in _SPOKEN:
            return f"{cited['noun']} {source}".strip()
    unresolved = not statement.speaker.name or statement.speaker.cls is SourceClass.OUTLET
    pronoun = _IT if attribution.kind not in _QUOTED else _NEUTER  # he or she who is quoted is somebody
    spoken = bool(source) and pronoun.fullmatch(source) and unresolved
    writes = any(_WRITES.match(span.text) for span in attribution.cue)
    if reading is None:
        return ""
    if (
        writes
        and statement.speaker.cls is not SourceClass.PERSON
        and _IN_IT.search(sentence_around(statement, reading))
    ):
        return _last_document(paragraph_until(statement, reading))
    if not (spoken or _IT_SAYS.match(content)):
        return ""
    return _last_document(paragraph_until(statement, reading).partition(content)[0])


def is_paper(noun: str) -> bool:
    """Whether a noun is one for a document ("Gutachten", "filing")."""
    role = find_role(noun)
    return role is not None and role.cls is RoleClass.DOCUMENT


def _last_document(text: str) -> str:
    """The document that a text names last."""
    for match in reversed(tuple(_NOUN.finditer(text))):
        if match["noun"] in _PAPERS or is_paper(match["noun"]):
            return match.group()
    return ""


def told_inside(statement: Statement) -> str:
    """Who says it where the content was taken with the words that say so ("…, repeated Voss on request"); "" where
    nobody does, or where the cue is known."""
    attribution = statement.attribution
    if attribution.cue or attribution.source or not attribution.content:
        return ""
    match = _INQUIT.search(attribution.content[-1].text)
    return match["name"] if match and find_role(match["name"]) is None else ""


def written_by(name: str, reading: Reading) -> Institution:
    """Whose document it is that a name tells only as what it is ("der Bericht"): of the one body that the article names
    as its author ("den Bericht der Expertenkommission"); unknown where it names none, or several."""
    noun = re.escape(name.split()[-1])
    author = re.compile(
        rf"\b{noun}\w{{0,2}} (?:der|des|vom|von|of|by)(?: the| der| dem)? (?P<author>[\w'’-]+(?: [\w'’-]+)?)"
    )
    texts = (block.text for block in reading.article.blocks if block.kind is not BlockKind.FURNITURE)
    found = {institution(match["author"]) for text in texts for match in author.finditer(text)} - {UNKNOWN}
    return found.pop() if len(found) == 1 else UNKNOWN
