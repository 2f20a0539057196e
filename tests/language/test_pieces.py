"""Unigram segmentation on a vocabulary small enough to reckon by hand."""

import pytest

from quellenlage.language.pieces import UNKNOWN, Pieces

_PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁un", "un", "▁unter", "ter", "t", "e", "r", "n", "u", "ss"]
_SCORES = [0.0, 0.0, 0.0, 0.0, -2.0, -3.0, -3.5, -7.0, -3.0, -5.0, -5.0, -5.0, -5.0, -5.0, -4.0]


@pytest.fixture
def pieces() -> Pieces:
    return Pieces(_PIECES, _SCORES, {ord("ß"): "ss", ord("\xad"): ""})


def _names(pieces: Pieces, word: str, spaced: bool) -> list[str]:
    return [_PIECES[index] for index in pieces.cut(word, spaced)]


def test_the_likeliest_cut_wins(pieces: Pieces) -> None:
    assert _names(pieces, "unter", True) == ["▁un", "ter"]  # -6 beats -7 in one piece


def test_without_space_before_no_space_piece(pieces: Pieces) -> None:
    assert _names(pieces, "unter", False) == ["un", "ter"]


def test_unknown_characters_become_one_piece(pieces: Pieces) -> None:
    assert _names(pieces, "unxyzter", False) == ["un", "<unk>", "ter"]


def test_characters_are_normalised(pieces: Pieces) -> None:
    assert _names(pieces, "u\xadnß", False) == ["un", "ss"]


def test_a_word_of_nothing_is_unknown(pieces: Pieces) -> None:
    assert pieces.cut("\xad", False) == (UNKNOWN,)


def test_a_long_word_is_cut_off(pieces: Pieces) -> None:
    assert len(pieces.cut("r" * 40, False)) == 12
