"""What stands around a statement: its sentences, and its paragraph up to their end."""

from __future__ import annotations

import re
from functools import lru_cache

from quellenlage.language.passage import sentence_ranges
from quellenlage.model.statement import Reading, Statement

_POINTS_BACK = re.compile(
    r"(?:Das|Dies|So|That|This|Davon|Darüber) (?:\w+ ){0,2}\w+"
    r"|[^.;:!?]{3,60} (?:said|says|told \w+|confirmed|repeated) (?:so|this|that)\b"
    r"|[^.;:!?]{3,60} (?:sagte|erklärte|bestätigte|berichtete|teilte|gab) (?:\w+ ){0,3}(?:das|dies)\b"
)


@lru_cache(maxsize=4096)
def ranges_of(text: str) -> tuple[tuple[int, int], ...]:
    """The half-open ranges of the sentences of a text; kept a while, since every statement of a block asks for them."""
    return tuple(sentence_ranges(text))


def sentence_around(statement: Statement, reading: Reading) -> str:
    """The sentences in which a statement stands, with the next one where that points back at it ("Das sagte …")."""
    attribution = statement.attribution
    block = attribution.content[0].block
    spans = [s for s in (*attribution.content, *attribution.cue, *attribution.source) if s.block == block]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    text = reading.article.blocks[block].text
    ranges = ranges_of(text)
    held = [i for i, (low, high) in enumerate(ranges) if low < end and start < high]
    if held and held[-1] + 1 < len(ranges) and _POINTS_BACK.match(text, ranges[held[-1] + 1][0]):
        held.append(held[-1] + 1)
    return " ".join(text[slice(*ranges[i])] for i in held)


def paragraph_until(statement: Statement, reading: Reading) -> str:
    """The block of a statement from its beginning to the end of the sentence that the statement ends in."""
    content = statement.attribution.content
    text = reading.article.blocks[content[0].block].text
    end = max(span.end for span in content if span.block == content[0].block)
    return text[: next((high for _, high in ranges_of(text) if high >= end), len(text))]


def sentence_before(statement: Statement, reading: Reading) -> str:
    """The sentence of a block before that in which a statement begins; "" for the first."""
    content = statement.attribution.content[0]
    text = reading.article.blocks[content.block].text
    held = next((i for i, (_, high) in enumerate(ranges_of(text)) if content.start < high), 0)
    return text[slice(*ranges_of(text)[held - 1])] if held else ""
