"""Reporting cues with the distance that they keep, as patterns over running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.statement import Distance
from quellenlage.model.text import Language


class Place(StrEnum):
    """Where a cue is looked for: in the saying words, in the sentence around the content, in the content."""

    CUE = "cue"
    BESIDE = "beside"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue found at [start, end) of a text."""

    start: int
    end: int
    distance: Distance


def find_cues(text: str, language: Language, place: Place) -> Iterator[CueMatch]:
    """Cues in text order; where several fit, the longest form counts."""
    distances, pattern = _patterns(language, place)
    for match in pattern.finditer(text):
        if match.lastgroup:
            yield CueMatch(match.start(), match.end(), distances[int(match.lastgroup[1:])])


@cache
def _patterns(language: Language, place: Place) -> tuple[list[Distance], re.Pattern[str]]:
    """Every form as a group of its own, the longest first."""
    forms = [
        (form, Distance(row["distance"]))
        for row in rows(builtin_table("cues.tsv", __package__))
        if row["language"] == language.value and row["place"] == place.value
        for form in values(row["forms"])
    ]
    forms.sort(key=lambda form: -len(form[0]))
    groups = "|".join(f"(?P<c{number}>{_pattern(form)})" for number, (form, _) in enumerate(forms))
    return [distance for _, distance in forms], re.compile(rf"(?<!\w)(?:{groups})(?!\w)", re.IGNORECASE)


def _pattern(form: str) -> str:
    escaped = re.escape(form).replace(r"\*", r"\w*").replace("'", "['’]")
    return escaped.replace(r"\ …\ ", r"\s+(?:[^\s.;]+\s+){0,4}?").replace(r"\ ", r"\s+")
