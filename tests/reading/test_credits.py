"""Who else's text or picture: agencies, picture credits, bylines."""

from __future__ import annotations

import pytest

from quellenlage.reading.credits import (
    credited_by,
    credited_in,
    is_credit_of_picture,
    is_picture_credit,
    is_reporting_credit,
    picture_credit_at_end,
    signed_by,
)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("sak/Reuters", ("Reuters",)),
        ("ino/dpa", ("dpa",)),
        ("(dpa)", ("dpa",)),
        ("dpa/epd", ("dpa", "epd")),
        ("AFP/dpa/jk", ("AFP", "dpa")),
        ("mit Material von dpa", ("dpa",)),
        ("Mit Material der Nachrichtenagenturen dpa und AFP", ("dpa", "AFP")),
        ("Quelle: uferbote.de, ino/dpa", ("dpa",)),
        ("Von dpa", ("dpa",)),
        ("Deutsche Presse-Agentur", ("dpa",)),
        ("© dpa-infocom, dpa:230428-99-483045/5", ("dpa",)),
        ("Reuters contributed to this report.", ("Reuters",)),
        ("Additional reporting by AFP", ("AFP",)),
        ("Mit Agenturmaterial.", ()),
        ("Anna Ahorn", None),
        ("Die dpa berichtete zuerst.", None),
        ("Mit Reuters spricht er nicht.", None),
        ("Quelle: uferbote.de", None),
        ("ku Frankfurt", None),
        ("", None),
    ],
)
def test_credit_lines(line: str, agencies: tuple[str, ...] | None) -> None:
    assert credited_by(line) == agencies


@pytest.mark.parametrize(
    ("paragraph", "agencies"),
    [
        ("BERLIN (AP) — The minister resigned.", ("AP",)),
        ("Kiew/Moskau (dpa/AFP) - Der Beschuss hielt an.", ("dpa", "AFP")),
        ("WASHINGTON, April 3 (Reuters) - The minister resigned.", ("Reuters",)),
        ("Der Damm hat gehalten. (dpa/mz)", ("dpa",)),
        ("Er sagte, das sei „alles“. (AFP)", ("AFP",)),
        ("Der Ort ist schön (nicht).", ()),
        ("Die Agentur (dpa) berichtete zuerst.", ()),
    ],
)
def test_credits_inside_paragraphs(paragraph: str, agencies: tuple[str, ...]) -> None:
    assert credited_in(paragraph, first=True, last=True) == agencies


def test_a_dateline_stands_first() -> None:
    assert credited_in("BERLIN (AP) — The minister resigned.", first=False, last=False) == ()


def test_authors_with_their_agency() -> None:
    assert signed_by("Anna Ahorn und Ben Birke, dpa") == ("dpa",)
    assert signed_by("Anna Ahorn und Ben Birke") == ()
    assert signed_by("Die Lage bleibt angespannt, dpa") == ()


@pytest.mark.parametrize(
    "line",
    [
        "Foto: A. Ahorn",
        "© AFP/Bo Lindgard",
        "Foto: Bo Lindgard",
        "Bild: dpa",
        "Photograph by Bo Lindgard",
        "(Picture: Reuters)",
        "Bo Lindgard/Getty Images",
    ],
)
def test_picture_credits(line: str) -> None:
    assert is_picture_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Bild ihrer Zeit: Die Malerin wird 90.",
        "Der Fotograf Bo Lindgard war dabei.",
        "Foto: Das war es, was sie wollte. Mehr nicht.",
    ],
)
def test_sentences_are_no_picture_credits(line: str) -> None:
    assert not is_picture_credit(line)


def test_a_name_and_an_agency_credit_a_picture_only_beside_one() -> None:
    assert is_credit_of_picture("Bo Lindgard/dpa")
    assert not is_picture_credit("Bo Lindgard/dpa")
    assert not is_credit_of_picture("Bo Lindgard vor der Brücke")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Der Kran am Morgen. Foto: Bo Lindgard/dpa", "Foto: Bo Lindgard/dpa"),
        ("The crane at dawn (Picture: Reuters)", "(Picture: Reuters)"),
        ("Der Kran am Morgen. © dpa | Bo Lindgard", "© dpa | Bo Lindgard"),
        ("The crane at dawn. Bo Lindgard/AFP", "Bo Lindgard/AFP"),
        ("Der Kran am Morgen.", None),
    ],
)
def test_captions_that_run_on_into_their_credit(caption: str, credit: str | None) -> None:
    place = picture_credit_at_end(caption)
    assert (None if place is None else caption[place:]) == credit


def test_reporting_credits() -> None:
    assert is_reporting_credit("(Reporting by Anna Ahorn; Editing by Ben Birke)")
    assert not is_reporting_credit("Reporting the truth is hard.")
