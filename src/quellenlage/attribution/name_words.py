"""Words that can be part of a person's name, and words that never are."""

from __future__ import annotations

import re

from quellenlage.attribution.phrases import DEFINITE, INDEFINITE, POSSESSIVE
from quellenlage.gazetteer import find_outlet, find_role, find_state

JOINED = re.compile(r"(?:a[dlnrstz]|ash|el|ed)[-‑][A-ZÀ-ÖØ-Þ]\w+")
"""An Arabic surname with its article: "al-Scharaa"."""
CAMEL = re.compile(r"(?!Ma?c|De|Di|Du|La|Le|Van|Fitz)[A-Z][a-zäöü]+[A-Z]\w*")
"""How companies write themselves ("LockHaven")."""
_NO_NAMES = (
    DEFINITE
    | INDEFINITE
    | POSSESSIVE
    | frozenset(
        "anfang ende mitte am an auf aus bei beim bis durch für gegen im in mit nach ohne seit unter vom von vor "
        "während wegen zu zum zur about after at before by during for from inside is now on over since with if when "
        "while as but and or so that there here why how what who where yet still then also even once although because "
        "wenn als weil dass doch aber und auch dann nun da wie wer was wo warum heute gestern morgen jetzt laut nur "
        "noch schon sogar ob obwohl damit dabei darum deshalb denn statt trotz er sie es wir ich man he she it they we"
        " you".split()
    )
)
"""Words that are no part of a name, even where a sentence or headline gives them a capital."""
HONORIFICS = frozenset("Mr Mrs Ms Mr. Mrs. Ms. Sir Dame Lord Lady Herr Frau Herrn Dr Prof".split())
"""Words before a name that are no part of it."""


def is_capitalised(word: str) -> bool:
    return word[0].isalpha() and word[0].isupper()


def is_name_word(word: str) -> bool:
    """Whether a capitalised word can be part of a person's name: no abbreviation, role, outlet or state."""
    role = find_role(word)
    surname = role is not None and role.form == word and word.endswith(("mann", "land")) and word != role.lemma
    known = (None if surname else role) or find_outlet(word) or find_state(word)
    return (
        is_capitalised(word)
        and word not in HONORIFICS
        and word.lower() not in _NO_NAMES
        and CAMEL.fullmatch(word) is None
        and word.replace("-", "").isalpha()
        and not word.isupper()
        and known is None
    )
