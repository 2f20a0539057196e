"""Text that articles share, and who has it from whom."""

from __future__ import annotations

import random

import pytest

from linking.press import Press
from quellenlage.linking.passages import passage_traces
from quellenlage.model.reason import ReasonKind

WIRE = (
    "Im Schloss Hallwig sind bei Bauarbeiten drei Wandbilder aus dem Barock entdeckt worden.",
    "Die Restauratorin Jorun Talvik sprach am Freitag von einem seltenen Fund für die ganze Region.",
    "Das Schloss aus dem Jahr 1688 wird seit dem Frühjahr für neun Millionen Euro saniert.",
)
EDITED = (
    "Das Schloss aus dem Jahr 1688 wird seit dem Frühling für neun Millionen Euro saniert.",
    "Bei Bauarbeiten sind im Schloss Hallwig drei Wandbilder aus dem Barock entdeckt worden.",
)
OWN = "Der Gemeinderat von Ostrau berät am Montag über den Haushalt und die neue Turnhalle."


def kinds(press: Press) -> list[ReasonKind]:
    (copy,) = press.copies()
    return [reason.kind for reason in copy.reasons]


def test_text_without_credit_is_an_agencys_where_another_page_credits_it() -> None:
    press = Press()
    credited = press.page("Talblatt", 0, *WIRE, agencies=("dpa",))
    silent = press.page("Nordlicht", 1, *EDITED, OWN)
    (copy,) = press.copies()
    assert (copy.source, copy.agency) == (None, "dpa")
    assert set(copy.copies) == {credited.id, silent.id}
    assert {ReasonKind.CREDITS, ReasonKind.LACKS_CREDIT} <= set(kinds(press))
    assert len(copy.passages) == 2


def test_without_credit_the_earlier_page_is_the_source() -> None:
    press = Press()
    later = press.page("Nordlicht", 1 / 60, *EDITED, OWN)
    first = press.page("Talblatt", 0, *WIRE)
    (copy,) = press.copies()
    assert (copy.source, copy.copies, copy.agency) == (first.id, (later.id,), None)
    assert copy.reasons[-1].names == ("Talblatt", "2031-03-04 12:00+01:00", "Nordlicht", "2031-03-04 12:01+01:00")
    assert all(before.article == first.id for before, _ in copy.passages)


def test_without_times_the_longer_page_is_the_source_of_the_cut_one() -> None:
    press = Press()
    long = press.page("Talblatt", None, *WIRE, OWN)
    short = press.page("Nordlicht", None, WIRE[1])
    (copy,) = press.copies()
    assert (copy.source, copy.copies, copy.share) == (long.id, (short.id,), 1.0)
    assert kinds(press)[-1] is ReasonKind.CONTAINS


def test_a_page_that_names_the_other_beside_the_words_has_them_from_it() -> None:
    press = Press()
    cited = press.page("Talblatt", 0, *WIRE)
    citing = press.page("Nordlicht", 2, f"{WIRE[0]} {WIRE[2]} Das berichtete das Talblatt.", agencies=("AFP",))
    (copy,) = press.copies()
    assert (copy.source, copy.copies) == (cited.id, (citing.id,))
    assert kinds(press)[-1] is ReasonKind.CITES


def test_two_pages_that_credit_nobody_have_a_common_source_where_nothing_speaks_for_either() -> None:
    press = Press()
    press.page("Talblatt", None, *WIRE)
    press.page("Nordlicht", None, *WIRE)
    (copy,) = press.copies()
    assert (copy.source, copy.agency) == (None, None)


def test_a_later_version_of_one_outlet_is_said_to_be_one() -> None:
    press = Press()
    first = press.page("Talblatt", 0, *WIRE)
    press.page("Talblatt", 3, *EDITED)
    (copy,) = press.copies()
    assert copy.source == first.id
    assert kinds(press)[-1] is ReasonKind.LATER_VERSION


@pytest.mark.parametrize(
    "line",
    [
        "„Wir haben hinter dem Putz drei Bilder gefunden, und keiner von uns hat damit gerechnet“, sagte {}.",
        "Der Verkehr wird bis auf Weiteres umgeleitet. {} war am Freitag nicht zu erreichen.",
    ],
    ids=["a quotation", "a line that anybody writes"],
)
def test_what_two_reporters_can_both_have_is_no_copy(line: str) -> None:
    press = Press()
    press.page("Talblatt", 0, line.format("Talvik"), OWN)
    press.page("Nordlicht", 1, line.format("die Leiterin der Arbeiten im alten Ostflügel"))
    assert press.copies() == ()


def test_edited_sentences_meet_and_others_seldom_do() -> None:
    """One word of fifteen changed, as an editor would: the keys must meet whatever the words are."""
    chance = random.Random(5)
    vocabulary = [f"wort{number}" for number in range(3_000)]
    met = strangers = 0
    for _ in range(200):
        words = chance.choices(vocabulary, k=15)
        edited = list(words)
        edited[chance.randrange(15)] = "anders"
        other = words[:3] + chance.choices(vocabulary, k=12)
        one, two, three = (_keys(" ".join(text)) for text in (words, edited, other))
        met += bool(one & two)
        strangers += bool(one & three)
    assert met >= 194
    assert strangers <= 10


SHORT = "Die Feuerwehr sperrte am Abend die Brücke über den Fluss."
LONG = "Die Feuerwehr sperrte am Abend nach dem Fund der Risse im dritten Pfeiler die Brücke über den Fluss."


@pytest.mark.parametrize(("days", "short", "long"), [(14, True, True), (60, False, True), (None, False, True)])
def test_short_sentences_meet_within_some_weeks_long_ones_at_any_time(
    days: int | None, short: bool, long: bool
) -> None:
    """None: a page without a date."""
    later = None if days is None else 24.0 * days
    assert (bool(_keys(SHORT) & _keys(SHORT, later)), bool(_keys(LONG) & _keys(LONG, later))) == (short, long)


def test_a_long_sentence_meets_what_was_cut_of_it_within_some_weeks() -> None:
    assert _keys(LONG) & _keys(LONG.replace(" am Abend nach dem Fund der Risse", ""), 24.0)


def test_short_sentences_of_pages_without_a_date_meet_each_other() -> None:
    assert _keys(SHORT, None) & _keys(SHORT, None)


def _keys(text: str, hour: float | None = 0) -> frozenset[int]:
    press = Press()
    page = press.page("Talblatt", hour, text)
    (trace,) = passage_traces(press.readings[page.id])
    return trace.keys
