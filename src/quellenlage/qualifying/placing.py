"""The figures of one piece of content: quantities with their coverage, placed on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.model.figure import Figure
from quellenlage.model.text import Article, BlockKind, Language, Span
from quellenlage.model.time import TimeReference
from quellenlage.qualifying.figures import inside, quantities
from quellenlage.qualifying.periods import coverage_of
from quellenlage.qualifying.quantity import Quantity


@dataclass(frozen=True, slots=True)
class _Text:
    """The text that a content is read in: its block, behind the large number of the fact box that it belongs to.

    `edge` is where the block's own text begins, 0 where there is no such number; `box` is the block of the number.
    """

    article: Article
    block: int
    text: str
    edge: int = 0
    box: int = -1

    def span(self, place: tuple[int, int] | None) -> Span | None:
        """Code points of the text as a span of the page; one over both blocks is cut to the number."""
        if place is None:
            return None
        start, end = place
        if start < self.edge:
            return self.article.span(self.box, start, min(end, self.edge - 1))
        return self.article.span(self.block, start - self.edge, end - self.edge)


def figures_of(article: Article, content: Span, said: TimeReference | None) -> Iterator[Figure]:
    """The figures inside a piece of content, in order. They are read in the whole block, so that what stands around
    counts; the number above a fact box's sentence belongs to the content that opens the sentence. When it was `said`
    is no time that a figure covers."""
    frame = _framed(article, content)
    language = article.language
    found = quantities(frame.text, language)
    saying = None
    if said and said.span.block == content.block:
        saying = said.span.start + frame.edge, said.span.end + frame.edge
    first = 0 if frame.edge else content.start
    for quantity in inside(found, first, content.end + frame.edge):
        yield _figure(frame, quantity, found, saying, language)


def _figure(
    frame: _Text, quantity: Quantity, found: tuple[Quantity, ...], saying: tuple[int, int] | None, language: Language
) -> Figure:
    coverage = coverage_of(frame.text, quantity, found, language, saying)
    span = frame.span((quantity.start, quantity.end))
    assert span is not None
    return Figure(
        span,
        quantity.value,
        quantity.bound,
        quantity.unit,
        quantity.high,
        frame.span(coverage.period),
        frame.span(coverage.as_of),
        coverage.basis,
        frame.span(quantity.counted),
    )


def _framed(article: Article, content: Span) -> _Text:
    block = article.blocks[content.block]
    if block.of is not None and content.start == 0:
        head = article.blocks[block.of]
        if head.kind is BlockKind.FACT_BOX and head.text[:1].isdecimal() and " " not in head.text:
            return _Text(article, block.index, f"{head.text} {block.text}", len(head.text) + 1, head.index)
    return _Text(article, block.index, block.text)
