"""Parties: who speaks in an appearance, after the words of its article; `identity` says when two of them are one.

A person goes by name and office, an institution by its name and by what it is, a document by its name or its author.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.gazetteer.given_names import given_name
from quellenlage.linking.institutions import (
    UNKNOWN,
    Institution,
    holds_office,
    institution,
    institution_of_office,
    speaks_officially,
    united,
)
from quellenlage.linking.names import akin, looks_like_person, stem, words_of
from quellenlage.linking.sentences import sentence_around
from quellenlage.model.claim import Appearance
from quellenlage.model.statement import Reading, Source, SourceClass, Statement
from quellenlage.model.text import BlockKind

_OWN = re.compile(
    r"\b(?:unser(?:e[nmr]?)?|dieser Zeitung|dieses Mediums|our)\b(?: \w+){0,2}? ?"
    r"(?:reporter|korrespondent|redakt|fotograf|journalist|mitarbeiter|team|zähl|correspondent|staff|newsroom|photographer)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:er|sie|es|ich|wir|man|he|she|it|they|we|i|who)(?: |$)|(?:der|die|das|the|an?)$", re.IGNORECASE
)
_LEANS_ON = re.compile(
    r"(?:(?:[Ii]m|[Ii]n (?:dem|einem|seinem|ihrem|the|an?|its)|[Ll]aut(?: dem| einem)?|[Nn]ach (?:dem|einem)"
    r"|[Aa]ccording to (?:the|an?)|[Tt]he|[Dd]as|[Dd]er|[Dd]ie) )"
    r"(?P<phrase>(?:[a-zäöüß]\S* )?(?P<noun>[\w-]+)"
    r"(?: (?:von|des|der|vom|of|by)(?: the| dem| der)?(?: [A-ZÄÖÜ&]\S*)+)?)"
    r"(?=,? (?:habe|hat|hatte|steh|stand|heiß|hieß|says|said|states|stated|found|warned|sei|werde))"
)
_INTRODUCED = re.compile(r"[a-zäöüß]+(?: [A-ZÄÖÜ][\w'’-]+){2,3}")  # a role before a name: "passenger Ailsa Marrick"
_NAMEABLE = frozenset({SourceClass.ORGANISATION, SourceClass.DOCUMENT, SourceClass.UNNAMED})
_LEANING = re.compile(
    r"\b(?:citing|quoting|unter (?:Berufung|Verweis|Hinweis) auf|mit (?:Verweis|Hinweis) auf)"
    r"(?: (?:the|an?|den|die|das|dem|der|einen|eine|ein))? (?P<whom>[^,.;:“”\"]{3,80}?)"
    r"(?=[,.;:“”\"]|$| (?:berichtet|berichtete|meldet|meldete|schreibt|schrieb|reported)\b)"
)
_COMPLEMENT = re.compile(r" (?:of|in|with|close|familiar|who|at|from|aus|des|der|im|von|vom|bei|mit)\b.*")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Herr|Frau)\.? [A-ZÄÖÜ]")
_PAPER = re.compile(
    r"(?:internal|confidential|planning|leaked|draft|working|position|strategy|discussion)\b.* ?papers?"
)
_AUTHORITIES = re.compile(r"(?:amtlich|offiziell|behördlich|official)\w*(?: (?:figures|data|sources))?")
_OFFICIALS = re.compile(r"(?:\w+ ){1,3}(?:officials|representatives|managers)|\w+(?:vertreter|sprecher)n?")
_IMPERSONAL = frozenset({"it", "es", "man"})
_REPORTER = 40  # characters behind a source that was cut short ("unser") in which its noun stands
_BODIES = frozenset({SourceClass.ORGANISATION, SourceClass.OUTLET})
_BEFORE_NAME = 7  # words before a name that may introduce the person
_AFTER_NAME = re.compile(
    r"^(?:, (?P<apposition>[^,.;:!?“”\"]{3,80})"
    r"| (?P<body>(?:von der|vom|of the|from the) [^,.;:!?]{3,60})"
    r"| (?P<of>(?:von|of|from|at|bei) [^,.;:!?]{3,60}))"
)
_TEXT = frozenset({BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Party:
    """Who speaks in one appearance.

    `name` is "" where nobody is named; `person` the name of a human being; `institution` whose word it is, `introduced`
    what the article says of the person besides; `is_official` is set for heads and spokespeople; `is_own` where
    the outlet's own people observed it.
    """

    name: str
    cls: SourceClass
    person: str | None = None
    institution: Institution = UNKNOWN
    introduced: Institution = UNKNOWN
    is_official: bool = False
    is_own: bool = False

    @property
    def is_vague(self) -> bool:
        """Whether a body or document is told only by what it is ("the company", "a report")."""
        known = self.cls is not SourceClass.UNNAMED or bool(self.institution)
        return self.person is None and self.cls in _NAMEABLE and known and self.institution.is_vague

    @property
    def is_withheld(self) -> bool:
        """Whether it is somebody particular, or several, without a name."""
        return self.cls in {SourceClass.UNNAMED, SourceClass.GROUP} and not self.person


NOBODY = Party("", SourceClass.NONE)


def party_of(appearance: Appearance, reading: Reading | None, press: Collection[Reading] = ()) -> Party:
    """The party at the inner end of an appearance's chain, after its article's own words.

    `press` are the readings of other articles on the claim; one of them may say what office a person holds.
    """
    statement = appearance.statement
    if _is_own(statement, reading):
        return Party(appearance.article.outlet or appearance.article.page, SourceClass.OUTLET, is_own=True)
    document = _document_inside(statement)
    if document:
        return Party(document, SourceClass.DOCUMENT, institution=institution(document))
    source = _innermost(statement)
    behind = _behind(statement, source, reading, press)
    if behind is not None:
        return behind
    name = _told(statement, source)
    if not name:
        return _somebody(statement)
    if source.cls is SourceClass.OUTLET and _PAPER.fullmatch(name):
        return Party(name, SourceClass.DOCUMENT, institution=institution(name))
    if source.cls is SourceClass.PERSON and _names_body(name) and not looks_like_person(name):
        return Party(name, SourceClass.ORGANISATION, institution=institution(name))
    if (
        source.cls is SourceClass.PERSON
        or looks_like_person(name)
        or _INTRODUCED.fullmatch(name)
        or _TITLED.match(name)
    ):
        return _person(name, source, reading, press)
    if _AUTHORITIES.fullmatch(name):
        return Party(name, SourceClass.ORGANISATION, institution=institution("Behörde"))
    if _OFFICIALS.fullmatch(name) and institution(name):
        return Party(name, SourceClass.ORGANISATION, institution=institution(name), is_official=True)
    if source.cls is SourceClass.UNNAMED and speaks_officially(name):
        return Party(name, SourceClass.ORGANISATION, institution=institution_of_office(name), is_official=True)
    return Party(name, source.cls, institution=institution(name))


def _behind(statement: Statement, source: Source, reading: Reading | None, press: Collection[Reading]) -> Party | None:
    """The one on whom the speaker leans in the same sentence ("…, citing the analyst Lea Voss"); None where nobody is
    named so. Behind an outlet it may be anybody, behind others only a person with a name or a document."""
    match = _LEANING.search(sentence_around(statement, reading)) if reading is not None else None
    if match is None:
        return None
    phrase = match["whom"].strip()
    head = _COMPLEMENT.sub("", phrase)
    roles = [role for role in map(find_role, words_of(head)) if role is not None]
    if looks_like_person(phrase) or _INTRODUCED.search(phrase):
        name = _INTRODUCED.search(phrase)
        called = _bare_name(name.group() if name else phrase)
        return _person(called, Source("", phrase, SourceClass.PERSON), reading, press)
    if roles and roles[-1].cls is RoleClass.DOCUMENT:
        return Party(phrase, SourceClass.DOCUMENT, institution=institution(phrase))
    if source.cls is SourceClass.PERSON or not roles:
        return None
    cls = SourceClass(roles[-1].cls.value)
    cls = SourceClass.UNNAMED if cls is SourceClass.PERSON else cls
    return Party(phrase, cls, institution=institution(phrase))


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


def _document_inside(statement: Statement) -> str:
    """A document that the content itself leans on ("Im Gutachten von … habe gestanden"); "" where there is none."""
    content = statement.attribution.content[0].text if statement.attribution.content else ""
    match = _LEANS_ON.match(content)
    role = find_role(match["noun"]) if match else None
    return match["phrase"] if match and role is not None and role.cls is RoleClass.DOCUMENT else ""


def _innermost(statement: Statement) -> Source:
    """The speaker, or the last one to pass it on where no speaker is named."""
    if statement.speaker.name or not statement.via:
        return statement.speaker
    return statement.via[-1]


def _is_own(statement: Statement, reading: Reading | None) -> bool:
    """Whether the source is the outlet's own reporter ("unsere Reporterin", "our correspondent")."""
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
    if source is not statement.speaker or not beside or beside.is_vague:
        return source.name
    if source.cls not in _BODIES and (source.cls is not SourceClass.PERSON or _tells_person(words)):
        return source.name
    shared = any(akin(stem(a), stem(b)) for a in words_of(words) for b in words_of(source.name))
    return source.name if shared or (told and beside.may_be(told)) else words


def _tells_person(words: str) -> bool:
    """Whether words for a source can be those for a human being ("the mayor", "coastguard spokesman Enno Barth")."""
    roles = [role.cls for role in map(find_role, words_of(words)) if role is not None]
    return looks_like_person(words) or holds_office(words) or RoleClass.PERSON in roles


def _person(name: str, source: Source, reading: Reading | None, press: Collection[Reading]) -> Party:
    bearer = _bare_name(name)
    surname = stem(words_of(bearer)[-1])
    told = (mention.text for mention in source.mentions)
    phrases = {text for text in told if surname in map(stem, words_of(text)) or _tells_person(text)}
    if reading is not None:
        phrases |= set(_introductions(words_of(name)[-1], bearer, reading))
    for other in press:
        phrases |= set(_introductions(bearer, bearer, other))
    bare = [_without_name(phrase, name) for phrase in sorted(phrases)]
    return Party(
        name,
        SourceClass.PERSON,
        _bare_name(name),
        united(institution_of_office(phrase) for phrase in bare),
        united(institution(phrase) for phrase in bare),
        any(holds_office(phrase) for phrase in bare),
    )


def _bare_name(name: str) -> str:
    """The name without a role before it ("passenger Ailsa Marrick")."""
    words = words_of(name)
    capitals = next((i for i, word in enumerate(words) if word[:1].isupper()), 0)
    known = (i for i in range(len(words) - 1) if looks_like_person(" ".join(words[i : i + 2])))
    return " ".join(_without_titles(words[next(known, capitals) :]))


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    titled = words[:1] and _TITLED.match(" ".join(words)) is not None
    return words[1:] if titled else words


def _introductions(written: str, name: str, reading: Reading) -> Iterator[str]:
    """What an article says of a person right before and behind the name as `written`, wherever it stands."""
    surname = re.escape(written)
    for block in reading.article.blocks:
        if block.kind not in _TEXT or not surname:
            continue
        for match in re.finditer(rf"\b{surname}(?:s|'s|’s)?\b", block.text):
            before = re.split(r"[.;:!?“”„\"]", block.text[: match.start()])[-1].split()[-_BEFORE_NAME:]
            yield from _before(before, name)
            behind = _AFTER_NAME.match(block.text[match.end() :])
            if behind and behind["body"]:  # "Enno Barth von der Küstenwache" gives the word of the coastguard
                yield "Sprecher " + behind["body"]
            elif behind:
                yield behind["apposition"] or behind["of"]


def _before(words: list[str], name: str) -> Iterator[str]:
    """The noun phrase that ends before the name: capitalised words and what joins them, back to an article or verb."""
    own = set(words_of(name))
    phrase: list[str] = []
    for place, word in enumerate(reversed(words)):
        bare = word.strip(",()")
        if not place and len(own) == 1 and given_name(bare):
            continue
        joins = bare.lower() in {"des", "der", "von", "vom", "für", "of", "the", "for", "und", "and", "bei", "im", "am"}
        if bare in own:
            continue
        if not (bare[:1].isupper() or joins or institution_of_office(bare) or institution(bare) or find_role(bare)):
            break
        phrase.insert(0, bare)
    if phrase:
        yield " ".join(phrase)


def _without_name(phrase: str, name: str) -> str:
    own = {stem(word) for word in words_of(name)}
    return " ".join(word for word in words_of(phrase) if stem(word) not in own)
