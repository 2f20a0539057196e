"""Units of measure and money beside a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import GAP

_NO_NAME = "".join(  # "12 Euro 50", "die Einführung des Euro 2002"
    rf"(?<!\b{word} )" for word in (r"\d", "des", "der", "dem", "den", "vom", "zum", "im", "in", "mit")
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at code points [start, end). `dimension` is empty for counted things.

    `attributes` is where the words that describe a counted thing begin, None where there are none.
    """

    start: int
    end: int
    name: str
    dimension: str = ""
    attributes: int | None = None

    @property
    def opens(self) -> int:
        """Where the whole phrase begins."""
        return self.start if self.attributes is None else self.attributes


def measure_after(text: str, end: int, language: Language) -> Unit | None:
    """The unit of measure or money that follows a number ("Prozent", "km", "€")."""
    names, pattern = _measures(language)
    match = pattern.match(text, end)
    if match is None:
        return None
    name, dimension = names.get(match["unit"]) or names[match["unit"].lower()]
    return Unit(match.start("unit"), match.end(), name, dimension)


def currency_before(text: str, start: int, language: Language) -> Unit | None:
    """The sign of a currency that stands before a number ("$", "CHF")."""
    signs, pattern = _signs(language)
    match = pattern.search(text, max(0, start - 12), start)
    return Unit(match.start(), start, signs[match["sign"].strip()], "money") if match else None


def measure_named(word: str, language: Language) -> tuple[str, str] | None:
    """Name and dimension of a unit of measure by one of its written forms."""
    names, _ = _measures(language)
    return names.get(word)


def _is_word(written: str) -> bool:
    """Whether a unit is a word, found in any case; abbreviations and signs keep theirs."""
    return len(written) > 3 and written.replace(" ", "").replace("-", "").isalpha()


@lru_cache(maxsize=2)
def _measures(language: Language) -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    names: dict[str, tuple[str, str]] = {}
    for row in rows(builtin_table("units.tsv", __package__)):
        if row["language"] == language.value:
            for written in values(row["written"]):
                key = written.lower() if language is Language.ENGLISH and _is_word(written) else written
                names.setdefault(key, (row["unit"], row["dimension"].replace("currency", "money")))
    words = sorted((n for n in names if n[0].isalpha()), key=len, reverse=True)
    signs = sorted((n for n in names if not n[0].isalpha()), key=len, reverse=True)
    long_words = "|".join(re.escape(w) for w in words if _is_word(w))
    short_words = "|".join(re.escape(w) for w in words if not _is_word(w))
    sign = "|".join(re.escape(s) for s in signs)
    any_case = "(?i:" if language is Language.ENGLISH else "(?:"
    return names, re.compile(
        rf"{GAP}?(?P<unit>{any_case}{long_words})(?![\w-])|(?:{sign})(?!\w)|(?:{short_words})(?![\w-]))"
    )


@lru_cache(maxsize=2)
def _signs(language: Language) -> tuple[dict[str, str], re.Pattern[str]]:
    signs = {
        written: row["unit"]
        for row in rows(builtin_table("units.tsv", __package__))
        if row["language"] == language.value and row["dimension"] == "currency"
        for written in values(row["written"])
    }
    alternatives = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    return signs, re.compile(rf"(?<!\w){_NO_NAME}(?P<sign>{alternatives}){GAP}?\Z")
