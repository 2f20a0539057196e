"""Links' reasons and judgements as JSON and back, without loss: what a ledger keeps of claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from quellenlage.model.claim import Judgement, Verdict
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.wire import JSON


def reasons_to_wire(reasons: Iterable[Reason]) -> list[list[str]]:
    """Each reason as its kind and its names."""
    return [[reason.kind.value, *reason.names] for reason in reasons]


def reasons_from_wire(wire: Iterable[list[str]]) -> tuple[Reason, ...]:
    """The reasons that were written."""
    return tuple(_reason(*each) for each in wire)


@lru_cache(maxsize=65_536)
def _reason(kind: str, *names: str) -> Reason:
    """Thousands of links have the same few reasons."""
    return Reason(ReasonKind(kind), names)


def judgement_to_wire(judgement: Judgement) -> JSON:
    """The judgement as a person made it."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "sides": [list(side) for side in judgement.sides],
        "by": judgement.by,
        "at": judgement.at.isoformat(),
        "note": judgement.note,
        "undoes": judgement.undoes,
    }


def judgement_from_wire(wire: Mapping[str, Any]) -> Judgement:
    """The judgement that was written."""
    return Judgement(
        id=wire["id"],
        verdict=Verdict(wire["verdict"]),
        sides=tuple(tuple(side) for side in wire["sides"]),
        by=wire["by"],
        at=datetime.fromisoformat(wire["at"]),
        note=wire["note"],
        undoes=wire["undoes"],
    )
