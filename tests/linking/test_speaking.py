"""Whose word an appearance is, after the words of its article: papers, the outlet's own people, who stands beside."""

from __future__ import annotations

import pytest

from linking.press import DOCUMENT, GROUP, NONE, ORGANISATION, PERSON, UNNAMED, Press
from quellenlage.linking.parties import Party
from quellenlage.linking.speaking import party_of
from quellenlage.model.statement import SourceClass

Told = tuple[str, str, str, SourceClass, str, str]
"""A paragraph, the content in it, speaker and class, source and cue ("" for none)."""

PAPERS: list[tuple[Told, str]] = [
    (
        (
            "Ratsherr Uwe Glanz hat das Protokoll mitgebracht. Die Tür sei zu gewesen, liest er daraus vor.",
            *("Die Tür sei zu gewesen", "Uwe Glanz", PERSON, "er", "liest"),
        ),
        "Protokoll",
    ),
    (
        (
            "Die Tür, las er aus dem Jahresbericht der Aufsicht vor, sei zu gewesen.",
            *("sei zu gewesen", "Uwe Glanz", PERSON, "er", "las"),
        ),
        "Jahresbericht der Aufsicht",
    ),
    (
        (
            "Das Papier liegt der Zeitung vor. Demnach war die Tür zu.",
            *("war die Tür zu", "", NONE, "", "Demnach"),
        ),
        "Papier",
    ),
    (
        (
            "Die Tür war zu, nachzulesen im Jahresbericht der Aufsicht, Seite 63.",
            *("Die Tür war zu", "", NONE, "", ""),
        ),
        "Jahresbericht der Aufsicht",
    ),
    (
        ("Nach dem Vermerk auf dem Blatt war die Tür zu.", "war die Tür zu", "", NONE, "", ""),
        "Vermerk",
    ),
    (
        (
            "„Die Tür ist zu“, gibt ein Wächter durch. So steht es im Protokoll der Wache.",
            *("Die Tür ist zu", "Wächter", UNNAMED, "ein Wächter", "gibt"),
        ),
        "Protokoll der Wache",
    ),
    (
        (
            "The gate was shut, she said, holding up a copy of the letter.",
            *("The gate was shut", "Ada Holt", PERSON, "she", "said"),
        ),
        "copy",
    ),
    (
        ("The gate was shut, in a recording seen by the Sentinel.", "The gate was shut", "", NONE, "", ""),
        "recording",
    ),
    (
        (
            "“Gate shut at nine,” it reads, in the call log of the guards.",
            *("Gate shut at nine", "", PERSON, "it", "reads"),
        ),
        "call log",
    ),
    (
        (
            "In ihrem Brief behaupten die Täter, die Tür sei zu gewesen.",
            *("die Tür sei zu gewesen", "Täter", GROUP, "die Täter", "behaupten"),
        ),
        "Brief",
    ),
]

OWN = [
    "Elf Wagen sind auf den Aufnahmen zu zählen, die eine Drohne unserer Redaktion gemacht hat.",
    "3,90 Meter: So breit war die Gasse. Das hat die Redaktion am Montag gemessen.",
    "The alert came through to our studio at ten.",
    "Six of the roofs are gone, by my count.",
    "Something soft had wound itself round my ankle.",
    "Three ships lay around the tanker, as our reporter could see from the tower.",
    "Drei Schiffe liegen um den Tanker. Das hat Talblatt-Reporterin Inka Berg von der Fähre aus beobachtet.",
]

AROUND: list[tuple[str, str, str, str]] = [
    ("Elf Wagen entgleisten nach Darstellung der Feuerwehr.", "Elf Wagen entgleisten", "", "Feuerwehr"),
    ("Laut Anna Berg war die Tür zu.", "war die Tür zu", "", "Anna Berg"),
    ("The door was shut, according to the council.", "The door was shut", "", "council"),
]


def spoken(told: Told, outlet: str = "Talblatt") -> Party:
    text, content, speaker, cls, source, cue = told
    press = Press()
    page = press.page(outlet, 0, text)
    press.said(page, content, speaker, cls, source=source, cue=cue)
    return party_of(press.appearances[0], press.readings[page.id])


@pytest.mark.parametrize(("told", "name"), PAPERS, ids=[told[0] for told, _ in PAPERS])
def test_what_somebody_has_from_a_paper_is_the_papers(told: Told, name: str) -> None:
    party = spoken(told)
    assert party.cls is DOCUMENT
    assert party.name.removeprefix("das ").removeprefix("Das ") == name


def test_findings_of_somebodys_own_are_no_paper() -> None:
    party = spoken(("Nach seinen Befunden war die Tür zu.", "war die Tür zu", "", NONE, "", ""))
    assert party.cls is NONE


def test_a_statement_is_the_word_of_the_body_that_gave_it() -> None:
    text = "Die Tür sei zu gewesen, hieß es in der Mitteilung der Wesperwerke."
    source = "der Mitteilung der Wesperwerke"
    party = spoken((text, "Die Tür sei zu gewesen", "Mitteilung der Wesperwerke", DOCUMENT, source, "hieß es"))
    assert party.cls is ORGANISATION


def test_the_same_statement_is_nobodys_of_its_own() -> None:
    text = "According to the same statement, the gate was shut."
    party = spoken((text, "the gate was shut", "same statement", DOCUMENT, "the same statement", "According to"))
    assert not party.name


@pytest.mark.parametrize("text", OWN)
def test_what_its_own_people_saw_an_outlet_knows_itself(text: str) -> None:
    content = text.partition(".")[0]
    assert spoken((text, content, "", NONE, "", "")).is_own


def test_what_a_residents_council_counted_is_not_the_outlets_own() -> None:
    text = "Die Anwohner haben 88 Häuser gezählt."
    assert not spoken((text, text, "", NONE, "", "")).is_own


@pytest.mark.parametrize(("text", "content", "cue", "name"), AROUND)
def test_who_stands_around_speaks_where_no_source_was_found(text: str, content: str, cue: str, name: str) -> None:
    assert spoken((text, content, "", NONE, "", cue)).name == name


SAID_BY_THEMSELVES: list[Told] = [
    (
        "“I saw him fall,” Ada Holt said. “I heard a bang and ran.”",
        "I heard a bang and ran",
        "Ada Holt",
        PERSON,
        "",
        "",
    ),
    ("„Das Tor war laut Polizei zu.“", "Das Tor war laut Polizei zu", "Uwe Glanz", PERSON, "", ""),
    (
        "Uwe Glanz hält das Gutachten für falsch, die Tür sei offen gewesen.",
        *("die Tür sei offen gewesen", "Uwe Glanz", PERSON, "Uwe Glanz", "hält"),
    ),
    (
        "Die Stadt prüfte den Bericht. Danach sei die Tür zu gewesen.",
        *("sei die Tür zu gewesen", "Uwe Glanz", PERSON, "", ""),
    ),
]


@pytest.mark.parametrize("told", SAID_BY_THEMSELVES, ids=[told[0] for told in SAID_BY_THEMSELVES])
def test_who_is_known_to_speak_speaks(told: Told) -> None:
    assert spoken(told).person == told[2]
