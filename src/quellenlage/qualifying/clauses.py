"""German content cut into clauses, so that the clause that carries the report is told from those that hang on it.

A shallow cut at commas and other marks. Enough for reports: a content begins with its main clause, or with "dass",
"ob" or a question word, and the clauses behind a subordinator or a relative pronoun hang on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from quellenlage.qualifying.verbforms import finite_form

_BREAK = re.compile(r"[,;:](?=\s|$)|\s[–—-](?=\s)|[.!?…]+(?=\s|$)|[()]")
_WORD = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*")
_COMPLEMENT = frozenset(
    "dass daß ob wie warum weshalb wieso wer wem wen wessen was wo wohin woher wann wieviel inwiefern inwieweit "
    "womit wovon wofür worüber wogegen worin wodurch welche welcher welches welchen welchem".split()
)
_ADVERBIAL = frozenset(
    "wenn falls weil obwohl obgleich sodass damit bevor nachdem solange sobald sofern soweit indem ehe seitdem zumal "
    "wohingegen wonach weswegen während bis seit".split()
)
_EITHER = frozenset({"während", "bis", "seit"})  # conjunctions and prepositions
_PRONOUN = frozenset("der die das den dem deren dessen denen welche welcher welches welchen welchem".split())
_ARTICLE = frozenset("der die das den dem des ein eine einen einem einer sein seine ihr ihre keine kein".split())
_DEMONSTRATIVE = frozenset("der die das den dem damit seitdem ehe bis wie was wo wer warum womit".split())
_PREPOSITION = frozenset(
    "in an mit von bei aus auf für durch gegen unter über nach zu um vor hinter zwischen wegen trotz".split()
)
_OWNER = frozenset({"deren", "dessen"})
_JOINING = frozenset("und oder aber denn doch sowie".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place (code points in the text that was cut)."""

    text: str
    start: int
    end: int

    @property
    def small(self) -> str:
        """In small letters."""
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital: a noun, a name or the first word of a sentence."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two marks. `is_final` where the verb stands last, because "dass" or a question word opens it."""

    words: tuple[Word, ...]
    is_final: bool = False


def main_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses that carry the report, in order, without those that hang on them."""
    clauses: list[Clause] = []
    for number, words in enumerate(_pieces(text)):
        opening = words[1:] if words[0].small in _JOINING and len(words) > 1 else words
        first = opening[0].small
        if len(opening) > 2 and first in _DEMONSTRATIVE and finite_form(opening[1].small) is not None:
            clauses.append(Clause(words))  # "das seien", "damit erreiche": the verb is second
        elif number == 0 and first in _COMPLEMENT:
            clauses.append(Clause(words, is_final=True))
        elif first not in _COMPLEMENT and not _is_adverbial(opening) and not (number and _is_relative(opening)):
            clauses.append(Clause(words))
    return tuple(clauses)


def _pieces(text: str) -> list[tuple[Word, ...]]:
    bounds = [0, *(mark.end() for mark in _BREAK.finditer(text)), len(text)]
    pieces = [
        tuple(Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text, start, end))
        for start, end in pairwise(bounds)
    ]
    return [piece for piece in pieces if piece]


def _is_adverbial(words: tuple[Word, ...]) -> bool:
    """Whether a conjunction opens the words; "während des Krieges" and "seit 2020" are only phrases."""
    first = words[0].small
    if first not in _EITHER or len(words) == 1:
        return first in _ADVERBIAL
    return re.fullmatch(r"des|dem|den|zum|zur|zu|eine[ms]|(?:[A-ZÄÖÜ]|\d).*", words[1].text) is None


def _is_relative(words: tuple[Word, ...]) -> bool:
    """Whether a pronoun opens the words, after a preposition or not, and no noun of its own follows."""
    place = 1 if words[0].small in _PREPOSITION and len(words) > 1 else 0
    if words[place].text not in _PRONOUN or len(words) < place + 2:
        return False
    following = words[place + 1]
    if following.is_capital:
        return words[place].text in _OWNER
    behind = words[place + 2] if len(words) > place + 2 else None
    if following.small in _ARTICLE:
        return True
    return not (behind is not None and behind.is_capital and re.search(r"(?:e|en|er|es)$", following.text))
