"""A ledger's entries for programs: a record is an entry as JSON."""

from __future__ import annotations

from quellenlage.ledger import ArticleEntry, ArticleRow, FigureEntry, FoundEntry, SourceEntry, StatementEntry
from quellenlage.model.wire import JSON, block_to_wire, figure_to_wire, moment_to_wire, span_to_wire, statement_to_wire


def article_record(row: ArticleRow) -> JSON:
    """The article with what there is to know of it before it is opened."""
    return {
        **_article(row.article),
        "access": row.article.access.value,
        "authors": list(row.authors),
        "recorded_at": row.recorded_at.isoformat(),
        "statements": row.statements,
        "unnamed": row.unnamed,
        "figures": row.figures,
    }


def found_record(entry: FoundEntry) -> JSON:
    """The article, with the places of the words that were searched for and the blocks they stand in."""
    return {
        **article_record(entry.row),
        "places": [span_to_wire(span) for span in entry.places],
        "blocks": [block_to_wire(block) for block in entry.blocks],
    }


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
