"""The sentences around a statement."""

from __future__ import annotations

import re

from quellenlage.language.passage import sentence_ranges
from quellenlage.model.statement import Reading, Statement

_POINTS_BACK = re.compile(r"(?:Das|Dies|So|That|This|Davon|Darüber) (?:\w+ ){0,2}\w+")


def sentence_around(statement: Statement, reading: Reading) -> str:
    """The sentences in which a statement stands, with the next one where that points back at it ("Das sagte …")."""
    attribution = statement.attribution
    block = attribution.content[0].block
    spans = [s for s in (*attribution.content, *attribution.cue, *attribution.source) if s.block == block]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    text = reading.article.blocks[block].text
    ranges = sentence_ranges(text)
    held = [i for i, (low, high) in enumerate(ranges) if low < end and start < high]
    if held and held[-1] + 1 < len(ranges) and _POINTS_BACK.match(text, ranges[held[-1] + 1][0]):
        held.append(held[-1] + 1)
    return " ".join(text[slice(*ranges[i])] for i in held)
