"""Quotations counted for us and for the peers, reckoned by hand."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy", reason="the dev extra is not installed")

from benchmarks.quotations import Annotated, Answer, Tally, answers, covered, place, quotations

TEXT = (
    "“The harbour will stay open all winter,” Mara Lindt said. She denied a plan.\n"
    "He called it “a very bad old idea”. The film “Nine Lives of the Sea” ran."
)
HARBOUR = "The harbour will stay open all winter"
GOLD = Annotated(
    TEXT,
    (
        (covered(TEXT, [(1, 1 + len(HARBOUR))]), ("Mara Lindt",)),
        (covered(TEXT, [(TEXT.index("a plan"), TEXT.index("a plan") + 6)]), ("She", "Mara Lindt")),
        (covered(TEXT, [(TEXT.index("a very"), TEXT.index("idea") + 4)]), ("He",)),
    ),
)


def _row(*answers: Answer) -> list[float]:
    tally = Tally()
    tally.add(GOLD, answers)
    return [round(value, 1) for value in tally.row()]


def test_all_right_and_nobodys_quotation_left_alone() -> None:
    assert [len(words) for words in quotations(TEXT)] == [7, 5, 5]
    all_right = [(HARBOUR, "Lindt"), ("a plan", "She"), ("a very bad old idea", "He")]
    assert _row(*all_right) == [100, 100, 100, 100, 100, 100]


def test_a_title_taken_for_speech_and_a_wrong_speaker() -> None:
    precision, recall, f1, speakers, both, statements = _row((HARBOUR, "the harbour"), ("Nine Lives of the Sea", "He"))
    assert (precision, recall, f1) == (50, 50, 50)
    assert (speakers, both) == (0, 0)
    assert statements == 33.3  # one of three, indirect ones counted


def test_half_of_a_quotation_is_enough_and_less_is_not() -> None:
    assert _row(("harbour will stay open", "Lindt"))[1] == 50
    assert _row(("harbour will stay", "Lindt"))[1] == 0


def test_nothing_found() -> None:
    assert _row() == [0, 0, 0, 0, 0, 0]


def test_a_content_is_placed_by_its_words_in_a_row_piece_by_piece() -> None:
    words = "the sea is wide the sea is deep".split()
    assert place("“The sea, is deep”", words) == {4, 5, 6, 7}
    assert place("wide\nis deep", words) == {3, 6, 7}
    assert place("sea wide", words) == set()
    assert place("“”", words) == set()


def test_a_speaker_is_given_as_last_written() -> None:
    def statement(content: str, source: list[str], speaker: dict[str, str] | None) -> dict[str, object]:
        return {"content": [{"text": content}], "source": [{"text": text} for text in source], "speaker": speaker}

    mara = {"id": "m", "name": "Mara Lindt"}
    given = [
        statement("a", [], mara),
        statement("b", ["the mayor"], mara),
        statement("c", [], mara),
        statement("d", [], None),
    ]
    assert answers(given) == [("a", "Mara Lindt"), ("b", "the mayor"), ("c", "the mayor"), ("d", "")]
