"""Telling languages apart, and saying so where it cannot be told."""

import sys

import pytest

from quellenlage.language.identify import identify

GERMAN = (
    "Die Brücke über die Wense bleibt nach Angaben der Gemeinde bis zum Frühjahr gesperrt, weil Prüfer Risse gefunden"
    " haben und das Geld fehlt."
)
ENGLISH = (
    "The bridge will stay closed until spring, the council said, because inspectors have found cracks in two of the"
    " pillars and there is no money."
)
FRENCH = (
    "Le pont restera fermé jusqu'au printemps, a annoncé la mairie, car des fissures ont été découvertes dans deux"
    " piliers et l'argent manque."
)


@pytest.mark.parametrize(("text", "code"), [(GERMAN, "de"), (ENGLISH, "en"), (FRENCH, "fr")])
def test_running_text(text: str, code: str) -> None:
    assert identify(text) == code


@pytest.mark.parametrize("text", ["", "4711", "🌊", "Ahorn Birke 12"])
def test_too_little_to_tell(text: str) -> None:
    assert identify(text) is None


def test_short_text_goes_to_the_model() -> None:
    assert identify("Der Damm hat in der Nacht gehalten") == "de"
    assert "py3langid" in sys.modules
