"""Numbers that count and measure nothing: dates, years, ages, clock times, ordinals, scores, labels, names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows
from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import Numeral, NumeralKind
from quellenlage.qualifying.units import Unit

_WINDOW = 60
_YEARS = range(1500, 2101)
_LAST_DAY = 31
_LARGEST_ORDINAL = 100
_OLDEST = 120
_MONTH = {
    Language.GERMAN: r"(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember|(?:Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.)",
    Language.ENGLISH: r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)",
}
_KNOWN = {
    Language.GERMAN: r"(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]em|[Dd]as|[Dd]iese[nrm]?|[Aa]lle[nr]?|[Ii]hre[nr]?|[Ss]eine[nr]?|"
    r"[Uu]nsere[nr]?|[Mm]eine[nr]?|beiden?|zum|zur|jene[nr]?)",
    Language.ENGLISH: r"(?:[Tt]he|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Ii]ts|[Yy]our|[Aa]ll|"
    r"[^\W\d]+['’]s?)",
}
_NEIGHBOURING = {
    Language.GERMAN: r"(?:letzte|vergangene|kommende|nächste|folgende|zurückliegende|vorige|erste|jüngste|alle)[nrm]?",
    Language.ENGLISH: r"(?:the|these|those|his|her|its|their|our|my|over|in|for|than|every)\s+"
    r"(?:past|last|next|previous|coming|first|recent|following|preceding)",
}
_AGE_AFTER = {
    Language.GERMAN: re.compile(
        r"(?:\s+(?:und|oder|bis)\s+\w+)?"
        r"(?:\s*-?[Jj]ährig|\s+Jahren?\s+(?:alt|jung|alte[nrs]?|(?:und|oder) älter)(?!\w))|er(?!\w)"
    ),
    Language.ENGLISH: re.compile(
        r"[\s-]years?[\s-]olds?|\s+years\s+(?:of\s+age|(?:or|and)\s+older)|-somethings?|s(?!\w)", re.IGNORECASE
    ),
}
_AGE_BEFORE = {
    Language.GERMAN: re.compile(r"(?:Alter(?: von| zwischen)?|(?<!\w)mit)\s+(?:\S+\s+){0,4}\Z|alter\b[^.;:]{0,50}\Z"),
    Language.ENGLISH: re.compile(
        r"(?<!\w)(?:[Aa]ged?|ages)(?: of| between)?\s+(?:\S+\s+){0,3}\Z|\bage\b[^.;:]{0,50}\Z"
    ),
}
_BARE_AGE_BEFORE = re.compile(r"(?<!\w)(?:über|unter|ab|over|under)\s+\Z", re.IGNORECASE)
_CLOCK_AFTER = {
    Language.GERMAN: re.compile(r"(?:[.:]\d\d)?\s*(?:Uhr|h)(?!\w)"),
    Language.ENGLISH: re.compile(
        r"(?:[.:]\d\d)?\s*(?:a\.?m\.?|p\.?m\.?|o['’]clock|GMT|BST|ET|EST|EDT)(?!\w)", re.IGNORECASE
    ),
}
_AGO_AFTER = re.compile(r"\s+(?:ago|earlier|before|zuvor|davor|später|later|danach|hence)(?!\w)", re.IGNORECASE)
_WHEN_BEFORE = {
    Language.GERMAN: re.compile(
        r"(?<!\w)(?:vor|binnen|innerhalb(?:\s+von)?|innert)\s+(?:\S+\s+){0,3}\Z", re.IGNORECASE
    ),
    Language.ENGLISH: re.compile(r"(?<!\w)within\s+(?:\S+\s+){0,2}\Z", re.IGNORECASE),
}
_ORDINAL_BEFORE = re.compile(
    r"(?<!\w)(?:[Dd](?:e[rmns]|ie|as)|[Aa]m|[Zz]u[mr]|[Ii]m|[Vv]om|(?:[Ii]hr|[Ss]ein)e?[nmrs]?)\s+\Z"
)
_YEAR_AFTER = re.compile(r"(?:er|s)?-?[Jj]ahre|s(?!\w)|er-|\s*(?:n\.|v\.)\s*Chr|\s*(?:AD|BC|CE)(?!\w)")
_YEAR_BEFORE = re.compile(r"(?<!\w)(?:nach|vor|seit|since|after|before|by|until|bis|über|im Jahr|in)\s+\S*\s*\Z")
_ABOUT_BEFORE = re.compile(r"(?<!\w)(?:some|about|around|circa|etwa|um|rund)\s+\Z", re.IGNORECASE)
_PIECE_OF_MONEY = re.compile(r"[\s-](?:bill|note|coin|banknote|stamp)s?(?!\w)")
_ORDERED_HALF = re.compile(
    r"(?:first|second|other|latter|erste[nr]?|zweite[nr]?|andere[nr]?|bessere[nr]?)\s+\Z", re.IGNORECASE
)
_BARE_HALF_BEFORE = re.compile(r"(?:^|[.,;:!?]\s|(?<!\w)(?:and|than|by|in)\s)\Z")
_HALF_WORD = re.compile(r"\s(?:time|way|hearted|past|brother|sister)(?!\w)")


@dataclass(frozen=True, slots=True)
class Place:
    """A numeral at its place: the text around it, its unit, whether a word such as "mehr als" bounds it.

    `numeral` is the number or the lower end of a range, `end` where the whole number ends.
    """

    text: str
    numeral: Numeral
    end: int
    unit: Unit | None
    bounded: bool
    language: Language

    @property
    def before(self) -> str:
        """The text before, as far as it is looked at."""
        return self.text[max(0, self.numeral.start - _WINDOW) : self.numeral.start]

    @property
    def after(self) -> str:
        """The text after, as far as it is looked at."""
        return self.text[self.end : self.end + _WINDOW]

    @property
    def size(self) -> float:
        """The number, 0 where it is vague."""
        return self.numeral.value or 0.0

    def measured_in(self, *dimensions: str) -> bool:
        """Whether a unit of one of these dimensions follows."""
        return self.unit is not None and self.unit.dimension in dimensions


def is_no_quantity(place: Place) -> bool:
    """Whether a numeral names something else than a quantity at its place."""
    counted = place.numeral.kind in (NumeralKind.DIGITS, NumeralKind.WORDS)
    return (counted and any(test(place) for test in _TESTS)) or _is_no_part(place)


def _is_attached(place: Place) -> bool:
    """Part of a name, a code, a score, a clock time, or a decimal that its language does not write so."""
    if re.search(r"\w[-–/:.,'’]\Z|[#@_/]\Z|\w\Z|\d \Z", place.before) and not re.search(
        r"[^\W\d_]{2}[.,:]\Z", place.before
    ):
        return True
    touches = place.unit is not None and 0 <= place.unit.start - place.end <= 1
    if re.match(r"[^\W\d_]|[-/][^\W_]|\.[a-z]", place.after) and not touches:
        return True
    in_digits = place.numeral.kind is NumeralKind.DIGITS
    return in_digits and bool(
        re.match(r"[:/]\d|\.\d|[-–]\d{4}(?!\d)", place.after) or re.search(r"\+\s?\Z", place.before)
    )


def _is_padded(place: Place) -> bool:
    """Digits of a code or telephone number: "0176", "007"."""
    return bool(re.match(r"0\d", place.text[place.numeral.start : place.end]))


def _is_date(place: Place) -> bool:
    if _CLOCK_AFTER[place.language].match(place.after):
        return True
    if place.language is Language.ENGLISH and re.match(r"(?:st|nd|rd|th)(?!\w)", place.after):
        return True
    month, a_day = _MONTH[place.language], place.size <= _LAST_DAY
    follows = re.search(rf"(?<!\w){month}\s+(?:the\s+)?\Z", place.before) and not (place.unit and place.unit.dimension)
    precedes = re.match(rf"(?:\.|st|nd|rd|th)?\s+(?:of\s+)?{month}(?!\w)", place.after)
    return a_day and bool(follows or precedes)


def _is_ordinal(place: Place) -> bool:
    """A number with a full stop: "5. Armee", "am 7. und 8. Mai"; not where that ends a sentence."""
    if place.language is Language.ENGLISH or place.numeral.kind is not NumeralKind.DIGITS or place.numeral.marked:
        return False
    if not re.match(r"\.(?:\s+\S|\s*[–-]|\d)", place.after):
        return False
    return bool(_ORDINAL_BEFORE.search(place.before)) or not (place.bounded or place.size > _LARGEST_ORDINAL)


def _is_year(place: Place) -> bool:
    numeral = place.numeral
    if numeral.kind is not NumeralKind.DIGITS or numeral.marked:
        return False
    if _YEAR_AFTER.match(place.after):
        return True
    if numeral.end - numeral.start != 4:
        return False
    if int(place.size) not in _YEARS or (place.unit and place.unit.dimension and not place.measured_in("time")):
        return False
    odd = place.size % 100  # round numbers are rarely years
    return not place.bounded or bool(
        _YEAR_BEFORE.search(place.before) or (odd and (place.unit is None or _ABOUT_BEFORE.search(place.before)))
    )


def _is_age(place: Place) -> bool:
    if place.unit is not None and not place.measured_in("time"):
        return bool(place.unit.start == place.unit.end and _AGE_AFTER[place.language].match(place.after))
    if _AGE_AFTER[place.language].match(place.after):
        return True
    if place.size > _OLDEST or place.numeral.marked or (place.unit and place.unit.name not in ("Jahre", "years")):
        return False
    bare = place.unit is None and _BARE_AGE_BEFORE.search(place.before)
    return bool(bare or _AGE_BEFORE[place.language].search(place.before))


def _is_label(place: Place) -> bool:
    if place.bounded or place.numeral.factor != 1.0 or (place.unit and place.unit.dimension):
        return False
    return _labels(place.language).search(place.before) is not None


def _is_known_few(place: Place) -> bool:
    """A small number that only points back to what is known already: "the two leaders"."""
    if place.numeral.kind is not NumeralKind.WORDS or place.numeral.marked:
        return False
    if place.unit and place.unit.dimension not in ("", "count"):
        return False
    return re.search(rf"(?<!\w){_KNOWN[place.language]}\s+\Z", place.before) is not None


def _is_when(place: Place) -> bool:
    """A span of time that only says when: "in the past two years", "vor 20 Jahren", "six months later"."""
    if place.unit is None or not place.measured_in("time"):
        return False
    neighbouring = rf"(?<!\w){_NEIGHBOURING[place.language]}\s+(?:\S+\s+){{0,3}}\Z"
    return bool(
        re.search(neighbouring, place.before)
        or _WHEN_BEFORE[place.language].search(place.before)
        or _AGO_AFTER.match(place.text, place.unit.end)
    )


def _is_piece_of_money(place: Place) -> bool:
    """The name of a note or coin: "$1 bills"."""
    return (
        place.measured_in("money")
        and _PIECE_OF_MONEY.match(place.text, max(place.end, place.unit.end if place.unit else 0)) is not None
    )


def _is_no_part(place: Place) -> bool:
    """Halves and quarters of no sum: "the second half", "half way", "on the half shell", "a quarter-century"."""
    if place.numeral.kind is not NumeralKind.FRACTION:
        return False
    if re.match(r"-\w", place.after):
        return True
    if place.size != 0.5:
        return False
    bare = place.unit is None and not place.bounded and not _BARE_HALF_BEFORE.search(place.before)
    in_word = place.language is Language.ENGLISH and (bare or _HALF_WORD.match(place.after))
    return bool(_ORDERED_HALF.search(place.before) or in_word)


@lru_cache(maxsize=2)
def _labels(language: Language) -> re.Pattern[str]:
    words = [row["word"] for row in rows(builtin_table("labels.tsv", __package__)) if row["language"] == language.value]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))}|[A-HJ-Z])\.?[\s\u00a0-]+\Z")


_TESTS = (
    _is_attached,
    _is_padded,
    _is_date,
    _is_ordinal,
    _is_year,
    _is_age,
    _is_label,
    _is_known_few,
    _is_when,
    _is_piece_of_money,
)
