"""The only serialisation: a Reading as the JSON of schema "quellenlage/reading/1" and back, without loss.

Two conventions make the way back exact. A statement names its speaker and its chain without their mentions; these stand
once, in `sources`, under the same id. A figure carries the place of its span (`block`, `start`, `end` beside `text`),
and `period` holds the words alone while `period_span` says where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from quellenlage.model.figure import Bound, Figure
from quellenlage.model.statement import (
    Attribution,
    Certainty,
    Kind,
    Polarity,
    Qualification,
    Reading,
    Source,
    SourceClass,
    Statement,
)
from quellenlage.model.text import Access, AccessState, Article, Block, BlockKind, Language, Moment, Span

SCHEMA = "quellenlage/reading/1"

JSON = dict[str, Any]
"""An object that `json.dumps` can write: str, int, float, bool, None, lists and objects of these."""


def reading_to_wire(reading: Reading) -> JSON:
    """The whole reading. Every source named in a statement should be among the reading's sources."""
    return {
        "schema": SCHEMA,
        "article": article_to_wire(reading.article),
        "sources": [source_to_wire(source) for source in reading.sources],
        "statements": [statement_to_wire(statement) for statement in reading.statements],
    }


def reading_from_wire(wire: Mapping[str, Any]) -> Reading:
    """The reading that was written. Raises ValueError where `wire` is not of this schema or misses something."""
    if wire.get("schema") != SCHEMA:
        raise ValueError(f"not of schema {SCHEMA}: {wire.get('schema')!r}")
    try:
        sources = tuple(source_from_wire(source) for source in wire["sources"])
        known = {source.id: source for source in sources}
        statements = tuple(statement_from_wire(statement, known) for statement in wire["statements"])
        return Reading(article_from_wire(wire["article"]), sources, statements)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a complete reading: {error!r}") from error


def article_to_wire(article: Article) -> JSON:
    """The article with its blocks."""
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "authors": list(article.authors),
        "agencies": list(article.agencies),
        "published": moment_to_wire(article.published),
        "modified": moment_to_wire(article.modified),
        "language": article.language.value,
        "access": {"state": article.access.state.value, "evidence": list(article.access.evidence)},
        "blocks": [_block_to_wire(block) for block in article.blocks],
    }


def article_from_wire(wire: Mapping[str, Any]) -> Article:
    """The article that was written."""
    access = wire["access"]
    return Article(
        id=wire["id"],
        blocks=tuple(_block_from_wire(block) for block in wire["blocks"]),
        language=Language(wire["language"]),
        url=wire["url"],
        outlet=wire["outlet"],
        headline=wire["headline"],
        authors=tuple(wire["authors"]),
        agencies=tuple(wire["agencies"]),
        published=moment_from_wire(wire["published"]),
        modified=moment_from_wire(wire["modified"]),
        access=Access(AccessState(access["state"]), tuple(access["evidence"])),
    )


def source_to_wire(source: Source) -> JSON:
    """The source with all its mentions."""
    return {**_named(source), "mentions": _spans_to_wire(source.mentions)}


def source_from_wire(wire: Mapping[str, Any]) -> Source:
    """The source that was written; one without the key `mentions` has none."""
    return Source(wire["id"], wire["name"], SourceClass(wire["class"]), _spans_from_wire(wire.get("mentions", ())))


def statement_to_wire(statement: Statement) -> JSON:
    """The statement; its speaker and chain as id, name and class."""
    said, qualified = statement.attribution, statement.qualification
    return {
        "id": statement.id,
        "kind": said.kind.value,
        "content": _spans_to_wire(said.content),
        "cue": _spans_to_wire(said.cue),
        "source": _spans_to_wire(said.source),
        "antecedent": _spans_to_wire(said.antecedent),
        "relays": _spans_to_wire(said.relays),
        "speaker": _named(statement.speaker),
        "via": [_named(source) for source in statement.via],
        "polarity": qualified.polarity.value,
        "certainty": qualified.certainty.value,
        "likelihood": None if qualified.likelihood is None else list(qualified.likelihood),
        "hedges": _spans_to_wire(qualified.hedges),
        "figures": [figure_to_wire(figure) for figure in qualified.figures],
        "confidence": said.confidence,
    }


def statement_from_wire(wire: Mapping[str, Any], sources: Mapping[str, Source]) -> Statement:
    """The statement that was written; its speaker and chain are taken from `sources` (id -> source) where known."""

    def resolved(named: Mapping[str, Any]) -> Source:
        return sources.get(named["id"]) or source_from_wire(named)

    likelihood = wire["likelihood"]
    return Statement(
        id=wire["id"],
        attribution=Attribution(
            kind=Kind(wire["kind"]),
            content=_spans_from_wire(wire["content"]),
            cue=_spans_from_wire(wire["cue"]),
            source=_spans_from_wire(wire["source"]),
            confidence=float(wire["confidence"]),
            antecedent=_spans_from_wire(wire["antecedent"]),
            relays=_spans_from_wire(wire["relays"]),
        ),
        speaker=resolved(wire["speaker"]),
        via=tuple(resolved(named) for named in wire["via"]),
        qualification=Qualification(
            polarity=Polarity(wire["polarity"]),
            certainty=Certainty(wire["certainty"]),
            likelihood=None if likelihood is None else (float(likelihood[0]), float(likelihood[1])),
            hedges=_spans_from_wire(wire["hedges"]),
            figures=tuple(figure_from_wire(figure) for figure in wire["figures"]),
        ),
    )


def figure_to_wire(figure: Figure) -> JSON:
    """The figure; whole numbers without a decimal point."""
    return {
        **_span_to_wire(figure.span),
        "value": _number(figure.value),
        "high": _number(figure.high),
        "bound": figure.bound.value,
        "unit": figure.unit,
        "period": figure.period.text if figure.period else None,
        "period_span": _span_to_wire(figure.period) if figure.period else None,
    }


def figure_from_wire(wire: Mapping[str, Any]) -> Figure:
    """The figure that was written."""
    value, high, period = wire["value"], wire["high"], wire["period_span"]
    return Figure(
        span=_span_from_wire(wire),
        value=None if value is None else float(value),
        bound=Bound(wire["bound"]),
        unit=wire["unit"],
        high=None if high is None else float(high),
        period=None if period is None else _span_from_wire(period),
    )


def moment_to_wire(moment: Moment | None) -> str | None:
    """ISO 8601, exactly as known: with the page's own offset, without one, or a day alone."""
    return None if moment is None else moment.isoformat()


def moment_from_wire(text: str | None) -> Moment | None:
    """The moment that was written: a day where only a day stands. Raises ValueError where it is not ISO 8601."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) <= len("2025-05-05") else datetime.fromisoformat(text)


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


def _named(source: Source) -> JSON:
    return {"id": source.id, "name": source.name, "class": source.cls.value}


def _block_to_wire(block: Block) -> JSON:
    return {
        "index": block.index,
        "kind": block.kind.value,
        "text": block.text,
        "locator": block.locator,
        "time": moment_to_wire(block.time),
        "of": block.of,
    }


def _block_from_wire(wire: Mapping[str, Any]) -> Block:
    time = moment_from_wire(wire["time"])
    return Block(wire["index"], BlockKind(wire["kind"]), wire["text"], wire["locator"], time, wire["of"])


def _span_to_wire(span: Span) -> JSON:
    return {"block": span.block, "start": span.start, "end": span.end, "text": span.text}


def _span_from_wire(wire: Mapping[str, Any]) -> Span:
    return Span(wire["block"], wire["start"], wire["end"], wire["text"])


def _spans_to_wire(spans: Iterable[Span]) -> list[JSON]:
    return [_span_to_wire(span) for span in spans]


def _spans_from_wire(wire: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(_span_from_wire(span) for span in wire)
