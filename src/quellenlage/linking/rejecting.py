"""Figures that a statement names only to say that it was another one: "520 million, not the 640", "22 statt 48".

They are not what it tells: else who corrects a figure would say the same as whoever gave the wrong one. It denies that.
"""

from __future__ import annotations

import re

from quellenlage.linking.names import stem
from quellenlage.model.figure import Bound, Figure
from quellenlage.model.statement import Statement

_WORD = r"(?-i: [a-zäöüß]+)"  # a small one: no noun stands between what rejects and the figure
_REJECTS = re.compile(  # what stands right before a figure
    rf"(?<!or )(?<!if )(?<!wenn )(?<!ob oder )(?<!noch )\b(?P<word>"
    rf"(?P<instead>statt|anstatt|anstelle(?: von)?|instead of|rather than){_WORD}{{0,3}}"
    rf"|(?:not|nicht)(?P<article> (?:the|those|these|de[rnms]|die|das|jene[rn]?){_WORD}{{0,2}})?) $",
    re.IGNORECASE,
)
_ONLY = re.compile(r"(?:nur|bloß|lediglich|allein|only|just|merely)\b", re.IGNORECASE)
_NUMBERS = frozenset({Bound.EXACT, Bound.ABOUT})
"""Bounds of a figure that "not" rejects without an article: "not more than 640" is a bound itself."""


def figures_told(statement: Statement) -> tuple[Figure, ...]:
    """The figures of a statement with a value, without those that it rejects."""
    rejected = _rejected(statement)
    return tuple(each for each in statement.qualification.figures if each.value is not None and each not in rejected)


def figures_rejected(statement: Statement) -> dict[Figure, str]:
    """The figures that a statement rejects, each with the words by which it does ("not the more than 640 million")."""
    return {figure: f"{match['word']} {figure.span.text}" for figure, match in _rejected(statement).items()}


def words_told(statement: Statement) -> str:
    """The content without the "not" that rejects a figure: it negates nothing else ("520 million, the 640")."""
    words = [match for match in _rejected(statement).values() if not match["instead"]]
    return " ".join(_without(span.text, words) for span in statement.attribution.content)


def _rejected(statement: Statement) -> dict[Figure, re.Match[str]]:
    """The figures that another one of the same measure is set against, with the words that reject them; none where no
    other is left, since a whole sentence may be negated ("not 51 cases")."""
    figures = [figure for figure in statement.qualification.figures if figure.value is not None]
    found = {figure: match for figure in figures if (match := _rejection(statement, figure))}
    left = [figure for figure in figures if figure not in found]
    return {figure: found[figure] for figure in found if any(_of_one_measure(figure, other) for other in left)}


def _rejection(statement: Statement, figure: Figure) -> re.Match[str] | None:
    for span in statement.attribution.content:
        if span.overlaps(figure.span):
            match = _REJECTS.search(span.text, 0, max(0, figure.span.start - span.start))
            return match if match and (_is_contrast(match) or _is_number(figure)) else None
    return None


def _is_contrast(match: re.Match[str]) -> bool:
    return bool(match["instead"] or match["article"])


def _is_number(figure: Figure) -> bool:
    return figure.bound in _NUMBERS and not _ONLY.match(figure.span.text)


def _of_one_measure(one: Figure, other: Figure) -> bool:
    return not one.unit or not other.unit or stem(one.unit) == stem(other.unit)


def _without(text: str, words: list[re.Match[str]]) -> str:
    """A text without the "not" at the beginning of each match in it."""
    kept, start = "", 0
    for match in sorted(words, key=re.Match.start):
        if match.string == text:
            first = match.start("word")
            kept, start = kept + text[start:first], text.index(" ", first) + 1
    return kept + text[start:]
