"""Whether the words say that something is not so: of the main clause alone."""

from __future__ import annotations

import pytest

from quellenlage.linking.negation import negation_in


@pytest.mark.parametrize(
    ("content", "negation"),
    [
        ("Die Türen seien nicht verschlossen gewesen", "nicht"),
        ("the doors weren't locked", "n't"),
        ("Fenster und Türen seien nicht verschlossen gewesen", "nicht"),
        ("ein Mann sei über den Zaun geklettert und niemand habe ihn aufgehalten", ""),
        ("a man had climbed the fence and nobody stopped him", ""),
        ("der Kutter sei ohne Licht gefahren", ""),
        ("the gate was open, not the door", ""),
    ],
)
def test_what_negates_the_main_clause(content: str, negation: str) -> None:
    assert negation_in(content) == negation
