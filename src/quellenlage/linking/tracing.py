"""Traces of statements, assertions and passages: what the ledger keeps so that they are found again."""

from __future__ import annotations

from quellenlage.linking.assertions import Qualify, assertions
from quellenlage.linking.glancing import glance
from quellenlage.linking.keys import keys
from quellenlage.linking.observing import is_observed
from quellenlage.linking.passages import passage_traces
from quellenlage.linking.sketching import sketches
from quellenlage.model.claim import Trace, TraceKind
from quellenlage.model.statement import Reading


def traces(reading: Reading, qualify: Qualify) -> tuple[Trace, ...]:
    """The traces of a reading: of its statements, of the sentences that its outlet asserts by itself, of its passages.

    What the outlet's own people saw or counted is a statement of theirs, though nobody is cited.
    `qualify` is asked for the figures, times and negations of what is asserted; the corridor brings it.
    """
    return (*_statement_traces(reading, qualify), *passage_traces(reading))


def _statement_traces(reading: Reading, qualify: Qualify) -> tuple[Trace, ...]:
    asserted = assertions(reading, qualify)
    everything = (*reading.statements, *asserted)
    drawn = zip(everything, sketches(reading, everything), strict=True)
    of_itself = {statement.id for statement in asserted}
    unseen = {statement.id for statement in asserted if not is_observed(statement, reading)}
    return tuple(
        Trace(
            kind=TraceKind.ASSERTION if statement.id in unseen else TraceKind.STATEMENT,
            id=statement.id,
            article=reading.article.id,
            keys=keys(sketch),
            data=sketch.pack(),
            statement=statement if statement.id in of_itself else None,
            glance=glance(sketch, asserted=statement.id in unseen),
        )
        for statement, sketch in drawn
    )
