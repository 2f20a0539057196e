"""What makes two readings the same."""

from __future__ import annotations

from quellenlage.model.ids import content_id
from quellenlage.model.statement import Reading
from quellenlage.model.wire import reading_to_wire


def reading_id(reading: Reading) -> str:
    """Id of a reading: everything in it. When and from which file it was read does not matter.

    An article keeps its id when a later version of the program finds other statements in it; the reading does not.
    """
    return content_id("reading/1", [reading_to_wire(reading)])
