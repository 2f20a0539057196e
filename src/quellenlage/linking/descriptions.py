"""The party that a description tells of: a body, a document, or people told by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.linking.institutions import (
    Institution,
    holds_office,
    institution,
    institution_of_office,
    speaks_officially,
    united,
)
from quellenlage.linking.leaning import INTRODUCED
from quellenlage.linking.names import PRONOUN, stem, words_of
from quellenlage.linking.papers import written_by
from quellenlage.linking.parties import Party
from quellenlage.linking.roles import roles_in
from quellenlage.model.statement import Reading, Source, SourceClass, Statement

_PAPER = re.compile(
    r"(?:internal|confidential|planning|leaked|draft|working|position|strategy|discussion)\b.* ?papers?"
)
_AUTHORITIES = re.compile(r"(?:amtlich|offiziell|behördlich|official)\w*(?: (?:figures|data|sources))?")
_OFFICIALS = re.compile(r"(?:\w+ ){1,3}(?:officials|representatives|managers)|(?:\w+ ){0,2}\w+(?:vertreter|sprecher)n?")
_HEAD_OF = re.compile(
    r"(?:head|chief|president|director|governor|chair\w*|Chef(?:in)?|Leiter(?:in)?|Präsident(?:in)?|Vorsitzende[rn]?) "
    r"(?:of|der|des|vom|von)\b|chief executive\b"
)
_COMPLEMENT = re.compile(
    r" (?:of|by|in|with|close|familiar|who|at|from|on|briefed|calling|dated|aus|des|der|im|von|vom|bei|mit)\b"
)
_TOLD_BY = re.compile(r"(?P<body>\w{4,}?)s?-?(?:angaben|auskünften?)")
_OF_BODY = re.compile(r"(?P<person>[A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w'’-]+)+) (?:of|from|von|vom)(?: (?:the|der|dem))? .+")
_NEW = re.compile(r"(?:ein(?:e[nmrs]?)?|an?|another|zwei|drei|mehrere|two|three|several) ", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?-i:[A-ZÄÖÜ]\S*(?: [A-ZÄÖÜ]\S*)*['’]s) "
    r"|(?:the|its|his|her|their|de[rsmn]|die|das|dessen|deren|ihre?[rnms]?|seine?[rnms]?) ",
    re.IGNORECASE,
)
_MISTAKEN = frozenset({SourceClass.DOCUMENT, SourceClass.OUTLET, SourceClass.ORGANISATION})
_BODIES = frozenset({SourceClass.ORGANISATION, SourceClass.OUTLET})


def described_party(name: str, source: Source, statement: Statement, reading: Reading | None) -> Party:
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
    cls = _settled_class(name, source.cls)
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


def _calls(name: str, statement: Statement, source: Source, reading: Reading | None) -> tuple[str, ...]:
    """The words by which an article calls a source, pronouns aside; where there are none, its name as it stands in the
    text with the word before."""
    spans = (*source.mentions, *(statement.attribution.source if source is statement.speaker else ()))
    called = tuple(span.text for span in spans if not PRONOUN.fullmatch(span.text))
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


def is_introduced(name: str) -> bool:
    """Whether a name is a person's with a role before it ("passenger Ailsa Marrick")."""
    return INTRODUCED.fullmatch(name) is not None and bool(roles_in(name.split()[0]))


def is_of_body(name: str) -> bool:
    """Whether a name is a person's with a body behind it ("Basil Okoro of the officers' union")."""
    match = _OF_BODY.fullmatch(name)
    return match is not None and not institution(match["person"]).kinds and find_role(match["person"]) is None
