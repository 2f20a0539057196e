"""Short forms that an article introduces in brackets: "Institut für Wasserbau (IfW)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LINKS = frozenset("for of the and für der des die und in & on de la du".split())
_OPENING = frozenset("nach laut von vom im in am an auf bei beim mit der die das according the".split())
"""Words that open a sentence before a name and are no part of it."""
_BRACKET = re.compile(r"\s*[(\[]([A-ZÄÖÜ][\w&.-]{0,11})[)\]]")


def long_forms(texts: Iterable[str]) -> dict[str, str]:
    """Short form to "Long form (SF)"; of several long forms the first."""
    forms: dict[str, str] = {}
    for text in texts:
        for bracket in _BRACKET.finditer(text):
            words = _words_before(text[: bracket.start()], bracket.group(1))
            if words:
                forms.setdefault(bracket.group(1), f"{words} ({bracket.group(1)})")
    return forms


def _words_before(text: str, short: str) -> str:
    """The capitalised run (with linking words inside) that ends `text` and begins like its short form, or ""."""
    run: list[str] = []
    for word in reversed(re.findall(r"\S+", text[-160:])):
        inner = word.strip("„“\"'»«")
        if (word.lower() not in _LINKS and not inner[:1].isupper()) or word.endswith((".", ",", ";", ":")):
            break
        run.insert(0, inner)
    first = next((letter for letter in short if letter.isupper()), "")
    fit = [i for i, word in enumerate(run) if first and word[:1] == first and word.lower() not in _OPENING]
    return " ".join(run[fit[0] :]) if fit else ""
