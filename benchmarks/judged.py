"""The author of a scenario as the person who judges: claims as they should be, so that the rest can be seen alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import PurePath

from benchmarks.claim_scores import Index
from benchmarks.scenarios import Scenario
from quellenlage.linking import traces
from quellenlage.model.claim import Judgement, TraceKind, Verdict
from quellenlage.model.judging import make_judgement
from quellenlage.pipeline import Outcome
from quellenlage.qualifying import qualify

_AT = datetime(2031, 1, 1, tzinfo=UTC)


def judgements(scenario: Scenario, outcomes: Sequence[Outcome]) -> Iterator[Judgement]:
    """What joins the appearances of each claim that the reader found, and keeps the claims apart."""
    index = Index(list(_alone(outcomes)))
    found = [(index.claim_of(place) for place in claim.appearances) for claim in scenario.claims]
    sides = [tuple(dict.fromkeys(each["id"] for each in places if each)) for places in found]
    sides = [side for side in sides if side]
    if len(sides) > 1:
        yield make_judgement(Verdict.DIFFERENT, sides, by="author", at=_AT)
    for side in sides:
        if len(side) > 1:
            yield make_judgement(Verdict.SAME, [(each,) for each in side], by="author", at=_AT)


def _alone(outcomes: Sequence[Outcome]) -> Iterator[dict[str, object]]:
    """Every trace as a claim of its own."""
    for outcome in outcomes:
        assert outcome.reading is not None
        known = {statement.id: statement for statement in outcome.reading.statements}
        for trace in traces(outcome.reading, qualify):
            if trace.kind is not TraceKind.PASSAGE:
                content = (trace.statement or known[trace.id]).attribution.content
                place = {
                    "statement": trace.id,
                    "page": PurePath(outcome.name).name,
                    "content": [s.text for s in content],
                }
                yield {"id": trace.id, "appearances": [place]}
