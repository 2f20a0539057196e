"""What a number counts where that stands before it: "Die Zahl der Toten stieg auf 40", "Einwohner: 4.200"."""

from __future__ import annotations

import re

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.model.text import Language
from quellenlage.qualifying.nouns import is_listed_plural, noun_after
from quellenlage.qualifying.numbers import GAP
from quellenlage.qualifying.units import Unit

_WINDOW = 160
_NUMBER_OF = {
    Language.GERMAN: re.compile(r"(?:(?:Gesamt|An)?[Zz]ahl|Menge)(?=\s(?:der|des|dieser|aller|ihrer|seiner|an|von)\s)"),
    Language.ENGLISH: re.compile(r"(?i:(?:total )?number|count)(?=\sof\s)"),
}
_TOLL = {
    Language.GERMAN: (re.compile(r"(?:Todes|Todesopfer)zahl(?!\w)|Opfer(?:zahl|bilanz)(?!\w)"), "Tote"),
    Language.ENGLISH: (re.compile(r"(?i:death toll|toll)(?!\w)"), "deaths"),
}
_LEADS_TO_NUMBER = {
    Language.GERMAN: re.compile(rf"(?<!\w)(?:auf|bei|von|mit|um|beträgt|betrage|betrug|liegt|ist|sei|war){GAP}\Z"),
    Language.ENGLISH: re.compile(rf"(?<!\w)(?:to|at|of|by|was|is|were|reached|exceeded|from|hit|passed){GAP}\Z"),
}
_NEW_SENTENCE = re.compile(r"[.;!?]\s")
_HEADED = re.compile(rf"(?:^|[\s(])(?P<noun>[^\W\d_][\w-]+):{GAP}\Z")
_PEOPLE = (RoleClass.PERSON, RoleClass.GROUP, RoleClass.UNNAMED)


def noun_before(text: str, start: int, language: Language) -> Unit | None:
    """The unit of a number whose qualifiers start at a code point, where it is named before; None where it is not."""
    return _headed(text, start, language) or _number_of(text, start, language)


def _number_of(text: str, start: int, language: Language) -> Unit | None:
    low = max(0, start - _WINDOW)
    if not _LEADS_TO_NUMBER[language].search(text, low, start):
        return None
    found = list(_NUMBER_OF[language].finditer(text, low, start))
    if found and not _NEW_SENTENCE.search(text, found[-1].end(), start):
        unit = noun_after(text, found[-1].end(), language)
        return unit if unit and unit.end < start else None
    toll, name = _TOLL[language]
    told = list(toll.finditer(text, low, start))
    if told and not _NEW_SENTENCE.search(text, told[-1].end(), start):
        return Unit(told[-1].start(), told[-1].end(), name)
    return None


def _headed(text: str, start: int, language: Language) -> Unit | None:
    """A heading before a colon, where it names people or is a plural that counts."""
    match = _HEADED.search(text, max(0, start - _WINDOW), start)
    if match is None:
        return None
    noun = match["noun"]
    role = find_role(noun)
    if (role is None or role.cls not in _PEOPLE) and not is_listed_plural(noun, language):
        return None
    name = noun if language is Language.GERMAN else noun.lower()
    return Unit(match.start("noun"), match.end("noun"), name)
