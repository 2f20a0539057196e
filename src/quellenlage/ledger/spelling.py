"""The form of a text that is searched in: one for all spellings of a word, with the way back to the text's code points.

Small letters without accents, ß as ss, umlauts as ae, oe, ue (DIN 5007-2), whatever is no letter or digit as one space.
Umlauts are not reduced to their vowel, because "Förderung" and "Forderung" are two words; who cannot type them is
helped on the other side, by `spellings`.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations, pairwise

_DIAERESIS = "\u0308"
_SPACES = re.compile(" +")
_MARKED = re.compile(f"([aou]){_DIAERESIS}")
_MAY_BE_UMLAUT = re.compile("(?:[ao]|(?<![aeo])u)(?!e)")  # no u in au, eu, ou
_UMLAUTS = frozenset("äöüÄÖÜ" + _DIAERESIS)
# A number in groups of three, all parted by the same sign; what goes on behind a comma or point is a decimal.
_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}([.,'’ \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*(?![\w]|[.,]\d)", re.ASCII)
_LONG = re.compile(r"(?<!\w)\d{4,}(?!\w)", re.ASCII)
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
_AT_MOST = 2  # umlauts in one word; three are rare, and the number of spellings grows fast


class _Letters(dict[int, str]):
    """What each code point becomes; a diaeresis that stands alone is left for its context to decide."""

    def __missing__(self, code: int) -> str:
        marked = _MARKED.sub(r"\1e", unicodedata.normalize("NFKD", chr(code)).casefold())
        self[code] = found = "".join(map(_letter, marked))
        return found


def _letter(char: str) -> str:
    if char.isalnum() or char == _DIAERESIS:
        return char
    return "" if unicodedata.category(char) in ("Mn", "Cf") else " "  # soft hyphens and the like part no words


_LETTERS = _Letters()


def searchable(text: str) -> str:
    """The text as it is searched in: its words, each between two single spaces."""
    letters = _MARKED.sub(r"\1e", text.translate(_LETTERS)).replace(_DIAERESIS, "")
    return _SPACES.sub(" ", f" {letters} ")


def searchable_with_places(text: str) -> tuple[str, list[int]]:
    """`searchable`, and for each of its characters the code point of `text` that it comes from; the spaces at both ends
    come from none, -1 and the text's length."""
    found, places = [" "], [-1]
    for place, char in enumerate(text):
        for letter in _LETTERS[ord(char)]:
            if letter == " " and found[-1] == " ":
                continue
            if letter == _DIAERESIS:
                if found[-1] not in "aou":
                    continue
                letter = "e"
            found.append(letter)
            places.append(place)
    if found[-1] != " ":
        found.append(" ")
        places.append(len(text))
    return "".join(found), places


def has_umlauts(text: str) -> bool:
    """Whether somebody who writes this can type umlauts."""
    return not _UMLAUTS.isdisjoint(text)


def spellings(word: str) -> tuple[str, ...]:
    """A searchable word in the spellings that it can have with up to two umlauts more: "munchen", "muenchen"."""
    places = [match.end() for match in _MAY_BE_UMLAUT.finditer(word)]
    chosen = (some for number in range(_AT_MOST + 1) for some in combinations(places, number))
    return tuple(_with_e(word, some) for some in chosen)


def ungrouped(text: str) -> str:
    """The text with its large numbers written in one: "4.000", "4,000" and "4 000" as "4000"."""
    return _GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), text)


def grouped(text: str) -> str:
    """The text with its large numbers in groups of three, parted by spaces, as texts in groups are searchable."""
    return _LONG.sub(lambda match: _THOUSANDS.sub(" ", match[0]), text)


def _with_e(word: str, places: tuple[int, ...]) -> str:
    bounds = (0, *places, len(word))
    return "e".join(word[start:end] for start, end in pairwise(bounds))
