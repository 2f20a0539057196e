"""Outlets and agencies by their names: whole mentions, and mentions in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from quellenlage.errors import SettingsError
from quellenlage.gazetteer.roles import RoleClass, find_role
from quellenlage.gazetteer.table import builtin_table, rows, values

_ARTICLE = re.compile(r"^(?:der|die|das|des|dem|den|ein|eine[mnrs]?|the|an?)\s+(?=\S)", re.IGNORECASE)
_QUOTES = "\"'„“”‚‘’»«›‹"
_TOKEN = re.compile(r"\w+(?:[.&/'’+-]\w+)*\.?|[&/+]")
_BRACKET = re.compile(r"^(?P<name>.+?)\s*\((?P<short>[^()]+)\)$")
_TRADE = re.compile(
    r"-(?:Interview|Reporter|Redakt|Korrespondent|Information|Recherche|Podcast|Leser|Chefredakt|Journalist|Gastbeitrag|"
    r"Autor|Anfrage|Nachfrage|Bericht|Artikel|Magazin|Moderator|Studio|Sendung|Kolumn|Gespräch|Umfrage|Zeitung)"
)
_TOLD = re.compile(r"\b(?:told (?:the )?|gegenüber (?:der |dem )?)$")
"""Words behind which even a common word is an outlet: "told Fox", "gegenüber der Welt"."""
_ADJECTIVE_ENDING = re.compile(r"(?<=\w{3})(?:e|en|er|em|es)$")
_HOW = "its first line names the columns name, aliases, kind, country, domain, guarded, split by tabs"
_SHORT = 4  # names up to this length match with exactly their case: "dts" is an agency, "DTS" need not be


class OutletKind(StrEnum):
    """What an outlet is."""

    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium or news agency. `country` is ISO 3166-1 alpha-2; `domain` its homepage; `guarded` are those of its
    names that are common words too."""

    name: str
    kind: OutletKind
    country: str
    domain: str
    aliases: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()


class Gazetteer:
    """Outlets found by name. Never changes; `with_entries` gives a larger one."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.outlets = tuple(outlets)
        self._names: Mapping[str, frozenset[Outlet]] = _index(self.outlets)
        self._longest = max((len(key.split()) for key in self._names), default=0)
        phrases = (key.removeprefix("~ ").removeprefix("≈ ") for key in self._names)
        self._firsts = frozenset(key.split()[0].casefold() for key in phrases if " " in key) | {""}

    def with_entries(self, path: Path) -> Gazetteer:
        """This gazetteer with the entries of a file in the format of `data/outlets.tsv`; same names are replaced.

        Raises SettingsError where the file cannot be read or has a wrong line.
        """
        try:
            added = {outlet.name: outlet for outlet in _read(path.read_text(encoding="utf-8-sig"))}
        except (OSError, ValueError) as problem:
            raise SettingsError(f"{path}: no list of outlets ({problem}); {_HOW}") from problem
        return Gazetteer((*(o for o in self.outlets if o.name not in added), *added.values()))

    def find_site(self, address: str) -> Outlet | None:
        """The outlet whose homepage a name such as "wdr.de" is; None where there is none or several."""
        found = [outlet for outlet in self.outlets if outlet.domain == address.strip().lower().removeprefix("www.")]
        return found[0] if len(found) == 1 else None

    def agencies(self) -> tuple[Outlet, ...]:
        """All news agencies."""
        return tuple(outlet for outlet in self.outlets if outlet.kind is OutletKind.AGENCY)

    def find_outlet(self, text: str) -> Outlet | None:
        """The outlet that a whole mention names, None where there is none or several fit.

        Articles, quotation marks, a noun before the name ("Nachrichtenagentur dpa"), an abbreviation in brackets after
        it, German adjective endings and a genitive -s do not matter.
        """
        mention = text.strip().strip(_QUOTES).strip()
        bracket = _BRACKET.match(mention)
        if bracket:
            full, short = self.find_outlet(bracket["name"]), self.find_outlet(bracket["short"])
            return full if short is None or short == full else short if full is None else None
        words = mention.split()
        while words:
            found = self._lookup(" ".join(words).strip(_QUOTES))
            if found is not None:
                return found
            if not (_ARTICLE.match(words[0] + " x") or (len(words) > 1 and _is_outlet_noun(words[0]))):
                return None
            words = words[1:]
        return None

    def outlets_in(self, text: str) -> tuple[tuple[int, int, Outlet], ...]:
        """Mentions of outlets in running text as (start, end, outlet), code points, half open, in order, longest first.

        A name that is a common word too is only taken inside quotation marks or before a hyphen.
        """
        tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
        found: list[tuple[int, int, Outlet]] = []
        i = 0
        while i < len(tokens):
            hit = self._longest_at(text, tokens, i)
            if hit is None:
                i += 1
                continue
            end, outlet = hit
            found.append((tokens[i][0], end, outlet))
            while i < len(tokens) and tokens[i][0] < end:
                i += 1
        return tuple(found)

    def _longest_at(self, text: str, tokens: list[tuple[int, int]], i: int) -> tuple[int, Outlet] | None:
        start = tokens[i][0]
        word = re.match(r"\S+", text[start:])
        longer = word is not None and not _first_forms(word.group()).isdisjoint(self._firsts)
        for last in range(min(i + self._longest, len(tokens)) - 1, i - 1, -1):
            for end in _ends(text, start, tokens[last][1], single=last == i):
                piece = text[start:end]
                if not longer and any(letter.isspace() for letter in piece):
                    continue
                outlet = self._lookup(piece)
                if outlet is not None and (not _is_guarded(piece, outlet) or _stands_apart(text, start, end)):
                    return end, outlet
        return None

    def _lookup(self, name: str) -> Outlet | None:
        for key in _keys(name):
            found = self._names.get(key)
            if found is not None:
                return next(iter(found)) if len(found) == 1 else None
        return None


@lru_cache(maxsize=1 << 14)
def _first_forms(word: str) -> frozenset[str]:
    """The forms of a word that names of several words begin with; for an article "", since any word may follow it."""
    if _ARTICLE.match(word + " x"):
        return frozenset({""})
    plain = word.replace("’", "'")
    return frozenset({plain.casefold(), _ADJECTIVE_ENDING.sub("", plain).casefold()})


def _ends(text: str, start: int, end: int, single: bool) -> Iterable[int]:
    """Ends to try for a mention: the token's, without a full stop, and for a compound its first part."""
    yield end
    if text[end - 1] == ".":
        yield end - 1
    hyphen = text.rfind("-", start, end)
    while single and hyphen > start:
        yield hyphen
        hyphen = text.rfind("-", start, hyphen)


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether the words around show a name: a verb of telling, quotation marks, a compound with a word of the trade
    ("Zeit-Interview"), or a capital article in mid-sentence ("told The Nation")."""
    if text.startswith("The ", start) and re.search(r"[a-z,]\s\Z", text[max(0, start - 2) : start]):
        return True
    if _TOLD.search(text, max(0, start - 20), start):
        return True
    quoted = start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] != "" and text[end] in _QUOTES
    return quoted or _TRADE.match(text, end) is not None


def _is_guarded(piece: str, outlet: Outlet) -> bool:
    if piece in (outlet.name, *outlet.aliases) and piece not in outlet.guarded:
        return False
    bare = _ARTICLE.sub("", piece)
    forms = {piece, bare, bare.removesuffix("s"), bare.capitalize()}
    return any(guarded in forms for guarded in outlet.guarded)


def _is_outlet_noun(word: str) -> bool:
    role = find_role(word)
    return role is not None and role.cls is RoleClass.OUTLET


def _keys(name: str) -> Iterable[str]:
    """Keys of a name from the strictest to the loosest: as written, without the genitive, without adjective endings."""
    plain = " ".join(name.replace("’", "'").split())
    bare = re.sub(r"(?<=[^\W\d_]{2})(?:'s|'|s)$", "", plain)
    for form in dict.fromkeys((plain, bare)):
        yield form
        if len(form) > _SHORT:
            yield _folded(form)
            if " " in form:
                yield _stemmed(form)


def _folded(name: str) -> str:
    """Case folded only where a name is written in capitals ("DER SPIEGEL") or a short word opens it ("der Spiegel")."""
    words = [w.capitalize() if w.isupper() and len(w) > _SHORT else w for w in name.split()]
    return "~ " + _ARTICLE.sub("", " ".join(words))


def _stemmed(name: str) -> str:
    *adjectives, noun = _folded(name).split()
    return "≈ " + " ".join([_ADJECTIVE_ENDING.sub("", word) for word in adjectives] + [noun])


def _index(outlets: Iterable[Outlet]) -> dict[str, frozenset[Outlet]]:
    names: dict[str, frozenset[Outlet]] = {}
    for outlet in outlets:
        for name in (outlet.name, *outlet.aliases):
            keys = {name}
            if len(name) > _SHORT and name not in outlet.guarded:
                keys |= {_folded(name), _stemmed(name)}
            for key in keys:
                names[key] = names.get(key, frozenset()) | {outlet}
    return names


def _read(text: str) -> Iterable[Outlet]:
    for row in rows(text, ("name", "aliases", "kind", "country", "domain")):
        guarded = values(row.get("guarded", ""))
        yield Outlet(
            row["name"], OutletKind(row["kind"]), row["country"], row["domain"], values(row["aliases"]), guarded
        )


@lru_cache(maxsize=1)
def builtin() -> Gazetteer:
    """The gazetteer that comes with the package."""
    return Gazetteer(_read(builtin_table("outlets.tsv")))


_in_use: ContextVar[Gazetteer | None] = ContextVar("gazetteer", default=None)


def in_use() -> Gazetteer:
    """The gazetteer to look into: the one of `using`, else the one of the package."""
    return _in_use.get() or builtin()


@contextmanager
def using(gazetteer: Gazetteer | None) -> Iterator[None]:
    """While it is open, in this thread or task, look into `gazetteer` (None: into the one of the package)."""
    before = _in_use.set(gazetteer)
    try:
        yield
    finally:
        _in_use.reset(before)


def find_outlet(text: str) -> Outlet | None:
    """The outlet that a whole mention names, after the gazetteer in use."""
    return in_use().find_outlet(text)


def find_site(address: str) -> Outlet | None:
    """The outlet whose homepage a name is ("wdr.de"), after the gazetteer in use."""
    return in_use().find_site(address)
