"""What somebody is ("captain", "Anwohnerin"), as marks that are one in German and English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.linking.names import fold, stem, words_of

_OF_PEOPLE = frozenset({RoleClass.PERSON, RoleClass.UNNAMED, RoleClass.GROUP})
_SHORTEST_HEAD = 5  # letters of a German word that can end a compound
_ENDINGS = frozenset({"", "in", "innen", "en", "n", "s", "e", "er", "es", "em"})


@lru_cache(maxsize=16_384)
def roles_in(words: str) -> frozenset[str]:
    """What words call somebody: roles of the table, for other nouns for people their stems."""
    folded = f" {' '.join(fold(word) for word in words_of(words))} "
    found = {role for role, _, english in _table() if any(f" {e} " in folded or f" {e}s " in folded for e in english)}
    return frozenset(found.union(*map(_roles_of, words_of(words))))


def are_known(roles: frozenset[str]) -> bool:
    """Whether one of some roles is in the table, so that its name in the other language is known."""
    return not roles.isdisjoint(role for role, _, _ in _table())


@lru_cache(maxsize=16_384)
def _roles_of(word: str) -> frozenset[str]:
    bare = fold(word)
    told = frozenset(_german(bare)) if word[:1].isupper() else frozenset()
    if told or any(bare in english or bare.removesuffix("s") in english for _, _, english in _table()):
        return told
    role = find_role(word)
    return frozenset({stem(role.lemma)}) if role is not None and role.cls in _OF_PEOPLE else frozenset()


def _german(bare: str) -> Iterator[str]:
    for role, german, _ in _table():
        for part in german:
            found = bare.rfind(part)
            whole = found == 0 or (found > 0 and len(part) >= _SHORTEST_HEAD)
            if whole and bare[found + len(part) :] in _ENDINGS:
                yield role


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (row["role"], tuple(map(fold, values(row["german"]))), tuple(map(fold, values(row["english"]))))
        for row in rows(builtin_table("roles.tsv", "quellenlage.linking"))
    )
