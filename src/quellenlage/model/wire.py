"""The only serialisation: a Reading as the JSON of schema "quellenlage/reading/1" and back, without loss.

Three conventions make the way back exact. A statement names its speaker and its chain without their mentions; these
stand once, in `sources`, under the same id. A figure carries the place of its span (`block`, `start`, `end` beside
`text`), and `period` holds the words alone while `period_span` says where they stand. A time carries the place of its
words like a figure, so what it covers is called `first` and `last`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from quellenlage.model.figure import Basis, Bound, Figure
from quellenlage.model.statement import (
    Anonymity,
    Attribution,
    Certainty,
    Distance,
    Kind,
    Mood,
    Polarity,
    Qualification,
    Reading,
    Source,
    SourceClass,
    Stance,
    Statement,
)
from quellenlage.model.text import Access, AccessState, Article, Block, BlockKind, Language, Moment, Span
from quellenlage.model.time import Commitment, Fulfilment, TimeReference

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
        "blocks": [block_to_wire(block) for block in article.blocks],
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
    """The source with all its mentions, and what is told of it where it is unnamed."""
    anonymity = None if source.anonymity is None else anonymity_to_wire(source.anonymity)
    return {**_named(source), "mentions": _spans_to_wire(source.mentions), "anonymity": anonymity}


def source_from_wire(wire: Mapping[str, Any]) -> Source:
    """The source that was written; one that is only named, without `mentions` and `anonymity`, has none."""
    mentions, anonymity = wire.get("mentions", ()), wire.get("anonymity")
    return Source(
        id=wire["id"],
        name=wire["name"],
        cls=SourceClass(wire["class"]),
        mentions=_spans_from_wire(mentions),
        anonymity=None if anonymity is None else anonymity_from_wire(anonymity),
    )


def anonymity_to_wire(anonymity: Anonymity) -> JSON:
    """What is told of an unnamed source."""
    return {
        "count": anonymity.count,
        "position": anonymity.position,
        "place": anonymity.place,
        "reason": _optional_span_to_wire(anonymity.reason),
    }


def anonymity_from_wire(wire: Mapping[str, Any]) -> Anonymity:
    """What was written of an unnamed source."""
    return Anonymity(wire["count"], wire["position"], wire["place"], _optional_span_from_wire(wire["reason"]))


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
        "stance": _stance_to_wire(qualified.stance),
        "said": _optional_time_to_wire(qualified.said),
        "times": [time_to_wire(time) for time in qualified.times],
        "commitment": _commitment_to_wire(qualified.commitment),
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
            stance=_stance_from_wire(wire["stance"]),
            said=_optional_time_from_wire(wire["said"]),
            times=tuple(time_from_wire(time) for time in wire["times"]),
            commitment=_commitment_from_wire(wire["commitment"]),
        ),
    )


def block_to_wire(block: Block) -> JSON:
    """The block with its place on the page."""
    return {
        "index": block.index,
        "kind": block.kind.value,
        "text": block.text,
        "locator": block.locator,
        "time": moment_to_wire(block.time),
        "of": block.of,
    }


def span_to_wire(span: Span) -> JSON:
    """The place and its words."""
    return {"block": span.block, "start": span.start, "end": span.end, "text": span.text}


def figure_to_wire(figure: Figure) -> JSON:
    """The figure; whole numbers without a decimal point."""
    return {
        **span_to_wire(figure.span),
        "value": _number(figure.value),
        "high": _number(figure.high),
        "bound": figure.bound.value,
        "unit": figure.unit,
        "period": figure.period.text if figure.period else None,
        "period_span": _optional_span_to_wire(figure.period),
        "as_of": _optional_span_to_wire(figure.as_of),
        "basis": None if figure.basis is None else figure.basis.value,
        "counted": _optional_span_to_wire(figure.counted),
    }


def figure_from_wire(wire: Mapping[str, Any]) -> Figure:
    """The figure that was written. Those written before flows were told from totals lack the
    keys from `as_of` on."""
    value, high = wire["value"], wire["high"]
    return Figure(
        span=_span_from_wire(wire),
        value=None if value is None else float(value),
        bound=Bound(wire["bound"]),
        unit=wire["unit"],
        high=None if high is None else float(high),
        period=_optional_span_from_wire(wire["period_span"]),
        as_of=_optional_span_from_wire(wire.get("as_of")),
        basis=None if wire.get("basis") is None else Basis(wire["basis"]),
        counted=_optional_span_from_wire(wire.get("counted")),
    )


def time_to_wire(time: TimeReference) -> JSON:
    """The time: its words with their place, its value, the first and last day or moment that it covers."""
    return {
        **span_to_wire(time.span),
        "value": time.value,
        "first": moment_to_wire(time.start),
        "last": moment_to_wire(time.end),
    }


def time_from_wire(wire: Mapping[str, Any]) -> TimeReference:
    """The time that was written."""
    first, last = moment_from_wire(wire["first"]), moment_from_wire(wire["last"])
    return TimeReference(_span_from_wire(wire), wire["value"], first, last)


def moment_to_wire(moment: Moment | None) -> str | None:
    """ISO 8601, exactly as known: with the page's own offset, without one, or a day alone."""
    return None if moment is None else moment.isoformat()


def moment_from_wire(text: str | None) -> Moment | None:
    """The moment that was written: a day where only a day stands. Raises ValueError where it is not ISO 8601."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) <= len("2025-05-05") else datetime.fromisoformat(text)


def _stance_to_wire(stance: Stance) -> JSON:
    return {
        "distance": stance.distance.value,
        "marks": _spans_to_wire(stance.marks),
        "mood": None if stance.mood is None else stance.mood.value,
    }


def _stance_from_wire(wire: Mapping[str, Any]) -> Stance:
    mood = wire["mood"]
    return Stance(Distance(wire["distance"]), _spans_from_wire(wire["marks"]), None if mood is None else Mood(mood))


def _commitment_to_wire(commitment: Commitment | None) -> JSON | None:
    if commitment is None:
        return None
    return {
        "cue": _spans_to_wire(commitment.cue),
        "due": _optional_time_to_wire(commitment.due),
        "fulfilment": None if commitment.fulfilment is None else commitment.fulfilment.value,
        "outcome": _optional_span_to_wire(commitment.outcome),
    }


def _commitment_from_wire(wire: Mapping[str, Any] | None) -> Commitment | None:
    """Those written before outcomes were looked for lack the keys."""
    if wire is None:
        return None
    fulfilment = wire.get("fulfilment")
    return Commitment(
        _spans_from_wire(wire["cue"]),
        _optional_time_from_wire(wire["due"]),
        None if fulfilment is None else Fulfilment(fulfilment),
        _optional_span_from_wire(wire.get("outcome")),
    )


def _optional_time_to_wire(time: TimeReference | None) -> JSON | None:
    return None if time is None else time_to_wire(time)


def _optional_time_from_wire(wire: Mapping[str, Any] | None) -> TimeReference | None:
    return None if wire is None else time_from_wire(wire)


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


def _named(source: Source) -> JSON:
    return {"id": source.id, "name": source.name, "class": source.cls.value}


def _block_from_wire(wire: Mapping[str, Any]) -> Block:
    time = moment_from_wire(wire["time"])
    return Block(wire["index"], BlockKind(wire["kind"]), wire["text"], wire["locator"], time, wire["of"])


def _span_from_wire(wire: Mapping[str, Any]) -> Span:
    return Span(wire["block"], wire["start"], wire["end"], wire["text"])


def _optional_span_to_wire(span: Span | None) -> JSON | None:
    return None if span is None else span_to_wire(span)


def _optional_span_from_wire(wire: Mapping[str, Any] | None) -> Span | None:
    return None if wire is None else _span_from_wire(wire)


def _spans_to_wire(spans: Iterable[Span]) -> list[JSON]:
    return [span_to_wire(span) for span in spans]


def _spans_from_wire(wire: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(_span_from_wire(span) for span in wire)
