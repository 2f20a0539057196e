"""People whose given name no list holds, by the way they speak: as a bare surname, or with an honorific.

Where "Talvik" is a source, and the article once has "Jorun Talvik", the two words are a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from quellenlage.attribution.introductions import Person
from quellenlage.attribution.name_words import HONORIFICS, is_name_word
from quellenlage.attribution.phrases import DEFINITE, INDEFINITE, POSSESSIVE
from quellenlage.gazetteer import find_metonym, find_outlet, find_role, find_state
from quellenlage.gazetteer.institutions import find_institution
from quellenlage.model.text import Language

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-öø-ÿ](?<!['’]s)"
_GIVEN = "[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{1,10}"
_PARTICLE = "(?:(?:al|von|van|de|der|zu|di|da)[ -])?"
_BARE = re.compile(rf"(?:(?P<honorific>\w+\.?) (?P<full>{_NAME}(?: {_NAME}){{1,2}})|(?P<surname>{_NAME}))(?=$|, \d)")
_BEFORE = re.compile(r"(?P<word>[\w-]+),? $")
_MERGED = frozenset("am beim im ins vom zum zur".split())
"""Prepositions that hold an article."""
_DETERMINERS = DEFINITE | INDEFINITE | POSSESSIVE


def surnamed(
    texts: Iterable[str], sources: Iterable[str], known: Collection[str], language: Language
) -> Iterator[Person]:
    """People among the words of `sources` whose surname is not among the `known` ones; `texts` are the blocks."""
    blocks = list(texts)
    for source in sorted(set(sources)):
        match = _BARE.match(source)
        if match is None:
            continue
        if match["full"] and match["honorific"].rstrip(".") in HONORIFICS:
            given, *_, surname = match["full"].split()
            yield Person(match["full"], given, surname, "u")
        elif match["surname"] and match["surname"] not in known and is_name_word(match["surname"]):
            if _is_noun(match["surname"], language):
                continue
            given = _given_name(match["surname"], blocks, language)
            if given:
                yield Person(f"{given} {match['surname']}", given, match["surname"], "u")


def _given_name(surname: str, blocks: Sequence[str], language: Language) -> str:
    """The one word that stands before the surname like a given name; "" where none or several do."""
    pattern = re.compile(rf"\b(?P<given>{_GIVEN}(?:-{_GIVEN})?) {_PARTICLE}{re.escape(surname)}\b")
    found: Counter[str] = Counter()
    opened = False
    lower = {word for text in blocks for word in re.findall(r"\b[a-zäöüß]+\b", text)}
    for text in blocks:
        for match in pattern.finditer(text):
            word = match["given"]
            if word.lower() in lower:  # "Wird Berg" opens a question
                opened = True
                continue
            if not _is_no_name(text[: match.start()]) and not _is_noun(word, language) and is_name_word(word):
                found[match["given"]] += 1
    return next(iter(found)) if len(found) == 1 and found.total() >= 1 + opened else ""


def _is_no_name(before: str) -> bool:
    """Whether the words before a capitalised one leave it no name, but a noun behind an article, adjective or
    preposition ("der Discounter", "des großen Discounters", "beim Sturz")."""
    match = _BEFORE.search(before)
    if match is None:
        return False
    word = match["word"]
    article = word.lower() in _DETERMINERS or word.lower() in _MERGED
    return article or (word.islower() and word.endswith(("e", "en", "er", "em", "es")))


def _is_noun(word: str, language: Language) -> bool:
    """Whether a word is a noun or name of something else; the compounds of one language are names in the other."""
    role = find_role(word)
    if role is not None and role.language != language and role.form == word and role.lemma != word:
        role = None
    found = (find(word) for find in (find_outlet, find_state, find_metonym, find_institution))
    return word.lower() in _DETERMINERS or role is not None or any(one is not None for one in found)
