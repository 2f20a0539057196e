"""Figures that a statement names only to say that it was another one: "520 million, not the 640", "22 statt 48".

They are not what it tells: else who corrects a figure would say the same as whoever gave the wrong one.
"""

from __future__ import annotations

import re

from quellenlage.model.figure import Figure
from quellenlage.model.statement import Statement

_REJECTS = re.compile(  # what stands right before; "not more than 640" is a bound, and no article stands in it
    r"\b(?P<word>not|nicht|statt|anstatt|anstelle(?: von)?|instead of|rather than)"
    r"(?P<article> (?:the|those|these|de[rnms]|die|das|jene[rn]?)(?: [a-zäöüß]+)?)? $",
    re.IGNORECASE,
)
_COMPARATIVE = re.compile(
    r"(?:mehr|weniger|höher|niedriger|kleiner|größer|länger|kürzer|more|less|fewer|higher|lower|longer|shorter)\b|"
    r"(?:nur|bloß|lediglich|only|just|einmal|even)\b",
    re.IGNORECASE,
)


def figures_told(statement: Statement) -> tuple[Figure, ...]:
    """The figures of a statement with a value, without those that it rejects, as long as another one is left."""
    figures = tuple(figure for figure in statement.qualification.figures if figure.value is not None)
    return tuple(figure for figure in figures if _rejection(statement, figure) is None) or figures


def words_told(statement: Statement) -> str:
    """The content without the words that reject a figure, where another one is left ("520 million, the 640")."""
    told = figures_told(statement)
    rejected = (figure for figure in statement.qualification.figures if figure.value is not None and figure not in told)
    words = [match for figure in rejected if (match := _rejection(statement, figure))]
    return " ".join(_without(span.text, words) for span in statement.attribution.content)


def _rejection(statement: Statement, figure: Figure) -> re.Match[str] | None:
    """The words right before a figure that reject it."""
    for span in statement.attribution.content:
        if span.overlaps(figure.span):
            match = _REJECTS.search(span.text, 0, max(0, figure.span.start - span.start))
            return match if match and (match["article"] or not _COMPARATIVE.match(figure.span.text)) else None
    return None


def _without(text: str, words: list[re.Match[str]]) -> str:
    """A text without some words of it."""
    kept, start = "", 0
    for match in sorted(words, key=re.Match.start):
        if match.string == text:
            kept, start = kept + text[start : match.start("word")], match.end("word") + 1
    return kept + text[start:]
