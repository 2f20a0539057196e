"""Marked text in pieces: all of the text once, cut where a mark begins or ends, however marks lie to each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.rendering.marking import Mark, pieces

TEXT = "Der Deich hält, sagt Bollin."


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    places = st.integers(0, len(TEXT) - 1)
    starts = draw(st.lists(places, max_size=5))
    return [
        Mark(start, draw(st.integers(start + 1, len(TEXT))), number, is_first=draw(st.booleans()))
        for number, start in enumerate(starts, start=1)
    ]


@given(marks())
def test_pieces_are_the_text_and_know_what_they_are_inside_of(found: list[Mark]) -> None:
    start = 0
    begun: list[Mark] = []
    for piece in pieces(TEXT, found):
        end = start + len(piece.text)
        assert piece.text == TEXT[start:end]
        for place in range(start, end):
            assert set(piece.inside) == {mark for mark in found if mark.start <= place < mark.end}
        lengths = [mark.end - mark.start for mark in piece.inside]
        assert lengths == sorted(lengths, reverse=True)
        begun += piece.begins
        start = end
    assert start == len(TEXT)
    assert sorted(begun, key=lambda mark: mark.number) == found


@given(marks(), st.integers(0, len(TEXT) - 1))
def test_a_part_of_the_text_is_cut_alike(found: list[Mark], start: int) -> None:
    whole = list(pieces(TEXT, found, start))
    assert "".join(piece.text for piece in whole) == TEXT[start:]
    assert all(mark.start < len(TEXT) and start < mark.end for piece in whole for mark in piece.inside)


def test_a_text_without_marks_is_one_piece_and_an_empty_one_none() -> None:
    (piece,) = pieces(TEXT, [])
    assert (piece.text, piece.inside, piece.begins) == (TEXT, (), ())
    assert list(pieces("", [])) == []
