"""A small invented article with its reading, made by hand so that a test can say what it expects."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from quellenlage.model.figure import Bound, Figure
from quellenlage.model.ids import article_id, source_id, statement_id
from quellenlage.model.statement import (
    Anonymity,
    Attribution,
    Certainty,
    Distance,
    Kind,
    Mood,
    Polarity,
    Qualification,
    Reading,
    Source,
    SourceClass,
    Stance,
    Statement,
)
from quellenlage.model.text import Access, AccessState, Article, Block, BlockKind, Language, Moment, Page, Span
from quellenlage.model.time import Commitment, TimeReference

PUBLISHED = datetime.fromisoformat("2031-03-04T07:51+01:00")

_BLOCKS = (
    (BlockKind.HEADLINE, "Damm an der Wesper hält wohl nicht"),
    (BlockKind.PARAGRAPH, "„Wir räumen mehr als 4000 Häuser“, sagte Bürgermeisterin Jorun Hallwig am Montag."),
    (BlockKind.PARAGRAPH, "Wie das Talblatt unter Berufung auf zwei Ingenieure berichtet, sei der Riss älter."),
    (BlockKind.PARAGRAPH, "Die Betreiberin Wesperwerke bestritt einen Riss. Es soll bis zu drei Verletzte geben."),
)


def find(article: Article, words: str) -> Span:
    """The only place where the words stand."""
    places = [(block.index, block.text.find(words)) for block in article.blocks if words in block.text]
    ((index, start),) = places
    return article.span(index, start, start + len(words))


def make_article(
    url: str | None = None, outlet: str | None = "Nordlicht", published: Moment | None = PUBLISHED
) -> Article:
    """The article, with the metadata asked for."""
    blocks = tuple(Block(i, kind, text, f"/html/body/p[{i + 1}]") for i, (kind, text) in enumerate(_BLOCKS))
    return Article(
        id=article_id(((block.kind, block.text) for block in blocks), url),
        blocks=blocks,
        language=Language.GERMAN,
        url=url,
        outlet=outlet,
        headline=_BLOCKS[0][1],
        authors=("Mika Sandorn",),
        agencies=("dpa",),
        published=published,
        access=Access(AccessState.METERED, ("content_tier: metered",)),
    )


def make_reading(article: Article | None = None) -> Reading:
    """Four statements: quoted with a figure and a promise, in a chain of two, denied, hearsay with hedge and range."""
    article = article or make_article()

    def at(*words: str) -> tuple[Span, ...]:
        return tuple(find(article, each) for each in words)

    def source(name: str, cls: SourceClass, *mentions: str) -> Source:
        return Source(source_id(article.id, name, cls), name, cls, at(*mentions))

    mayor = source("Jorun Hallwig", SourceClass.PERSON, "Bürgermeisterin Jorun Hallwig")
    paper = source("Talblatt", SourceClass.OUTLET, "das Talblatt")
    engineers = replace(
        source("zwei Ingenieure", SourceClass.UNNAMED, "zwei Ingenieure"), anonymity=Anonymity(2, "Ingenieure")
    )
    operator = source("Wesperwerke", SourceClass.ORGANISATION, "Die Betreiberin Wesperwerke")
    nobody = source("", SourceClass.NONE)

    def statement(speaker: Source, attribution: Attribution, *via: Source, **qualified: object) -> Statement:
        key = statement_id(article.id, attribution.content, attribution.cue, attribution.source)
        qualification = replace(Qualification(), **qualified)
        return Statement(key, attribution, speaker, via, qualification)

    houses = Figure(find(article, "mehr als 4000 Häuser"), 4000.0, Bound.AT_LEAST, "Häuser")
    injured = Figure(find(article, "bis zu drei Verletzte"), 3.0, Bound.AT_MOST, "Verletzte")
    monday = TimeReference(find(article, "am Montag"), "2031-03-03", date(2031, 3, 3), date(2031, 3, 3))
    statements = (
        statement(
            mayor,
            Attribution(
                Kind.DIRECT,
                at("Wir räumen mehr als 4000 Häuser"),
                at("sagte"),
                at("Bürgermeisterin Jorun Hallwig"),
                0.97,
            ),
            figures=(houses,),
            stance=Stance(mood=Mood.INDICATIVE),
            said=monday,
            commitment=Commitment(at("Wir räumen"), monday),
        ),
        statement(
            engineers,
            Attribution(
                Kind.INDIRECT,
                at("sei der Riss älter"),
                at("unter Berufung auf"),
                at("zwei Ingenieure"),
                0.8,
                relays=at("das Talblatt"),
            ),
            paper,
            stance=Stance(mood=Mood.KONJUNKTIV_1),
        ),
        statement(
            operator,
            Attribution(Kind.REPORTED, at("einen Riss"), at("bestritt"), at("Die Betreiberin Wesperwerke"), 0.9),
            polarity=Polarity.DENIED,
        ),
        statement(
            nobody,
            Attribution(Kind.INDIRECT, at("bis zu drei Verletzte geben"), at("soll"), (), 0.7),
            certainty=Certainty.PROBABLE,
            likelihood=(0.55, 0.8),
            hedges=at("soll"),
            figures=(injured,),
            stance=Stance(Distance.DISTANCING, at("soll")),
        ),
    )
    return Reading(article, (mayor, paper, engineers, operator, nobody), statements)


def make_page(name: str = "pages/01-nordlicht.html", data: bytes = b"<html>...</html>") -> Page:
    """A stored page; what it holds does not matter to a ledger."""
    return Page(name, data, "text/html", None, "utf-8")
