"""Every value of the vocabulary can be said in both languages."""

from enum import StrEnum

import pytest

from quellenlage.model.claim import DriftKind, Verdict
from quellenlage.model.figure import Bound
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import Certainty, Distance, Kind, SourceClass
from quellenlage.model.text import AccessState, Language
from quellenlage.rendering.labels import counted, label
from quellenlage.rendering.reasons import reason_phrase

NAMED: list[tuple[str, type[StrEnum]]] = [
    ("kind", Kind),
    ("class", SourceClass),
    ("certainty", Certainty),
    ("distance", Distance),
    ("bound", Bound),
    ("access", AccessState),
    ("drift", DriftKind),
    ("verdict", Verdict),
]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("prefix", "values"), NAMED)
def test_every_value_has_a_word_of_its_own(prefix: str, values: type[StrEnum], language: Language) -> None:
    words = [label(f"{prefix}.{value}", language) for value in values]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("kind", ReasonKind)
def test_every_reason_has_words_in_both_languages_that_hold_all_its_names(kind: ReasonKind) -> None:
    reason = Reason(kind, ("Anke Solt", "Talblatt", "Nordlicht", "9:00"))
    german, english = (reason_phrase(reason, language) for language in Language)
    assert german != english
    for name in reason.names:
        assert (name in german) == (name in english)
    assert "Anke Solt" in german


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        label("kind.sung", Language.GERMAN)


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [(1, Language.GERMAN, "1 Aussage"), (0, Language.GERMAN, "0 Aussagen"), (2, Language.ENGLISH, "2 statements")],
)
def test_nouns_follow_their_number(number: int, language: Language, expected: str) -> None:
    assert counted(number, "statement", language) == expected
