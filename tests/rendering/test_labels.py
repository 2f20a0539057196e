"""Every value of the vocabulary can be said in both languages."""

from enum import StrEnum

import pytest

from quellenlage.model.figure import Bound
from quellenlage.model.statement import Certainty, Distance, Kind, SourceClass
from quellenlage.model.text import AccessState, Language
from quellenlage.rendering.labels import counted, label

NAMED: list[tuple[str, type[StrEnum]]] = [
    ("kind", Kind),
    ("class", SourceClass),
    ("certainty", Certainty),
    ("distance", Distance),
    ("bound", Bound),
    ("access", AccessState),
]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("prefix", "values"), NAMED)
def test_every_value_has_a_word_of_its_own(prefix: str, values: type[StrEnum], language: Language) -> None:
    words = [label(f"{prefix}.{value}", language) for value in values]
    assert len(set(words)) == len(words)


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        label("kind.sung", Language.GERMAN)


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [(1, Language.GERMAN, "1 Aussage"), (0, Language.GERMAN, "0 Aussagen"), (2, Language.ENGLISH, "2 statements")],
)
def test_nouns_follow_their_number(number: int, language: Language, expected: str) -> None:
    assert counted(number, "statement", language) == expected
