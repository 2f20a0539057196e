"""Assertions: sentences of the text that no statement covers, so that the outlet itself vouches for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from quellenlage.language.passage import sentence_ranges
from quellenlage.linking.terms import terms
from quellenlage.model.ids import source_id, statement_id
from quellenlage.model.statement import Attribution, Kind, Qualification, Reading, Source, SourceClass, Statement
from quellenlage.model.text import Article, BlockKind, Span

_BODY = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FACT_BOX])
_PARTICULAR = 18.0  # rarity of a word that can be recognised
_FEWEST_TERMS = 2  # a sentence of fewer, without a figure or time, says nothing that could be found again


class Qualify(Protocol):
    """What finds figures, times and negations in a content; the corridor brings it."""

    def __call__(self, article: Article, attribution: Attribution, /) -> Qualification: ...


def assertions(reading: Reading, qualify: Qualify) -> tuple[Statement, ...]:
    """Body sentences that name something, count something or tell a time, as statements of nobody (class `none`)."""
    article = reading.article
    covered = [
        span
        for statement in reading.statements
        for span in (*statement.attribution.content, *statement.attribution.cue)
    ]
    found = (_statement(article, span, qualify) for span in _sentences(article))
    return tuple(
        statement
        for statement in found
        if not any(statement.attribution.content[0].overlaps(span) for span in covered) and _tells(statement)
    )


def _sentences(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        if block.kind in _BODY:
            for start, end in sentence_ranges(block.text):
                yield article.span(block.index, start, end)


def _statement(article: Article, span: Span, qualify: Qualify) -> Statement:
    bare = Attribution(kind=Kind.INDIRECT, content=(span,), cue=(), source=(), confidence=1.0)
    nobody = Source(source_id(article.id, "", SourceClass.NONE.value), "", SourceClass.NONE)
    statement = Statement(statement_id(article.id, bare.content, (), ()), bare, nobody)
    return replace(statement, qualification=qualify(article, bare))


def _tells(statement: Statement) -> bool:
    found = terms(statement.attribution.content[0].text)
    qualified = statement.qualification
    if qualified.figures or qualified.times:
        return bool(found)
    return len(found) >= _FEWEST_TERMS and any(term.weight >= _PARTICULAR for term in found)
