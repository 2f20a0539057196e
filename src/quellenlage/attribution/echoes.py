"""Statements that the tagger found twice in one place, and outlets that it took for the speaker of what they pass on.

"Ein Beamter sprach der Agentur zufolge von Verlusten" is one statement, the official's, through the agency: the scheme
gives an outlet a statement of its own only where nobody further is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quellenlage.attribution.chains import Chained, content_size
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Span

_PASSING = frozenset({SourceClass.OUTLET, SourceClass.DOCUMENT})
_REPORT = re.compile(r"(?:^|\b|[a-z])(?:[Bb]ericht|[Mm]eldung|report)\b")
_SURE = 0.7
"""Confidence from which the longer of two findings of one statement is the better one."""
_SAME = 0.8
"""Share of the shorter content that two statements have in common where they are one."""


def without_echoes(chained: Sequence[Chained]) -> tuple[Chained, ...]:
    """Every statement once, in the order given; a shared report's statements without the sharing."""
    told = [one for one in chained if not one.shares]
    return tuple(one for one in told if not any(_echoes(one, other) for other in told if other is not one))


def _echoes(one: Chained, other: Chained) -> bool:
    """Whether `one` says nothing that `other` does not say with more right."""
    if not _of_one_content(one, other) or _holds_cue(one, other) or _holds_cue(other, one):
        return False
    if one.speaker.cls in _PASSING and one.speaker.name != other.speaker.name and _passes_on(one, other):
        return True
    return _is_same(one.speaker.name, other.speaker.name) and _rank(one) < _rank(other)


def _passes_on(one: Chained, other: Chained) -> bool:
    """Whether the other's chain holds the speaker, or the outlet whose report speaks ("Bericht der Agentur")."""
    relays = {voice.name for voice in other.via}
    reports = _REPORT.search(one.speaker.name) is not None and {voice.name for voice in one.via} & relays
    return one.speaker.name in relays or bool(reports)


def _is_same(one: str, other: str) -> bool:
    """Whether one name has all words of the other: "Quellen in der Regierung", "zwei Quellen in der Regierung"."""
    here, there = set(one.split()), set(other.split())
    return bool(here and there) and (here <= there or there <= here)


def _rank(one: Chained) -> tuple[bool, float, int, int, int]:
    """Of two statements the surer one stays, and of two that are as sure the longer or earlier one; a sure one does not
    give way to a piece of itself."""
    content = one.attribution.content
    sure = one.attribution.confidence >= _SURE
    size = content_size(one.attribution)
    return (sure, size if sure else one.attribution.confidence, size, -content[0].block, -content[0].start)


def _of_one_content(one: Chained, other: Chained) -> bool:
    here, there = one.attribution.content, other.attribution.content
    shared = sum(_shared(a, b) for a in here for b in there)
    return shared >= _SAME * min(content_size(one.attribution), content_size(other.attribution))


def _shared(one: Span, other: Span) -> int:
    """Code points that two spans share."""
    if one.block != other.block:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _holds_cue(one: Chained, other: Chained) -> bool:
    """Whether the content of `one` holds the other's cue, so that the other is told in it."""
    return any(_shared(a, b) for a in one.attribution.content for b in other.attribution.cue)
