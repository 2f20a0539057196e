"""Traces made by hand, and a comparison that a test can read: what linking would bring, without any of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from invented import find, make_article, make_reading
from quellenlage.model.claim import Link, Met, Relation, Trace, TraceKind
from quellenlage.model.ids import statement_id
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import Attribution, Kind, Reading, Source, SourceClass, Statement
from quellenlage.model.text import Moment

KEY = 7  # under which all these traces are looked for


def article_reading(number: int, *, published: Moment | None = date(2031, 3, 4)) -> Reading:
    """The invented reading, once more under another address and of another outlet."""
    url, outlet = f"https://blatt-{number}.example/", f"Blatt {number}"
    return make_reading(make_article(url=url, outlet=outlet, published=published))


def assertion(reading: Reading, words: str) -> Statement:
    """Words that the outlet asserts by itself."""
    said = Attribution(Kind.INDIRECT, (find(reading.article, words),), (), (), 1.0)
    key = statement_id(reading.article.id, said.content, (), ())
    return Statement(key, said, Source("", "", SourceClass.NONE))


def traces_of(
    reading: Reading, *gists: bytes, asserted: bytes | None = None, passage: bytes | None = None
) -> list[Trace]:
    """One trace for each statement that has a gist here, in order; then one of an assertion, then one of a passage."""
    article = reading.article.id
    found = [
        Trace(TraceKind.STATEMENT, statement.id, article, frozenset({KEY}), gist, glance=gist)
        for statement, gist in zip(reading.statements, gists, strict=False)
    ]
    if asserted is not None:
        own = assertion(reading, "Damm an der Wesper")
        found.append(Trace(TraceKind.ASSERTION, own.id, article, frozenset({KEY}), asserted, own, asserted))
    if passage is not None:
        found.append(Trace(TraceKind.PASSAGE, f"p{article}", article, frozenset({-1}), passage))
    return found


def sift(ones: Sequence[bytes], others: Sequence[bytes], met: Met) -> Iterator[tuple[int, int]]:
    """What shares no letter has nothing to do with each other."""
    pairs = {(i, j) for some, those in met for i in some for j in those}
    yield from ((i, j) for i, j in sorted(pairs) if {*ones[i]} & {*others[j]})


def compare(one: Trace, other: Trace) -> Link | None:
    """What shares half of its letters says the same; "!" denies what follows it; passages are copied."""
    assert one.id < other.id
    assert one.statement is None and other.statement is None
    assert not one.glance and not other.glance
    reasons = (Reason(ReasonKind.MEANING, (one.data.decode(), other.data.decode())),)
    if TraceKind.PASSAGE in (one.kind, other.kind):
        return Link(one.id, other.id, Relation.COPIES, 1.0, reasons)
    if one.data.lstrip(b"!") == other.data.lstrip(b"!") and one.data != other.data:
        denier = one if one.data.startswith(b"!") else other
        score = 0.9 if len(one.data) % 2 else 0.8
        return Link(one.id, other.id, Relation.CONTRADICTS, score, (Reason(ReasonKind.DENIAL, ("!", denier.id)),))
    alike = sum(a == b for a, b in zip(one.data, other.data, strict=False)) / max(len(one.data), len(other.data), 1)
    return Link(one.id, other.id, Relation.SAME, alike, reasons) if alike >= 0.5 else None
