"""The encoder trained on paraphrases: other words for one thing lie nearer than like words for another, and a denial
lies on the other side."""

from __future__ import annotations

import numpy as np
import pytest

from quellenlage.linking.encoder import likeness
from quellenlage.linking.sense import LONGEST, SIDE, WIDTH, senses

SAME = [
    ("Der Deich bei Holmsiel ist in der Nacht gebrochen", "the sea wall gave way some time after midnight"),
    ("man habe den Angestellten zum Jahresende gekündigt", "the staff were told they would be out of work by January"),
    ("Die Türen waren nicht verriegelt", "wer wollte, konnte einfach hineinspazieren, es war alles offen"),
    ("the mayor had known of the report since spring", "Seit April habe das Stadtoberhaupt das Gutachten gekannt"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[str(index) for index in range(len(SAME))])
def test_one_claim_in_other_words_lies_nearer_than_any_other_claim(one: str, other: str) -> None:
    (here, _), (there, _) = senses([one, other])
    strangers = senses([text for pair in SAME for text in pair if pair != (one, other)])
    assert likeness(here, there) > max(likeness(here, sense) for sense, _ in strangers)


# A claim, the same in other words, and a denial of it that need not negate anything.
SIDES = [
    ("Die Sirene blieb stumm", "kein Alarm war zu hören", "Die Sirene heulte, wie sie soll"),
    ("the gate was locked with a chain", "nobody could get out, it was bolted", "all gates stood open all evening"),
    ("Das Aggregat sprang nicht an", "the generator never started", "Der Generator lief die ganze Nacht"),
    ("she paid for the dinner", "die Rechnung habe sie beglichen", "a cent of hers was never spent on that dinner"),
    ("Die Kasse war leer", "there was no money left", "Geld sei immer genug da gewesen"),
    ("The warning was ignored", "niemand habe auf den Hinweis reagiert", "we acted on the warning the same day"),
    ("Der Lokführer hatte getrunken", "the driver was drunk", "Der Mann im Führerstand war nüchtern"),
    ("The water is unsafe to drink", "das Wasser macht krank", "it is as clean as any water in the country"),
    ("Die Akten wurden vernichtet", "the files went through the shredder", "Alle Akten liegen im Archiv"),
    (
        "Staff were told in advance",
        "die Belegschaft wusste Bescheid",
        "we learned it from the radio like all others",
    ),
]


def test_a_denial_mostly_lies_on_the_other_side() -> None:
    right = 0
    for texts in SIDES:
        claim, same, denial = (side for _, side in senses(texts))
        right += likeness(claim, same) > likeness(claim, denial)
    assert right >= 0.7 * len(SIDES)


def test_vectors_are_signed_bytes_whose_largest_part_is_the_same() -> None:
    for vectors in senses(["Die Fähre sitzt fest.", "The ferry is stuck."]):
        assert [len(vector) for vector in vectors] == [WIDTH, SIDE]
        assert all(vector.dtype == np.int8 and np.abs(vector.astype(int)).max() == 127 for vector in vectors)


def test_a_text_of_any_length_has_a_vector() -> None:
    long = "Fähre " * (3 * LONGEST)
    *_, (one, _), (other, _) = senses(["", "?", long, long + "und noch mehr"])
    assert likeness(one, other) == pytest.approx(1.0)
