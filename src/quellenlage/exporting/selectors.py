"""Where words stand, in the terms of W3C Web Annotation (https://www.w3.org/TR/annotation-model/#selectors).

Two selectors for each place, either of which is enough: the exact words between what stands before and after them,
and the block with a position in it. A position in the whole page's text is not given, since readers of pages count
differently.
"""

from __future__ import annotations

import re

from quellenlage.exporting.iris import page_iri
from quellenlage.model.text import Article, Block, BlockKind, Span
from quellenlage.model.wire import JSON

_CONTEXT = 32  # code points on each side, as other annotation tools have it; more where the words stand there twice
_POINTER = re.compile(r"(?:/(?:[^~/]|~[01])*)*/\d+")
_PLAIN_TEXT = "http://tools.ietf.org/rfc/rfc5147"
_JSON_POINTER = "https://www.rfc-editor.org/rfc/rfc6901"


def target_of(span: Span, article: Article) -> JSON:
    """A place on the page: the page's address (the article's IRI where it has none) with both selectors."""
    return {
        "type": "SpecificResource",
        "source": page_iri(article),
        "selector": [_quote(span, article), _position(span, article.blocks[span.block])],
    }


def _quote(span: Span, article: Article) -> JSON:
    text = article.blocks[span.block].text
    size = _CONTEXT
    while size < len(text) and _times(_around(text, span, size), article) > 1:
        size *= 2
    before, after = _sides(text, span, size)
    return {"type": "TextQuoteSelector", "exact": span.text, "prefix": before, "suffix": after}


def _sides(text: str, span: Span, size: int) -> tuple[str, str]:
    return text[max(0, span.start - size) : span.start], text[span.end : span.end + size]


def _around(text: str, span: Span, size: int) -> str:
    before, after = _sides(text, span, size)
    return f"{before}{span.text}{after}"


def _times(words: str, article: Article) -> int:
    told = (block for block in article.blocks if block.kind is not BlockKind.FURNITURE)
    return sum(block.text.count(words) for block in told)


def _position(span: Span, block: Block) -> JSON:
    return {
        **_block(block.locator),
        "refinedBy": {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    }


def _block(locator: str) -> JSON:
    """The selector of a block, by the kind of its locator: in plain text, in JSON, in HTML."""
    if locator.startswith("char="):
        return {"type": "FragmentSelector", "conformsTo": _PLAIN_TEXT, "value": locator}
    if _POINTER.fullmatch(locator):
        return {"type": "FragmentSelector", "conformsTo": _JSON_POINTER, "value": locator}
    return {"type": "XPathSelector", "value": locator}
