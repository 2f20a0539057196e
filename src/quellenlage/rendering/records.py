"""A ledger's entries for programs: a record is an entry as JSON."""

from __future__ import annotations

from quellenlage.ledger import ArticleEntry, FigureEntry, SourceEntry, StatementEntry
from quellenlage.model.wire import JSON, figure_to_wire, moment_to_wire, statement_to_wire


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
