"""A match of a form, and how its groups are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import numeral_at
from quellenlage.qualifying.times.expression import Clock, Expression, Portion, Stretch, Unit, What
from quellenlage.qualifying.times.lexicon import meaning

_APPROXIMATE = frozenset(
    [
        *"rund etwa ungefähr circa ca. gut knapp fast beinahe über".split(),
        *"about around roughly nearly almost over some".split(),
        *("mehr als", "weniger als", "mindestens", "höchstens", "maximal", "bis zu", "more than", "less than"),
        *("at least", "at most", "up to", "just over", "just under"),
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a form. Groups are read by name; those that took no part or that the form lacks give None."""

    match: re.Match[str]
    language: Language

    def get(self, name: str) -> str | None:
        """The text of a group."""
        return self.match.groupdict().get(name)

    def before(self, length: int) -> str:
        """The text before the match, as far as that many code points."""
        return self.match.string[max(0, self.match.start() - length) : self.match.start()]

    def value(self, group: str, word_class: str | None = None) -> str | None:
        """What the word of a group stands for in the word table."""
        word = self.get(group)
        return None if word is None else meaning(self.language, word_class or group, word)

    def shift(self, group: str = "shift") -> int | None:
        """A distance in units."""
        value = self.value(group, "shift")
        return None if value is None else int(value)

    def unit(self) -> Unit:
        """The unit that the form names."""
        return Unit(meaning(self.language, "unit", self.get("unit") or self.get("plural") or ""))

    def portion(self, group: str = "portion") -> Portion | None:
        """The part of a stretch."""
        value = self.value(group, "portion")
        return None if value is None else Portion(value)

    def part(self) -> str | None:
        """The TIMEX3 code of a part of the day."""
        word = self.get("part") or self.get("part_word") or self.get("joined")
        return None if word is None else meaning(self.language, "part", word)

    def of_year(self) -> Stretch | None:
        """The year that stands behind a month, season or quarter."""
        year = self.get("of_year")
        if year is not None:
            return Stretch(Unit.YEAR, int(year))
        shift = self.shift("year_shift")
        return None if shift is None else Stretch(Unit.YEAR, shift=shift)

    def number(self, word: str) -> float | str | None:
        """The number that a word is, None where it is vague, "" where it is none."""
        try:
            value = meaning(self.language, "number", word)
            return None if value == "X" else float(value)
        except KeyError:
            pass
        if re.search(r"\band a half\b", word):
            whole = self.number(word.split()[0])
            return whole + 0.5 if isinstance(whole, float) else ""
        if re.match(r"(?:half|a half|an half|halbe|ein\w*\shalbe)", word, re.IGNORECASE):
            return 0.5
        numeral = numeral_at(word, 0, self.language)
        return "" if numeral is None or numeral.end != len(word) else numeral.value

    def is_approximate(self) -> bool:
        """Whether a word before the number says that it only comes near."""
        word = self.get("approx")
        return word is not None and " ".join(word.lower().split()) in _APPROXIMATE

    def expression(
        self,
        what: What | None,
        portion: Portion | None = None,
        part: str | None = None,
        clock: Clock | None = None,
        approximate: bool = False,
    ) -> Expression:
        """What the whole match means."""
        start, end = self.match.span()
        return Expression(start, end, what, portion=portion, part=part, clock=clock, approximate=approximate)
