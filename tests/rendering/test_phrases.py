"""Figures, times, chains and unshowable characters in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from invented import make_article, make_reading
from quellenlage.model.figure import Basis, Bound, Figure
from quellenlage.model.statement import Anonymity, Distance, Qualification, Stance
from quellenlage.model.text import Language, Moment, Span
from quellenlage.model.time import Commitment, Fulfilment, TimeReference
from quellenlage.rendering.phrases import (
    chain,
    circumstances,
    figure_phrase,
    marks,
    moment_phrase,
    quoted,
    shown,
    time_phrase,
)

DE, EN = Language.GERMAN, Language.ENGLISH
SPAN = Span(0, 0, 1, "x")
TOTAL = Basis.TOTAL


@pytest.mark.parametrize(
    ("figure", "german", "english"),
    [
        (Figure(SPAN, 4000.0, Bound.AT_LEAST, "Panzer"), "mindestens 4.000 Panzer", "at least 4,000 Panzer"),
        (Figure(SPAN, 3.5, Bound.ABOUT, "Euro"), "etwa 3,5 Euro", "about 3.5 Euro"),
        (Figure(SPAN, 12.0, Bound.EXACT, "Tote", high=20.0), "12–20 Tote", "12–20 Tote"),
        (Figure(SPAN, None, Bound.EXACT, "Tote"), "unbestimmt Tote", "unspecified Tote"),
        (
            Figure(SPAN, 1234567.25, Bound.NEARLY, "Euro", period=Span(0, 0, 6, "im Mai")),
            "fast 1.234.567,25 Euro (im Mai)",
            "nearly 1,234,567.25 Euro (im Mai)",
        ),
        (
            Figure(
                SPAN, 40.0, Bound.EXACT, "Tote", None, Span(0, 0, 8, "seit Mai"), Span(0, 9, 21, "Stand Montag"), TOTAL
            ),
            "40 Tote (seit Mai, Stand Montag, laufende Summe)",
            "40 Tote (seit Mai, Stand Montag, running total)",
        ),
        (
            Figure(SPAN, 40.0, Bound.EXACT, "Tote", None, Span(0, 0, 8, "bis Mai"), Span(0, 0, 8, "bis Mai"), TOTAL),
            "40 Tote (bis Mai, laufende Summe)",
            "40 Tote (bis Mai, running total)",
        ),
        (
            Figure(SPAN, 3.0, Bound.EXACT, "Boote", period=Span(0, 0, 8, "pro Jahr"), basis=Basis.FLOW),
            "3 Boote (pro Jahr, Zeitraumwert)",
            "3 Boote (pro Jahr, flow)",
        ),
    ],
)
def test_figures(figure: Figure, german: str, english: str) -> None:
    assert (figure_phrase(figure, DE), figure_phrase(figure, EN)) == (german, english)


@pytest.mark.parametrize(
    ("moment", "german", "english"),
    [
        (None, "Zeit unbekannt", "time unknown"),
        (date(2031, 3, 4), "04.03.2031", "2031-03-04"),
        (datetime(2031, 3, 4, 7, 5), "04.03.2031 07:05", "2031-03-04 07:05"),
        (datetime.fromisoformat("2031-03-04T07:05-03:30"), "04.03.2031 07:05 -03:30", "2031-03-04 07:05 -03:30"),
    ],
)
def test_times_are_as_exact_as_they_are_known(moment: Moment | None, german: str, english: str) -> None:
    assert (moment_phrase(moment, DE), moment_phrase(moment, EN)) == (german, english)


def test_the_chain_leads_from_the_outlet_in_hand_to_the_innermost_source() -> None:
    statements = make_reading().statements
    assert chain(statements[1], "Nordlicht", DE) == "Nordlicht → Talblatt → zwei Ingenieure"
    assert chain(statements[0], None, EN) == "this page → Jorun Hallwig"
    assert chain(statements[3], "Nordlicht", DE) == "Nordlicht → niemand genannt"


def test_marks_name_denial_range_and_hedges() -> None:
    statements = make_reading().statements
    assert marks(statements[0], EN) == ("direct", "said as certain")
    assert marks(statements[2], DE) == ("zusammengefasst", "bestritten", "als sicher gesagt")
    assert marks(statements[3], EN) == (
        "indirect",
        "said as probable (55–80 %)",
        "hedged by: soll",
        "reported at a distance: soll",
    )


def test_marks_name_no_distance_where_it_is_neutral() -> None:
    neutral = make_reading().statements[1]
    endorsed = replace(neutral, qualification=Qualification(stance=Stance(Distance.ENDORSING, (SPAN, SPAN))))
    assert marks(neutral, DE) == ("indirekt", "als sicher gesagt")
    assert marks(endorsed, DE) == ("indirekt", "als sicher gesagt", "als Tatsache wiedergegeben: x … x")


def test_circumstances_are_time_promise_and_why_nobody_is_named() -> None:
    promised, unnamed, denied, _ = make_reading().statements
    assert circumstances(promised, DE) == (
        "gesagt am Montag (03.03.2031)",
        "Vorhaben: „Wir räumen“, Frist: am Montag (03.03.2031)",
    )
    assert circumstances(denied, DE) == ()
    speaker = replace(unnamed.speaker, anonymity=Anonymity(reason=SPAN))
    assert circumstances(replace(unnamed, speaker=speaker), EN) == ("not named: “x”",)


def test_a_commitment_tells_what_became_of_it() -> None:
    promised = make_reading().statements[0]
    broken = Commitment((SPAN,), None, Fulfilment.BROKEN, Span(0, 2, 12, "brach Wort"))
    told = replace(promised, qualification=replace(promised.qualification, said=None, commitment=broken))
    assert circumstances(told, DE) == ("Vorhaben: „x“, laut Text nicht gehalten: „brach Wort“",)
    assert circumstances(told, EN) == ("commitment: “x”, not kept, the text says: “brach Wort”",)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, "x"),
        (date(2031, 3, 3), date(2031, 3, 3), "x (2031-03-03)"),
        (date(2031, 3, 3), date(2031, 3, 9), "x (2031-03-03 – 2031-03-09)"),
        (None, date(2031, 3, 9), "x (2031-03-09)"),
    ],
)
def test_a_time_names_the_days_that_it_covers(start: Moment | None, end: Moment | None, expected: str) -> None:
    assert time_phrase(TimeReference(SPAN, "v", start, end), EN) == expected


def test_quotation_marks_stand_around_direct_speech_only() -> None:
    statements = make_reading(make_article()).statements
    assert quoted(statements[0], DE) == "„Wir räumen mehr als 4000 Häuser“"
    assert quoted(statements[1], EN) == "sei der Riss älter"


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x00", "\x9b", "\u202e", "\u2066", "\ud800", "\r"])
def test_what_could_steer_a_terminal_or_turn_the_words_around_is_not_shown(character: str) -> None:
    assert shown(f"a{character}b") == "a\ufffdb"
