"""Sentences with marks: the content in square brackets, the parts of the cue in braces."""

from __future__ import annotations

from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language, Moment, Span


def read_marked(
    marked: str, language: Language, published: Moment | None, kind: Kind = Kind.INDIRECT
) -> tuple[Article, Attribution]:
    """The article of one block and its attribution. Raises ValueError where a mark is not closed."""
    text, content, cue = "", [], []
    rest = marked
    while rest:
        mark = min((rest.find(sign) for sign in "[{" if sign in rest), default=len(rest))
        text, rest = text + rest[:mark], rest[mark:]
        if rest:
            end = rest.index("]" if rest[0] == "[" else "}")
            words = rest[1:end]
            span = Span(0, len(text), len(text) + len(words), words)
            (content if rest[0] == "[" else cue).append(span)
            text, rest = text + words, rest[end + 1 :]
    article = Article("a", (Block(0, BlockKind.PARAGRAPH, text, "/blocks/0"),), language, published=published)
    return article, Attribution(kind, tuple(content), tuple(cue), (), 1.0)
