"""Reviews as JSON and back, without loss: what a ledger keeps of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quellenlage.model.review import Review, ReviewVerdict
from quellenlage.model.wire import JSON, statement_from_wire, statement_to_wire


def review_to_wire(review: Review) -> JSON:
    """The review as a person made it."""
    return {
        "id": review.id,
        "statement": review.statement,
        "article": review.article,
        "verdict": review.verdict.value,
        "by": review.by,
        "at": review.at.isoformat(),
        "corrected": None if review.corrected is None else statement_to_wire(review.corrected),
        "note": review.note,
        "undoes": review.undoes,
    }


def review_from_wire(wire: Mapping[str, Any]) -> Review:
    """The review that was written."""
    corrected = wire["corrected"]
    return Review(
        id=wire["id"],
        statement=wire["statement"],
        article=wire["article"],
        verdict=ReviewVerdict(wire["verdict"]),
        by=wire["by"],
        at=datetime.fromisoformat(wire["at"]),
        corrected=None if corrected is None else statement_from_wire(corrected, {}),
        note=wire["note"],
        undoes=wire["undoes"],
    )
