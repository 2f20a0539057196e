"""Figures on the page: what is counted, with what describes it, and the number above a fact box's sentence."""

from __future__ import annotations

import pytest

from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language
from quellenlage.qualifying import qualify
from quellenlage.qualifying.figures import quantities

COUNTED = [
    (
        Language.GERMAN,
        "Die Armee verlor 4.000 zerstörte Panzer der Nordgruppe im Tal.",
        "zerstörte Panzer der Nordgruppe",
    ),
    (Language.GERMAN, "Man zählte 40 Tote auf seyländischer Seite.", "Tote auf seyländischer Seite"),
    (Language.GERMAN, "Es kamen 300 Flüchtlinge aus Seyland.", "Flüchtlinge aus Seyland"),
    (
        Language.GERMAN,
        "Die Zahl der getöteten oder verletzten Soldaten stieg auf 90.",
        "getöteten oder verletzten Soldaten",
    ),
    (Language.GERMAN, "Im Lager liegen 8,5 Tonnen Getreide.", "Getreide"),
    (Language.GERMAN, "Er bekam 20 Prozent der Stimmen.", "Stimmen"),
    (Language.GERMAN, "Der Schaden beträgt 20 Millionen Euro.", None),
    (Language.ENGLISH, "They lost 4,000 tanks of the northern army in May.", "tanks of the northern army"),
    (Language.ENGLISH, "About 20 percent of registered voters stayed away.", "registered voters"),
    (Language.ENGLISH, "He sold 300 tonnes of wheat.", "wheat"),
    (Language.ENGLISH, "Some 40 soldiers on the Seyland side died.", "soldiers on the Seyland side"),
    (Language.ENGLISH, "It cost 20 million euros.", None),
]


@pytest.mark.parametrize(("language", "sentence", "words"), COUNTED)
def test_what_is_counted_keeps_its_description(language: Language, sentence: str, words: str | None) -> None:
    (found,) = quantities(sentence, language)
    assert (sentence[slice(*found.counted)] if found.counted else None) == words


def _box(number: str, text: str, kind: BlockKind = BlockKind.FACT_BOX) -> tuple[Article, Attribution]:
    blocks = (Block(0, kind, number, "/blocks/0"), Block(1, kind, text, "/blocks/1", of=0))
    article = Article("a", blocks, Language.GERMAN)
    return article, Attribution(Kind.INDIRECT, (article.span(1, 0, len(text) - 1),), (), (), 1.0)


def test_the_number_of_a_fact_box_belongs_to_its_sentence() -> None:
    (figure,) = qualify(*_box("250.000", "Fischer aus Seyland leben bislang vom Hafen.")).figures
    assert (figure.span.block, figure.span.text, figure.value, figure.unit) == (0, "250.000", 250_000, "Fischer")
    assert figure.counted is not None
    assert figure.period is not None
    assert (figure.counted.block, figure.counted.text) == (1, "Fischer aus Seyland")
    assert (figure.period.block, figure.period.text) == (1, "bislang")


@pytest.mark.parametrize(
    ("number", "kind"),
    [("250.000", BlockKind.PARAGRAPH), ("Am 3. Mai 2025", BlockKind.FACT_BOX), ("Hafen", BlockKind.FACT_BOX)],
)
def test_only_a_number_alone_in_a_box_belongs_to_the_next_block(number: str, kind: BlockKind) -> None:
    assert qualify(*_box(number, "Fischer aus Seyland leben vom Hafen.", kind)).figures == ()
