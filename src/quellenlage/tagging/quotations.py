"""Quotation marks: which ranges of a text are quoted, in all German and English styles.

Handled are „…“ „…” „…" »…« «…» “…” "…" ‚…‘ ‘…’ '…' ›…‹ ‹…›. A mark that can open or close is judged by what stands
beside it. A quotation left open goes on over the paragraph where the next one opens again (the English habit) or
closes it; otherwise the mark is taken for a slip, and nothing is quoted by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.language.words import Range

_ALWAYS_OPEN = frozenset("„‚")
_ALWAYS_CLOSE = frozenset("”’")
_EITHER = frozenset("\"“»«›‹'‘")
_SINGLE = frozenset("'‘’‚›‹")
_CLOSES = {
    "„": '“”"',
    "“": '”“"',
    '"': '"”“',
    "»": "«",
    "«": "»",
    "‚": "‘’'",
    "‘": "’'",
    "'": "'’",
    "›": "‹",
    "‹": "›",
}
_FAR = 2000  # code points within which the partner of a single mark is looked for
_BEFORE_OPENING = frozenset("([{–—-/:…")

MARKS = _ALWAYS_OPEN | _ALWAYS_CLOSE | _EITHER
"""All characters that can be quotation marks."""


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    char: str


def find_quotations(text: str) -> tuple[Range, ...]:
    """Outermost quoted ranges, marks included; paragraphs are separated by line breaks.

    A quotation over several paragraphs gives one range for each.
    """
    found: list[Range] = []
    pending: _Mark | None = None
    for start, end in _paragraphs(text):
        pending = _scan(text, start, end, pending, found)
    return tuple(found)


def quoted(text: str) -> bytearray:
    """For each code point 1 where it is quoted (marks excluded), else 0."""
    inside = bytearray(len(text))
    for start, end in find_quotations(text):
        first = start + (text[start] in MARKS)
        last = end - (text[end - 1] in MARKS)
        inside[first:last] = b"\1" * max(0, last - first)
    return inside


def _paragraphs(text: str) -> Iterator[Range]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _scan(text: str, start: int, end: int, pending: _Mark | None, found: list[Range]) -> _Mark | None:
    """Find the quotations of one paragraph; returns the mark left open at its end, if any.

    `pending` was left open in the paragraph before.
    """
    opened: _Mark | None = None
    if pending is not None:
        opened = _carried(text, start, end, pending, found)
    for at in range(start if opened is None else opened.at + (opened.at >= start), end):
        char = text[at]
        if char not in MARKS:
            continue
        if opened is None:
            if _opens(text, at, end):
                opened = _Mark(at, char)
        elif char in _CLOSES[opened.char] and _may_close(text, at, opened):
            found.append((max(start, opened.at), at + 1))
            opened = None
    return opened


def _carried(text: str, start: int, end: int, pending: _Mark, found: list[Range]) -> _Mark | None:
    """Decide on a quotation left open before this paragraph: it reaches to its paragraph's end if it is taken up."""
    first = next((at for at in range(start, end) if not text[at].isspace()), end)
    reopened = first < end and text[first] == pending.char
    marks = [text[at] for at in range(start, end) if text[at] in MARKS and text[at] not in _SINGLE]
    closed = bool(marks) and marks[0] in _CLOSES[pending.char] and not reopened and pending.char not in '"'
    if not reopened and not closed:
        return None
    before = text.rfind("\n", 0, start)
    found.append((max(pending.at, text.rfind("\n", 0, before) + 1), before))
    return _Mark(first, pending.char) if reopened else _Mark(start - 1, pending.char)


def _opens(text: str, at: int, end: int) -> bool:
    """Whether the mark at this place opens a quotation, seen from outside of one."""
    char = text[at]
    if char in _ALWAYS_OPEN:
        return True
    if char in _ALWAYS_CLOSE:
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    free = before.isspace() or before in _BEFORE_OPENING or before in MARKS
    if not free or after.isspace():
        return False
    if char in _SINGLE:  # an apostrophe looks the same: only with its partner in the paragraph
        return any(
            text[i] in _CLOSES[char] and _may_close(text, i, _Mark(at, char))
            for i in range(at + 2, min(end, at + _FAR))
        )
    return True


def _may_close(text: str, at: int, opened: _Mark) -> bool:
    """Whether the mark at this place closes the opened one and is no apostrophe or inner opening mark."""
    before = text[at - 1]
    after = text[at + 1] if at + 1 < len(text) else " "
    if text[at] in _SINGLE:
        return not after.isalnum() and not before.isspace()
    if opened.char == '"' and text[at] == "“" and "„" in text[opened.at : at]:
        return False
    inner_opening = before.isspace() and not after.isspace()
    return not inner_opening or opened.char in '„"'
