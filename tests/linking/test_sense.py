"""The encoder trained on paraphrases: other words for one thing lie nearer than like words for another."""

from __future__ import annotations

import numpy as np
import pytest

from quellenlage.linking.encoder import likeness
from quellenlage.linking.sense import LONGEST, WIDTH, senses

SAME = [
    ("Der Deich bei Holmsiel ist in der Nacht gebrochen", "the sea wall gave way some time after midnight"),
    ("man habe den Angestellten zum Jahresende gekündigt", "the staff were told they would be out of work by January"),
    ("Die Türen waren nicht verriegelt", "wer wollte, konnte einfach hineinspazieren, es war alles offen"),
    ("the mayor had known of the report since spring", "Seit April habe das Stadtoberhaupt das Gutachten gekannt"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[str(index) for index in range(len(SAME))])
def test_one_claim_in_other_words_lies_nearer_than_any_other_claim(one: str, other: str) -> None:
    here, there = senses([one, other])
    strangers = senses([text for pair in SAME for text in pair if pair != (one, other)])
    assert likeness(here, there) > max(likeness(here, each) for each in strangers)


def test_vectors_are_signed_bytes_whose_largest_part_is_the_same() -> None:
    vectors = senses(["Die Fähre sitzt fest.", "The ferry is stuck."])
    assert vectors.shape == (2, WIDTH) and vectors.dtype == np.int8
    assert np.abs(vectors.astype(int)).max(axis=1).tolist() == [127, 127]


def test_a_text_of_any_length_has_a_vector() -> None:
    long = "Fähre " * (3 * LONGEST)
    vectors = senses(["", "?", long, long + "und noch mehr"])
    assert vectors.shape == (4, WIDTH)
    assert likeness(vectors[2], vectors[3]) == pytest.approx(1.0)
