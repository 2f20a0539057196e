"""Outlets by name: mentions as articles write them, and what must not be taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from quellenlage.errors import SettingsError
from quellenlage.gazetteer import OutletKind, builtin, find_outlet, using
from quellenlage.gazetteer.outlet_names import find_outlet_names
from quellenlage.reading.credits import agency

MENTIONS = [
    ("Süddeutsche Zeitung", "Süddeutsche Zeitung"),
    ("der Süddeutschen Zeitung", "Süddeutsche Zeitung"),
    ('die "Neue Zürcher Zeitung"', "Neue Zürcher Zeitung"),
    ("der „Neuen Zürcher Zeitung“", "Neue Zürcher Zeitung"),
    ("NZZ", "Neue Zürcher Zeitung"),
    ("SZ", "Süddeutsche Zeitung"),
    ("Spiegel", "Der Spiegel"),
    ("DER SPIEGEL", "Der Spiegel"),
    ("des Tagesspiegels", "Tagesspiegel"),
    ("dpa", "Deutsche Presse-Agentur"),
    ("der Deutschen Presse-Agentur", "Deutsche Presse-Agentur"),
    ("Deutsche Presse-Agentur (dpa)", "Deutsche Presse-Agentur"),
    ("Nachrichtenagentur AFP", "Agence France-Presse"),
    ("US-Sender NBC News", "NBC"),
    ("the New York Times", "The New York Times"),
    ("The Times", "The Times"),
    ("Time", "Time"),
    ("BBC's", "BBC"),
    ("broadcaster CNN", "CNN"),
    ("Barron's", "Barron's"),
]


@pytest.mark.parametrize(("mention", "name"), MENTIONS)
def test_a_mention_is_found(mention: str, name: str) -> None:
    found = find_outlet(mention)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", "die", "welt", "sz", "ap", "Faz", "eine Zeitung", "Lindentaler Bote", "Sender"])
def test_what_is_no_outlet_is_not_found(text: str) -> None:
    assert find_outlet(text) is None


def test_running_text_prefers_the_longest_name() -> None:
    text = "Der New York Times zufolge und laut dpa-Bericht (AFP) war es so."
    assert [(text[start:end], outlet.name) for start, end, outlet in builtin().outlets_in(text)] == [
        ("Der New York Times", "The New York Times"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("AFP", "Agence France-Presse"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Die Welt ist rund, und die Zeit vergeht.",
        "Der Spiegel an der Wand ist ein Bild.",
        "It was time to look at the sun.",
        "Die Presse fragte nach, ap und sz klein geschrieben.",
        "Mehr als 300 Boote, erste Hilfe, ein Chip-Hersteller und Österreich-Bezug.",
        "The nation listened to the standards of the time.",
    ],
)
def test_common_words_are_no_outlets(text: str) -> None:
    assert builtin().outlets_in(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das meldete die „Welt“ am Montag.", "Die Welt"),
        ("Im Zeit-Interview sagte sie das.", "Die Zeit"),
        ('Die "Bild" schrieb davon.', "Bild"),
        ("She told The Nation about it.", "The Nation"),
    ],
)
def test_common_words_in_quotation_marks_or_compounds_are(text: str, name: str) -> None:
    assert [outlet.name for _, _, outlet in builtin().outlets_in(text)] == [name]


def test_the_list_is_large_and_sourced() -> None:
    outlets = builtin().outlets
    assert len(outlets) >= 350
    assert len({outlet.name for outlet in outlets}) == len(outlets)
    assert all("." in outlet.domain and len(outlet.country) == 2 for outlet in outlets)


def test_agencies_are_agencies() -> None:
    names = {outlet.name for outlet in builtin().agencies()}
    assert {"Deutsche Presse-Agentur", "Reuters", "Keystone-SDA", "Ukrinform"} <= names
    assert all(outlet.kind is OutletKind.AGENCY for outlet in builtin().agencies())


def test_every_name_finds_its_outlet_or_is_ambiguous() -> None:
    gazetteer = builtin()
    owners: dict[str, set[str]] = {}
    for outlet in gazetteer.outlets:
        for name in (outlet.name, *outlet.aliases):
            owners.setdefault(name, set()).add(outlet.name)
    for name, outlets in owners.items():
        found = gazetteer.find_outlet(name)
        if len(outlets) == 1:
            assert found is not None, name
            assert found.name in outlets, name
        else:
            assert found is None, name


def test_a_user_adds_and_replaces_entries(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(
        "# mine\nname\taliases\tkind\tcountry\tdomain\tguarded\n"
        "Lindentaler Bote\tLB;Bote\tnewspaper\tDE\tbote.example\tBote\n"
        "Reuters\t\tportal\tGB\treuters.example\n",
        encoding="utf-8",
    )
    mine = builtin().with_entries(table)
    assert [o.name for _, _, o in mine.outlets_in("Der Bote kam, schrieb der Lindentaler Bote.")] == [
        "Lindentaler Bote"
    ]
    found = mine.find_outlet("Reuters")
    assert found is not None
    assert found.kind is OutletKind.PORTAL
    assert find_outlet("Lindentaler Bote") is None


@pytest.mark.parametrize("content", ["name\taliases\nBote\tB\n", "name\tkind\nBote\tpaper\tDE\tx\ty\n"])
def test_a_wrong_user_file_is_refused(tmp_path: Path, content: str) -> None:
    table = tmp_path / "wrong.tsv"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"wrong\.tsv"):
        builtin().with_entries(table)


def test_entries_of_ones_own_are_found_while_they_are_in_use(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    columns = "name\taliases\tkind\tcountry\tdomain\tguarded\n"
    own.write_text(columns + "Quorvex\tQVX\tagency\tDE\tquorvex.example\t\n", "utf-8")
    text = "Das meldete QVX am Abend."
    assert find_outlet_names(text) == ()
    with using(builtin().with_entries(own)):
        assert find_outlet_names(text) == ((12, 15),)
        assert agency("QVX") == "QVX"
    assert find_outlet_names(text) == ()
    assert agency("QVX") is None


def test_an_outlet_is_found_by_its_homepage() -> None:
    found = builtin().find_site("www.wdr.de")
    assert found is not None
    assert found.name == "WDR"
    assert builtin().find_site("nobody.example") is None
