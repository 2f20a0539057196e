"""Outlets that no list holds, by the way outlets are named: "Sonntagspost", "Radio Wendel", "Kressfelder Nachrichten".

Local papers and new sites are too many to list. A name of one of these patterns is an outlet's unless the gazetteer
knows better.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from quellenlage.gazetteer.outlets import Gazetteer, in_use
from quellenlage.gazetteer.roles import RoleClass, find_role

_GERMAN_ENDS = "zeitung|kurier|bote|anzeiger|rundschau|rundfunk|spiegel|magazin|funk"
_GERMAN_DAYS = "(?:Mittags|Morgen|Abend|Tages?|Volks|Sonntags|Landes|Wochen)(?:blatt|post|kurier|bote)"
_GERMAN_WORDS = "Nachrichten|Zeitung|Kurier|Bote|Anzeiger|Tagblatt|Tageblatt|Rundschau|Rundfunk|Echo|Magazin"
_ENGLISH_WORDS = (
    "Times|Herald|Gazette|Tribune|Chronicle|Courier|Observer|Ledger|Bulletin|Examiner|Telegraph|Dispatch"
    "|Inquirer|Sentinel|Broadcasting|Newswire|Radio"
)
_NAME = r"[A-ZÄÖÜ][\wäöüß]+"
_PATTERN = re.compile(
    rf"\b(?:"
    rf"{_NAME}(?:er|isches?|ische[rn]?) (?:{_GERMAN_WORDS}|Presse|Post|Blatt)\b"  # Kressfelder Nachrichten
    rf"|(?:{_NAME}-)+(?:{_GERMAN_WORDS})\b"  # Mittelland-Kurier
    rf"|{_GERMAN_DAYS}(?: {_NAME})?\b"  # Landespost, Tagesbote Rabenfurt
    rf"|(?:Radio|Rundfunk|Tele|Kanal) {_NAME}(?:-{_NAME})*"  # Radio Wendel
    rf"|(?:{_NAME}-)?[A-ZÄÖÜ][a-zäöüß]{{2,}}(?:{_GERMAN_ENDS})\b"  # Talkurier
    rf"|(?:{_NAME} ){{1,3}}(?:{_ENGLISH_WORDS})\b"  # Harbour Gazette
    rf")"
)
_BEHIND_NOUN = re.compile(
    rf"\b(?P<noun>(?:news )?[\w-]+)(?= (?:[„“»«\"‘](?P<quoted>[A-ZÄÖÜ][^„“”»«\"‘’]{{1,40}})[“”»«\"’]"
    rf"|[„“»«\"‘]?(?P<name>{_NAME}(?:[ .]{_NAME}){{0,2}}(?:\.[a-z]{{2,5}}\b)?)))"
)
_QUOTED = re.compile(
    rf"(?:(?:sagte|sagten|erklärte|berichtet|berichtete|berichten|schreibt|schrieb|meldet|meldete|laut|gegenüber|zufolge"
    rf"|Informationen|Bericht|Berichten|Interview|told|reported|according to)\b[^.„»“]{{0,40}}?\b"
    rf"|(?:[Ll]aut|[Gg]egenüber|[Ww]ie) )(?:(?:der|dem|des|die|das|the) |(?<=gegenüber ))"
    rf"[„»“\"](?P<name>{_NAME}(?: [\w-]+){{0,2}})[“«”\"]"
)
_APPOSED = re.compile(
    rf"\b(?P<name>{_NAME}(?: {_NAME}){{0,2}})(?:, (?:an?|the|eine?|der|die|das)(?: [\w-]+){{0,2}}| )"
    r" ?\b(?P<noun>news agency|news site|newspaper|broadcaster|website|magazine|Nachrichtenagentur"
    r"|Zeitung|Sender|Magazin|Nachrichtenportal)\b"
)
_NOT_OUTLETS = re.compile(
    r".*(?:[Aa]n|[Vv]er|[Gg]e|[Aa]uf)gebote|.*[Vv]erbote|.*[Gg]ebote|(?:Push|Eil|Kurz|Text)-?Nachrichten|.*(?:Mobil|Polizei)funk"
    r"|(?:Tages|Lokal|Wochen|Online-|Regional|Boulevard|Partei|Schüler)[Zz]eitung|(?:Fach|Nachrichten|Wirtschafts|Online-)[Mm]agazin"
)
_STARTS = frozenset("Der Die Das Den Dem Des The A An In Im Von Laut Nach Wie Und Auch".split())


def find_outlet_names(text: str, introduced: frozenset[str] = frozenset()) -> tuple[tuple[int, int], ...]:
    """Half-open code points of outlets in `text`: those of the gazetteer, those that the article has `introduced`,
    and names of an outlet's pattern."""
    return _found(in_use(), text, introduced)


@lru_cache(maxsize=4096)
def _found(gazetteer: Gazetteer, text: str, introduced: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """The answer, kept: one article asks for its blocks again and again."""
    spans = [(start, end) for start, end, _ in gazetteer.outlets_in(text)]
    for found in (_named(text, introduced), _likely(text)):
        spans += [one for one in found if not any(one[0] < end and start < one[1] for start, end in spans)]
    return tuple(sorted(spans))


def introduced_outlets(text: str) -> frozenset[str]:
    """Names that `text` calls outlets.

    They stand behind a noun for outlets ("das Magazin Nordblick") or before one ("Contor, a news agency"), or in
    quotation marks behind an article in a sentence of saying ("sagte sie der „Bunten Bühne“").
    """
    behind = {
        match["quoted"] or match["name"] for match in _BEHIND_NOUN.finditer(text) if _is_outlet_noun(match["noun"])
    }
    quoted = {match["name"] for match in _QUOTED.finditer(text) if not _is_outlet_noun(match["name"])}
    apposed = {_without_start(match["name"]) for match in _APPOSED.finditer(text)}
    return frozenset(name for name in behind | quoted | apposed if name and find_role(name) is None)


def _without_start(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in _STARTS else name


def _named(text: str, names: Collection[str]) -> list[tuple[int, int]]:
    longest_first = sorted(names, key=len, reverse=True)
    pattern = "|".join(rf"\b{re.escape(name)}(?=s?\b)" for name in longest_first)
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []


def _is_outlet_noun(word: str) -> bool:
    role = find_role(word)
    part_of_name = word in {"Radio", "Rundfunk", "Tele", "TV"}
    return role is not None and role.cls is RoleClass.OUTLET and role.number != "pl" and not part_of_name


def is_outlet_name(name: str) -> bool:
    """Whether a whole name is one that `find_outlet_names` would find."""
    return (0, len(name)) in find_outlet_names(name)


def _likely(text: str) -> list[tuple[int, int]]:
    spans = []
    for match in _PATTERN.finditer(text):
        start, name = match.start(), match.group()
        first, _, rest = name.partition(" ")
        if first in _STARTS and rest:
            start, name = start + len(first) + 1, rest
        if not _NOT_OUTLETS.fullmatch(name) and _PATTERN.fullmatch(name):
            spans.append((start, start + len(name)))
    return spans
