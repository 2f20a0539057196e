"""Institutions that go by several names, and the bodies of which a state has one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer.states import find_state
from quellenlage.gazetteer.table import builtin_table, rows, values

_ENDING = re.compile(r"(?<=\w{3})(?:e[nrms]?|s)\b")
_BODIES = {
    **dict.fromkeys("armee militär streitkräfte army military forces militärs".split(), "army"),
    **dict.fromkeys("regierung government".split(), "government"),
    **dict.fromkeys("außenministerium".split(), "foreign ministry"),
    **dict.fromkeys("verteidigungsministerium".split(), "defence ministry"),
}
"""Nouns of bodies of which a state has one; nouns for the same body share a value."""


@dataclass(frozen=True, slots=True)
class Institution:
    """A body under its name in full and the other names that stand for it alone."""

    name: str
    names: tuple[str, ...]


def find_institution(text: str) -> Institution | None:
    """The institution that a whole name means, without its article; None where none is known."""
    return _index().get(_ENDING.sub("", text.strip()))


def body_of_state(text: str) -> tuple[str, str] | None:
    """State (ISO 3166-1 alpha-2) and body named by "israelische Armee" or "Israels Militär", else None."""
    *owner, noun = text.split() or [""]
    body = _BODIES.get(noun.lower()) or _BODIES.get(noun.lower().removesuffix("s"))
    state = find_state(owner[0]) if body and len(owner) == 1 else None
    return (state.code, body) if state is not None and body else None


@lru_cache(maxsize=1)
def _index() -> Mapping[str, Institution]:
    index: dict[str, Institution] = {}
    for row in rows(builtin_table("institutions.tsv")):
        one = Institution(row["name"], (row["name"], *values(row["names"])))
        for name in one.names:
            index[_ENDING.sub("", name)] = one
    return index
