"""The words by which a quantity is said to be like another: equality, all of it, nouns for quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import GAP

_WINDOW = 80
_BETWEEN = rf"(?:{GAP}[\w-]+){{0,4}}?{GAP}"  # words of one clause: no mark between them
_NOUN_START = {Language.GERMAN: r"(?<![\w-])(?=[A-ZÄÖÜ])[\w-]*?", Language.ENGLISH: r"(?<![\w-])"}
_COMPARED = {  # what has as many: "die Nachbarn", "im ganzen Vorjahr", "Seyland"
    Language.GERMAN: "(?:(?:i[nm]|am|beim?|auf) )?(?:DETERMINER )?(?:[a-zäöüß]{3,}e[nmrs]? ){0,2}[A-ZÄÖÜ][\\w-]+",
    Language.ENGLISH: "(?:(?:in|at|on|during) )?(?:DETERMINER (?:WHOLE )?(?:of the )?[\\w-]+|[A-Z][\\w-]+)",
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """The words of a language as patterns. `noun` and `counted` are for searching, `equal` ends at a place, the others
    are for single words. In `counted`, the only group that matched holds what is counted. `verbs` stand before a
    quantity, after it, or around it."""

    noun: re.Pattern[str]
    counted: re.Pattern[str]
    equal: re.Pattern[str]
    count: re.Pattern[str]
    other: re.Pattern[str]
    whole: re.Pattern[str]
    determiner: re.Pattern[str]
    verbs: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]

    def has_verb(self, text: str, start: int, end: int) -> bool:
        """Whether a verb of equality belongs to the words at [start, end)."""
        return any(
            before.search(text, max(0, start - _WINDOW), start) is not None and after.match(text, end) is not None
            for before, after in self.verbs
        )


@cache
def likeness(language: Language) -> Likeness:
    """The patterns of a language, from the package's table."""
    words = {
        row["role"]: values(row["words"])
        for row in rows(builtin_table("unnumbered.tsv", __package__))
        if row["language"] == language.value
    }
    compared = _COMPARED[language].replace(" ", GAP)
    compared = compared.replace("DETERMINER", _any(words["determiner"])).replace("WHOLE", _any(words["whole"]))
    counted = "|".join(
        rf"{_any([before])}{GAP}(?P<what{number}>(?:[\w-]+{GAP}){{0,3}}?[\w-]+){GAP}{_any([after])}"
        for number, (before, after) in enumerate(map(_parts, words["counted"]))
    )
    return Likeness(
        re.compile(rf"{_NOUN_START[language]}(?i:{_any((*words['noun'], *words['count']))})(?![\w-])"),
        re.compile(rf"(?<![\w-])(?i:{counted}){GAP}{compared}"),
        re.compile(rf"(?<![\w-])(?i:{_any(words['equal'])}){GAP}\Z"),
        re.compile(_any(words["count"])),
        re.compile(_any(words["other"])),
        re.compile(_any(words["whole"]), re.IGNORECASE),
        re.compile(_any(words["determiner"]), re.IGNORECASE),
        tuple(_verbs(words["verb"], language)),
    )


def _verbs(forms: Iterable[str], language: Language) -> Iterable[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Words before and after a quantity; a verb of one part stands before it, in German also after it."""
    anywhere = re.compile("")
    for form in forms:
        before, after = _parts(form)
        leading = re.compile(rf"(?<![\w-])(?i:{_any([before])}){_BETWEEN}\Z")
        if after:
            yield leading, _following(after)
            continue
        yield leading, anywhere
        if language is Language.GERMAN:
            yield anywhere, _following(before)


def _following(form: str) -> re.Pattern[str]:
    return re.compile(rf"{_BETWEEN}{_any([form])}(?!\w)")


def _parts(form: str) -> tuple[str, str]:
    before, _, after = form.partition(" … ")
    return before, after


def _any(forms: Iterable[str]) -> str:
    ordered = sorted(forms, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", GAP) for form in ordered) + ")"
