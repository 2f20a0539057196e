"""What a number counts or measures: units of measure, money, and nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.text import Language

_GAP = "[ \u00a0\u202f\u2009]"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W_]+)*-?(?!\d)")
_QUOTES = "\"'„“”‚‘’»«›‹"
_LONGEST_PHRASE = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at code points [start, end). `dimension` is empty for counted things."""

    start: int
    end: int
    name: str
    dimension: str = ""


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
    match = pattern.search(text, max(0, start - 5), start)
    return Unit(match.start(), start, signs[match["sign"].strip()], "money") if match else None


def noun_after(text: str, end: int, language: Language, single: bool = False) -> Unit | None:
    """The noun that a number counts, past its adjectives: "vier weitere palästinensische Gruppen" -> Gruppen.

    `single` says that the number is one. None where no noun follows.
    """
    if language is Language.GERMAN:
        return _german_noun(text, end)
    return _english_noun(text, end, single)


# --- units of measure


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
        rf"{_GAP}?(?P<unit>{any_case}{long_words})(?![\w-])|(?:{sign})(?!\w)|(?:{short_words})(?![\w-]))"
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
    return signs, re.compile(rf"(?<![\w])(?P<sign>{alternatives}){_GAP}?\Z")


# --- German nouns

_DE_LINK = re.compile(
    rf"{_GAP}(?:von(?:{_GAP}(?:den|der|ihnen))?|der|des|dem|den|dieser|dieses|aller|seiner|ihrer|unserer|meiner|davon)(?!\w)"
)
_DE_NO_ADJECTIVE = frozenset(
    "der die das den dem des ein eine einer einem einen eines diese dieser dieses diesen diesem jede jeder jedes keine "
    "keiner sie er wir ihr ihre ihrer ihren seine seiner seinen unsere unserer meine ohne gegen oder unter hinter über "
    "aber wie alle werden wurden wurde waren haben hatten habe hätten hätte seien sollen sollten könnten können müssen "
    "müssten dürften dürfen wollen worden gewesen geworden innen außen neben wegen zwischen während bevor eher immer "
    "wieder sonst bisher seither später früher heute gestern dabei sowie seit bei mit von zu auf aus in an um bis vor "
    "nach für durch und statt trotz denen deren dessen welche welcher jene jener sein zurück nur noch auch schon "
    "kamen starben lebten leben kommen gehen ginge gingen blieben bleiben stehen standen liegen lagen hinaus unten "
    "oben ihnen ihm ihn uns euch mehr weniger".split()
)
_DE_ADJECTIVE = re.compile(r".{2,}(?:e|en|er|es|em|ig|lich|isch|bar|weise|ert|tel|schwer|knapp)$")
_DE_TRUE_N = frozenset(
    "bauern nachbarn ungarn bayern leitern schwestern kammern steuern ziffern feiern mauern federn fasern klammern "
    "nummern wimpern adern schultern pfarrern kiefern eltern".split()
)
_DE_DATIVE_E = re.compile(
    r".*(?:[Tt]oten|[Bb]etroffenen|[Vv]erletzten|[Vv]ermissten|[Bb]efragten|[Gg]eflüchteten|[Aa]bgeordneten|"
    r"[Gg]efangenen|[Bb]eschäftigten|[Aa]ngestellten|[Bb]eamten|[Ee]rwachsenen|[Jj]ugendlichen|[Tt]ieren|[Oo]rten|"
    r"[Ff]ällen|[Pp]lätzen|[Hh]eften|[Ss]tücken|[Tt]eilen|[Bb]etrieben|[Bb]eiträgen|[Aa]nträgen|[Vv]erträgen|"
    r"[Zz]ügen|[Pp]rojekten|[Gg]eschäften|[Ff]reunden|[Pp]unkten|[Ss]tandorten|[Aa]ngriffen|[Ss]chritten|"
    r"[Ss]chiffen|[Pp]rozessen|[Bb]erichten|[Aa]rbeitsplätzen|[Tt]agen|[Ss]taaten-Chefs)$"
)


def _german_noun(text: str, end: int) -> Unit | None:
    position = end
    link = _DE_LINK.match(text, position)
    if link:
        position = link.end()
    for _ in range(_LONGEST_PHRASE):
        match = re.compile(rf"(?:,?{_GAP})[{_QUOTES}]?(?P<word>{_WORD.pattern})").match(text, position)
        if match is None:
            return None
        word = match["word"]
        if word[0].isupper() and not _is_adjective_name(word, text, match.end()):
            return _german_unit(text, match.start("word"), match.end())
        if word.lower() in _DE_NO_ADJECTIVE or not (_DE_ADJECTIVE.fullmatch(word) or word[0].isupper()):
            return None
        position = match.end()
    return None


def _is_adjective_name(word: str, text: str, end: int) -> bool:
    """ "Berliner Schulen", "Schweizer Franken": a place with -er before another noun."""
    following = re.compile(rf"{_GAP}[A-ZÄÖÜ][\w-]+").match(text, end)
    return bool(following) and word.endswith("er") and len(word) > 5 and word in _PLACES_ER


_PLACES_ER = frozenset(
    "Berliner Hamburger Münchner Kölner Wiener Züricher Zürcher Berner Basler Genfer Frankfurter Stuttgarter Leipziger "
    "Dresdner Bremer Londoner Pariser Brüsseler Moskauer Kiewer Schweizer Salzburger Grazer Linzer New-Yorker".split()
)


def _german_unit(text: str, start: int, end: int) -> Unit:
    word = text[start:end]
    joined = re.compile(rf"{_GAP}(?:und|oder){_GAP}[A-ZÄÖÜ][\w-]+").match(text, end) if word.endswith("-") else None
    if joined:
        return Unit(start, joined.end(), text[start : joined.end()])
    names, _ = _measures(Language.GERMAN)
    if word in names:
        return Unit(start, end, *names[word])
    return Unit(start, end, _basic(word.rstrip("-")))


def _basic(word: str) -> str:
    """A German plural noun without the -n of the dative, where that is certain."""
    if _DE_DATIVE_E.fullmatch(word):
        return word[:-1]
    if word.endswith("ern") and len(word) > 5 and not word.lower().endswith(tuple(_DE_TRUE_N)):
        return word[:-1]
    return word


# --- English nouns

_EN_LINK = re.compile(
    rf"{_GAP}of(?:{_GAP}(?:the|these|those|all|its|their|his|her|our|my|this|that|a|an))?(?!\w)|"
    rf"{_GAP}(?:the|their|its|his|her|our|my|all)(?!\w)"
)
_EN_STOP = frozenset(
    "a an the this that these those of in on at to for from with by as than and or but nor so if when while because "
    "before after since until during over under between among against into through about around per is are was were be "
    "been being has have had do does did will would can could may might must shall should not no i you he she it we "
    "they them him her us his its their our my your who which what where why how said says told died came went left "
    "there here also still already only just more less fewer ago earlier later each every both either percent per "
    "out off up down away back then now years-old did got remain remained stood rose fell".split()
)
_EN_IRREGULAR = frozenset(
    "people men women children policemen policewomen servicemen servicewomen fishermen firemen gunmen congressmen feet "
    "teeth mice media data police cattle sheep aircraft spacecraft species troops deaths lives series headquarters "
    "dead wounded injured fish personnel staff youth grandchildren stepchildren schoolchildren homeless unemployed "
    "businessmen spokespeople salespeople townspeople craft".split()
)
_EN_NO_PLURAL = re.compile(r".*(?:ss|us|is)$")


def _english_noun(text: str, end: int, single: bool) -> Unit | None:
    link = _EN_LINK.match(text, end)
    words = _english_words(text, link.end() if link else end)
    if not words:
        return None
    if single:
        return Unit(words[0].start(), words[-1].end(), words[-1].group()) if len(words) <= 3 else None
    for i, word in enumerate(words):
        if _is_plural(word.group()):
            while i + 1 < len(words) and _is_plural(words[i + 1].group()):
                i += 1
            return Unit(words[0].start(), words[i].end(), words[i].group())
    return None


def _english_words(text: str, position: int) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    while len(words) < _LONGEST_PHRASE:
        gap = re.compile(rf",?{_GAP}[{_QUOTES}]?").match(text, position)
        match = _WORD.match(text, gap.end()) if gap else None
        if match is None or match.group().lower() in _EN_STOP:
            return words
        words.append(match)
        position = match.end()
    return words


def _is_plural(word: str) -> bool:
    lower = word.lower()
    return lower in _EN_IRREGULAR or (
        len(lower) > 3
        and lower.endswith("s")
        and not _EN_NO_PLURAL.fullmatch(lower)
        and not lower.endswith(("'s", "’s"))
    )
