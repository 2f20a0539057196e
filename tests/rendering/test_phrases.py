"""Figures, times, chains and unshowable characters in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from invented import make_article, make_reading
from quellenlage.model.figure import Bound, Figure
from quellenlage.model.text import Language, Moment, Span
from quellenlage.rendering.phrases import chain, figure_phrase, marks, moment_phrase, quoted, shown

DE, EN = Language.GERMAN, Language.ENGLISH
SPAN = Span(0, 0, 1, "x")


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
    assert marks(statements[3], EN) == ("indirect", "said as probable (55–80 %)", "hedged by: soll")


def test_quotation_marks_stand_around_direct_speech_only() -> None:
    statements = make_reading(make_article()).statements
    assert quoted(statements[0], DE) == "„Wir räumen mehr als 4000 Häuser“"
    assert quoted(statements[1], EN) == "sei der Riss älter"


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x00", "\x9b", "\u202e", "\u2066", "\ud800", "\r"])
def test_what_could_steer_a_terminal_or_turn_the_words_around_is_not_shown(character: str) -> None:
    assert shown(f"a{character}b") == "a\ufffdb"
