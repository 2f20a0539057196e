"""The room's verb: an article becomes its sources and its statements with speaker and chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from quellenlage.attribution.anonymity import anonymity_of
from quellenlage.attribution.chains import Chained, chain
from quellenlage.attribution.echoes import without_echoes
from quellenlage.attribution.extents import with_mood, within_clause
from quellenlage.attribution.mending import mended
from quellenlage.attribution.names import find_names
from quellenlage.attribution.passives import turned
from quellenlage.attribution.speakers import Resolver
from quellenlage.attribution.voices import Voice
from quellenlage.model.ids import source_id, statement_id
from quellenlage.model.statement import Attribution, Source, SourceClass, Statement
from quellenlage.model.text import Article, Span


class Tags(Protocol):
    """What finds the attributions of an article; the trained tagger is one."""

    def tag(self, article: Article) -> tuple[Attribution, ...]:
        """Attributions in text order."""
        ...


@dataclass(frozen=True, slots=True)
class Attributed:
    """Sources (each once, in order of their first statement) and statements (in text order) of one article."""

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]


def attribute(article: Article, tagger: Tags) -> Attributed:
    """Find who said what in `article` and through whom. Qualifications are left at their defaults."""
    return _attributed(article, without_echoes(_chained(article, tagger.tag(article))))


def resolve(article: Article, attributions: Sequence[Attribution]) -> Attributed:
    """Speakers and chains for attributions that are already found (in text order)."""
    return _attributed(article, _chained(article, attributions))


def _chained(article: Article, attributions: Sequence[Attribution]) -> tuple[Chained, ...]:
    attributions = [_put_right(article, one) for one in attributions]
    names = find_names(article, (span.text for one in attributions for span in one.source))
    return chain(article, attributions, Resolver(article, names))


def _put_right(article: Article, one: Attribution) -> Attribution:
    """An attribution with source and content as the sentence has them, where the tagger cut or took too much."""
    return within_clause(article, turned(article, mended(article, with_mood(article, one))))


def _attributed(article: Article, chained: Sequence[Chained]) -> Attributed:
    sources = _sources(article, chained)
    return Attributed(tuple(sources.values()), tuple(_statement(article, one, sources) for one in chained))


def _sources(article: Article, chained: Iterable[Chained]) -> dict[str, Source]:
    """Every speaker and relay by id, with all the words that mention it."""
    found: dict[str, Source] = {}
    for one in chained:
        for voice in (*one.via, one.speaker):
            if voice.name:
                key = _id(article, voice)
                known = found.setdefault(key, Source(key, voice.name, voice.cls))
                found[key] = replace(known, mentions=_united(known.mentions, voice.mentions))
    return {key: _described(article, source) for key, source in found.items()}


def _described(article: Article, source: Source) -> Source:
    """The source, with what is told of it where it is unnamed."""
    if source.cls is not SourceClass.UNNAMED:
        return source
    return replace(source, anonymity=anonymity_of(source.name, source.mentions, article))


def _id(article: Article, voice: Voice) -> str:
    return source_id(article.id, voice.name, voice.cls)


def _united(known: tuple[Span, ...], more: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted({*known, *more}, key=lambda span: (span.block, span.start, span.end)))


def _statement(article: Article, one: Chained, sources: dict[str, Source]) -> Statement:
    a = one.attribution
    speaker = sources.get(_id(article, one.speaker)) or Source(
        _id(article, one.speaker), "", SourceClass(one.speaker.cls)
    )
    via = tuple(sources[_id(article, voice)] for voice in one.via)
    return Statement(statement_id(article.id, a.content, a.cue, a.source), a, speaker, via)
