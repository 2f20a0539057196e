"""States by name, adjective or people; the capitals and seats that stand for their governments apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values

_ARTICLE = re.compile(r"^(?:der|die|das|des|dem|den|the)\s+(?=\S)", re.IGNORECASE)
_GENITIVE = re.compile(r"(?<=\w{3})(?:['’]s|['’]|s)$")
_GERMAN_ADJECTIVE = re.compile(r"(?<=sch)(?:e|en|em|er|es)$")


@dataclass(frozen=True, slots=True)
class State:
    """A state. `code` is ISO 3166-1 alpha-2; `adjectives` are basic forms; `metonyms` stand for its government."""

    code: str
    name_de: str
    name_en: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    metonyms: tuple[str, ...]


def find_state(text: str) -> State | None:
    """The state that a name, adjective or demonym means ("US", "der Ukraine", "französischen", "Americans").

    None where it means none or several.
    """
    return _find(text, _names())


def find_metonym(text: str) -> State | None:
    """The state whose government a place can stand for ("Kreml", "Washington"); None where there is none."""
    return _find(text, _metonyms())


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """All states."""
    return tuple(
        State(
            row["code"],
            row["name_de"],
            row["name_en"],
            values(row["names"]),
            values(row["adjectives"]),
            values(row["demonyms"]),
            values(row["metonyms"]),
        )
        for row in rows(builtin_table("states.tsv"))
    )


def _find(text: str, index: Mapping[str, frozenset[State]]) -> State | None:
    name = _ARTICLE.sub("", text.strip())
    for form in _forms(name):
        found = index.get(form)
        if found is not None:
            return next(iter(found)) if len(found) == 1 else None
    return None


def _forms(name: str) -> Iterable[str]:
    yield name
    yield _GERMAN_ADJECTIVE.sub("", name)
    yield _GENITIVE.sub("", name)
    yield _inflected(name)
    if name.endswith("n"):  # dative plural: "den Amerikanern"
        yield name[:-1]


def _inflected(name: str) -> str:
    """Names that start with an adjective: "Vereinigten Staaten", "Demokratischen Republik Kongo"."""
    return re.sub(r"(?<=\w{4})(?:en|er|em|es|e)(?= \w)", "", name)


def _index(pairs: Iterable[tuple[str, State]]) -> Mapping[str, frozenset[State]]:
    index: dict[str, frozenset[State]] = {}
    for name, state in pairs:
        for form in {name, name[:1].upper() + name[1:], _inflected(name)}:
            index[form] = index.get(form, frozenset()) | {state}
    return index


@lru_cache(maxsize=1)
def _names() -> Mapping[str, frozenset[State]]:
    return _index(
        (name, state)
        for state in states()
        for name in (state.name_de, state.name_en, *state.names, *state.adjectives, *state.demonyms)
    )


@lru_cache(maxsize=1)
def _metonyms() -> Mapping[str, frozenset[State]]:
    return _index((name, state) for state in states() for name in state.metonyms)
