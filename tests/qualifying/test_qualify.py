"""qualify: from an attribution in an article to polarity, certainty and figures with their spans."""

from __future__ import annotations

import pytest

from quellenlage.model.figure import Bound
from quellenlage.model.statement import Attribution, Certainty, Kind, Polarity
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
from quellenlage.qualifying import qualify


def _article(language: Language, *texts: str) -> Article:
    blocks = tuple(Block(i, BlockKind.PARAGRAPH, text, f"/blocks/{i}") for i, text in enumerate(texts))
    return Article("a", blocks, language)


def _span(article: Article, words: str, block: int = 0) -> Span:
    start = article.blocks[block].text.index(words)
    return article.span(block, start, start + len(words))


def test_everything_of_one_statement() -> None:
    article = _article(
        Language.GERMAN, "Der Minister bestritt am Montag, dass wahrscheinlich mehr als 4.000 Panzer verloren seien."
    )
    attribution = Attribution(
        Kind.INDIRECT,
        (_span(article, "dass wahrscheinlich mehr als 4.000 Panzer verloren seien"),),
        (_span(article, "bestritt"),),
        (_span(article, "Der Minister"),),
        0.9,
    )
    result = qualify(article, attribution)
    assert result.polarity is Polarity.DENIED
    assert result.certainty is Certainty.PROBABLE
    assert result.likelihood == (0.55, 0.8)
    assert [hedge.text for hedge in result.hedges] == ["wahrscheinlich"]
    (figure,) = result.figures
    assert figure.span.text == "mehr als 4.000 Panzer"
    assert (figure.value, figure.high, figure.bound, figure.unit) == (4000, None, Bound.AT_LEAST, "Panzer")


def test_only_the_content_is_looked_at() -> None:
    article = _article(Language.ENGLISH, "After 300 attacks, she probably said, 12 bridges were gone.")
    attribution = Attribution(
        Kind.INDIRECT, (_span(article, "12 bridges were gone"),), (_span(article, "said"),), (), 1.0
    )
    result = qualify(article, attribution)
    assert result.certainty is Certainty.CERTAIN
    assert [figure.value for figure in result.figures] == [12]


def test_split_cues_are_read_as_one() -> None:
    article = _article(Language.GERMAN, "Sie wies die Vorwürfe zurück. Er schloss einen Rückzug nicht aus.")
    denial = Attribution(
        Kind.REPORTED,
        (_span(article, "die Vorwürfe"),),
        (_span(article, "wies"), _span(article, "zurück")),
        (),
        1.0,
    )
    opening = Attribution(
        Kind.REPORTED,
        (_span(article, "einen Rückzug"),),
        (_span(article, "schloss"), _span(article, "nicht aus")),
        (),
        1.0,
    )
    assert qualify(article, denial).polarity is Polarity.DENIED
    opened = qualify(article, opening)
    assert (opened.polarity, opened.certainty) == (Polarity.ASSERTED, Certainty.POSSIBLE)


def test_who_contradict_each_other_deny_nothing() -> None:
    article = _article(Language.GERMAN, "Zum Tag des Brandes widersprechen sich Rat und Wehr. Der Wirt widersprach.")
    content, cue = _span(article, "Zum Tag des Brandes"), _span(article, "widersprechen")
    reciprocal = Attribution(Kind.REPORTED, (content,), (cue,), (), 1.0)
    alone = Attribution(Kind.REPORTED, (content,), (_span(article, "widersprach"),), (), 1.0)
    assert qualify(article, reciprocal).polarity is Polarity.ASSERTED
    assert qualify(article, alone).polarity is Polarity.DENIED


@pytest.mark.parametrize("language", list(Language))
def test_an_empty_content_claims_nothing(language: Language) -> None:
    article = _article(language, "Ja.")
    result = qualify(article, Attribution(Kind.DIRECT, (), (), (), 0.5))
    assert (result.polarity, result.certainty, result.figures) == (Polarity.ASSERTED, Certainty.CERTAIN, ())
