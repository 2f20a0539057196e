"""Times: what words of time mean, read from the table of cases; when something was said; where two times compete."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

import pytest

from marked import read_marked
from quellenlage.gazetteer.table import rows
from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language, Moment, Span
from quellenlage.model.wire import moment_from_wire
from quellenlage.qualifying.figures import quantities
from quellenlage.qualifying.times import said_at, times_of

_LENGTHS = frozenset("Minuten Stunden Tage Wochen Monate Jahre minutes hours days weeks months years".split())
_CASES = Path(__file__).parents[1] / "cases" / "times.tsv"
_ANY_DE = (
    "Vor 900 Jahren und in drei Jahrhunderten; gestern, nächste Woche, seit 5000 Jahren, binnen zehn Jahrzehnten, am "
    "Wochenende, letzten Sommer, am 29. Februar, vor drei Stunden, in der vergangenen Nacht, nächsten Monat wird es."
)
_ANY_EN = (
    "900 years ago and in three centuries; yesterday, next week, in the past 5000 years, within ten decades, over the "
    "weekend, last summer, on February 29, three hours ago, last night, next month it will be."
)
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


_SAID = list(rows((_CASES.parent / "said.tsv").read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", _SAID, ids=lambda case: case["sentence"])
def test_when_it_was_said(case: dict[str, str]) -> None:
    article, attribution = read_marked(case["sentence"], Language(case["language"]), date(2025, 5, 7))
    said = said_at(article, attribution)
    assert (said.span.text if said else "", said.value if said else "") == (case["words"], case["value"])


def test_in_direct_speech_the_speakers_day_counts() -> None:
    marked = "„[Gestern brach der Damm]“, {sagte} Berg am Sonntag."
    for kind, day in ((Kind.DIRECT, date(2025, 5, 3)), (Kind.INDIRECT, date(2025, 5, 6))):
        article, attribution = read_marked(marked, Language.GERMAN, date(2025, 5, 7), kind)
        (time,) = times_of(article, attribution)
        assert time.start == day


def test_a_ticker_entry_is_read_from_its_own_time() -> None:
    article = _article("Gestern brach der Damm.", Language.GERMAN, date(2025, 5, 7), datetime(2025, 5, 1, 9, 30))
    content = Attribution(Kind.INDIRECT, (_span(article, "Gestern brach der Damm"),), (), (), 1.0)
    assert [time.value for time in times_of(article, content)] == ["2025-04-30"]


def test_only_the_content_is_read() -> None:
    article = _article("Am Sonntag sagte sie, der Damm sei am Montag gebrochen.", Language.GERMAN, date(2025, 5, 7))
    content = Attribution(Kind.INDIRECT, (_span(article, "der Damm sei am Montag gebrochen"),), (), (), 1.0)
    assert [time.span.text for time in times_of(article, content)] == ["am Montag"]


@pytest.mark.parametrize("published", [date.min, date.max, datetime.min, datetime.max])
@pytest.mark.parametrize(("language", "text"), [(Language.GERMAN, _ANY_DE), (Language.ENGLISH, _ANY_EN)])
def test_the_ends_of_the_calendar_resolve_nothing_beyond(published: Moment, language: Language, text: str) -> None:
    article = _article(text, language, published)
    content = Attribution(Kind.INDIRECT, (article.span(0, 0, len(text)),), (), (), 1.0)
    for time in times_of(article, content):
        assert time.value
        assert time.span.text in text


@pytest.mark.parametrize(("case", "times"), _cases().items(), ids=lambda value: value[2] if len(value) == 3 else "")
def test_what_is_a_time_is_no_figure(case: tuple[str, str, str], times: list[Expected]) -> None:
    """A length of time may be counted ("zehn Tage", "in zwei Wochen"), a date, a year or a clock time never."""
    language, _, sentence = case
    for words, *_ in times:
        start = sentence.index(words)
        for figure in quantities(sentence, Language(language)):
            apart = figure.number_end <= start or start + len(words) <= figure.number
            assert apart or figure.unit in _LENGTHS, f"{words} is read as {figure.value:g} {figure.unit}"


_SEED = Path(__file__).parents[3] / "shared" / "gold" / "dev" / "seed.article.json"


@pytest.mark.skipif(not _SEED.exists(), reason="needs ../shared/gold/dev/seed.article.json")
def test_on_a_page_without_a_date_relative_times_stay_relative() -> None:
    texts = json.loads(_SEED.read_text(encoding="utf-8"))["blocks"]
    blocks = tuple(Block(i, BlockKind.PARAGRAPH, text, f"/blocks/{i}") for i, text in enumerate(texts) if text)
    article = Article("a", blocks, Language.GERMAN)
    found = [
        time
        for index, block in enumerate(blocks)
        for time in times_of(
            article, Attribution(Kind.INDIRECT, (article.span(index, 0, len(block.text)),), (), (), 1.0)
        )
    ]
    values = {time.value for time in found}
    assert {"XXXX-WXX-7", "XXXX-WXX-4", "XXXX-WXX", "XXXX-02", "2024-10"} <= values
    assert all((time.start or time.end) is None for time in found if "X" in time.value)
    (october,) = (time for time in found if time.value == "2024-10")
    assert (october.start, october.end) == (date(2024, 10, 21), date(2024, 10, 31))
