"""Whether the words around a time speak of the past or of what is to come.

No parser: the finite verbs of the clause are known by their forms. A German clause is read as a whole (its verbs
stand at both ends); in English the verb group nearest before the time counts, else the first behind it. Where a
clause has no such verb, its sentence is asked, and where that has both directions, nobody answers.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.language.sentences import find_sentences
from quellenlage.language.words import find_words
from quellenlage.model.text import Language
from quellenlage.qualifying.times.expression import Direction

_CLAUSE_END = re.compile(r"[,;:]\s|\s[–—-]\s|[\"„“”»«()]")
_COORDINATION = {
    Language.GERMAN: re.compile(r"\s(?:und|sowie|aber|oder|doch)\s"),
    Language.ENGLISH: re.compile(r"\s(?:and|but)\s"),
}
_ARTICLE_BEFORE = "".join(
    rf"(?<!\b{word} )"
    for word in "der die das den dem des ein eine einen einem einer im am zum zur vom ihre seine".split()
)  # before an article "-te" ends an adjective
_REGULAR_PAST = {
    Language.GERMAN: re.compile(
        rf"(?<![\w-]){_ARTICLE_BEFORE}"
        r"(?!(?:letzte|nächste|heute|seite|mitte|erste|zweite|dritte|vierte|fünfte|sechste|achte|bitte|hätte|könnte|"
        r"sollte|wollte|möchte|dürfte|müsste|würde|weite|breite|leute|beste|meiste|jüngste|älteste|größte|höchste|"
        r"rechte|schlechte|leichte|echte|alte|kalte|bekannte|gute|rote|harte|späte|bunte|laute|feste|gesamte|"
        r"konkrete|bestimmte|privateste)n?\b)"
        r"(?!(?:[a-zäöü]{2,6})?ge[a-zäöüß]+ten?\b)"  # participles: "abgehalten", "geplante"
        r"(?![a-zäöü]*(?:arbei|bie|bit|hal|war|lei|tre|ra|star|antwor|rich|war|gel|berei|brei|stal|wal|schal|spal|fürch|"
        r"zich|leis|kos|tes|ach|strei|schüt|lüf|heira|beglei|deu|läu|übernach|hef|fas|mie|re|be|schrei|ret|bewer|bra)ten\b)"
        r"[a-zäöüß]{2,}(?:te|ten)(?!\w)"
    ),
    Language.ENGLISH: re.compile(
        r"(?<![\w-])(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeing )(?<!\bto be )"
        r"(?!need|speed|indeed|feed|breed|seed|hundred|unprecedented|united|provided that)[a-z]{2,}ed(?!\w)"
    ),
}
_PARTICIPLE = re.compile(
    r"(?<!\w)(?:(?:[a-zäöüß]+)?ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|wider|miss)[a-zäöüß]{2,}t|"
    r"[a-zäöüß]{2,}iert)(?!\w)"
)
_NOT_PARTICIPLES = frozenset(
    "gegen gehen geben gerecht gesamt genannt gut gemeinsam gesagten geht gibt gilt bereit gering genug gestern".split()
)
_PERFECT_INFINITIVE = re.compile(
    r"(?<!\w)(?:haben|(?:worden|gewesen|geworden|gestorben|gekommen|gegangen|gefallen|gestiegen|gesunken|\w+gefahren|"
    r"geflohen|geflogen|verschwunden|ertrunken|erschienen|umgekommen|\w+getreten|geblieben) sein)(?!\w)"
)
_HEARSAY = re.compile(r"(?<!\w)(?:soll|sollen|will|wollen|muss|müssen|dürfte|dürften|könnte|könnten|kann)(?!\w)")
_VERB_GROUP = re.compile(r"(?:\s(?:not|be|have|been|also|only|then|\w+ly))*(?:\s\w+ed(?!\w))?")
_SHORT_WILL = re.compile(r"(?<=\w)['’]ll(?!\w)")


def direction_at(text: str, start: int, end: int, language: Language) -> Direction | None:
    """The direction that the words around [start, end) give it, None where they tell nothing or contradict
    themselves."""
    first, last = _sentence(text, start, end)
    clause = _stretch(text, start, end, _CLAUSE_END, first, last)
    part = _stretch(text, start, end, _COORDINATION[language], *clause)
    for begin, stop in (part, clause):
        told = _told(text, begin, stop, start, end, language)
        if told:
            return told[0] if len(set(told)) == 1 else None
    told = _told(text, first, last, start, end, language)
    return told[0] if told and len(set(told)) == 1 else None


def directions_in(text: str, language: Language) -> frozenset[Direction]:
    """All directions that a text tells."""
    return frozenset(_told(text, 0, len(text), len(text), len(text), language))


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause [start, end) that a stretch of text stands in: between commas, dashes and quotation marks."""
    first, last = _sentence(text, start, end)
    return _stretch(text, start, end, _CLAUSE_END, first, last)


def is_joined(text: str, first: int, last: int, language: Language) -> bool:
    """Whether two verbs may share [first, last): there is an "and" in it."""
    return _COORDINATION[language].search(text, first, last) is not None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that [start, end) touches."""
    touched = [(low, high) for low, high in _sentences(text) if low < end and start < high]
    return (touched[0][0], touched[-1][1]) if touched else (0, len(text))


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    words = find_words(text)
    return tuple((words[span[0]][0], words[span[-1]][1]) for span in find_sentences(text, words))


def _stretch(text: str, start: int, end: int, border: re.Pattern[str], low: int, high: int) -> tuple[int, int]:
    """The part of [low, high) around [start, end) between two borders."""
    before = [match.end() for match in border.finditer(text, low, high) if match.end() <= start]
    after = border.search(text, end, high)
    return (before[-1] if before else low), (after.start() if after else high)


def _told(text: str, begin: int, stop: int, start: int, end: int, language: Language) -> list[Direction]:
    """Directions that a stretch of text tells; the time's own words are left out."""
    before, after = text[begin:start], text[end:stop]
    if language is Language.GERMAN:
        return _german(before + " | " + after)
    return _english(before, after)


def _german(clause: str) -> list[Direction]:
    participle = _has_participle(clause)
    if _matches(Language.GERMAN, "planned", clause):
        return [Direction.FUTURE]
    if _HEARSAY.search(clause) and participle and _PERFECT_INFINITIVE.search(clause):
        return [Direction.PAST]  # "soll am Montag getötet worden sein"
    future = bool(_matches(Language.GERMAN, "future", clause))
    past = bool(_matches(Language.GERMAN, "past", clause)) or bool(_REGULAR_PAST[Language.GERMAN].search(clause))
    perfect = participle and bool(_matches(Language.GERMAN, "auxiliary", clause))
    if future and not past and not (perfect and not re.search(r"(?<!\w)(?:wird|werde|soll|will|wolle)(?!\w)", clause)):
        return [Direction.FUTURE]
    told = [Direction.PAST] if past or perfect else []
    return told + ([Direction.FUTURE] if future or (_matches(Language.GERMAN, "open", clause) and past) else [])


def _english(before: str, after: str) -> list[Direction]:
    marks = _english_marks(before)
    if marks:
        return [marks[-1][1]]
    marks = _english_marks(after)
    return [marks[0][1]] if marks else []


def _english_marks(text: str) -> list[tuple[int, Direction]]:
    found: list[tuple[int, Direction]] = []
    taken: list[tuple[int, int]] = []
    for match in [*_matches(Language.ENGLISH, "future", text), *_SHORT_WILL.finditer(text)]:
        group = re.compile(r"(?:\s(?:not|be|have|been|likely|also|only|then|\w+ly))*(?:\s\w+ed(?!\w))?").match(
            text, match.end()
        )
        taken.append((match.start(), group.end() if group else match.end()))
        found.append((match.start(), Direction.FUTURE))
    for match in [*_matches(Language.ENGLISH, "past", text), *_REGULAR_PAST[Language.ENGLISH].finditer(text)]:
        if not any(low <= match.start() < high for low, high in taken):
            found.append((match.start(), Direction.PAST))
    return sorted(found)


def _has_participle(text: str) -> bool:
    if _matches(Language.GERMAN, "participle", text):
        return True
    return any(match.group() not in _NOT_PARTICIPLES for match in _PARTICIPLE.finditer(text))


def _matches(language: Language, word_class: str, text: str) -> list[re.Match[str]]:
    return list(_pattern(language, word_class).finditer(text))


@lru_cache(maxsize=16)
def _pattern(language: Language, word_class: str) -> re.Pattern[str]:
    forms = [
        form
        for row in rows(builtin_table("tense.tsv", "quellenlage.qualifying"))
        if row["language"] == language.value and row["class"] == word_class
        for form in values(row["words"])
    ]
    parts = "|".join(sorted((_as_pattern(form) for form in forms), key=len, reverse=True))
    return re.compile(rf"(?<![\w'’-])(?:{parts})(?!\w)")


def _as_pattern(form: str) -> str:
    escaped = re.escape(form).replace(r"\*", r"\w*")
    return escaped.replace(r"\ …\ ", r"\s(?:[^.;:]*\s)?").replace(r"\ ", r"\s+")
