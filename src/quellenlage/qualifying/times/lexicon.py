"""Words of time as patterns: from the table `times.tsv` to alternatives in regular expressions and back to values."""

from __future__ import annotations

import re
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.text import Language

GAP = r"(?:[ \t\u00a0\u202f]+)"
_CASED = frozenset(["month", "weekday", "season", "part", "holiday", "offset"])


@lru_cache(maxsize=64)
def _forms(language: Language, word_class: str) -> tuple[tuple[str, str], ...]:
    """(form, value) of a class, longest form first."""
    found = [
        (form, row["value"])
        for row in rows(builtin_table("times.tsv", "quellenlage.qualifying"))
        if row["language"] == language.value and row["class"] == word_class
        for form in values(row["words"])
    ]
    return tuple(sorted(found, key=lambda pair: len(pair[0]), reverse=True))


def _as_pattern(form: str) -> str:
    return re.escape(form).replace(r"\*", r"[a-zäöü]*").replace(r"\ ", GAP)


def words(language: Language, word_class: str) -> str:
    """A pattern (without groups) for any word of a class; one that never matches where the class has none."""
    forms = _forms(language, word_class)
    if not forms:
        return r"(?!)"
    flags = "" if word_class in _CASED else "i"
    return f"(?{flags}:{'|'.join(_as_pattern(form) for form, _ in forms)})"


@lru_cache(maxsize=1024)
def meaning(language: Language, word_class: str, word: str) -> str:
    """The value of a word that the class's pattern matched. Raises KeyError where the class has no such word."""
    flags = re.NOFLAG if word_class in _CASED else re.IGNORECASE
    for form, value in _forms(language, word_class):
        if re.fullmatch(_as_pattern(form), word, flags):
            return value
    raise KeyError(word)
