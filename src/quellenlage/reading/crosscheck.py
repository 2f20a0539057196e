"""A second opinion on where the article's text stands.

Two are asked. The text that the page itself declares as its article's body, where it declares one (a third of the
pages do), costs a look-up. Trafilatura costs more than all the rest of the reading together, so it is asked only where
a cheap measure says that the own finding is weak: none at all, or a small part of the page's running text.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from quellenlage.reading.body import Body, body_of, is_long
from quellenlage.reading.declared import Declared
from quellenlage.reading.flow import Chunk
from quellenlage.reading.headline import key

_DECLARED_LONG = 400  # characters below which a declared body is just its opening
_COVERED = 0.6  # share of the second opinion that must be found among the chunks for it to count
_AGREED = 0.5  # share of the second opinion's text that the own finding must hold to stand
_WEAK = 0.35  # share of the page's running text below which the own finding is weak
_SHORT = 700  # characters of text from which a finding is never weak by its share alone
_OPENING = 50  # characters of a chunk by which it is found again


def crosschecked(
    body: Body | None, chunks: Sequence[Chunk], top: Element, declared: Declared, source: str
) -> Body | None:
    """`body`, or a better one where a second opinion places the text elsewhere; None where nobody finds any."""
    told = key(declared.text("articleBody") or "")
    if len(told) >= _DECLARED_LONG:
        matched = [chunk for chunk in chunks if is_long(chunk) and key(chunk.text)[:_OPENING] in told]
        if _size(matched) >= _COVERED * len(told):
            return _reconciled(body, matched, chunks, top)
    if body is None or _is_weak(body, chunks):
        matched = _seconded(chunks, source)
        if matched:
            return _reconciled(body, matched, chunks, top, trim=False)
    return body


def _reconciled(
    body: Body | None, matched: Sequence[Chunk], chunks: Sequence[Chunk], top: Element, *, trim: bool = True
) -> Body | None:
    """The own finding where it holds most of the matched text, cut at its last chunk; else the matched chunks' own
    place."""
    inside = [chunk for chunk in matched if body is not None and body.first <= chunk.place <= body.last]
    if body is None or _size(inside) < _AGREED * _size(matched):
        return body_of(matched, chunks, top)
    return body.cut_at(inside[-1].place) if trim else body


def _is_weak(body: Body, chunks: Sequence[Chunk]) -> bool:
    if body.prose >= _SHORT:
        return False
    return body.prose < _WEAK * _size([chunk for chunk in chunks if is_long(chunk)])


def _seconded(chunks: Sequence[Chunk], source: str) -> list[Chunk]:
    """The chunks that trafilatura takes for the article's text; none where it finds too little of them."""
    from trafilatura import extract

    text = extract(source, include_comments=False, include_tables=False, favor_precision=True)
    lines = {key(line)[:_OPENING] for line in (text or "").splitlines()}
    matched = [chunk for chunk in chunks if is_long(chunk) and key(chunk.text)[:_OPENING] in lines]
    return matched if _size(matched) >= _COVERED * len(text or "") else []


def _size(chunks: Sequence[Chunk]) -> int:
    return sum(len(chunk.text) for chunk in chunks)
