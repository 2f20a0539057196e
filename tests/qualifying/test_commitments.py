"""Commitments: promises, plans, threats and deadlines, told from demands without a time and from mere expectation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from marked import read_marked
from quellenlage.gazetteer.table import rows
from quellenlage.model.text import Language
from quellenlage.model.wire import moment_from_wire
from quellenlage.qualifying.commitments import commitment_of

_CASES = list(rows((Path(__file__).parents[1] / "cases" / "commitments.tsv").read_text(encoding="utf-8")))
_WEDNESDAY = date(2025, 5, 7)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["sentence"])
def test_commitments(case: dict[str, str]) -> None:
    article, attribution = read_marked(case["sentence"], Language(case["language"]), _WEDNESDAY)
    found = commitment_of(article, attribution)
    if case["cue"] == "-":
        assert found is None
        return
    assert found is not None
    assert " … ".join(span.text for span in found.cue) == case["cue"]
    due = found.due
    assert (due.span.text if due else "") == case["due"]
    assert (due.end if due else None) == moment_from_wire(case["until"] or None)


def test_without_a_day_of_its_own_an_article_has_relative_dues() -> None:
    article, attribution = read_marked("Sie {versprach} [Hilfe bis Freitag].", Language.GERMAN, None)
    found = commitment_of(article, attribution)
    assert found is not None
    assert found.due is not None
    assert (found.due.value, found.due.end) == ("XXXX-WXX-5", None)
