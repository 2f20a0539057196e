"""Who wrote the article: people, apart from agencies, house names and places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml.etree import _Element as Element

from quellenlage.gazetteer import find_outlet
from quellenlage.reading.blocks import Part
from quellenlage.reading.body import Body
from quellenlage.reading.credits import agency
from quellenlage.reading.declared import Declared, plain
from quellenlage.reading.flow import Chunk
from quellenlage.reading.lines import bylines_in
from quellenlage.reading.vocabulary import Role

_META = (
    "author",
    "article:author",
    "sailthru.author",
    "parsely-author",
    "cxenseparse:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
    "twitter:creator_name",
)
_LEAD = re.compile(
    r"^(?:(?:ein(?:e)? |a )?(?:von|by|vom|text|autor(?:in|en)?|authors?|words by|(?:gast)?(?:kommentar|beitrag"
    r"|bericht|interview|essay|analyse|kolumne) von"
    r"|interview|written by|reporting by|story by|posted by|commentary by|opinion by)\b\s*:?\s*)+",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:;|(?<=[^\W\d_]\s)/|(?<=\w{3})/(?=[A-ZÄÖÜ]\w+\s)|\||\s&\s|\bund\b|\band\b|\bsowie\b|\s[-–—]\s|\bmit\b"
    r"|\bwith\b|\bin\b|\baus\b|·|•)\s*"
)
_COMMA = re.compile(r"\s*,\s*")
_HOUSE = re.compile(
    r"\b(?:redaktion|redakteure|newsdesk|news desk|staff|editors?|editorial|reporters?|desk|nachrichtenredaktion"
    r"|onlineredaktion|"
    r"agentur(?:en)?|agencies|wires?|autoren|gastautor(?:in)?|admin|verlag|netzwerk|e\.\s?v\.|gmbh)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(r"^(?:dr\.|prof\.|dipl\.\S*|mag\.)\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:de|com|net|org|at|ch|co\.uk|tv)\b", re.IGNORECASE)
_NAME = re.compile(r"^[^\W\d_](?:[\w.'’´`/-]|\s(?=\S)){1,60}$")
_SHOWN_NAME = re.compile(
    r"^(?:[A-ZÄÖÜ][\w.'’´-]*|von|van|de|der|den|da|di|zu|al|el|und|and|,)(?:,?\s+(?:[A-ZÄÖÜ][^\W\d]*[\w.'’´-]*|von"
    r"|van|de|der|den|da|di|zu|al|el|und|and)){1,9}$"
)
_HEAD = 14  # chunks before the text that belong to its head
_LEVELS = 3  # levels above the text's element in which its author is marked
_WORD = re.compile(r"[\w'’-]+")
_MOST_WORDS = 6


def find_people(
    declared: Declared, parts: Sequence[Part], chunks: Sequence[Chunk], body: Body
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(authors, agencies): what the schema.org node names, else meta tags, else the visible byline.

    Agencies come out apart; words for the house ("Redaktion", "staff") are neither. An outlet that declares itself the
    author stays only where no person is named anywhere: then it is the author whom one cites.
    """
    houses = _house_keys(declared)
    agencies: list[str] = []
    signed: list[str] = []
    for source in (_from_schema(declared), _from_meta(declared), _from_byline(parts, chunks, body)):
        people: list[str] = []
        for listed in source:
            _sort(listed, people, agencies)
        signed.extend(name for name in people if _is_house(name, houses))
        people = [name for name in people if not _is_house(name, houses)]
        if people:
            return tuple(dict.fromkeys(people)), tuple(dict.fromkeys(agencies))
    return tuple(dict.fromkeys(signed[:1])) if not agencies else (), tuple(dict.fromkeys(agencies))


def people_in(bylines: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(authors, agencies) that bylines ("Von Anna Ahorn und dpa") name."""
    people: list[str] = []
    agencies: list[str] = []
    for line in bylines:
        _sort(line, people, agencies)
    return tuple(dict.fromkeys(people)), tuple(dict.fromkeys(agencies))


def _sort(listed: str, people: list[str], agencies: list[str]) -> None:
    """Names of one list ("Anna Ahorn und Ben Birke, dpa") to people and agencies; the rest is dropped."""
    names = list(_names(listed))
    several_words = any(len(name.split()) > 1 for name in names)
    for name in names:
        wire = agency(name)
        if wire:
            agencies.append(wire)
        elif _is_person(name) and not (several_words and len(name.split()) == 1):
            people.append(name)


def _names(listed: str) -> Iterator[str]:
    text = _LEAD.sub("", listed.strip(" \t,.:;|–—-"))
    if agency(text):
        yield text
        return
    for part in _SPLIT.split(text):
        for name in _COMMA.split(part):
            bare = _TITLES.sub("", name.strip(" .:()[]"))
            if bare:
                yield bare


def _is_person(name: str) -> bool:
    return bool(_NAME.match(name)) and len(name.split()) <= _MOST_WORDS and not _HOUSE.search(name)


def _is_house(name: str, houses: frozenset[str]) -> bool:
    return _house_key(name) in houses or bool(_ADDRESS.search(name)) or find_outlet(name) is not None


def _house_key(name: str) -> str:
    return "".join(_WORD.findall(name.lower()))


def _house_keys(declared: Declared) -> frozenset[str]:
    """The outlet's own names: site name, publisher, the domain without its ending."""
    names = [declared.first("og:site_name", "application-name") or "", str(declared.publisher.get("name") or "")]
    publisher = declared.resolve(declared.article.get("publisher"))
    if isinstance(publisher, dict):
        names.append(str(publisher.get("name") or ""))
    keys = {_house_key(name) for name in names if name}
    return frozenset(keys | {_house_key(re.sub(r"\.\w{2,3}$", "", name)) for name in names if name})


def _from_schema(declared: Declared) -> Iterable[str]:
    return _schema_names(declared.article.get("author") or declared.article.get("creator"), declared)


def _schema_names(value: Any, declared: Declared) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _schema_names(part, declared)
    elif isinstance(value, str):
        yield plain(value) or ""
    elif isinstance(value, dict):
        node = declared.resolve(value)
        name = node.get("name")
        if isinstance(name, list):
            yield from _schema_names(name, declared)
        elif name:
            yield plain(name) or ""
        else:
            yield " ".join(str(node.get(key) or "") for key in ("givenName", "familyName")).strip()


def _from_meta(declared: Declared) -> Iterator[str]:
    for name in _META:
        contents = [text for text in declared.meta.get(name, ()) if text and not _ADDRESS.search(text)]
        if contents:
            yield from (_turned(text) if name.startswith(("dc", "citation")) else text for text in contents)
            return


def _turned(name: str) -> str:
    """ "Ahorn, Anna" as it is written in catalogues."""
    parts = _COMMA.split(name)
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and " " not in parts[0] else name


def _from_byline(parts: Sequence[Part], chunks: Sequence[Chunk], body: Body) -> Iterator[str]:
    """Visible bylines: lines like "Von Anna Ahorn" above the text, else elements marked or named as the author's."""
    near = list(dict.fromkeys([part.chunk for part in parts] + list(chunks[max(0, body.first - _HEAD) : body.first])))
    written = [line for chunk in near for line in bylines_in(chunk.text)]
    if written:
        yield from map(_without_affiliation, written)
        return
    for element in _container(body).iter("a", "span", "meta"):
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            yield " ".join((element.get("content") or "".join(map(str, element.itertext()))).split())
            return
    for chunk in near:
        if body.roles(chunk) & Role.BYLINE and _SHOWN_NAME.match(_without_affiliation(chunk.text)):
            yield _without_affiliation(chunk.text)


def _container(body: Body) -> Element:
    element = body.root
    for _ in range(_LEVELS):
        outer = element.getparent()
        if outer is None or outer.tag == "html":
            break
        element = outer
    return element


def _without_affiliation(line: str) -> str:
    """A byline without the desk or place behind a comma, which is written in capitals or as one word."""
    names = _COMMA.split(line)
    while len(names) > 1 and (names[-1].isupper() or " " not in names[-1].strip()) and not agency(names[-1]):
        names.pop()
    return ", ".join(names)
