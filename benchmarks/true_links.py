"""Links the ledger of `benchmarks.ledger` by what is true of its world, so that the views have claims of a real size.

What linking itself costs at this size is measured by `benchmarks.simulator`; here the ledger only has to look as if it
were done. Every article has its real passages and assertions, statements of one claim are linked each with each, and
everything goes through the store's own functions. Some things are less than real: each statement has the same sketch,
each trace one key instead of some seventy, and nothing contradicts anything.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from benchmarks.ledger import SEED, Told, longer
from quellenlage.ledger import open_ledger, reading_id
from quellenlage.linking import VERSION, compare, sift
from quellenlage.linking.assertions import assertions
from quellenlage.linking.passages import passage_traces
from quellenlage.linking.tracing import traces
from quellenlage.model.claim import Link, Relation, Trace, TraceKind
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.qualifying import qualify

_SCORE = 0.9
_REASONS = (Reason(ReasonKind.MEANING, ("0.90",)), Reason(ReasonKind.SAME_THING, ("Sickerwasser",)))
_SHOWN = 500  # articles from one line of progress to the next


def link_truly(path: Path) -> None:
    """Links every article that waits; goes on where it was stopped."""
    with closing(open_ledger(str(path))) as ledger:
        ledger.start_linking(VERSION)
        waiting = set(ledger.unlinked(VERSION))
        data = b""
        for told in longer(SEED):
            if not waiting:
                return
            article = told.reading.article.id
            data = data or traces(told.reading, qualify)[0].data
            if article in waiting:
                ledger.relate({reading_id(told.reading): tuple(_traces(told, data))}, _compare, sift)
                waiting.remove(article)
                if len(waiting) % _SHOWN == 0:
                    print(f"{len(waiting)} articles wait", file=sys.stderr, flush=True)


def _traces(told: Told, data: bytes) -> Iterator[Trace]:
    yield from passage_traces(told.reading)
    article = told.reading.article.id
    for kind, statements in (
        (TraceKind.STATEMENT, told.reading.statements),
        (TraceKind.ASSERTION, assertions(told.reading, qualify)),
    ):
        for each in statements:
            claim = told.claims.get(each.attribution.content[0])
            keys = frozenset() if claim is None else frozenset((_key(claim),))
            yield Trace(kind, each.id, article, keys, data, each if kind is TraceKind.ASSERTION else None)


def _key(claim: str) -> int:
    return int.from_bytes(sha256(claim.encode()).digest()[:7])


def _compare(one: Trace, other: Trace) -> Link | None:
    if TraceKind.PASSAGE in (one.kind, other.kind):
        return compare(one, other)
    return Link(one.id, other.id, Relation.SAME, _SCORE, _REASONS)
