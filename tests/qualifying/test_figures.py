"""Figures: the case table, spans, periods, and what any text must keep."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.gazetteer.table import rows
from quellenlage.model.text import Language
from quellenlage.qualifying.figures import inside, quantities
from quellenlage.qualifying.periods import coverage_of
from quellenlage.qualifying.quantity import Quantity

_TABLE = Path(__file__).parent.parent / "cases" / "figures.tsv"
_CASES = [(r["language"], r["sentence"], r["figures"]) for r in rows(_TABLE.read_text(encoding="utf-8"))]


def _written(quantity: Quantity) -> str:
    """A quantity as the table writes it."""
    if quantity.value is None:
        number = "?"
    else:
        number = f"{quantity.value:.15g}" if quantity.high is None else f"{quantity.value:.15g}-{quantity.high:.15g}"
    return " ".join(filter(None, (number, quantity.bound.value, quantity.unit)))


def test_the_table_is_large_and_in_both_languages() -> None:
    assert len(_CASES) >= 650
    assert len(set(_CASES)) == len(_CASES)
    assert min(sum(case[0] == language for case in _CASES) for language in Language) >= 300


@pytest.mark.parametrize(("language", "sentence", "figures"), _CASES)
def test_a_sentence_has_exactly_its_figures(language: str, sentence: str, figures: str) -> None:
    assert "; ".join(map(_written, quantities(sentence, Language(language)))) == figures


SPANS = [
    (Language.GERMAN, "Es sind mehr als 4.000 zerstörte Panzer im Tal.", "mehr als 4.000 zerstörte Panzer"),
    (Language.GERMAN, "Es kostet insgesamt rund 12 Euro pro Kopf.", "insgesamt rund 12 Euro"),
    (Language.GERMAN, "Das ist die Hälfte der Ernte.", "die Hälfte der Ernte"),
    (Language.GERMAN, "Man brauche 50 oder mehr Busse sofort.", "50 oder mehr Busse"),
    (Language.GERMAN, "Es waren minus 12 Grad.", "minus 12 Grad"),
    (
        Language.GERMAN,
        "Es entspreche beinahe dem seyländischen Kontingent an Booten, hieß es.",
        "beinahe dem seyländischen Kontingent an Booten",
    ),
    (Language.GERMAN, "Er ist fast so groß wie der Etat der Werft.", "fast so groß wie der Etat der Werft"),
    (
        Language.ENGLISH,
        "They lost almost as many boats as the whole region.",
        "almost as many boats as the whole region",
    ),
    (
        Language.ENGLISH,
        "It holds nearly the country's entire stock of grain.",
        "nearly the country's entire stock of grain",
    ),
    (Language.ENGLISH, "They paid about $6,000 for it.", "about $6,000"),
    (Language.ENGLISH, "It takes two to three weeks.", "two to three weeks"),
    (Language.ENGLISH, "A third of the forests are sick.", "A third of the forests"),
]


@pytest.mark.parametrize(("language", "sentence", "words"), SPANS)
def test_a_figure_covers_qualifier_number_and_unit(language: Language, sentence: str, words: str) -> None:
    (found,) = quantities(sentence, language)
    assert sentence[found.start : found.end] == words


def test_only_numbers_inside_a_stretch_are_its_own() -> None:
    text = "Rund 20 Boote sanken, 300 Menschen ertranken."
    found = quantities(text, Language.GERMAN)
    start = text.index("300")
    assert [(q.value, text[q.start : q.end]) for q in inside(found, start, len(text))] == [(300, "300 Menschen")]
    assert [text[q.start : q.end] for q in inside(found, 5, 14)] == ["20 Boote"]


_WORDS = st.sampled_from(
    "zwei mehr als 4.000 bis zu 12,5 Prozent Euro ein halb eine half a million of the and und oder – - % $ € . , : ( 1 "
    "fast nearly so viele wie as many much entspricht equals ganze whole Bestand stock Vorräte "
    "several hundred some einige hundert Dutzend zweieinhalb "
    "Tage am Mai Hälfte Drittel jeder fünfte one in five dozens minus ½ Mrd. 2019 Uhr Jahre years ago s ' “".split()
)


@given(st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=60), st.sampled_from(list(Language)))
def test_any_text_gives_ordered_figures_in_bounds(text: str, language: Language) -> None:
    found = quantities(text, language)
    for quantity in found:
        assert 0 <= quantity.start <= quantity.number < quantity.number_end <= quantity.end <= len(text)
        assert quantity.value is None or isinstance(quantity.value, float)
        assert quantity.high is None or (isinstance(quantity.high, float) and quantity.value < quantity.high)
        coverage = coverage_of(text, quantity, found, language)
        for place in filter(None, (coverage.period, coverage.as_of)):
            assert 0 <= place[0] < place[1] <= len(text)
    assert [q.number for q in found] == sorted({q.number for q in found})


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "piece",
    [
        "fast so viel wie der Bestand ",
        "nearly as many boats as the whole stock of ",
        "1 ",
        "zwei ",
        "zwei, ",
        "one of ",
        "1.",
        "hundert",
        "5 Millionen ",
        "million ",
        "über mehr als 5 ",
        "- 1 bis ",
    ],
)
def test_endless_repetition_is_read_without_harm(piece: str, language: Language) -> None:
    text = piece * 1500
    for quantity in quantities(text, language):
        assert 0 <= quantity.start < quantity.end <= len(text)
