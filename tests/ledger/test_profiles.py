"""What every ledger says of one party: what it said and passed on, and how much of which kind."""

from __future__ import annotations

from datetime import UTC, date, datetime

from invented import make_article, make_page, make_reading
from quellenlage.ledger import Count, Ledger, Party, Query
from quellenlage.model.statement import Certainty, SourceClass
from quellenlage.model.text import Moment

NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)


def add(ledger: Ledger, number: int, published: Moment | None) -> None:
    article = make_article(url=f"https://blatt-{number}.example/", outlet=f"Blatt {number}", published=published)
    ledger.record(make_page(f"{number}.html"), make_reading(article), recorded_at=NOW)


def filled(ledger: Ledger) -> Ledger:
    for number, published in enumerate((date(2031, 3, 4), None, datetime(2031, 4, 5, 7, 51)), start=1):
        add(ledger, number, published)
    return ledger


def everybody(ledger: Ledger) -> list[Party]:
    return [Party(entry.name, entry.cls) for entry in ledger.sources(Query()).items]


def test_statements_of_a_party_come_the_newest_first(ledger: Ledger) -> None:
    (speaker, *_) = everybody(filled(ledger))
    found = ledger.statements_of(speaker, Query())
    assert found.total == len(found.items) > 0
    assert {entry.statement.speaker.name for entry in found.items} == {speaker.name}
    outlets = list(dict.fromkeys(entry.article.outlet for entry in found.items))
    assert outlets == ["Blatt 3", "Blatt 1", "Blatt 2"]


def test_pages_of_a_party_join_to_the_whole(ledger: Ledger) -> None:
    (speaker, *_) = everybody(filled(ledger))
    whole = ledger.statements_of(speaker, Query()).items
    pages, after = [], None
    while True:
        page = ledger.statements_of(speaker, Query(limit=1, after=after))
        pages += page.items
        after = page.next
        if after is None:
            break
    assert tuple(pages) == whole


def test_said_and_passed_on_add_up_for_everybody(ledger: Ledger) -> None:
    filled(ledger)
    for entry in ledger.sources(Query()).items:
        party = Party(entry.name, entry.cls)
        profile = ledger.profile(party, Query())
        assert (profile.said, profile.relayed, profile.articles) == (entry.said, entry.relayed, entry.articles)
        assert ledger.statements_of(party, Query()).total == entry.said
        assert ledger.statements_of(party, Query(), relayed=True).total == entry.relayed
        assert sum(each.number for each in profile.certainties) == entry.said
        assert sum(each.number for each in profile.kinds) == entry.said
        assert sum(each.number for each in profile.told_classes) == entry.relayed
        assert sum(each.number for each in profile.outlets) == entry.said + entry.relayed


def test_whoever_passes_on_is_told_of_on_both_sides(ledger: Ledger) -> None:
    filled(ledger)
    relay = next(each for each in ledger.sources(Query()).items if each.relayed)
    profile = ledger.profile(Party(relay.name, relay.cls), Query())
    (told, *_) = profile.told
    other = ledger.profile(told.value, Query())
    assert Count(Party(relay.name, relay.cls), told.number) in other.relays


def test_conditions_hold_for_profiles_too(ledger: Ledger) -> None:
    (speaker, *_) = everybody(filled(ledger))
    whole = ledger.profile(speaker, Query())
    march = ledger.profile(speaker, Query(since=date(2031, 3, 1), until=date(2031, 3, 31)))
    assert [each.value for each in whole.months] == ["2031-04", "2031-03", None]
    assert [each.value for each in march.outlets] == ["Blatt 1"]
    assert march.said * 3 == whole.said


def test_nobody_of_this_name_has_said_nothing(ledger: Ledger) -> None:
    profile = filled(ledger).profile(Party("Niemand", SourceClass.PERSON), Query())
    assert (profile.said, profile.relayed, profile.articles, profile.certainties) == (0, 0, 0, ())


def test_certainties_stand_in_their_own_order(ledger: Ledger) -> None:
    filled(ledger)
    order = list(Certainty)
    for party in everybody(ledger):
        found = [order.index(each.value) for each in ledger.profile(party, Query()).certainties]
        assert found == sorted(found)
