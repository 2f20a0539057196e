"""What every ledger does with traces, links and judgements, whatever it is kept in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented import make_page
from linked import article_reading, compare, sift, traces_of
from quellenlage.ledger import Ledger, MemoryLedger, Query, reading_id
from quellenlage.model.claim import Judgement, Link, Relation, Trace, Verdict
from quellenlage.model.judging import make_judgement
from quellenlage.model.review import ReviewVerdict, make_review
from quellenlage.model.statement import Reading
from stores import STORES

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
VERSION = 3


@pytest.fixture(params=STORES)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    with closing(STORES[request.param](tmp_path)) as store:
        store.start_linking(VERSION)
        yield store


def add(ledger: Ledger, reading: Reading, traces: Sequence[Trace]) -> None:
    ledger.record(make_page(), reading, recorded_at=NOW)
    ledger.relate({reading_id(reading): traces}, compare, sift)


def groups(ledger: Ledger) -> set[frozenset[str]]:
    return {frozenset(trace.id for trace in entry.traces) for entry in ledger.claims(Query()).items}


def judged(verdict: Verdict, *sides: Sequence[str], undoes: str | None = None, at: datetime = NOW) -> Judgement:
    return make_judgement(verdict, sides, by="Mika", at=at, undoes=undoes)


def three(ledger: Ledger) -> list[Trace]:
    """Three articles with a statement each: the first two say the same, the third does not."""
    found = []
    for number, gist in enumerate((b"riss", b"riss", b"stau")):
        reading = article_reading(number)
        traces = traces_of(reading, gist)
        add(ledger, reading, traces)
        found += traces
    return found


def test_articles_wait_until_they_are_linked(ledger: Ledger) -> None:
    first, second = article_reading(1), article_reading(2)
    for reading in (first, second):
        ledger.record(make_page(), reading, recorded_at=NOW)
    assert ledger.unlinked(VERSION) == (first.article.id, second.article.id)
    ledger.relate({reading_id(first): ()}, compare, sift)
    assert ledger.unlinked(VERSION) == (second.article.id,)
    assert ledger.unlinked(VERSION + 1) == (first.article.id, second.article.id)


def test_statements_that_say_the_same_are_one_claim(ledger: Ledger) -> None:
    one, two, other = three(ledger)
    assert groups(ledger) == {frozenset({one.id, two.id}), frozenset({other.id})}
    entry = ledger.claims(Query()).items[0]
    assert entry.id == min(one.id, two.id)
    assert set(entry.traces) == {one, two}
    assert ledger.claim(entry.id) == entry
    (link,) = ledger.links_among([one.id, two.id, other.id])
    assert (link.relation, {link.left, link.right}) == (Relation.SAME, {one.id, two.id})


def test_any_statement_finds_its_claim_by_its_first_digits(ledger: Ledger) -> None:
    one, two, other = three(ledger)
    assert ledger.claims_with(max(one.id, two.id)) == (min(one.id, two.id),)
    assert ledger.claims_with(other.id[:12]) == (other.id,)
    assert len(ledger.claims_with("")) == 2
    assert ledger.claims_with("x") == ()
    with pytest.raises(KeyError):
        ledger.claim(max(one.id, two.id))


def test_an_assertion_joins_a_claim_but_founds_none(ledger: Ledger) -> None:
    said, asserted, alone = article_reading(1), article_reading(2), article_reading(3)
    add(ledger, asserted, traces_of(asserted, asserted=b"riss"))
    add(ledger, alone, traces_of(alone, asserted=b"stau"))
    assert groups(ledger) == set()
    add(ledger, said, traces_of(said, b"riss"))
    (entry,) = ledger.claims(Query()).items
    assert {trace.article for trace in entry.traces} == {said.article.id, asserted.article.id}
    assert [trace.statement is None for trace in entry.traces] == [trace.id == entry.id for trace in entry.traces]


def test_who_denies_it_stays_outside(ledger: Ledger) -> None:
    one, two = article_reading(1), article_reading(2)
    add(ledger, one, traces_of(one, b"riss"))
    add(ledger, two, traces_of(two, b"!riss"))
    assert len(groups(ledger)) == 2
    told, denial = one.statements[0].id, two.statements[0].id
    assert [(link.relation, link.denier) for link in ledger.denying([told])] == [(Relation.CONTRADICTS, denial)]
    assert ledger.denying([denial]) == ledger.denying([told, denial]) == ()
    assert ledger.surest([told, denial]) == {denial: 0.9}


def test_passages_are_found_by_their_articles_and_make_no_claims(ledger: Ledger) -> None:
    readings = [article_reading(number) for number in range(3)]
    for reading in readings:
        add(ledger, reading, traces_of(reading, passage=b"text"))
    assert groups(ledger) == set()
    articles = [reading.article.id for reading in readings[:2]]
    passages = ledger.passages(articles)
    assert {trace.article for trace in passages} == set(articles)
    assert len(ledger.links_among([passage.id for passage in passages])) == 1
    assert ledger.traces([passages[0].id, "nobody"]) == passages[:1]


def test_a_new_reading_takes_the_old_ones_traces_away_at_once_and_is_linked_anew(ledger: Ledger) -> None:
    one, two, other = three(ledger)
    reading = ledger.reading(one.article)
    shorter = Reading(reading.article, reading.sources, reading.statements[:2])
    ledger.record(make_page(), shorter, recorded_at=NOW)
    assert groups(ledger) == {frozenset({two.id}), frozenset({other.id})}
    assert ledger.links_among([one.id, two.id, other.id]) == ()
    assert ledger.unlinked(VERSION) == (one.article,)
    ledger.relate({reading_id(shorter): traces_of(shorter, b"stau", b"riss")}, compare, sift)
    second = shorter.statements[1].id
    assert groups(ledger) == {frozenset({one.id, other.id}), frozenset({two.id, second})}


def test_linking_twice_changes_nothing(ledger: Ledger) -> None:
    one, two, _ = three(ledger)
    before = groups(ledger), ledger.links_among([one.id, two.id])
    ledger.relate({reading_id(ledger.reading(one.article)): [one]}, compare, sift)
    assert (groups(ledger), ledger.links_among([one.id, two.id])) == before


def test_another_version_of_linking_begins_again(ledger: Ledger) -> None:
    one, two, other = three(ledger)
    ledger.judge(judged(Verdict.SAME, [one.id], [other.id]))
    ledger.start_linking(VERSION)
    assert len(groups(ledger)) == 1
    ledger.start_linking(VERSION + 1)
    assert (groups(ledger), ledger.links_among([one.id, two.id])) == (set(), ())
    assert ledger.unlinked(VERSION + 1) == (one.article, two.article, other.article)
    for trace in (other, one, two):
        ledger.relate({reading_id(ledger.reading(trace.article)): [trace]}, compare, sift)
    assert len(groups(ledger)) == 1  # judgements belong to the record
    ledger.start_linking(VERSION + 1, again=True)
    assert len(ledger.unlinked(VERSION + 1)) == 3


def test_a_reading_that_another_one_has_taken_the_place_of_is_passed_over(ledger: Ledger) -> None:
    """Recorded by somebody else while its traces were made."""
    reading, beside = article_reading(1), article_reading(2)
    newer = Reading(reading.article, reading.sources, reading.statements[:1])
    for each in (reading, beside, newer):
        ledger.record(make_page(), each, recorded_at=NOW)
    ledger.relate({reading_id(each): traces_of(each, b"riss", b"stau") for each in (reading, beside)}, compare, sift)
    assert ledger.unlinked(VERSION) == (reading.article.id,)
    assert {trace.article for entry in ledger.claims(Query()).items for trace in entry.traces} == {beside.article.id}


def test_articles_are_linked_all_or_none(ledger: Ledger) -> None:
    three(ledger)
    before = groups(ledger)
    readings = [article_reading(number) for number in (4, 5, 6)]
    for reading in readings:
        ledger.record(make_page(), reading, recorded_at=NOW)

    def stumble(one: Trace, other: Trace) -> Link | None:
        if {one.article, other.article} >= {readings[1].article.id, readings[2].article.id}:
            raise IndexError("no such place")
        return compare(one, other)

    with pytest.raises(IndexError):
        ledger.relate({reading_id(each): traces_of(each, b"riss") for each in readings}, stumble, sift)
    assert groups(ledger) == before
    assert ledger.unlinked(VERSION) == tuple(each.article.id for each in readings)


def test_an_unknown_article_cannot_be_linked(ledger: Ledger) -> None:
    with pytest.raises(KeyError):
        ledger.relate({"0" * 20: ()}, compare, sift)
    with pytest.raises(KeyError):
        ledger.page_name("0" * 20)


def test_people_join_and_part_and_the_later_word_holds(ledger: Ledger) -> None:
    one, two, other = three(ledger)
    apart = {frozenset({one.id, two.id}), frozenset({other.id})}
    merged = judged(Verdict.SAME, [one.id, two.id], [other.id])
    ledger.judge(merged)
    assert groups(ledger) == {frozenset({one.id, two.id, other.id})}
    split = judged(Verdict.DIFFERENT, [one.id], [two.id, other.id])
    ledger.judge(split)
    assert groups(ledger) == {frozenset({one.id}), frozenset({two.id, other.id})}
    undo = judged(Verdict.UNDO, undoes=split.id)
    ledger.judge(undo)
    assert groups(ledger) == {frozenset({one.id, two.id, other.id})}
    undone = judged(Verdict.UNDO, undoes=undo.id)
    ledger.judge(undone)
    assert groups(ledger) == {frozenset({one.id}), frozenset({two.id, other.id})}
    ledger.judge(judged(Verdict.UNDO, undoes=merged.id))
    ledger.judge(judged(Verdict.UNDO, undoes=undone.id))
    assert groups(ledger) == apart
    assert [each.verdict for each in ledger.judgements()][:3] == [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNDO]
    assert ledger.judgements()[0] == merged


def test_a_judgement_reaches_statements_that_come_later(ledger: Ledger) -> None:
    *_, other = three(ledger)
    late = article_reading(9)
    ledger.judge(judged(Verdict.SAME, [other.id], [late.statements[0].id]))
    add(ledger, late, traces_of(late, b"weg"))
    assert frozenset({other.id, late.statements[0].id}) in groups(ledger)


@pytest.mark.parametrize(
    ("query", "least", "expected"),
    [
        (Query(), 1, 2),
        (Query(), 2, 1),
        (Query(), 4, 0),
        (Query(outlet="blatt 1"), 1, 1),
        (Query(outlet="Blatt 3"), 1, 1),  # asserts it by itself
        (Query(source="hallwig"), 1, 2),
        (Query(source="hallwig", outlet="Blatt 3"), 1, 0),
        (Query(text="wesper"), 1, 1),
        (Query(text="4000"), 1, 2),
        (Query(since=date(2031, 3, 5)), 1, 1),
        (Query(undated=True), 1, 0),
        (Query(limit=1), 1, 1),
    ],
)
def test_claims_are_asked_for_by_what_stands_in_one_place(
    ledger: Ledger, query: Query, least: int, expected: int
) -> None:
    for number, gist in enumerate((b"riss", b"riss")):
        reading = article_reading(number)
        add(ledger, reading, traces_of(reading, gist))
    later = article_reading(2, published=date(2031, 3, 6))
    add(ledger, later, traces_of(later, b"stau"))
    asserting = article_reading(3)
    add(ledger, asserting, traces_of(asserting, asserted=b"riss"))
    listing = ledger.claims(query, least=least)
    assert len(listing.items) == expected
    assert listing.total == (2 if query.limit else expected)


def test_claims_in_most_articles_come_first_then_the_earliest(ledger: Ledger) -> None:
    expected = []
    days = [
        (b"last", [None]),
        (b"early", [date(2031, 1, 1)]),
        (b"both", [date(2031, 6, 1), None]),
        (b"mid", [date(2031, 2, 1)]),
    ]
    for kind, (gist, published) in enumerate(days):
        for number, day in enumerate(published):
            reading = article_reading(10 * kind + number, published=day)
            add(ledger, reading, traces_of(reading, gist))
    expected = [b"both", b"early", b"mid", b"last"]
    assert [entry.traces[0].data for entry in ledger.claims(Query()).items] == expected


def test_claims_published_last_come_first_where_asked_for_and_in_pages(ledger: Ledger) -> None:
    moments = (date(2031, 3, 4), None, datetime(2031, 3, 5, 7, 51), date(2031, 3, 5))
    found = []
    for number, published in enumerate(moments):
        reading = article_reading(number, published=published)
        (trace,) = traces_of(reading, (b"riss", b"stau", b"ampel", b"turm")[number])
        add(ledger, reading, [trace])
        found.append(trace.id)
    day, undated, latest, morning = found
    expected = [latest, morning, day, undated]
    assert [entry.id for entry in ledger.claims(Query(), newest=True).items] == expected
    pages, after = [], None
    for _ in expected:
        page = ledger.claims(Query(limit=1, after=after), newest=True)
        pages += [entry.id for entry in page.items]
        after = page.next
    assert (pages, after) == (expected, None)


def test_a_claim_has_another_state_whenever_what_it_is_derived_from_may_have_changed(ledger: Ledger) -> None:
    one, two, other = three(ledger)
    said, alone = (min(one.id, two.id), other.id)
    states = {key: [ledger.claim(key).state] for key in (said, alone)}
    denying = article_reading(4)
    steps: tuple[tuple[Callable[[], object], set[str]], ...] = (
        (lambda: ledger.judge(judged(Verdict.SAME, [one.id, two.id])), {said}),
        (lambda: add(ledger, denying, traces_of(denying, b"!riss")), {said}),  # a link to it, no trace of it
        (lambda: ledger.record(make_page(), fewer(denying), recorded_at=NOW), {said}),  # and gone
        (lambda: ledger.judge(judged(Verdict.DIFFERENT, [other.id], [one.id])), {said, alone}),
    )
    for step, changed in steps:
        step()
        for key, seen in states.items():
            state = ledger.claim(key).state
            assert key not in changed or state not in seen
            seen.append(state)


def fewer(reading: Reading) -> Reading:
    return Reading(reading.article, reading.sources, reading.statements[1:])


letters = st.lists(st.sampled_from((b"a", b"b", b"c")), min_size=1, max_size=4).map(b"".join)
gists = st.builds(bytes.__add__, st.sampled_from((b"", b"", b"!")), letters)


@pytest.mark.parametrize("store", STORES)
@given(
    found=st.lists(st.lists(gists, min_size=1, max_size=3), min_size=1, max_size=5),
    words=st.lists(st.tuples(st.sampled_from(Verdict), st.lists(st.integers(0, 14), max_size=4)), max_size=3),
    data=st.data(),
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_and_any_store_give_the_same_claims(
    store: str,
    found: list[list[bytes]],
    words: list[tuple[Verdict, list[int]]],
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    articles = [(reading := article_reading(number), traces_of(reading, *each)) for number, each in enumerate(found)]
    ids = [trace.id for _, traces in articles for trace in traces]
    judgements: list[Judgement] = []
    for verdict, places in words:
        chosen = [ids[place % len(ids)] for place in places]
        if verdict is Verdict.UNDO:
            made = judged(verdict, undoes=judgements[-1].id) if judgements else None
        else:
            made = judged(
                verdict, chosen[:2], sorted({*chosen[2:]} - {*chosen[:2]}), at=NOW.replace(minute=len(judgements))
            )
        if made and made.id not in {each.id for each in judgements}:
            judgements.append(made)
    order = data.draw(st.permutations(articles))
    cut = data.draw(st.integers(0, len(order)))
    model = MemoryLedger()
    model.start_linking(VERSION)
    for reading, traces in articles:
        add(model, reading, traces)
    for judgement in judgements:
        model.judge(judgement)
    with closing(STORES[store](tmp_path_factory.mktemp("ledger"))) as ledger:
        ledger.start_linking(VERSION)
        for reading, traces in order[:cut]:
            add(ledger, reading, traces)
        for judgement in judgements:
            ledger.judge(judgement)
        for reading, traces in order[cut:]:
            add(ledger, reading, traces)
        assert ledger.claims(Query()) == model.claims(Query())
        for some in (ids, ids[: len(ids) // 2]):
            assert ledger.links_among(some) == model.links_among(some)
            assert ledger.denying(some) == model.denying(some)
            assert ledger.surest(some) == model.surest(some)


def test_whatever_changes_the_ledger_changes_its_state(ledger: Ledger) -> None:
    reading = article_reading(1)
    (trace,) = traces_of(reading, b"riss")
    merged = judged(Verdict.SAME, [trace.id])
    steps: tuple[Callable[[], object], ...] = (
        lambda: ledger.record(make_page(), reading, recorded_at=NOW),
        lambda: ledger.relate({reading_id(reading): [trace]}, compare, sift),
        lambda: ledger.judge(merged),
        lambda: ledger.judge(judged(Verdict.UNDO, undoes=merged.id)),
        lambda: ledger.review(
            make_review(trace.id, reading.article.id, ReviewVerdict.ACCEPT, by="Mika Sandorn", at=NOW)
        ),
        lambda: ledger.start_linking(VERSION + 1),
        lambda: ledger.relate({reading_id(reading): [trace]}, compare, sift),
    )
    states = [ledger.state()]
    for step in steps:
        step()
        assert ledger.state() not in states
        states.append(ledger.state())
        ledger.statements(Query())
        assert ledger.state() == states[-1]
