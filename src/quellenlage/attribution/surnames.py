"""People whose given name no list holds: a surname that speaks, and once stands behind another capitalised word.

"„Es hält“, sagt Talvik" and elsewhere "Jorun Talvik" make a person of both words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from quellenlage.attribution.introductions import Person
from quellenlage.gazetteer import find_outlet, find_role, find_state
from quellenlage.gazetteer.institutions import find_institution

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-öø-ÿ]"
_SAYS = "sagt|sagte|erklärt|erklärte|erzählt|erzählte|meint|meinte|betont|betonte|ergänzt|ergänzte|fügt|berichtet"
_SAID = "said|says|added|adds|told|tells|recalled|recalls|explained|explains|insisted|argued|wrote"
_SPEAKS = re.compile(
    rf"(?:[“”\"»«],? (?:{_SAYS}|so|{_SAID}) (?P<behind>{_NAME})(?=[\s.,:;])(?! {_NAME})"
    rf"|(?:^|[.!?“”\"»] )(?P<before>{_NAME}) (?:{_SAID}|{_SAYS})\b)"
)
_NO_GIVEN_NAME = frozenset("der die das den dem des the a an und and so but aber in im auch bei mit von".split())


def surnamed(texts: Iterable[tuple[int, str]], known: Collection[str]) -> Iterator[Person]:
    """People that speak by a surname not among the `known` ones and are named in full once."""
    blocks = [text for _, text in texts]
    speaking = {match["behind"] or match["before"] for text in blocks for match in _SPEAKS.finditer(text)}
    for surname in sorted(speaking - set(known)):
        if _is_known_otherwise(surname):
            continue
        given = _given_name(surname, blocks)
        if given:
            yield Person(f"{given} {surname}", given, surname, "u")


def _given_name(surname: str, blocks: Sequence[str]) -> str:
    """The one capitalised word that stands before the surname; "" where none or several do."""
    pattern = re.compile(rf"\b(?P<given>{_NAME}) (?:(?:al|von|van|de|der|zu|di|da)[ -])?{re.escape(surname)}\b")
    found = Counter(match["given"] for text in blocks for match in pattern.finditer(text))
    names = [word for word in found if word.lower() not in _NO_GIVEN_NAME and not _is_known_otherwise(word)]
    return names[0] if len(names) == 1 else ""


def _is_known_otherwise(word: str) -> bool:
    return any(find(word) is not None for find in (find_role, find_outlet, find_state, find_institution))
