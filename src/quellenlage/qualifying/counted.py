"""What a number counts in the words of the page, with what describes it: "getöteten Soldaten der Armee".

The unit alone mixes killed soldiers with wounded ones, and one side's losses with the other's.
"""

from __future__ import annotations

import re

from quellenlage.model.text import Language
from quellenlage.qualifying.nouns import phrase_at
from quellenlage.qualifying.numbers import GAP
from quellenlage.qualifying.units import Unit

Range = tuple[int, int]

_LINK = re.compile(rf"(?:{GAP}(?:von|of)(?!\w))?(?:{GAP}(?:den|der|des|dem|dieser|the|these|those)(?!\w))?{GAP}")
_MOST_ATTRIBUTES = 2
_ATTRIBUTE = {  # only what can hang on nothing but the noun before it
    Language.GERMAN: re.compile(
        rf"{GAP}(?:der|des|dieser|dieses|aller|eines|einer|ihrer|ihres|seiner|seines|zwischen|unter|aus(?:{GAP}dem|"
        rf"{GAP}der)?)(?={GAP})"
    ),
    Language.ENGLISH: re.compile(rf"{GAP}(?:of|among)(?:{GAP}(?:the|its|their|his|her|all|these|those))?(?={GAP})"),
}
_SIDE = {
    Language.GERMAN: re.compile(rf"{GAP}auf{GAP}(?:der{GAP})?\w+(?:er|en){GAP}Seite(?!\w)"),
    Language.ENGLISH: re.compile(rf"{GAP}on{GAP}the{GAP}\w+{GAP}side(?!\w)"),
}


def counted_at(text: str, unit: Unit | None, language: Language) -> Range | None:
    """Code points [start, end) of what is counted or measured in a unit; None where only a measure stands there."""
    if unit is None or unit.start == unit.end:
        return None
    if unit.dimension in ("", "count"):
        link = _LINK.match(text, unit.opens)
        start = link.end() if link and link.end() <= unit.start else unit.opens
        return start, _with_attributes(text, unit.end, language)
    noun = phrase_at(text, unit.end, language) or _attribute(text, unit.end, language)
    return (noun[0], _with_attributes(text, noun[1], language)) if noun else None


def _with_attributes(text: str, end: int, language: Language) -> int:
    """The end of a noun phrase with the attributes that follow its noun."""
    for _ in range(_MOST_ATTRIBUTES):
        side = _SIDE[language].match(text, end)
        noun = side.span() if side else _attribute(text, end, language)
        if noun is None:
            break
        end = noun[1]
    return end


def _attribute(text: str, end: int, language: Language) -> Range | None:
    link = _ATTRIBUTE[language].match(text, end)
    return phrase_at(text, link.end(), language) if link else None
