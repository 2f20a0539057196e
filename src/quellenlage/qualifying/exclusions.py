"""Numbers that count and measure nothing: dates, years, ages, clock times, ordinals, scores, labels, names."""

from __future__ import annotations

import re

from quellenlage.model.text import Language
from quellenlage.qualifying.numerals import Numeral
from quellenlage.qualifying.units import Unit

_BEFORE = 60
_YEARS = range(1500, 2101)
_MONTH = {
    Language.GERMAN: r"(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember|(?:Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.)",
    Language.ENGLISH: r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)",
}
_LABEL = {
    Language.GERMAN: r"(?:Art|Artikel|Absatz|Abs|§{1,2}|Paragra(?:f|ph)(?:en)?|Nummer|Nr|Ziffer|Satz|Platz|Rang|Seite|"
    r"S|Kapitel|Level|Stufe|Phase|Gruppe|Liga|Klasse|Kategorie|Typ|Version|Resolution|Raum|Zimmer|Linie|Gleis|Windows|"
    r"Top|Tor|Halle|Block|Kanal|Folge|Staffel|Teil|Band|Tag|Runde|Etappe|Modell|Formel|Bundesstraße|Autobahn|Flug|"
    r"Agenda|Unter|Generation|Zone|Tabelle|Abbildung|Punkt|Wahlkreis|Drucksache|Aktenzeichen|Hausnummer|Postfach|Tel|"
    r"Telefon|Telefonnummer|Regiment|Einheit|Sektion|Apollo|Faktor|Größe|Code|Lotto)",
    Language.ENGLISH: r"(?:Article|Section|Sec|Chapter|Page|p|pp|No|Nos|Number|Rule|Level|Phase|Group|Class|Category|"
    r"Type|Version|Resolution|Room|Route|Highway|Interstate|Flight|Line|Gate|Platform|Channel|Episode|Season|Part|Volume|Day|"
    r"Week|Round|Stage|Model|Formula|Area|Zone|Table|Figure|Point|District|Ward|Top|World War|Title|Grade|Size|Step|"
    r"Proposition|Amendment|Bill|Generation|Apollo|Covid|COVID|Tel|Phone|Unit|Building|Windows|Division|Act|Scene|"
    r"House|Downing|Exhibit|Count|Tier|Order|Agenda|Windows|Under)",
}
_DETERMINER = {
    Language.GERMAN: r"(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]em|[Dd]as|[Dd]iese[nrm]?|[Aa]lle[nr]?|[Ii]hre[nr]?|[Ss]eine[nr]?|"
    r"[Uu]nsere[nr]?|[Mm]eine[nr]?|beide[n]?|zum|zur|jene[nr]?)",
    Language.ENGLISH: r"(?:[Tt]he|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Ii]ts|[Yy]our|[Aa]ll|"
    r"[^\W\d]+['’]s?)",
}
_PAST_OR_NEXT = {
    Language.GERMAN: r"(?:letzte[nrm]?|vergangene[nrm]?|kommende[nrm]?|nächste[nrm]?|folgende[nrm]?|"
    r"zurückliegende[nrm]?|vorige[nrm]?|erste[nrm]?|jüngste[nrm]?|alle)",
    Language.ENGLISH: r"(?:past|last|next|previous|coming|first|recent|following|preceding|every)",
}
_AGE_AFTER = {
    Language.GERMAN: re.compile(
        r"\s*-?[Jj]ährig|\s+Jahre(?:n)?\s+(?:alt|jung|und älter|oder älter)|\s+Jahre[n]?\s+alte|er(?!\w)"
    ),
    Language.ENGLISH: re.compile(
        r"[\s-]years?[\s-]olds?|\s+years\s+(?:of\s+age|or\s+older|and\s+older)|-year-old|-somethings?|s(?!\w)",
        re.IGNORECASE,
    ),
}
_AGE_BEFORE = {
    Language.GERMAN: re.compile(r"(?:im Alter (?:von|zwischen)|Alter von|(?<!\w)mit|Alter)\s+(?:\S+\s+){0,4}\Z"),
    Language.ENGLISH: re.compile(r"(?:[Aa]ged?|at age|the age of|ages|ages of|ages?)\s+(?:\S+\s+){0,3}\Z"),
}
_CLOCK_AFTER = {
    Language.GERMAN: re.compile(r"(?:[.:]\d\d)?\s*(?:Uhr|h)(?!\w)|:\d"),
    Language.ENGLISH: re.compile(
        r"(?:[.:]\d\d)?\s*(?:a\.?m\.?|p\.?m\.?|o['’]clock|GMT|BST|ET|EST|EDT)(?!\w)|:\d", re.IGNORECASE
    ),
}
_AGO_AFTER = re.compile(r"\s+(?:ago|earlier|before|zuvor|davor|später|later|danach|hence)(?!\w)", re.IGNORECASE)
_AGO_BEFORE = {
    Language.GERMAN: re.compile(
        r"(?:^|\W)(?:vor|binnen|innerhalb(?:\s+von)?|innert)\s+(?:\S+\s+){0,3}\Z", re.IGNORECASE
    ),
    Language.ENGLISH: re.compile(r"(?:^|\W)within\s+(?:\S+\s+){0,2}\Z", re.IGNORECASE),
}
_OLD_BEFORE = re.compile(r"(?:alter|\bage)\b[^.;:]{0,50}\Z", re.IGNORECASE)
_OVER_AGE = re.compile(r"(?<!\w)(?:über|unter|ab|over|under)\s+\Z", re.IGNORECASE)
_SCORE = re.compile(r"(?<!\w)(?:\d{1,3})\s?[:–-]\s?(?:\d{1,3})(?!\w)")


def is_no_quantity(
    text: str, numeral: Numeral, whole: Numeral, unit: Unit | None, bounded: bool, language: Language
) -> bool:
    """Whether a numeral at its place in the text names something else than a quantity.

    `whole` reaches to the end of the range that the numeral opens; `unit` is what follows it, if anything; `bounded`
    says that a word such as "mehr als" stands before it.
    """
    before = text[max(0, numeral.start - _BEFORE) : numeral.start]
    after = text[whole.end : whole.end + _BEFORE]
    return (
        _is_attached(before, after, whole, unit)
        or _is_date(before, after, numeral, unit, bounded, language)
        or _is_age(before, after, numeral, unit, language)
        or _is_label(before, numeral, unit, bounded, language)
        or _is_known_small(before, numeral, unit, language)
        or _is_when(before, text, unit, language)
        or _is_unnumbered_half(before, after, numeral, language)
        or _is_coin(text, unit)
    )


def _is_attached(before: str, after: str, numeral: Numeral, unit: Unit | None) -> bool:
    """Part of a name, a code, a score, a clock time or a decimal that is not read as such."""
    if numeral.kind not in ("digits", "words"):
        return False
    if re.search(r"[\w][-–/:.,'’]\Z|[#@_/]\Z|\w\Z", before) and not re.search(r"[^\W\d_]{2}[.,:]\Z", before):
        return True
    if numeral.kind == "digits" and re.match(r"[:/]\d|[.]\d|[-–]\d{4}(?!\d)", after):
        return True
    touches_unit = unit is not None and unit.start - numeral.end <= 1 and unit.start >= numeral.end
    if re.match(r"[^\W\d_]|-[^\W_]|/[^\W_]|\.[a-z]", after) and not touches_unit:
        return True
    return numeral.kind == "digits" and bool(re.search(r"\+\s?\Z", before)) and unit is None


def _is_date(before: str, after: str, numeral: Numeral, unit: Unit | None, bounded: bool, language: Language) -> bool:
    if numeral.kind not in ("digits", "words"):
        return False
    month = _MONTH[language]
    if _CLOCK_AFTER[language].match(after):
        return True
    if re.search(rf"(?<!\w){month}\s+(?:the\s+)?\Z", before) and (numeral.value or 0) <= 31 and _unit_is_far(unit):
        return True
    if re.match(rf"(?:\.|st|nd|rd|th)?\s+(?:of\s+)?{month}(?!\w)", after) and (numeral.value or 0) <= 31:
        return True
    if language is Language.ENGLISH and re.match(r"(?:st|nd|rd|th)(?!\w)", after):
        return True
    if (
        language is Language.GERMAN
        and numeral.kind == "digits"
        and not numeral.marked
        and _is_ordinal(after, bounded, numeral)
    ):
        return True
    return _is_year(before, after, numeral, unit, bounded)


def _unit_is_far(unit: Unit | None) -> bool:
    return unit is None or not unit.dimension


def _is_ordinal(after: str, bounded: bool, numeral: Numeral) -> bool:
    """ "5. Armee", "am 7. und 8. Mai"; the end of a sentence ("mehr als 300. Die …") is none."""
    if not re.match(r"\.(?:\s+\S|\s*[–-]|\d)", after):
        return False
    return not (bounded or (numeral.value or 0) > 100)


def _is_year(before: str, after: str, numeral: Numeral, unit: Unit | None, bounded: bool) -> bool:
    if numeral.kind != "digits" or numeral.marked or numeral.value is None or int(numeral.value) not in _YEARS:
        return False
    if numeral.end - numeral.start != 4:
        return False
    if re.match(r"(?:er|s)?(?:-?[Jj]ahre|s(?!\w))|\s*(?:n\.|v\.)\s*Chr|\s*(?:AD|BC)", after):
        return True
    measured = unit is not None and bool(unit.dimension) and unit.dimension != "time"
    return not measured and (
        not bounded or re.search(r"(?:nach|vor|seit|since|after|before|by|until|bis)\s+\S*\s*\Z", before) is not None
    )


def _is_age(before: str, after: str, numeral: Numeral, unit: Unit | None, language: Language) -> bool:
    if unit is not None and unit.dimension not in ("", "time"):
        return False
    if _AGE_AFTER[language].match(after):
        return True
    if unit is not None and unit.name not in ("Jahre", "years"):
        return False
    bare = unit is None and not numeral.marked and (numeral.value or 0) < 100
    return bool(_AGE_BEFORE[language].search(before) or _OLD_BEFORE.search(before)) or (
        bare and bool(_OVER_AGE.search(before))
    )


def _is_label(before: str, numeral: Numeral, unit: Unit | None, bounded: bool, language: Language) -> bool:
    if bounded or (unit is not None and unit.dimension):
        return False
    return bool(re.search(rf"(?<![\w-]){_LABEL[language]}\.?[\s-]+\Z", before)) and numeral.factor == 1.0


def _is_known_small(before: str, numeral: Numeral, unit: Unit | None, language: Language) -> bool:
    """ "the two leaders": a small number that only points back to what is known already."""
    if numeral.kind != "words" or numeral.marked or (unit is not None and unit.dimension):
        return False
    return bool(re.search(rf"(?<![\w]){_DETERMINER[language]}\s+\Z", before))


def _is_when(before: str, text: str, unit: Unit | None, language: Language) -> bool:
    """A span of time that only says when: "in the past two years", "vor 20 Jahren", "six months later"."""
    if unit is None or unit.dimension != "time":
        return False
    if re.search(rf"(?<!\w){_PAST_OR_NEXT[language]}\s+(?:\S+\s+){{0,3}}\Z", before):
        return True
    if _AGO_BEFORE[language].search(before):
        return True
    return bool(_AGO_AFTER.match(text, unit.end))


def _is_coin(text: str, unit: Unit | None) -> bool:
    """ "$1 bills": the name of a piece of money."""
    if unit is None or unit.dimension != "money":
        return False
    return bool(re.compile(r"(?:\d+)?[\s-](?:bill|note|coin|banknote|stamp)s?(?!\w)").match(text, unit.end))


def _is_unnumbered_half(before: str, after: str, numeral: Numeral, language: Language) -> bool:
    """ "the second half", "half-time", "half way"."""
    if numeral.kind != "fraction" or numeral.value != 0.5:
        return False
    ordinal = r"(?:first|second|other|latter|erste[nr]?|zweite[nr]?|andere[nr]?|bessere[nr]?)\s+\Z"
    if re.search(ordinal, before, re.IGNORECASE):
        return True
    return language is Language.ENGLISH and bool(re.match(r"[-\s](?:time|way|hearted|past|brother|sister)|-", after))
