"""Whether words that can be a time are one at their place: "May" and "may", 2024 and 2000 tanks, ages."""

from __future__ import annotations

import re

from quellenlage.model.text import Language
from quellenlage.qualifying.times.expression import Duration, Expression, Stretch, Unit

_WINDOW = 60
_SURE_BEFORE = {
    Language.GERMAN: re.compile(r"(?<!\w)(?:seit|Ende|Anfang|Mitte|Jahre?s?|Jahren)\s+\Z", re.IGNORECASE),
    Language.ENGLISH: re.compile(r"(?<!\w)(?:in|since|until|till|year|late|early|mid-)\s*\Z", re.IGNORECASE),
}
_YEAR_BEFORE = {
    Language.GERMAN: re.compile(r"(?<!\w)(?:bis|ab|vor|nach|von|in|für|um|und)\s+\Z", re.IGNORECASE),
    Language.ENGLISH: re.compile(r"(?<!\w)(?:by|from|of|after|before|through|to|during|for)\s+\Z", re.IGNORECASE),
}
_COUNTED_BEFORE = re.compile(
    r"(?:[$€£#§]|(?<!\w)(?:mehr als|über|rund|fast|etwa|bis zu|knapp|gut|mindestens|weniger als|Artikel|Nr\.|Nummer|"
    r"more than|about|over|nearly|almost|up to|at least|some|around|less than|No\.))\s*\Z|\d[.,:/]?\s?\Z|[/:]\Z|\w-\Z",
    re.IGNORECASE,
)
_COUNTED_AFTER = {
    Language.GERMAN: re.compile(
        r"\s+(?:[A-ZÄÖÜ]\w|(?:km|m|kg|mm|qm)(?!\w))|\s?[%€$°]|\s*(?:Euro|Prozent)|-|\s+(?!die|der|des|diese|eine|ihre|seine|keine)(?:[a-zäöü]+e[nrs]?\s+)[A-ZÄÖÜ]\w"
    ),
    Language.ENGLISH: re.compile(
        r"\s+(?:(?!was|has|does|is|this|as|its|ends|begins|starts|elections|games|olympics)[a-z]+s|people|men|women|children|km|dead|dollars|percent|per)(?!\w)"
        r"|\s?[%€$°]|-"
    ),
}
_RECENT = frozenset(range(1990, 2040)) - {2000}
_SENTENCE_START = re.compile(r"(?:\A|[.!?:]\s)\Z")
_MADE_AFTER = re.compile(r"\s(?:geboren|gegründet|gebaut|erbaut|eröffnet|erschienen)")
_GOES_ON = re.compile(r"\s[a-zäöü]|,")
_PLACE_AFTER = re.compile(r"\s(?:in|im|am|an|bei|auf|at|on)\s")
_AGE_BEFORE = {
    Language.GERMAN: re.compile(r"(?:Alter(?: von)?|(?<!\w)mit)\s+(?:\d+\s+(?:oder|bis|und)\s+)?\Z"),
    Language.ENGLISH: re.compile(r"(?:(?<!\w)age of|aged)\s+\Z"),
}
_SEASON_BEFORE = {
    Language.GERMAN: re.compile(
        r"(?<!\w)(?:im|seit|bis|zum|vom|ab|der|den|des|diesem|jedem|und|oder|bis)\s+\Z", re.IGNORECASE
    ),
    Language.ENGLISH: re.compile(r"(?<!\w)(?:in|since|until|by|during|over|for)(?:\s+the)?\s+\Z", re.IGNORECASE),
}
_MONTH_BEFORE = {
    Language.GERMAN: re.compile(r"(?<!\w)(?:im|seit|bis|ab|von|vom|zum|für|in|der|Monat)\s+\Z", re.IGNORECASE),
    Language.ENGLISH: re.compile(
        r"(?<!\w)(?:in|since|until|till|by|from|through|during|for|of|to|before|after|this|next|last|every|"
        r"between)\s+\Z",
        re.IGNORECASE,
    ),
}
_ALSO_WORDS = frozenset(["May", "March", "August"])
_NAME_BEFORE = re.compile(r"(?:[A-ZÄÖÜ][\wäöüß.-]+)\s\Z")
_NAME_AFTER = re.compile(r"\s[A-ZÄÖÜ][a-zäöüß]")
_SHORT = re.compile(r"(?:Jan|Mar|Mon|Sat|Sun)\Z")


def stands_as_time(text: str, expression: Expression, language: Language) -> bool:
    """Whether an expression that a form has found is a time at its place."""
    before = text[max(0, expression.start - _WINDOW) : expression.start]
    after = text[expression.end : expression.end + _WINDOW]
    what = expression.what
    if isinstance(what, Duration):
        return _AGE_BEFORE[language].search(before) is None
    if not isinstance(what, Stretch):
        return True
    words = text[expression.start : expression.end]
    if what.unit is Unit.YEAR and what.shift is None and words.isdigit():
        return _is_year(what, before, after, language)
    if what.unit is Unit.SEASON and what.within is None and what.shift is None and expression.portion is None:
        return _SEASON_BEFORE[language].search(before) is not None or words.lower().startswith("the ")
    if what.unit is Unit.MONTH and what.within is None and what.shift is None and expression.portion is None:
        return _is_month(words, before, after, language)
    if what.unit is Unit.WEEKDAY and words in ("Sonntag", "Freitag"):  # surnames too
        return (
            _NAME_BEFORE.search(before) is None
            or re.search(r"(?<!\w)(?:Am|Der|Bis|Ab|Seit|Zum|Vom|Für)\s\Z", before) is not None
        )
    return True


def _is_year(what: Stretch, before: str, after: str, language: Language) -> bool:
    number = what.number or 0
    if number in _RECENT and (_SENTENCE_START.search(before) or _PLACE_AFTER.match(after)) and _GOES_ON.match(after):
        return True
    if _MADE_AFTER.match(after):
        return True
    if _COUNTED_BEFORE.search(before):
        return False
    if _SURE_BEFORE[language].search(before):
        return not re.match(r"\s?[%€$°]", after)
    if _YEAR_BEFORE[language].search(before):
        return not _COUNTED_AFTER[language].match(after)
    return number >= 1900 and not _COUNTED_AFTER[language].match(after)


def _is_month(words: str, before: str, after: str, language: Language) -> bool:
    if _MONTH_BEFORE[language].search(before):
        return True
    if language is Language.GERMAN:
        return words != "August" or not (_NAME_BEFORE.search(before) or _NAME_AFTER.match(after))
    return words not in _ALSO_WORDS and _NAME_AFTER.match(after) is None and _SHORT.match(words) is None
