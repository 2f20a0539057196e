"""Words and marks."""

import pytest

from quellenlage.language.words import find_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mehr als 35.100 Fälle, 3,5 Prozent.", ["Mehr", "als", "35.100", "Fälle", ",", "3,5", "Prozent", "."]),
        ("Smith's plan won’t work", ["Smith", "'s", "plan", "won", "’t", "work"]),
        ("Nach US-Angaben", ["Nach", "US-Angaben"]),
        ("die Kritiker:innen und Kolleg*innen", ["die", "Kritiker:innen", "und", "Kolleg*innen"]),
        ("„Ja“ (z.B. heute)", ["„", "Ja", "“", "(", "z.B.", "heute", ")"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in find_words(text)] == words
