"""What every ledger does, whatever it is kept in. A new store joins by one line in `stores`."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented import make_article, make_page, make_reading
from quellenlage.ledger import Ledger, MemoryLedger, Query, SourceEntry
from quellenlage.model.statement import Kind, Reading, SourceClass
from quellenlage.model.text import AccessState, Language
from stores import STORES
from strategies import names, readings

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Two articles: the second under another address, of another outlet, without a time."""
    ledger.record(make_page(), make_reading(), recorded_at=NOW)
    other = make_article(url="https://talblatt.example/riss", outlet="Talblatt", published=None)
    ledger.record(make_page("02-talblatt.html", b"other"), make_reading(other), recorded_at=NOW)
    return ledger


def contents(ledger: Ledger, query: Query) -> list[str]:
    return [entry.statement.attribution.content[0].text for entry in ledger.statements(query).items]


def test_an_empty_ledger_has_nothing(ledger: Ledger) -> None:
    for listing in (ledger.statements(Query()), ledger.sources(Query()), ledger.figures(Query())):
        assert (listing.items, listing.total) == ((), 0)


def test_what_is_recorded_comes_back_exactly(ledger: Ledger) -> None:
    page, reading = make_page(), make_reading()
    assert ledger.record(page, reading, recorded_at=NOW)
    assert ledger.reading(reading.article.id) == reading
    assert ledger.page(reading.article.id) == page


def test_an_unknown_article_is_a_key_error(filled: Ledger) -> None:
    with pytest.raises(KeyError):
        filled.reading("0" * 20)
    with pytest.raises(KeyError):
        filled.page("0" * 20)


def test_recording_twice_changes_nothing(filled: Ledger) -> None:
    before = filled.statements(Query()), filled.sources(Query()), filled.figures(Query())
    assert not filled.record(make_page("copy.html"), make_reading(), recorded_at=NOW)
    assert (filled.statements(Query()), filled.sources(Query()), filled.figures(Query())) == before


def test_other_confidences_make_no_other_reading(filled: Ledger) -> None:
    reading = make_reading()
    first = reading.statements[0]
    surer = replace(first, attribution=replace(first.attribution, confidence=0.9700001))
    changed = replace(reading, statements=(surer, *reading.statements[1:]))
    assert not filled.record(make_page(), changed, recorded_at=NOW)


def test_a_new_reading_of_an_article_replaces_the_old_in_every_view(filled: Ledger) -> None:
    reading = make_reading()
    shorter = replace(reading, statements=reading.statements[:1])
    assert filled.record(make_page(), shorter, recorded_at=NOW)
    assert filled.reading(reading.article.id) == shorter
    assert contents(filled, Query(outlet="nordlicht")) == ["Wir räumen mehr als 4000 Häuser"]
    assert filled.sources(Query(outlet="nordlicht")).total == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), 8),
        (Query(source="HALLWIG"), 2),
        (Query(source="talblatt"), 2),  # relays it; its own article's outlet is not a source
        (Query(source="100%"), 0),  # no wildcards
        (Query(cls=SourceClass.NONE), 2),
        (Query(cls=SourceClass.OUTLET), 0),  # of the speaker
        (Query(kind=Kind.DIRECT), 2),
        (Query(text="häuser"), 2),
        (Query(unit="häuser"), 2),
        (Query(unit="Haus"), 0),  # the whole unit
        (Query(unit="Häuser", text="riss"), 0),
        (Query(outlet="Talb"), 4),
        (Query(language=Language.GERMAN), 8),
        (Query(language=Language.ENGLISH), 0),
        (Query(article="https://talblatt.example/riss"), 4),
        (Query(article="01-nordlicht.html"), 4),
        (Query(article="pages/01-nordlicht.html"), 4),
        (Query(article=make_article().id), 4),
        (Query(since=date(2031, 3, 4)), 4),
        (Query(since=date(2031, 3, 5)), 0),
        (Query(until=date(2031, 3, 4)), 4),
        (Query(until=date(2031, 3, 3)), 0),
        (Query(undated=True), 4),
        (Query(access=AccessState.METERED), 8),
        (Query(access=AccessState.OPEN), 0),
        (Query(outlet_name="Talblatt"), 4),
        (Query(outlet_name="Talb"), 0),
        (Query(outlet_name=""), 0),
        (Query(source="wesper", kind=Kind.REPORTED, outlet="nord"), 1),
    ],
)
def test_conditions(filled: Ledger, query: Query, expected: int) -> None:
    listing = filled.statements(query)
    assert listing.total == len(listing.items) == expected


def test_a_limit_cuts_the_entries_and_not_the_total(filled: Ledger) -> None:
    listing = filled.statements(Query(limit=3))
    assert (len(listing.items), listing.total) == (3, 8)
    assert contents(filled, Query(limit=3)) == contents(filled, Query())[:3]
    assert (len(filled.figures(Query(limit=3)).items), filled.figures(Query(limit=3)).total) == (3, 4)
    assert (len(filled.sources(Query(limit=2)).items), filled.sources(Query(limit=2)).total) == (2, 5)


def test_figures_come_with_the_statement_they_stand_in(filled: Ledger) -> None:
    listing = filled.figures(Query(text="verletzte", outlet="nordlicht"))
    assert [(entry.figure.value, entry.figure.unit) for entry in listing.items] == [(3.0, "Verletzte")]
    assert listing.items[0].statement.attribution.kind is Kind.INDIRECT
    assert listing.items[0].article.file == "01-nordlicht.html"


@pytest.mark.parametrize("asked", [Query(), Query(limit=1), Query(outlet="talb"), Query(source="hallwig")])
def test_units_are_those_of_the_figures_asked_for(filled: Ledger, asked: Query) -> None:
    everything = filled.figures(replace(asked, limit=None)).items
    units = filled.units(asked)
    assert units
    assert {each.value: each.number for each in units} == Counter(entry.figure.unit for entry in everything)
    for each in units:
        found = filled.figures(replace(asked, unit=each.value.upper(), limit=None))
        assert {entry.figure.unit for entry in found.items} == {each.value}
        assert found.total == len(found.items) == each.number


def test_a_unit_picks_out_figures_also_within_a_statement(ledger: Ledger) -> None:
    reading = make_reading()
    injured, houses = reading.statements[3], reading.statements[0].qualification.figures
    both = replace(
        injured, qualification=replace(injured.qualification, figures=injured.qualification.figures + houses)
    )
    ledger.record(make_page(), replace(reading, statements=(both,)), recorded_at=NOW)
    assert ledger.figures(Query()).total == 2
    for unit in ("Häuser", "Verletzte"):
        listing = ledger.figures(Query(unit=unit))
        assert (listing.total, [entry.figure.unit for entry in listing.items]) == (1, [unit])
        assert [source.said for source in ledger.sources(Query(unit=unit)).items] == [1]


def test_sources_are_counted_by_written_name(filled: Ledger) -> None:
    assert filled.sources(Query()).items == (
        SourceEntry("", SourceClass.NONE, 2, 0, 2),
        SourceEntry("Jorun Hallwig", SourceClass.PERSON, 2, 0, 2),
        SourceEntry("Talblatt", SourceClass.OUTLET, 0, 2, 2),
        SourceEntry("Wesperwerke", SourceClass.ORGANISATION, 2, 0, 2),
        SourceEntry("zwei Ingenieure", SourceClass.UNNAMED, 2, 0, 2),
    )


def test_conditions_on_sources_are_on_the_source_itself(filled: Ledger) -> None:
    assert [entry.name for entry in filled.sources(Query(cls=SourceClass.OUTLET)).items] == ["Talblatt"]
    assert [entry.name for entry in filled.sources(Query(source="tal")).items] == ["Talblatt"]
    assert [entry.name for entry in filled.sources(Query(text="riss")).items] == [
        "Talblatt",
        "Wesperwerke",
        "zwei Ingenieure",
    ]


def test_words_that_a_database_cannot_store_do_not_stop_a_record(ledger: Ledger) -> None:
    article = replace(make_article(), outlet="Nord\ud800licht")
    reading = make_reading(article)
    assert ledger.record(make_page("caf\udce9.html"), reading, recorded_at=NOW)
    assert ledger.reading(article.id) == reading


@pytest.mark.parametrize("store", STORES)
@given(
    found=st.lists(readings(), max_size=3), query=st.builds(Query, source=st.none() | names.map(lambda name: name[:1]))
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_reading_comes_back_and_is_found(
    tmp_path_factory: pytest.TempPathFactory, store: str, found: list[Reading], query: Query
) -> None:
    model = MemoryLedger()
    with closing(STORES[store](tmp_path_factory.mktemp("ledger"))) as ledger:
        for number, reading in enumerate(found):
            page = make_page(f"{number}.html", bytes([number]))
            assert ledger.record(page, reading, recorded_at=NOW) == model.record(page, reading, recorded_at=NOW)
            assert ledger.reading(reading.article.id) == model.reading(reading.article.id)
        assert ledger.articles(query) == model.articles(query)
        assert ledger.facets(query) == model.facets(query)
        assert ledger.statements(query) == model.statements(query)
        assert ledger.queue(query) == model.queue(query)
        assert ledger.figures(query) == model.figures(query)
        assert set(ledger.sources(query).items) == set(model.sources(query).items)
