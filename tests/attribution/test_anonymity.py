"""What is told of unnamed sources, case by case: tests/cases/anonymity.tsv."""

from __future__ import annotations

from pathlib import Path

import pytest

from quellenlage.attribution import resolve
from quellenlage.attribution.anonymity import anonymity_of
from quellenlage.gazetteer.table import rows
from quellenlage.model.statement import Attribution, Kind, SourceClass
from quellenlage.model.text import Article, Block, BlockKind, Language, Span

CASES = list(rows((Path(__file__).parents[1] / "cases" / "anonymity.tsv").read_text(encoding="utf-8")))


def with_mention(language: str, text: str) -> tuple[Article, Span]:
    """An article of one block, and the mention marked "{…}"."""
    before, mention, after = text.replace("}", "{").split("{")
    block = Block(0, BlockKind.PARAGRAPH, before + mention + after, "/blocks/0")
    article = Article("a", (block,), Language(language))
    return article, article.span(0, len(before), len(before) + len(mention))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_anonymity(case: dict[str, str]) -> None:
    article, mention = with_mention(case["language"], case["text"])
    told = anonymity_of(mention.text, (mention,), article)
    assert told.count == (int(case["count"]) if case["count"] else None)
    assert told.position == (case["position"] or None)
    assert told.place == (case["place"] or None)
    assert (told.reason.text if told.reason else None) == (case["reason"] or None)


def test_the_reason_may_stand_beside_another_mention() -> None:
    article, first = with_mention("en", "{Two officials} said so. The officials spoke on condition of anonymity.")
    start = article.blocks[0].text.index("The officials")
    told = anonymity_of("two officials", (first, article.span(0, start, start + 13)), article)
    assert told.count == 2
    assert told.reason is not None
    assert told.reason.text == "spoke on condition of anonymity"


def test_only_unnamed_sources_are_described() -> None:
    text = "„Der Damm hält“, sagte Bürgermeisterin Jorun Hallwig. „Nein“, sagte ein Beamter der Wasserbehörde."
    article = Article("a", (Block(0, BlockKind.PARAGRAPH, text, "/blocks/0"),), Language.GERMAN)

    def find(words: str) -> tuple[Span, ...]:
        return (article.span(0, text.index(words), text.index(words) + len(words)),)

    said = [
        Attribution(Kind.DIRECT, find("Der Damm hält"), find("sagte"), find("Bürgermeisterin Jorun Hallwig"), 1.0),
        Attribution(Kind.DIRECT, find("Nein"), find("sagte"), find("ein Beamter der Wasserbehörde"), 1.0),
    ]
    person, unnamed = resolve(article, said).sources
    assert (person.cls, person.anonymity) == (SourceClass.PERSON, None)
    assert unnamed.cls is SourceClass.UNNAMED
    assert unnamed.anonymity is not None
    assert (unnamed.anonymity.count, unnamed.anonymity.position) == (1, "Beamter")
