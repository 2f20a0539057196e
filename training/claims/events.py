"""The invented events as readings with labels.

A file holds events ("= title"), each with articles ("# outlet | language | day | headline | lead") of one statement a
line: "claim | speaker | class | kind | sentence with [the content]". The claim is a letter; "-a" denies claim a; "."
is a claim of its own. "rival a b" says that the claims a and b give two parties' figures for one measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quellenlage.linking.assertions import Qualify
from quellenlage.model.ids import article_id, source_id, statement_id
from quellenlage.model.statement import Attribution, Kind, Reading, Source, SourceClass, Statement
from quellenlage.model.text import Article, Block, BlockKind, Language, Span

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement with its event, its claim ("" for one of its own) and whether it denies that claim."""

    statement: Statement
    event: str
    claim: str
    denies: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its readings, their statements with labels, and which claims are rival figures.

    `complete`: no two statements without a claim say the same.
    """

    title: str
    readings: tuple[Reading, ...]
    labels: dict[str, Labelled]
    rivals: frozenset[frozenset[str]]
    complete: bool = True


def events(qualify: Qualify) -> Iterator[Event]:
    """All events of this folder, in order."""
    for path in sorted(FOLDER.glob("events-*.txt")):
        for chunk in re.split(r"(?m)^= ", path.read_text(encoding="utf-8"))[1:]:
            yield _event(chunk, qualify)


def _event(chunk: str, qualify: Qualify) -> Event:
    title, _, rest = chunk.partition("\n")
    readings: list[Reading] = []
    labels: dict[str, Labelled] = {}
    for part in re.split(r"(?m)^# ", rest)[1:]:
        head, *lines = part.strip().splitlines()
        told = [line for line in lines if line.strip() and not line.startswith("rival ")]
        reading, marks = reading_of(head, told, qualify)
        readings.append(reading)
        for statement, claim in zip(reading.statements, marks, strict=True):
            labels[statement.id] = Labelled(statement, title, claim.strip("-."), claim.startswith("-"))
    rivals = frozenset(frozenset(line.split()[1:]) for line in rest.splitlines() if line.startswith("rival "))
    return Event(title, tuple(readings), labels, rivals)


def reading_of(head: str, lines: list[str], qualify: Qualify) -> tuple[Reading, list[str]]:
    """The reading of one article from its head and its lines, and the claims of its statements in order."""
    outlet, language, day, headline, lead = (part.strip() for part in head.split("|"))
    rows = [[part.strip() for part in line.split("|")] for line in lines]
    texts = [(BlockKind.HEADLINE, headline), (BlockKind.SUMMARY, lead)]
    texts += [(BlockKind.PARAGRAPH, re.sub(r"[\[\]]", "", row[4])) for row in rows]
    article = Article(
        id=article_id([(kind.value, text) for kind, text in texts], outlet),
        blocks=tuple(Block(index, kind, text, f"/{index}") for index, (kind, text) in enumerate(texts)),
        language=Language(language),
        outlet=outlet,
        headline=headline,
        published=date.fromisoformat(day),
    )
    statements = tuple(_statement(article, index + 2, row, qualify) for index, row in enumerate(rows))
    return Reading(article, tuple({one.speaker.id: one.speaker for one in statements}.values()), statements), [
        row[0] for row in rows
    ]


def _statement(article: Article, block: int, row: list[str], qualify: Qualify) -> Statement:
    _, speaker, cls, kind, marked = row
    asserted = kind == "assertion"
    content, cue = _spans(article, block, f"[{marked}]" if asserted else marked)
    attribution = Attribution(Kind.INDIRECT if kind in ("assertion", "hearsay") else Kind(kind), content, cue, (), 1.0)
    source = Source(source_id(article.id, speaker, cls), speaker, SourceClass(cls))
    identity = statement_id(article.id, content, cue, ())
    return Statement(identity, attribution, source, (), qualify(article, attribution))


def _spans(article: Article, block: int, marked: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Content in brackets; the words of the rest of the sentence stand for the cue."""
    content: list[Span] = []
    cue: list[Span] = []
    at = 0
    for piece in re.finditer(r"\[([^\]]*)\]|([^\[]+)", marked):
        words = piece.group(1) or piece.group(2)
        start, end = at + len(words) - len(words.lstrip(' ,.:„“"')), at + len(words.rstrip(' ,.:„“"'))
        if piece.group(1):
            content.append(article.span(block, at, at + len(words)))
        elif start < end:
            cue.append(article.span(block, start, end))
        at += len(words)
    return tuple(content), tuple(cue)
