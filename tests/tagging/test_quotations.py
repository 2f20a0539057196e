"""Quotation marks, held against a table of cases."""

from pathlib import Path

import pytest

from quellenlage.tagging.quotations import find_quotations, quoted

_CASES = Path(__file__).parents[1] / "cases" / "quotations.tsv"


def _cases() -> list[tuple[str, list[str]]]:
    lines = [line for line in _CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    return [(text.replace("\\n", "\n"), found.split(" | ") if found else []) for text, found in rows]


@pytest.mark.parametrize(("text", "found"), _cases())
def test_case(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotations(text)] == found


def test_marks_are_not_quoted() -> None:
    text = "Er sagte „ja“."
    assert "".join(char for char, inside in zip(text, quoted(text), strict=True) if inside) == "ja"
