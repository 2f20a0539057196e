"""Words in a form that inflection, compounding and languages leave alone."""

from __future__ import annotations

import pytest

from quellenlage.linking.terms import Term, known, related, stem_of, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [("Trägern", "Träger"), ("Betonbrocken", "Brocken"), ("Verstärkung", "verstärken"), ("inspectors", "inspector")],
)
def test_forms_of_a_word_are_related(one: str, other: str) -> None:
    assert related(stem_of(one), stem_of(other))


@pytest.mark.parametrize(("one", "other"), [("Brücke", "Lücke"), ("Hafen", "Pfarrer"), ("", "Hafen")])
def test_other_words_are_not(one: str, other: str) -> None:
    assert not related(stem_of(one), stem_of(other))


@pytest.mark.parametrize("word", ["Brocken", "Betonbrocken", "Beton", "verstärken", "Kutter", "Lücke", "Ei"])
def test_of_many_terms_it_is_known_whether_one_is_related(word: str) -> None:
    stems = [stem_of(each) for each in ("Betonbrocken", "Verstärkung", "Brücke", "Eisen")]
    found = known(Term(stem, 20.0, named=False) for stem in stems)
    assert found.holds(stem_of(word)) == any(related(stem_of(word), stem) for stem in stems)


def test_function_words_are_no_terms_and_each_term_stands_once() -> None:
    found = [term.stem for term in terms("Die Fähre und der Kutter: Fähren sind auf dem Wattenmeer")]
    assert found == list(dict.fromkeys(found))
    assert "fahr" in found
    assert not {"die", "und", "auf"} & set(found)
