"""The noun that a number counts, past its adjectives: "vier weitere palästinensische Gruppen" counts Gruppen."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.text import Language
from quellenlage.qualifying.numbers import GAP
from quellenlage.qualifying.units import Unit, measure_named

_WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)*+(?:-[^\W_]++)*+-?(?!\d)")
_QUOTES = "\"'„“”‚‘’»«›‹"
_LONGEST_PHRASE = 6


def noun_after(text: str, end: int, language: Language, single: bool = False) -> Unit | None:
    """The noun that a number counts, from the first word of its phrase on; None where no noun follows.

    `single` says that the number is one.
    """
    if language is Language.GERMAN:
        return _german_noun(text, end)
    return _english_noun(text, end, single)


def is_listed_plural(noun: str, language: Language) -> bool:
    """Whether a noun is a plural by its listed end, or an irregular English one."""
    if language is Language.GERMAN:
        return (noun.lower() + "n").endswith(_plurals())
    return noun.lower() in _EN_IRREGULAR


def ends_phrase(word: str, language: Language) -> bool:
    """Whether a word in small letters cannot stand in a noun phrase before its noun."""
    return word.lower() in (_DE_NO_ADJECTIVE if language is Language.GERMAN else _EN_STOP)


def phrase_at(text: str, end: int, language: Language) -> tuple[int, int] | None:
    """Code points [start, end) of the noun phrase behind a word that ends at a code point; adjectives included."""
    if language is Language.GERMAN:
        noun = _german_noun(text, end)
        return (noun.opens, noun.end) if noun else None
    words = _english_words(text, end)
    for number, word in enumerate(words):
        if _is_plural(word.group()) or not _EN_ADJECTIVE.fullmatch(word.group()):
            return words[0].start(), words[number].end()
    return None


_DE_LINK = re.compile(
    rf"{GAP}(?:von(?:{GAP}(?:den|der|ihnen))?|der|des|dem|den|dieser|dieses|aller|seiner|ihrer|unserer|meiner|davon)(?!\w)|"
    rf"{GAP}(?:mehr|weniger)(?={GAP}[A-ZÄÖÜ])"
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
_DE_TRUE_N = tuple(
    "bauern nachbarn ungarn bayern leitern schwestern kammern steuern ziffern feiern mauern federn fasern klammern "
    "nummern wimpern adern schultern pfarrern kiefern eltern".split()
)


_DE_AND = re.compile(rf"(?:und|oder){GAP}[a-zäöü]{{3,}}(?:e|en){GAP}[\w-]")  # "getöteten oder verletzten Soldaten"


def _german_noun(text: str, end: int) -> Unit | None:
    link = _DE_LINK.match(text, end)
    position = first = link.end() if link else end
    opens: int | None = None
    for _ in range(_LONGEST_PHRASE):
        comma = "" if position == first else ",?"
        match = re.compile(rf"{comma}{GAP}[{_QUOTES}]?(?P<word>{_WORD.pattern})").match(text, position)
        if match is None:
            return None
        word, opens = match["word"], match.start("word") if opens is None else opens
        if word[0].isupper() and not _is_adjective_name(word, text, match.end()):
            return replace(_german_unit(text, match.start("word"), match.end()), attributes=opens)
        if _DE_AND.match(text, match.start("word")) and position > first:
            position = match.end()
            continue
        if word.lower() in _DE_NO_ADJECTIVE or not (_DE_ADJECTIVE.fullmatch(word) or word[0].isupper()):
            return None
        position = match.end()
    return None


def _is_adjective_name(word: str, text: str, end: int) -> bool:
    """Whether a word is a place with -er before another noun: "Berliner Schulen"."""
    following = re.compile(rf"{GAP}[A-ZÄÖÜ][\w-]+").match(text, end)
    return bool(following) and word.endswith("er") and len(word) > 5 and word in _PLACES_ER


_PLACES_ER = frozenset(
    "Berliner Hamburger Münchner Kölner Wiener Züricher Zürcher Berner Basler Genfer Frankfurter Stuttgarter Leipziger "
    "Dresdner Bremer Londoner Pariser Brüsseler Moskauer Kiewer Schweizer Salzburger Grazer Linzer New-Yorker".split()
)


def _german_unit(text: str, start: int, end: int) -> Unit:
    word = text[start:end]
    joined = re.compile(rf"{GAP}(?:und|oder){GAP}[A-ZÄÖÜ][\w-]+").match(text, end) if word.endswith("-") else None
    if joined:
        return Unit(start, joined.end(), text[start : joined.end()])
    measure = measure_named(word, Language.GERMAN)
    if measure:
        return Unit(start, end, *measure)
    return Unit(start, end, _basic(word.rstrip("-")))


def _basic(word: str) -> str:
    """A German plural noun without the -n of the dative, where that is certain."""
    if word.lower().endswith(_plurals()):
        return word[:-1]
    if word.endswith("ern") and len(word) > 5 and not word.lower().endswith(_DE_TRUE_N):
        return word[:-1]
    return word


@lru_cache(maxsize=1)
def _plurals() -> tuple[str, ...]:
    """The dative forms of the listed plurals, as ends of words."""
    return tuple(form + "n" for row in rows(builtin_table("plurals.tsv", __package__)) for form in values(row["ends"]))


_EN_LINK = re.compile(
    rf"{GAP}of(?:{GAP}(?:the|these|those|all|its|their|his|her|our|my|this|that|a|an))?(?!\w)|"
    rf"{GAP}(?:the|their|its|his|her|our|my|all)(?!\w)"
)
_EN_ADJECTIVE = re.compile(r"[A-Z].*|.+(?:ern|al|an|ish|ese|ic|ous|ary|ed|ful|less|ive|ing|young|old|new)")
_EN_AND = re.compile(rf"\w+(?:ed|lost|hurt|old|new){GAP}(?:and|or){GAP}\w+(?:ed|lost|hurt|old|new){GAP}[a-z]{{3,}}")
_EN_STOP = frozenset(
    "a an the this that these those of in on at to for from with by as than and or but nor so if when while because "
    "before after since until during over under between among against into through about around per is are was were be "
    "been being has have had do does did will would can could may might must shall should not no i you he she it we "
    "they them him her us his its their our my your who which what where why how said says told died came went left "
    "there here also still already only just ago earlier later each every both either percent per "
    "out off up down away back then now years-old did got remain remained stood rose fell".split()
)
_EN_IRREGULAR = frozenset(
    "people men women children policemen policewomen servicemen servicewomen fishermen firemen gunmen congressmen feet "
    "teeth mice media data police cattle sheep aircraft spacecraft species troops deaths lives series headquarters "
    "dead wounded injured fish personnel staff youth grandchildren stepchildren schoolchildren homeless unemployed "
    "businessmen spokespeople salespeople townspeople craft".split()
)
_EN_PEOPLE = frozenset(["dead", "wounded", "injured", "homeless", "unemployed"])  # "40 others injured"
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
            while i + 1 < len(words) and _is_plural(words[i + 1].group()) and words[i + 1].group() not in _EN_PEOPLE:
                i += 1
            first = i - 1 if i and words[i].group()[0].isupper() and words[i - 1].group()[0].isupper() else i
            return Unit(words[0].start(), words[i].end(), text[words[first].start() : words[i].end()])
    if link and len(words) == 1 and words[0].group().isalpha():  # "a fifth of its territory"
        return Unit(words[0].start(), words[0].end(), words[0].group())
    return None


def _english_words(text: str, position: int) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    while len(words) < _LONGEST_PHRASE:
        gap = re.compile(rf"{',?' if words else ''}{GAP}[{_QUOTES}]?").match(text, position)
        match = _WORD.match(text, gap.end()) if gap else None
        joins = words and match and match.group() in ("and", "or")
        if match and joins and _EN_AND.match(text, words[-1].start()):  # "killed or wounded soldiers"
            position = match.end()
            continue
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
