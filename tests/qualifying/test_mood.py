"""The mood of German contents, case by case: tests/cases/mood.tsv."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.gazetteer.table import rows
from quellenlage.qualifying.mood import finite_verb
from quellenlage.qualifying.verbforms import finite_form

CASES = list(rows((Path(__file__).parents[1] / "cases" / "mood.tsv").read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_mood(case: dict[str, str]) -> None:
    found = finite_verb(case["text"])
    assert (found.mood.value if found else "") == case["mood"]
    assert (found.word.text if found else "") == case["verb"]


def test_the_table_is_large_enough_and_shows_every_mood() -> None:
    assert len(CASES) >= 150
    assert {case["mood"] for case in CASES} == {"", "indicative", "konjunktiv_1", "konjunktiv_2"}


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("zurückkomme", "zurückkommen"),
        ("vorangekommen", None),
        ("missverstünde", "missverstehen"),
        ("haus", None),
        ("an" * 2000, None),
    ],
)
def test_prefixed_verbs_follow_their_base(form: str, verb: str | None) -> None:
    found = finite_form(form)
    assert (found.verb if found else None) == verb


@settings(deadline=None)  # the first example reads the tables
@given(st.text(max_size=60))
def test_a_verb_stands_where_it_says(text: str) -> None:
    found = finite_verb(text)
    if found is not None:
        assert text[found.word.start : found.word.end] == found.word.text
