"""What people reviewed as training data: scored by the rules of hand annotation it is itself, to the last figure."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from invented import find, make_page, make_reading
from quellenlage.exporting.gold import gold_to_lines
from quellenlage.ledger import MemoryLedger, reviewed_gold
from quellenlage.model.review import ReviewVerdict, make_review
from quellenlage.model.statement import Source, SourceClass, Statement
from quellenlage.model.wire import statement_to_wire

SCORER = Path(__file__).parents[3] / "shared" / "gold" / "score.py"
NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)
READING = make_reading()


def reviewed(ledger: MemoryLedger) -> list[Statement]:
    """What people hold to be right: the first statement corrected, the second rejected, the others accepted."""
    ledger.record(make_page(), READING, recorded_at=NOW)
    first, second, *others = READING.statements
    content = (find(READING.article, "räumen mehr als 4000 Häuser"),)
    via = (Source("a", "AFP", SourceClass.OUTLET), Source("t", "Talblatt", SourceClass.OUTLET))
    right = replace(first, attribution=replace(first.attribution, content=content), via=via)

    def review(statement: Statement, verdict: ReviewVerdict, corrected: Statement | None = None) -> None:
        ledger.review(
            make_review(statement.id, READING.article.id, verdict, by="Mika Sand", at=NOW, corrected=corrected)
        )

    review(first, ReviewVerdict.CORRECT, right)
    review(second, ReviewVerdict.REJECT)
    for each in others:
        review(each, ReviewVerdict.ACCEPT)
    return [right, *others]


def test_an_article_is_a_line() -> None:
    ledger = MemoryLedger()
    assert gold_to_lines(reviewed_gold(ledger)) == ""
    kept = reviewed(ledger)
    (line,) = gold_to_lines(reviewed_gold(ledger)).splitlines()
    told = json.loads(line)
    assert told["blocks"] == [block.text for block in READING.article.blocks]
    assert told["complete"] is True
    assert [each["content"] for each in told["statements"]] == [
        [span.text for span in each.attribution.content] for each in kept
    ]


@pytest.mark.skipif(not SCORER.exists(), reason=f"no scorer of hand annotation at {SCORER}")
def test_it_scores_full_marks_against_what_people_hold_to_be_right(tmp_path: Path) -> None:
    ledger = MemoryLedger()
    kept = reviewed(ledger)
    gold, right, machine = (tmp_path / f"{name}.json" for name in ("gold", "right", "machine"))
    gold.write_text(gold_to_lines(reviewed_gold(ledger)), encoding="utf-8")
    right.write_text(json.dumps([statement_to_wire(each) for each in kept]), encoding="utf-8")
    machine.write_text(json.dumps([statement_to_wire(each) for each in READING.statements]), encoding="utf-8")

    def score(predicted: Path) -> str:
        command = [sys.executable, str(SCORER), str(gold), str(predicted)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    told = score(right)
    assert "P 100.0 R 100.0 F1 100.0" in told
    for name in ("content", "cue", "source", "speaker", "class", "kind", "via", "polarity", "certainty"):
        assert f"{name} 100.0" in told
    assert "figures P 100.0 R 100.0 F1 100.0" in told
    assert score(machine) != told
