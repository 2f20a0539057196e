"""Names as two articles may write them: folded, without articles and endings, across German and English spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from quellenlage.gazetteer.given_names import given_name

PRONOUN = re.compile(
    r"(?:er|sie|es|ich|wir|man|he|she|it|they|we|i|who)(?: |$)|(?:der|die|das|the|an?)$", re.IGNORECASE
)
"""What stands for a name, or for nothing."""
_WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*|&")
_GENITIVE = re.compile(r"(?:['’]s?|(?<=\w{3}[^s])s)$")
_ENDING = re.compile(r"(?<=\w{4})(?:en|es|er|em|e|s|n)$")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_SPELLED_OUT = re.compile(r"(?<=[^aeiou\W])([aou])e(?=[^aeiou\W])")  # "Doerte" as "Dörte"
_LONG_ENOUGH = 6  # letters of a German word that may be the end of a longer one: "Rechnungshof", "Landesrechnungshof"
_PARTICLES = frozenset("von van de der den del di la le du al el bin zu zur".split())
_TITLES = frozenset("dr prof professor mr mrs ms sir lord lady dame herr frau".split())


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word in lower case, without accents; umlauts as their vowel, however they are spelled."""
    plain = word.casefold().replace("ß", "ss").translate(_UMLAUTS)
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return _SPELLED_OUT.sub(r"\1", plain)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name as written, without punctuation."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A folded word without its case ending: "Landesstraßenbetriebs" and "Landesstraßenbetrieb" are one."""
    return _ENDING.sub("", fold(_GENITIVE.sub("", word)))


def akin(one: str, other: str) -> bool:
    """Whether two stems are one word, or one is the end of the other ("Rechnungshof" in "Landesrechnungshof")."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _LONG_ENOUGH and long.endswith(short))


def person_words(name: str) -> tuple[str, ...]:
    """Folded words of a person's name, without titles and particles; the last one is the surname."""
    words = [fold(word) for word in words_of(name)]
    return tuple(word for word in words if word not in _TITLES | _PARTICLES)


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the same surname, and given names that do not differ."""
    a, b = person_words(one), person_words(other)
    if not a or not b:
        return False
    if a[-1] != b[-1] and a[-1] != b[-1].removesuffix("s") and b[-1] != a[-1].removesuffix("s"):
        return False
    first, second = a[:-1], b[:-1]
    return not first or not second or first[0] == second[0] or _initial(first[0], second[0])


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def looks_like_person(name: str) -> bool:
    """Whether a name is that of a human being: a known given name before another capitalised word."""
    words = words_of(name)
    pairs = pairwise(words)
    return any(given_name(first) and second[:1].isupper() and second[1:].islower() for first, second in pairs)


@lru_cache(maxsize=4096)
def capitalised(text: str) -> frozenset[str]:
    """The stems of the capitalised words of a text; kept a while, since every claim of an article asks for them."""
    return frozenset(stem(word) for word in words_of(text) if word[:1].isupper())
