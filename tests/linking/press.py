"""A small invented press for tests of linking: articles of a few paragraphs, and who says what in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import combinations

from quellenlage.linking.copies import compare_passages, find_copies
from quellenlage.linking.passages import passage_traces
from quellenlage.model.claim import Appearance, ArticleHead, Copy
from quellenlage.model.ids import article_id, source_id, statement_id
from quellenlage.model.statement import Attribution, Kind, Reading, Source, SourceClass, Statement
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
from quellenlage.qualifying import qualify

NOON = datetime.fromisoformat("2031-03-04T12:00+01:00")
PERSON, ORGANISATION, UNNAMED = SourceClass.PERSON, SourceClass.ORGANISATION, SourceClass.UNNAMED
DOCUMENT, GROUP, OUTLET, NONE = SourceClass.DOCUMENT, SourceClass.GROUP, SourceClass.OUTLET, SourceClass.NONE


@dataclass
class Press:
    """Articles that were published, with the appearances told of them, in the order of telling."""

    readings: dict[str, Reading] = field(default_factory=dict)
    heads: dict[str, ArticleHead] = field(default_factory=dict)
    appearances: list[Appearance] = field(default_factory=list)

    def page(
        self,
        outlet: str,
        hour: float | None,
        *paragraphs: str,
        agencies: tuple[str, ...] = (),
        language: Language = Language.GERMAN,
        headline: str = "",
        url: str | None = None,
    ) -> Article:
        """An article published some hours after noon; None: nobody knows when."""
        kinds = (
            (BlockKind.HEADLINE, headline or f"Neues aus {outlet}"),
            *((BlockKind.PARAGRAPH, p) for p in paragraphs),
        )
        blocks = tuple(Block(i, kind, text, f"/p[{i}]") for i, (kind, text) in enumerate(kinds))
        published = None if hour is None else NOON + timedelta(hours=hour)
        key = article_id(((b.kind, b.text) for b in blocks), url or f"{outlet} {hour}")
        article = Article(key, blocks, language, url, outlet, kinds[0][1], (), agencies, published)
        self.readings[key] = Reading(article, (), ())
        page = f"{outlet}.html"
        self.heads[key] = ArticleHead(key, page, language, url, outlet, kinds[0][1], agencies, published)
        return article

    def said(
        self,
        article: Article,
        content: str,
        speaker: str = "",
        cls: SourceClass = NONE,
        *,
        source: str | None = None,
        cue: str = "",
        via: Sequence[str] = (),
        kind: Kind = Kind.INDIRECT,
    ) -> str:
        """An appearance; `source` are the words for the speaker in the article. Gives the statement's id."""
        words = speaker if source is None else source
        spans = tuple((_find(article, words),) if words else ())
        attribution = Attribution(kind, (_find(article, content),), (_find(article, cue),) if cue else (), spans, 0.9)
        who = Source(source_id(article.id, speaker, cls), speaker, cls, spans)
        relays = tuple(Source(source_id(article.id, name, OUTLET), name, OUTLET) for name in via)
        key = statement_id(article.id, attribution.content, attribution.cue, attribution.source)
        statement = Statement(key, attribution, who, relays, qualify(article, attribution))
        self.appearances.append(Appearance(statement, self.heads[article.id]))
        return key

    def headline_said(self, article: Article, speaker: str, cls: SourceClass) -> str:
        """The headline as an appearance of its own."""
        span = article.span(0, 0, len(article.blocks[0].text))
        attribution = Attribution(Kind.INDIRECT, (span,), (), (), 0.9)
        who = Source(source_id(article.id, speaker, cls), speaker, cls)
        key = statement_id(article.id, (span,), (), ())
        self.appearances.append(
            Appearance(Statement(key, attribution, who, (), qualify(article, attribution)), self.heads[article.id])
        )
        return key

    def in_order(self) -> list[Appearance]:
        """The appearances by time, those without one last."""
        last = NOON + timedelta(days=1000)
        return sorted(self.appearances, key=lambda each: (each.article.published or last, each.statement.id))

    def copies(self) -> tuple[Copy, ...]:
        """The copies among all articles."""
        passages = [trace for reading in self.readings.values() for trace in passage_traces(reading)]
        meeting = (pair for pair in combinations(passages, 2) if pair[0].keys & pair[1].keys)
        links = [link for link in (compare_passages(*pair) for pair in meeting) if link is not None]
        return find_copies(self.heads, passages, links)


def _find(article: Article, words: str) -> Span:
    ((index, start),) = [(b.index, b.text.find(words)) for b in article.blocks[1:] if words in b.text]
    return article.span(index, start, start + len(words))
