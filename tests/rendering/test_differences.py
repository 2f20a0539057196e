"""The way from one wording to another."""

import pytest

from quellenlage.rendering.differences import Change, are_alike, differences

K, R, A = Change.KEPT, Change.REMOVED, Change.ADDED


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("der Damm hält", "der Damm hält", [(K, "der Damm hält")]),
        ("der Damm hält wohl", "Der Damm hält.", [(K, "Der Damm hält."), (R, "wohl")]),
        ("mehr als 40 Häuser", "rund 50 Häuser", [(R, "mehr als 40"), (A, "rund 50"), (K, "Häuser")]),
        ("", "neue Worte", [(A, "neue Worte")]),
        ("alte Worte", "", [(R, "alte Worte")]),
        ("– so", "so", [(R, "–"), (K, "so")]),
    ],
)
def test_words_are_kept_removed_or_added(before: str, after: str, expected: list[tuple[Change, str]]) -> None:
    assert [(piece.change, piece.text) for piece in differences(before, after)] == expected


def test_both_wordings_can_be_put_together_again() -> None:
    before, after = "Am Montag brach der alte Damm an zwei Stellen", "Der Damm brach am Montag an mehreren Stellen"
    found = differences(before, after)
    assert " ".join(piece.text for piece in found if piece.change is not R) == after
    gone = [word for piece in found if piece.change is R for word in piece.text.split()]
    assert [word for word in before.split() if word in gone] == gone


def test_other_words_altogether_are_not_alike() -> None:
    assert are_alike("der Damm hält wohl nicht", "Der Damm hält nicht")
    assert not are_alike("der Damm hält wohl nicht", "Tausende verließen ihre Häuser")
