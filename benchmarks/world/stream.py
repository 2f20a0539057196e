"""The articles of the world in the order of their publication, as readings without any mistake of a reader."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

from benchmarks.world import names
from benchmarks.world.events import make_event
from benchmarks.world.lines import Line
from benchmarks.world.reporting import Draft, report
from benchmarks.world.truth import Truth, Written
from quellenlage.model.ids import article_id, source_id, statement_id
from quellenlage.model.statement import Attribution, Kind, Reading, Source, SourceClass, Statement
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
from quellenlage.qualifying import qualify

_BEGAN = datetime(2031, 1, 1, tzinfo=UTC)
_BETWEEN = timedelta(minutes=45)
"""Time between the beginnings of two events: about thirty a day."""
_LONGEST = timedelta(days=6)
"""No event is reported longer; what began later than that after an article cannot come before it."""
_IN_A_PARAGRAPH = 3


def articles(seed: int) -> Iterator[Written]:
    """Articles without end, about two statements each; memory holds the events of some days."""
    outlets = {language: tuple(names.outlets(seed, language)) for language in ("de", "en")}
    waiting: list[tuple[datetime, int, str, Draft]] = []
    number = count()
    for event_number in count():
        began = _BEGAN + event_number * _BETWEEN
        while waiting and waiting[0][0] < began:
            _, _, key, draft = heapq.heappop(waiting)
            yield _written(draft, key)
        random = Random(f"{seed}/report/{event_number}")
        event = make_event(seed, event_number, outlets)
        for draft in report(event, began, outlets, random):
            if draft.at < began + _LONGEST:
                heapq.heappush(waiting, (draft.at, next(number), event.key, draft))


def _written(draft: Draft, event: str) -> Written:
    paragraphs = [draft.lines[i : i + _IN_A_PARAGRAPH] for i in range(0, len(draft.lines), _IN_A_PARAGRAPH)]
    dateline = f"{draft.headline.split(':')[0]} ({draft.agency}) - " if draft.agency else ""
    texts = [" ".join(line.text for line in paragraph) for paragraph in paragraphs]
    texts[0] = dateline + texts[0]
    kinds = (BlockKind.HEADLINE, *(BlockKind.PARAGRAPH for _ in texts))
    blocks = tuple(
        Block(i, kind, text, f"/html/body/p[{i}]")
        for i, (kind, text) in enumerate(zip(kinds, (draft.headline, *texts), strict=True))
    )
    slug = "".join(letter if letter.isalnum() else "-" for letter in draft.outlet.casefold())
    url = f"https://{slug}.example/{event}/{draft.at:%Y%m%d%H%M%S%f}"
    article = Article(
        id=article_id(((block.kind, block.text) for block in blocks), url),
        blocks=blocks,
        language=Language(draft.language),
        url=url,
        outlet=draft.outlet,
        headline=draft.headline,
        agencies=(draft.agency,) if draft.agency else (),
        published=draft.at.replace(microsecond=0),
    )
    return _read(article, event, paragraphs, len(dateline))


def _read(article: Article, event: str, paragraphs: list[tuple[Line, ...]], offset: int) -> Written:
    statements, truths = [], []
    sources: dict[str, Source] = {}
    for block, paragraph in enumerate(paragraphs, 1):
        at = offset if block == 1 else 0
        for line in paragraph:
            parts = _parts(article, block, at, line)
            if line.claim:
                truths.append(Truth(parts["content"][0], line.claim, line.origin))
            if line.speaker:
                statements.append(_statement(article, line, parts, sources))
            at += len(line.text) + 1
    return Written(Reading(article, tuple(sources.values()), tuple(statements)), event, tuple(truths))


def _parts(article: Article, block: int, at: int, line: Line) -> dict[str, list[Span]]:
    parts: dict[str, list[Span]] = {"content": [], "cue": [], "source": [], "relay": []}
    for role, words in line.pieces:
        if role:
            parts[role].append(article.span(block, at, at + len(words)))
        at += len(words)
    return parts


def _statement(article: Article, line: Line, parts: dict[str, list[Span]], sources: dict[str, Source]) -> Statement:
    content, cue, source, relay = (tuple(parts[role]) for role in ("content", "cue", "source", "relay"))
    kind = Kind.DIRECT if line.pieces[0][1] in "„“" else Kind.INDIRECT
    attribution = Attribution(kind, content, cue, source, 0.95, relays=relay)
    assert line.speaker is not None
    speaker = _source(article, line.speaker.name, line.speaker.cls, source, sources)
    via = tuple(_source(article, name, SourceClass.OUTLET, relay, sources) for name in line.via)
    return Statement(
        statement_id(article.id, content, cue, source), attribution, speaker, via, qualify(article, attribution)
    )


def _source(
    article: Article, name: str, cls: SourceClass, mentions: tuple[Span, ...], sources: dict[str, Source]
) -> Source:
    key = source_id(article.id, name, cls)
    known = sources.get(key, Source(key, name, cls))
    sources[key] = replace(known, mentions=known.mentions + mentions)
    return sources[key]
