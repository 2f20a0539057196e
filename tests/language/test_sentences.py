"""Sentence boundaries, held against a table of cases."""

from pathlib import Path

import pytest

from quellenlage.language.passage import Passage
from quellenlage.language.sentences import find_sentences
from quellenlage.language.words import find_words

_CASES = Path(__file__).parents[1] / "cases" / "sentences.tsv"


def _cases() -> list[str]:
    lines = _CASES.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


def _split(text: str) -> list[str]:
    words = find_words(text)
    return [text[words[s.start][0] : words[s.stop - 1][1]] for s in find_sentences(text, words)]


@pytest.mark.parametrize("case", _cases())
def test_case(case: str) -> None:
    assert _split(case.replace(" | ", " ")) == case.split(" | ")


def test_a_line_break_ends_a_sentence() -> None:
    assert _split("Kein Punkt\nneue Zeile") == ["Kein Punkt", "neue Zeile"]


def test_a_lost_space_does_not_hide_the_end() -> None:
    assert _split("Sie stieg aus.Der Rest fuhr weiter.") == ["Sie stieg aus.", "Der Rest fuhr weiter."]
    assert _split("Die Seite heise.de lag still.") == ["Die Seite heise.de lag still."]


def test_sentences_hold_every_word_once() -> None:
    passage = Passage.of("Eins. Zwei!\n\nDrei (vier)? „Fünf.“ sechs")
    held = [word for sentence in passage.sentences for word in sentence]
    assert held == list(range(len(passage.words)))


def test_nothing_gives_nothing() -> None:
    assert Passage.of(" \n ").sentences == ()
