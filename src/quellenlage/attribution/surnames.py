"""People whose given name no list holds, by the way they speak: as a bare surname, or with an honorific.

Where "Talvik" is a source, and the article once has "Jorun Talvik", the two words are a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from quellenlage.attribution.introductions import Person
from quellenlage.attribution.name_words import HONORIFICS
from quellenlage.attribution.phrases import DEFINITE, INDEFINITE, POSSESSIVE
from quellenlage.gazetteer import find_metonym, find_outlet, find_role, find_state
from quellenlage.gazetteer.institutions import find_institution

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-öø-ÿ](?<!['’]s)"
_GIVEN = "[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+"
_PARTICLE = "(?:(?:al|von|van|de|der|zu|di|da)[ -])?"
_BARE = re.compile(rf"(?:(?P<honorific>\w+\.?) (?P<full>{_NAME}(?: {_NAME}){{1,2}})|(?P<surname>{_NAME}))(?=$|, \d)")
_BEFORE = re.compile(r"(?P<word>[\w-]+),? $")
_DETERMINERS = DEFINITE | INDEFINITE | POSSESSIVE


def surnamed(texts: Iterable[str], sources: Iterable[str], known: Collection[str]) -> Iterator[Person]:
    """People among the words of `sources` whose surname is not among the `known` ones; `texts` are the blocks."""
    blocks = list(texts)
    for source in sorted(set(sources)):
        match = _BARE.match(source)
        if match is None:
            continue
        if match["full"] and match["honorific"].rstrip(".") in HONORIFICS:
            given, *_, surname = match["full"].split()
            yield Person(match["full"], given, surname, "u")
        elif match["surname"] and match["surname"] not in known and not _is_known_otherwise(match["surname"]):
            given = _given_name(match["surname"], blocks)
            if given:
                yield Person(f"{given} {match['surname']}", given, match["surname"], "u")


def _given_name(surname: str, blocks: Sequence[str]) -> str:
    """The one word that stands before the surname like a given name; "" where none or several do."""
    pattern = re.compile(rf"\b(?P<given>{_GIVEN}(?:-{_GIVEN})?) {_PARTICLE}{re.escape(surname)}\b")
    found: Counter[str] = Counter()
    for text in blocks:
        for match in pattern.finditer(text):
            if not _is_no_name(text[: match.start()]) and not _is_known_otherwise(match["given"]):
                found[match["given"]] += 1
    return next(iter(found)) if len(found) == 1 else ""


def _is_no_name(before: str) -> bool:
    """Whether the words before a capitalised one leave it no name.

    It opens the sentence, or is a noun behind an article or adjective ("der Discounter", "des großen Discounters").
    """
    match = _BEFORE.search(before)
    if match is None:
        return True
    word = match["word"]
    return word.lower() in _DETERMINERS or (word.islower() and word.endswith(("e", "en", "er", "em", "es")))


def _is_known_otherwise(word: str) -> bool:
    found = (find(word) for find in (find_role, find_outlet, find_state, find_metonym, find_institution))
    return word.lower() in _DETERMINERS or any(one is not None for one in found)
