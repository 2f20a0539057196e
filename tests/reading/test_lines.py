"""Lines by their words alone: what is furniture, and above all what is not."""

from __future__ import annotations

import pytest

from quellenlage.reading.lines import (
    bylines_in,
    entry_time,
    is_byline,
    is_date_line,
    is_embed_line,
    is_number_box,
    is_page_line,
)

FURNITURE = """
zum Hauptinhalt
Zum Inhalt springen
Skip to main content
Zur Startseite
Zurück zur Startseite
Teilen
Artikel merken
Anzeige
Advertisement
Article continues below advertisement
Mehr zum Thema
Lesen Sie auch: Was die Brücke kostet
Read more: What the bridge costs
Related: What the bridge costs
Auch interessant
Newsletter
Stand:
3 Minuten Lesezeit
isPaid:
showPaywall: false
console.debug({ userId: "", verifiedBot: "false" })
Sie haben noch 3 freie Artikel in diesem Monat.
Folgen Sie uns auf allen Kanälen
Copyright © 2025 Uferbote
"""

TEXT = """
Sie teilten sich die Arbeit und das Geld.
Teilen will die Partei nichts, sagte ihr Vorsitzender.
Mehr als 4000 Menschen mussten gehen.
More than 4,000 people had to leave, the mayor said.
Stand der Dinge sei, dass niemand etwas wisse, sagte sie.
Anzeige erstattete der Betreiber am Montag.
Lesen Sie das Gesetz, rief die Ministerin den Abgeordneten zu.
Die Zeitung „Uferbote“ hatte zuerst berichtet.
Related parties own the bridge, the auditors found.
Share prices fell nearly 9 percent.
Der Newsletter der Stadt nannte eine andere Zahl.
Von Hamburg nach Rom in sieben Stunden
Folgen habe das keine, sagte der Anwalt.
Comments by the minister were withdrawn on Friday.
„Zurück“, sagte sie, „geht niemand.“
Er sagte nur: Nein.
"""


@pytest.mark.parametrize("line", FURNITURE.split("\n")[1:-1])
def test_furniture(line: str) -> None:
    assert is_page_line(line)


@pytest.mark.parametrize("line", TEXT.split("\n")[1:-1])
def test_sentences_are_never_furniture(line: str) -> None:
    assert not is_page_line(line)
    assert not is_date_line(line)
    assert not is_byline(line)
    assert not is_embed_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Empfohlener redaktioneller Inhalt",
        "An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.",
        "Ich bin damit einverstanden, dass mir der Beitrag angezeigt wird.",
        "Hier wäre ein Beitrag eines anderen Anbieters zu sehen. Er erscheint erst, wenn Sie ihn freigeben.",
        "A post from another platform belongs here. It stays switched off because you have not allowed it.",
        "To view this content, please accept cookies.",
    ],
)
def test_placeholders(line: str) -> None:
    assert is_embed_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Die Plattform will Daten ihrer Nutzer künftig nur mit Einwilligung speichern, sagte ein Sprecher.",
        "„Sie können den externen Inhalt laden“, sagte der Anbieter.",
        "Der Anbieter hat die Daten freigegeben.",
    ],
)
def test_reports_about_platforms_are_no_placeholders(line: str) -> None:
    assert not is_embed_line(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Anna Ahorn", ["Von Anna Ahorn"]),
        ("Von Anna Ahorn und Ben Birke, dpa", ["Von Anna Ahorn und Ben Birke, dpa"]),
        ("By Anna Ahorn and Ben Birke", ["By Anna Ahorn and Ben Birke"]),
        ("Do 25.04.24 | 14:07 Uhr | Von Anna von der Heide", ["Von Anna von der Heide"]),
        ("Das Gespräch führte Anna Ahorn", ["Das Gespräch führte Anna Ahorn"]),
        ("Von der Leyen warnt vor Eile", []),
        ("By the river", []),
    ],
)
def test_bylines(line: str, names: list[str]) -> None:
    assert bylines_in(line) == names
    assert is_byline(line) == bool(names)


@pytest.mark.parametrize(
    "line",
    [
        "Stand: 22.04.2024, 06:00 Uhr",
        "Published: 15:56 BST, 27 April 2024 | Updated: 15:57 BST, 27 April 2024",
        "Published 17 November 2025, 9.30pm. Updated 18 November 2025, 7.05am",
        "Samstag, 3. Mai 2025",
        "Heute, 12:37 Uhr",
        "vor 2 Stunden",
        "2 hours ago",
    ],
)
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["Am 3. Mai 2024 starb er", "3. Mai 2024: Der Damm bricht", "12:30"])
def test_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


def test_number_boxes() -> None:
    assert is_number_box("250.000", "Menschen leben nach Angaben der Stadt am Fluss.")
    assert is_number_box("31 Instrumente", "stehen in der Molkerei.")
    assert not is_number_box("2", "Fußball")
    assert not is_number_box("18.05.2026", "Der Damm hielt.")
    assert not is_number_box("31 Menschen sind da.", "und singen.")


def test_times_of_ticker_entries() -> None:
    assert entry_time("11.39 Uhr: Fähre kehrt um") == (11, 39)
    assert entry_time("+++ 08:05 +++ Schulen bleiben zu") == (8, 5)
    assert entry_time("25.99 Uhr: Unmöglich") is None
    assert entry_time("Um 11.39 Uhr kehrte die Fähre um") is None
