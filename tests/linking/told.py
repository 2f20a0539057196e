"""Articles for tests of linking: one sentence a block, the content in brackets, everything else the cue."""

from __future__ import annotations

from training.claims.events import reading_of

from quellenlage.linking import compare, traces
from quellenlage.model.claim import Link, Trace, TraceKind
from quellenlage.qualifying import qualify


def traced(head: str, *lines: str) -> list[Trace]:
    """The traces of the statements and assertions of an article, in order."""
    reading, _ = reading_of(head, list(lines), qualify)
    return [trace for trace in traces(reading, qualify) if trace.kind is not TraceKind.PASSAGE]


def linked(one: Trace, other: Trace) -> Link | None:
    """What is found of two traces."""
    return compare(one, other)
