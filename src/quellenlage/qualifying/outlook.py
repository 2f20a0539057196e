"""Cues that look ahead: promises, plans, demands and threats, and mere expectations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Language


class Outlook(StrEnum):
    """What a word says of something to come.

    `commits`: somebody promises, plans, threatens or sets a deadline; `announces`: they announce, which is a commitment
    where the content looks ahead; `demands`: they ask it of others, a commitment only where a time is set; `expects`:
    it is foreseen, by nobody's doing; `denies` takes one of these back.
    """

    COMMITS = "commits"
    ANNOUNCES = "announces"
    DEMANDS = "demands"
    EXPECTS = "expects"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at code points [start, end) of a text, and what they say."""

    start: int
    end: int
    outlook: Outlook


def cue_phrase(attribution: Attribution) -> str:
    """The cue as one phrase, its parts in order ("kündigte an")."""
    return " ".join(span.text for span in attribution.cue)


def looks_ahead(attribution: Attribution, language: Language) -> bool:
    """Whether the cue is of a kind whose content lies in the future."""
    return any(
        mark.outlook not in (Outlook.DENIES, Outlook.ANNOUNCES)
        for mark in marks(cue_phrase(attribution), language, "cue")
    )


def marks(text: str, language: Language, place: str) -> Iterator[Mark]:
    """The words of a place ("cue" or "content") in a text, in order."""
    outlooks, pattern = _pattern(language, place)
    for match in pattern.finditer(text):
        if match.lastgroup is not None:
            yield Mark(match.start(), match.end(), outlooks[match.lastgroup])


@lru_cache(maxsize=4)
def _pattern(language: Language, place: str) -> tuple[dict[str, Outlook], re.Pattern[str]]:
    entries = [
        (form, Outlook(row["outlook"]))
        for row in rows(builtin_table("commitments.tsv", __package__))
        if row["language"] == language.value and row["place"] in (place, "any")
        for form in values(row["words"])
    ]
    entries.sort(key=lambda entry: len(entry[0]), reverse=True)
    outlooks = {f"w{number}": outlook for number, (_, outlook) in enumerate(entries)}
    parts = [f"(?P<w{number}>{_as_pattern(form)})" for number, (form, _) in enumerate(entries)]
    return outlooks, re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(parts)})(?!\w)")


def _as_pattern(form: str) -> str:
    escaped = re.escape(form).replace(r"\*", r"\w*").replace("'", "['’]")
    return escaped.replace(r"\ …\ ", r"\s+(?:[^\s.;:]+\s+){0,8}?").replace(r"\ ", r"\s+")
