"""A ledger's entries for programs: a record is an entry as JSON, cells are its row in a table (CSV, Markdown)."""

from __future__ import annotations

from quellenlage.ledger import ArticleEntry, FigureEntry, SourceEntry, StatementEntry
from quellenlage.model.statement import Statement
from quellenlage.model.wire import JSON, figure_to_wire, moment_to_wire, statement_to_wire
from quellenlage.rendering.phrases import ARROW, blocks_of, words

Cells = dict[str, str | int | float | None]


def statement_record(entry: StatementEntry) -> JSON:
    """The statement as in a reading, with its article under `article`."""
    return {**statement_to_wire(entry.statement), "article": _article(entry.article)}


def figure_record(entry: FigureEntry) -> JSON:
    """The figure as in a reading, with its statement's id, speaker, chain and content, and its article."""
    statement = statement_to_wire(entry.statement)
    return {
        **figure_to_wire(entry.figure),
        "statement": statement["id"],
        "speaker": statement["speaker"],
        "via": statement["via"],
        "content": statement["content"],
        "article": _article(entry.article),
    }


def source_record(entry: SourceEntry) -> JSON:
    """Name and class as written, with the counts."""
    return {
        "name": entry.name,
        "class": entry.cls.value,
        "said": entry.said,
        "relayed": entry.relayed,
        "articles": entry.articles,
    }


def statement_cells(entry: StatementEntry) -> Cells:
    """One row a statement; what is more than one piece is joined."""
    said, qualified = entry.statement.attribution, entry.statement.qualification
    low, high = qualified.likelihood or (None, None)
    return {
        **_voices(entry.statement),
        "content": words(said.content),
        "cue": words(said.cue),
        "kind": said.kind.value,
        "polarity": qualified.polarity.value,
        "certainty": qualified.certainty.value,
        "likelihood_low": low,
        "likelihood_high": high,
        "distance": qualified.stance.distance.value,
        "said": qualified.said.span.text if qualified.said else None,
        "confidence": said.confidence,
        "block": blocks_of(entry.statement),
        "statement": entry.statement.id,
        **_article_cells(entry.article),
    }


def figure_cells(entry: FigureEntry) -> Cells:
    """One row a figure."""
    figure = figure_to_wire(entry.figure)
    return {
        **{name: figure[name] for name in ("text", "value", "high", "bound", "unit", "period")},
        "as_of": figure["as_of"] and figure["as_of"]["text"],
        "basis": figure["basis"],
        "counted": figure["counted"] and figure["counted"]["text"],
        **_voices(entry.statement),
        "content": words(entry.statement.attribution.content),
        "statement": entry.statement.id,
        **_article_cells(entry.article),
    }


def source_cells(entry: SourceEntry) -> Cells:
    """One row a source."""
    return source_record(entry)


def _article(entry: ArticleEntry) -> JSON:
    return {
        "id": entry.id,
        "url": entry.url,
        "page": entry.file,
        "outlet": entry.outlet,
        "headline": entry.headline,
        "published": moment_to_wire(entry.published),
        "language": entry.language.value,
    }


def _article_cells(entry: ArticleEntry) -> Cells:
    article = _article(entry)
    return {
        **{name: article[name] for name in ("outlet", "headline", "published", "url", "page")},
        "article": article["id"],
    }


def _voices(statement: Statement) -> Cells:
    return {
        "speaker": statement.speaker.name,
        "class": statement.speaker.cls.value,
        "via": ARROW.join(source.name for source in statement.via),
    }
