"""What a search finds, in every ledger, and the exact places of its words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import make_page
from quellenlage.errors import QueryError
from quellenlage.ledger import Ledger, Query
from quellenlage.ledger.searching import parse, places
from quellenlage.ledger.spelling import searchable, searchable_with_places
from quellenlage.model.ids import article_id, statement_id
from quellenlage.model.statement import Attribution, Kind, Reading, Source, SourceClass, Statement
from quellenlage.model.text import Article, Block, BlockKind, Language

NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)


def article(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH, headline: str | None = None, day: int = 4) -> Article:
    blocks = tuple(Block(number, kind, text, f"/p[{number + 1}]") for number, text in enumerate(texts))
    key = article_id(((block.kind, block.text) for block in blocks), None)
    published = date(2031, 3, day)
    return Article(key, blocks, Language.GERMAN, outlet="Nordlicht", headline=headline, published=published)


def add(ledger: Ledger, found: Article, said: str | None = None) -> str:
    """Records an article in which somebody may say something; its id."""
    statements = []
    if said is not None:
        content = (found.span(0, found.blocks[0].text.index(said), found.blocks[0].text.index(said) + len(said)),)
        key = statement_id(found.id, content, (), ())
        attribution = Attribution(Kind.INDIRECT, content, (), (), 0.9)
        statements.append(Statement(key, attribution, Source("s", "Jorun Hallwig", SourceClass.PERSON)))
    ledger.record(make_page(), Reading(found, (), tuple(statements)), recorded_at=NOW)
    return found.id


FOUND = [
    # what is asked for, what stands there, what of it is marked
    ("Waffenruhe", "Das Waffenruheabkommen hält.", ["Waffenruhe"]),
    ("Waffenruhen", "Eine Waffenruhe gilt.", ["Waffenruhe"]),
    ("waffenruhe", "Alle WAFFENRUHEN scheitern.", ["WAFFENRUHE"]),
    ("Ministerin", "Zwei Ministerinnen kamen.", ["Ministerin"]),
    ("Ministerinnen", "Die Ministerin kam.", ["Ministerin"]),
    ("Export", "Die Autoexporte sinken.", ["export"]),
    ("Entwicklung", "Eine Neuentwicklung.", ["entwicklung"]),
    ("Brücke", "Die Bruecke ist zu.", ["Bruecke"]),
    ("Bruecke", "Die Brücke ist zu.", ["Brücke"]),
    ("Brucke", "Die Brücke ist zu.", ["Brücke"]),
    ("Brucke", "Die Bruecke ist zu.", ["Bruecke"]),
    ("Brücke", "Die Bru\u0308cke ist zu.", ["Bru\u0308cke"]),
    ("Uberprufung", "Nach einer Überprüfung.", ["Überprüfung"]),
    ("Oltanker", "Ein Öltanker sank.", ["Öltanker"]),
    ("Strasse", "Die Straße ist zu.", ["Straße"]),
    ("Straße", "Die STRASSE ist zu.", ["STRASSE"]),
    ("cafe", "Im Café, im Cafe\u0301.", ["Café", "Cafe\u0301"]),
    ("EU", "Die EU-Kommission, neu.", ["EU"]),
    ("Öl", "Öl und Rohöl.", ["Öl", "öl"]),
    ("EU-Kommission", "Die EU-Kommissionen tagen.", ["EU-Kommission"]),
    ('"rote Linie"', "Eine rote  Linie ist überschritten.", ["rote  Linie"]),
    ("„rote Linie“ Damm", "Am Damm ist die rote Linie.", ["Damm", "rote Linie"]),
    ("Talblatt Riss", "Wie das Talblatt schreibt: Risse.", ["Talblatt", "Riss"]),
    ("casualties", "One casualty was named.", ["casualt"]),
    ("ceasefires", "A ceasefire holds.", ["ceasefire"]),
    ("(Damm),", "Der Damm.", ["Damm"]),
    ("Ab\u00adkommen", "Das Waffenruhe\u00adab\u00adkommen.", ["ab\u00adkommen"]),
    ("4000", "Mehr als 4000 Häuser", ["4000"]),
    ("4000", "Mehr als 4.000 Häuser", ["4.000"]),
    ("4000", "More than 4,000 houses", ["4,000"]),
    ("4.000", "Mehr als 4 000 Häuser", ["4 000"]),
    ("4,000", "Mehr als 4\u202f000 Häuser", ["4\u202f000"]),
    ("4 000 Häuser", "Mehr als 4000 Häuser", ["4000", "Häuser"]),
    ("4'000", "Mehr als 4.000 Häuser", ["4.000"]),
    ("1.250.000", "Sie kostet 1250000 Euro", ["1250000"]),
    ("1250000", "It costs 1,250,000 marks", ["1,250,000"]),
    ('"4000 Häuser"', "Mehr als 4.000 Häuser", ["4.000 Häuser"]),
    ('"4.000 Häuser"', "Mehr als 4000 Häuser", ["4000 Häuser"]),
    ("2031", "Im Jahr 2031", ["2031"]),
    ("4,5", "Um 4,5 Prozent", ["4,5"]),
    ("4000", "Mehr als 14.000 Häuser", None),
    ("4.000", "In 4 von 7000 Häusern", None),
    ("4,5", "Um 45 Prozent", None),
    ("damm wesper", "Damm", None),
    ("Förderung", "Eine Forderung.", None),
    ("EU", "Neue Leute.", None),
    ('"rote Linie"', "Linie rote, rotes Linieren.", None),
    ("Wesper", "Westen", None),
]


@pytest.mark.parametrize(("asked", "text", "marked"), FOUND)
def test_what_is_found_and_marked(ledger: Ledger, asked: str, text: str, marked: list[str] | None) -> None:
    key = add(ledger, article("Etwas anderes", text))
    listing = ledger.search(asked, Query())
    if marked is None:
        assert (listing.items, listing.total) == ((), 0)
        return
    (entry,) = listing.items
    assert (entry.row.article.id, listing.total) == (key, 1)
    assert [span.text for span in entry.places] == marked
    assert [block.text for block in entry.blocks] == [text]
    for span in entry.places:
        assert text[span.start : span.end] == span.text


def test_words_may_stand_far_apart_but_phrases_end_with_their_block(ledger: Ledger) -> None:
    add(ledger, article("Die rote", "Linie am Damm"))
    assert ledger.search("rote Damm", Query()).total == 1
    assert ledger.search('"rote Linie"', Query()).total == 0


def test_the_headline_comes_first_then_what_somebody_says_then_the_newest(ledger: Ledger) -> None:
    said = add(ledger, article("Der Damm hält, sagte sie.", day=2), "Der Damm hält")
    old = add(ledger, article("Ein Damm.", day=3))
    headline = add(ledger, article("Nichts.", headline="Damm an der Wesper", day=1))
    new = add(ledger, article("Noch ein Damm.", day=5))
    add(ledger, article("Kein Deich."))
    assert [entry.row.article.id for entry in ledger.search("damm", Query()).items] == [headline, said, new, old]


def test_a_headline_that_is_no_block_has_no_place(ledger: Ledger) -> None:
    add(ledger, article("Nichts.", headline="Damm an der Wesper"))
    (entry,) = ledger.search("damm", Query()).items
    assert (entry.places, entry.blocks) == ((), ())


def test_furniture_is_not_searched(ledger: Ledger) -> None:
    add(ledger, article("Damm: Alle Artikel", kind=BlockKind.FURNITURE))
    assert ledger.search("damm", Query()).total == 0


def test_a_search_heeds_the_other_conditions(ledger: Ledger) -> None:
    add(ledger, article("Der Damm hält, sagte sie.", day=2), "Der Damm hält")
    add(ledger, article("Ein Damm.", day=3))
    assert ledger.search("damm", Query(since=date(2031, 3, 3))).total == 1
    assert ledger.search("damm", Query(source="hallwig")).total == 1
    assert ledger.search("damm", Query(outlet="talblatt")).total == 0


def test_a_newer_reading_is_found_in_place_of_the_older(ledger: Ledger) -> None:
    found = article("Der Damm hält, sagte sie.")
    add(ledger, found)
    add(ledger, found, "Der Damm hält")
    listing = ledger.search("damm", Query())
    assert (listing.total, listing.items[0].row.statements) == (1, 1)


@pytest.mark.parametrize("asked", ["", " ", '""', "–, ?", "„“"])
def test_a_search_without_words_is_an_error(ledger: Ledger, asked: str) -> None:
    with pytest.raises(QueryError, match="no word to search for; give one"):
        ledger.search(asked, Query())


@given(st.text())
def test_the_searched_form_is_the_same_with_places_and_without(text: str) -> None:
    folded, origins = searchable_with_places(text)
    assert folded == searchable(text)
    assert len(folded) == len(origins) and origins == sorted(origins)


@given(st.text(min_size=1), st.text(alphabet="aou\u0308äöüßeE \u0301\u00ad-", min_size=1))
def test_every_place_quotes_back_whatever_is_asked(text: str, more: str) -> None:
    try:
        terms = parse(more, None)
    except QueryError:
        return
    found = article(text + more + text)
    for span in places(terms, found):
        assert found.span(span.block, span.start, span.end) == span
    assert places(terms, article(more)) or all(term.forms[0].startswith(" ") for term in terms)
