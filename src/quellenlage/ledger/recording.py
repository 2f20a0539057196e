"""What makes two readings the same."""

from __future__ import annotations

from quellenlage.model.ids import content_id
from quellenlage.model.statement import Reading
from quellenlage.model.wire import reading_to_wire


def reading_id(reading: Reading) -> str:
    """Id of a reading: everything in it but the model's confidences. When and from which file does not matter either.

    An article keeps its id when a later version of the program finds other statements in it; the reading does not.
    Confidences are left out because the same model gives them with other last digits on another processor.
    """
    wire = reading_to_wire(reading)
    for statement in wire["statements"]:
        del statement["confidence"]
    return content_id("reading/1", [wire])
