"""Noun phrases of sources, from a table that a linguist can read and extend."""

from pathlib import Path

import pytest

from quellenlage.attribution.phrases import cut_phrase
from quellenlage.model.text import Language

_TABLE = Path(__file__).parents[1] / "cases" / "phrases.tsv"
_ROWS = [
    (line.split("\t") + [""] * 6)[:6] for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#")
]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row[1])
def test_a_phrase_is_cut_at_its_head(row: list[str]) -> None:
    language, text, determiner, head, name, tail = row
    phrase = cut_phrase(text, Language(language))
    nested = determiner == "mit"  # a participle phrase before the noun has no determiner of its own
    assert phrase.determiner == ("" if nested else determiner)
    assert (phrase.head, " ".join(phrase.name), " ".join(phrase.tail)) == (head, name, tail)
