"""Times: what words of time mean, read from the table of cases; when something was said; where two times compete."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from quellenlage.gazetteer.table import rows
from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language, Moment, Span
from quellenlage.model.wire import moment_from_wire
from quellenlage.qualifying.times import times_of

_CASES = Path(__file__).parents[1] / "cases" / "times.tsv"
Expected = tuple[str, str, Moment | None, Moment | None]


def _cases() -> dict[tuple[str, str, str], list[Expected]]:
    cases: dict[tuple[str, str, str], list[Expected]] = defaultdict(list)
    for row in rows(_CASES.read_text(encoding="utf-8")):
        found = cases[row["language"], row["published"], row["sentence"]]
        if row["words"]:
            start, end = (moment_from_wire(row[key] or None) for key in ("start", "end"))
            found.append((row["words"], row["value"], start, end))
    return cases


def _article(text: str, language: Language, published: Moment | None, time: Moment | None = None) -> Article:
    return Article("a", (Block(0, BlockKind.PARAGRAPH, text, "/blocks/0", time),), language, published=published)


def _span(article: Article, words: str) -> Span:
    start = article.blocks[0].text.index(words)
    return article.span(0, start, start + len(words))


@pytest.mark.parametrize(("case", "expected"), _cases().items(), ids=lambda value: value[2] if len(value) == 3 else "")
def test_the_times_of_a_sentence(case: tuple[str, str, str], expected: list[Expected]) -> None:
    language, published, sentence = case
    article = _article(sentence, Language(language), moment_from_wire(published or None))
    content = Attribution(Kind.INDIRECT, (article.span(0, 0, len(sentence)),), (), (), 1.0)
    found = [(time.span.text, time.value, time.start, time.end) for time in times_of(article, content)]
    assert found == expected
