"""Kinds of institutions by a table of words: what "Feuerwehr" and "fire service" both are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.linking.names import fold, stem, words_of

_SHORT = 6  # German parts below this length are only taken at the end of a word, or as all of it
_Row = tuple[str, tuple[str, ...], tuple[str, ...]]  # kind, parts of German words, English phrases
_LONG = 9  # letters that a compound with a short part at its head has at least ("Stadtverwaltung")
_FIELD = "field: "
_BRANCH = ": "  # within the name of a kind: what sort of it ("court: administrative", "field: transport")
_MINISTRY = "ministry"
_HEAD = "(?:minister|ministry|secretary|department)"
_IN_GOVERNMENT = re.compile(rf"\b{_HEAD}\b|minister|ressort|staatssekret")
VAGUE = frozenset({"authority", "company", "ministry", "association", "commission", "government"})
ENDINGS = frozenset({"", "in", "innen", "en", "n", "s", "e", "er", "es", "em"})
POSSESSIVE = re.compile(r"['’]s\b")


def kinds_in(text: str, column: str) -> Iterator[str]:
    """The kinds that a folded text names; a word within a longer one of another kind names none ("Stadtwerke")."""
    words, spaced = text.split(), f" {text} / {POSSESSIVE.sub('', text)} "
    has = _ends_in if column == "offices" else _has_part
    told: dict[str, set[str]] = {}
    for kind, german, english in _table()[column]:
        for part in (
            *(f" {e} " for e in english if f" {e} " in spaced),
            *(g for g in german for w in words if has(w, g)),
        ):
            told.setdefault(kind, set()).add(part)
    for kind, parts in told.items():
        apart = (theirs for other, theirs in told.items() if kind not in VAGUE and not _is_sort_of(kind, other))
        others = frozenset().union(*apart)
        if any(not any(part != o and part.strip() in o for o in others) for part in parts):
            yield kind


def _is_sort_of(kind: str, other: str) -> bool:
    """Whether two kinds are one, or one a sort of the other ("court", "court: labour")."""
    return kind.partition(_BRANCH)[0] == other.partition(_BRANCH)[0]


def _ends_in(word: str, office: str) -> bool:
    """Whether a word is an office or a compound of it, in any case: "Landespolizeipräsidentin"."""
    found = word.rfind(office)
    return found >= 0 and word[found + len(office) :] in ENDINGS


def _has_part(word: str, part: str) -> bool:
    bare = stem(word)
    if len(part) >= _SHORT:
        return part in word
    return part in {word, bare} or (word.startswith(part) and len(word) > _LONG)


def with_field(text: str, kinds: frozenset[str]) -> frozenset[str]:
    """Kinds with the field of a ministry, where the text speaks of one ("Verkehrsminister", "secretary of health")."""
    if not _IN_GOVERNMENT.search(text):  # most
        return kinds
    fields = {
        field
        for field, german, english in _table()["fields"]
        if any(re.search(rf"\b(?:bundes|landes)?{part}\w*(?:minist|ressort|staatssekret)", text) for part in german)
        or any(re.search(rf"\b(?:{name} {_HEAD}|{_HEAD} (?:of|for) (?:the )?{name})\b", text) for name in english)
    }
    return kinds - {"authority"} | {_MINISTRY} | fields


def folded(phrase: str) -> str:
    """A phrase as the table has it: folded words, hyphens apart."""
    return " ".join(fold(word) for word in words_of(phrase.replace("-", " ")))


def words_of_kinds(phrase: str) -> frozenset[str]:
    """The words of English phrases for a kind ("election commission"), which tell nothing else either."""
    text = folded(phrase)
    told = (each for column in ("names", "offices") for _, _, english in _table()[column] for each in english)
    return frozenset(word for each in told if each in text for word in each.split() if " " in each)


def kinds_agree(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether they share a kind, a clear one where both have one, and the same sort ("court: labour") if both tell."""
    sorts = [_sorts(kinds) for kinds in (ones, others)]
    clear = {kind for kind in ones - VAGUE if _BRANCH not in kind}, others - VAGUE
    shared = {kind for kind in (clear[0] & clear[1] if all(clear) else ones & others) if _BRANCH not in kind}
    return bool(shared) and all(sorts[0][kind] & sorts[1][kind] for kind in sorts[0].keys() & sorts[1].keys())


def _sorts(kinds: frozenset[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for kind in kinds:
        if _BRANCH in kind:
            found.setdefault(kind.partition(_BRANCH)[0], set()).add(kind)
    return found


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[_Row, ...]]:
    names: list[_Row] = []
    offices: list[_Row] = []
    fields: list[_Row] = []
    for row in rows(builtin_table("institutions.tsv", "quellenlage.linking")):
        english = tuple(fold(value) for value in values(row["english"]))
        german = tuple(fold(value) for value in values(row["german"]))
        (fields if row["kind"].startswith(_FIELD) else names).append((row["kind"], german, english))
        told = tuple(fold(value) for value in values(row["offices"]))
        offices.append((row["kind"], told, tuple(value for value in told if " " in value)))
    return {"names": tuple(names), "offices": tuple(offices), "fields": tuple(fields)}
