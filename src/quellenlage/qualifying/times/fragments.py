"""Forms of time expressions and the fragments that their patterns are written with."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from quellenlage.model.text import Language
from quellenlage.qualifying.times.expression import Expression
from quellenlage.qualifying.times.lexicon import GAP, words
from quellenlage.qualifying.times.match import Found

_YEAR_WORD = {Language.GERMAN: r"Jahr(?:es|s)?", Language.ENGLISH: r"year"}
_OF = {Language.GERMAN: r"(?:des{g})?(?:Jahres{g})?", Language.ENGLISH: r"(?:of{g})?(?:the{g}year{g})?"}
_HALF = {
    Language.GERMAN: r"(?:ein\w*{g})?halbe\w*|",
    Language.ENGLISH: r"half{g}an?|an?{g}half|(?:\d+|[a-z]+){g}and{g}a{g}half|",
}
_APPROXIMATE = {
    Language.GERMAN: r"(?i:rund|etwa|ungefähr|circa|ca\.|gut|knapp|fast|beinahe|über|mehr als|weniger als|mindestens|"
    r"höchstens|maximal|bis zu|nur|erst|genau|schon|noch)",
    Language.ENGLISH: r"(?i:about|around|roughly|nearly|almost|over|more than|less than|at least|at most|up to|"
    r"just over|just under|some|only|just|exactly)",
}
_COUNT = r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:-[^\W\d_]+)?"


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern with fragments, and what a match means; `whole` says that it holds its own preposition."""

    pattern: str
    build: Callable[[Found], Expression | None]
    whole: bool = False

    def compiled(self, language: Language) -> re.Pattern[str]:
        """The pattern with all its fragments filled in; as whole words, in any case of letters save for names."""
        return re.compile(rf"(?i)(?<![\w-])(?:{self.pattern.format(**_fragments(language))})(?!\w)")


def _named(name: str, pattern: str) -> str:
    return f"(?P<{name}>{pattern})"


def _cased(pattern: str) -> str:
    return f"(?-i:{pattern})"


def _fragments(language: Language) -> dict[str, str]:
    def word(name: str, word_class: str = "", cased: bool = False) -> str:
        pattern = words(language, word_class or name)
        return _named(name, _cased(pattern) if cased else pattern)

    count = f"{_HALF[language].format(g=GAP)}{words(language, 'number')}|{_COUNT}"
    year_shift = _named("year_shift", words(language, "shift"))
    return {
        "g": GAP,
        "g1": r"[ \u00a0\u202f]",
        "sp": r" \u00a0\u202f",
        "month": word("month", cased=True),
        "month2": word("month2", "month", cased=True),
        "weekday": word("weekday", cased=True),
        "weekday2": word("weekday2", "weekday", cased=True),
        "season": word("season", cased=True),
        "season2": word("season2", "season", cased=True),
        "part": word("part", cased=True),
        "holiday": word("holiday", cased=True),
        "offset": word("offset", cased=True),
        "unit": word("unit"),
        "shift": word("shift"),
        "week_shift": word("week_shift", "shift"),
        "ordinal": word("ordinal"),
        "portion": word("portion"),
        "portion2": word("portion2", "portion"),
        "boundary": word("boundary"),
        "day_word": word("day_word", "day"),
        "vague": word("vague"),
        "set": word("set"),
        "day": r"(?P<day>0?[1-9]|[12]\d|3[01])",
        "day2": r"(?P<day2>0?[1-9]|[12]\d|3[01])",
        "year": r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d.,]*\d)",
        "of_year": rf"(?:{GAP}{_OF[language].format(g=GAP)}(?:(?P<of_year>(?:1[5-9]|20)\d\d)(?!\d)|"
        rf"{year_shift}{GAP}{_YEAR_WORD[language]}))",
        "number": _named("number", count),
        "numbers": rf"(?:(?P<least>{_COUNT})(?:{GAP}(?:bis|oder|to|or){GAP}|{GAP}?[–-]{GAP}?))?(?P<number>{count})",
        "approx": _named("approx", _APPROXIMATE[language]),
    }
