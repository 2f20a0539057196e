"""Given names: the strongest cheap sign that two capitalised words are a person, and of which gender."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from unicodedata import combining, normalize


@cache
def _genders() -> dict[str, str]:
    lines = files("quellenlage.gazetteer").joinpath("given_names.txt").read_text("utf-8").splitlines()
    genders: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith("#"):
            gender, *names = line.split()
            for name in names:
                known = genders.setdefault(name, gender)
                genders[name] = gender if gender == known else "u"
    return genders


def given_name(word: str) -> str | None:
    """Gender of a given name, "f", "m" or "u" (either); None where the word is not a known given name.

    The second part of a double name decides nothing: "Hans-Dieter" and "Anna-Lena" go by their first part.
    """
    genders = _genders()
    first = word.split("-")[0]
    return genders.get(word) or genders.get(first) or genders.get(_plain(first))


def _plain(word: str) -> str:
    """The word without accents, as lists often have it: "Lucía" is "Lucia"."""
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))
