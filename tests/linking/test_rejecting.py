"""Figures that a statement rejects are not what it tells."""

from __future__ import annotations

import pytest

from linking.press import PERSON, Press
from quellenlage.linking.negation import negation_in
from quellenlage.linking.rejecting import figures_told, words_told
from quellenlage.model.statement import Statement
from quellenlage.model.text import Language

GERMAN, ENGLISH = Language.GERMAN, Language.ENGLISH


def said(content: str, language: Language) -> Statement:
    press = Press()
    press.said(press.page("Talblatt", 0, f"{content}, Ida Wolke.", language=language), content, "Ida Wolke", PERSON)
    (appearance,) = press.appearances
    return appearance.statement


@pytest.mark.parametrize(
    ("language", "content", "told"),
    [
        (ENGLISH, "the boats will cost about 520 million euros, not the more than 640 million", [520e6]),
        (ENGLISH, "the boats will cost 520 million euros, not 640 million", [520e6]),
        (ENGLISH, "the boats will cost 520 million euros instead of the reported 640 million", [520e6]),
        (ENGLISH, "the boats will cost not 640 million euros but 520 million", [520e6]),
        (ENGLISH, "the boats will cost 520 million euros and not more than 640 million", [520e6, 640e6]),
        (ENGLISH, "the boats will not cost 640 million euros", [640e6]),
        (ENGLISH, "there were not 51 cases", [51]),
        (GERMAN, "die Boote kosteten nicht 640 Millionen Euro, sondern 520 Millionen", [520e6]),
        (GERMAN, "die Boote kosteten 520 Millionen Euro statt der gemeldeten 640 Millionen", [520e6]),
        (ENGLISH, "the boats will cost 520 million euros, not at least 640 million", [520e6, 640e6]),
        (ENGLISH, "some ships, if not 2,000 ships, waited behind 12 ships", [2000, 12]),
        (ENGLISH, "the city will not pay 20 million euros for 3 bridges", [20e6, 3]),
        (GERMAN, "die Stadt werde nicht 20 Millionen Euro für 3 Brücken zahlen", [20e6, 3]),
        (GERMAN, "es seien 520 Tote, und zwei Euro zahle nicht der Bund je 640 Tote", [520, 2, 640]),
        (GERMAN, "es seien 22 Ordner statt der bisher gemeldeten 48", [22]),
        (GERMAN, "mit 22 statt 48 Ordnern sei man angetreten", [22]),
        (GERMAN, "die Boote kosteten 520 Millionen Euro, nicht mehr als 640 Millionen", [520e6, 640e6]),
        (GERMAN, "es seien nicht einmal 51 Fälle gewesen und 3 Tote", [51, 3]),
    ],
)
def test_a_figure_that_is_set_against_another_is_not_told(language: Language, content: str, told: list[float]) -> None:
    assert [figure.value for figure in figures_told(said(content, language))] == told


def test_who_rejects_a_figure_negates_nothing_else() -> None:
    assert negation_in(words_told(said("the boats will cost not 640 million euros but 520 million", ENGLISH))) == ""
    assert negation_in(words_told(said("es seien nicht 48 Ordner gekommen, sondern 22 Ordner", GERMAN))) == ""
    assert (
        negation_in(words_told(said("es seien keine 48 Ordner gekommen, nicht 50 Ordner, sondern 22 Ordner", GERMAN)))
        == "keine"
    )
    assert words_told(said("there were not 51 cases", ENGLISH)) == "there were not 51 cases"
    two = said("es seien nicht 48 Ordner und nicht 50 Ordner gekommen, sondern 22 Ordner", GERMAN)
    assert words_told(two) == "es seien 48 Ordner und 50 Ordner gekommen, sondern 22 Ordner"
