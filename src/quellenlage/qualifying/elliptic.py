"""What a number counts where its noun is left out: "neun wurden verletzt", "drei davon schwer", "three died".

Words that say what became of people name the unit. Without them the number still counts where it is the subject of a
plural verb or a part of something named before; what it counts is then unknown, or the unit of the figure before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import GAP, Numeral, NumeralKind
from quellenlage.qualifying.quantity import Quantity
from quellenlage.qualifying.sharing import OF_THEM
from quellenlage.qualifying.units import Unit

_REACH, _WORD_BEFORE = 90, 20  # code points
_CLAUSE = re.compile(r"[^.,;:!?()–—\n]*")
_MORE = {
    Language.GERMAN: rf"{GAP}(?:weitere|andere)",
    Language.ENGLISH: rf"{GAP}(?:more|others)",
}
_OF_THEM = {
    Language.GERMAN: re.compile(rf"{GAP}(?:davon|(?:von|unter){GAP}(?:ihnen|denen|diesen))(?!\w)"),
    Language.ENGLISH: OF_THEM,
}
_PLURAL = {  # verbs that a bare number can be the subject of
    Language.GERMAN: re.compile(
        rf"(?:{_MORE[Language.GERMAN]})?{GAP}(?:wurden|würden|werden|waren|sind|seien|wären|haben|hätten|hatten|kamen|starben|"
        r"erlagen|erlitten|mussten|müssten|müssen|liegen|lagen|lägen|schweben|schwebten|gelten|galten|blieben|fehlen|"
        r"fehlten)(?!\w)"
    ),
    Language.ENGLISH: re.compile(
        rf"(?:{_MORE[Language.ENGLISH]})?{GAP}(?:were|are|have|had|died|drowned|remain|remained|suffered|survived)(?!\w)"
    ),
}
_LAST = {language: re.compile(rf"{more}(?=[.,;:!?]|$)") for language, more in _MORE.items()}
"""Behind the number of "verletzt wurden elf weitere"."""
_SENTENCE_ENDS = re.compile(r"[.!?:]\s|\n")
_OPENS = re.compile(r"(?:^|[.,;:!?–—(\"„“”»«]\s*|\n)\Z")
_JOINS = re.compile(rf"(?<!\w)(?:und|and|aber|but|während|while|dass|that){GAP}\Z")
_NO_SUBJECT = re.compile(  # a time or place: "um neun verletzt", "kurz vor acht", "bei drei"
    rf"(?<!\w)(?:um|gegen|bis|ab|seit|nach|vor|kurz|Punkt|halb|von|zu|mit|bei|in|auf|at|by|until|after|before|since|past|"
    rf"to|from|in|on|of|with){GAP}\Z"
)
_VERB_BEFORE = re.compile(rf"(?<!\w)(?:wurden|würden|werden|waren|sind|seien|wären){GAP}\Z")  # "es wurden 12 verletzt"
_HOW = {Language.GERMAN: rf"(?:{GAP}[a-zäöüß]+){{0,2}}?", Language.ENGLISH: rf"(?:{GAP}[a-z]+ly)?"}


@dataclass(frozen=True, slots=True)
class _Told:
    """Patterns of what became of people: `unit` finds the word, whose group's number tells the name; `after` one right
    behind a number."""

    names: tuple[str, ...]
    unit: re.Pattern[str]
    after: re.Pattern[str]


def left_out(
    text: str, start: int, numeral: Numeral, end: int, previous: Quantity | None, language: Language
) -> Unit | None:
    """The unit, empty in place and perhaps in name, of a number [numeral.start, end) that has no noun; None where it
    counts nothing. `start` is where its qualifiers begin."""
    if numeral.value == 1:
        return None  # "einer von ihnen" is hardly a count
    near = previous if previous and not _SENTENCE_ENDS.search(text, previous.end, start) else None
    if _OF_THEM[language].match(text, end):
        if near:
            return Unit(end, end, near.unit, near.dimension)
        return Unit(end, end, _said_behind(text, end, language))
    low = max(0, start - _WORD_BEFORE)
    if _NO_SUBJECT.search(text, low, start):
        return None
    joins = near and numeral.kind is NumeralKind.WORDS and _JOINS.search(text, low, start)
    if (joins or _OPENS.search(text, low, start)) and _PLURAL[language].match(text, end):
        return Unit(end, end, _said_behind(text, end, language))
    if _LAST[language].match(text, end):
        return Unit(end, end, _said_before(text, start, language))
    counts = numeral.kind is NumeralKind.WORDS or _VERB_BEFORE.search(text, low, start)
    told = _told(language)
    after = told.after.match(text, end) if counts else None
    return Unit(end, end, told.names[_place(after)]) if after else None


def _said_behind(text: str, end: int, language: Language) -> str:
    """What became of people in the clause that goes on at a code point; nothing where it says none of it."""
    clause = _CLAUSE.match(text, end, end + _REACH)
    found = _told(language).unit.search(clause.group()) if clause else None
    return _told(language).names[_place(found)] if found else ""


def _said_before(text: str, start: int, language: Language) -> str:
    """The same of the clause before a code point."""
    before = re.split(r"[.,;:!?]", text[max(0, start - _REACH) : start])[-1]
    found = list(_told(language).unit.finditer(before))
    return _told(language).names[_place(found[-1])] if found else ""


def _place(found: re.Match[str]) -> int:
    assert found.lastindex is not None
    return found.lastindex - 1


@lru_cache(maxsize=2)
def _told(language: Language) -> _Told:
    table = [row for row in rows(builtin_table("elliptic.tsv", __package__)) if row["language"] == language.value]
    groups = "|".join(f"({'|'.join(re.escape(word) for word in values(row['words']))})" for row in table)
    after = re.compile(rf"(?:{_MORE[language]})?{_HOW[language]}{GAP}(?:{groups})(?!\w)")
    return _Told(tuple(row["unit"] for row in table), re.compile(rf"(?<!\w)(?:{groups})(?!\w)", re.IGNORECASE), after)
