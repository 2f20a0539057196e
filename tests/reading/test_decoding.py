"""Encodings: declared, undeclared, and declared wrongly."""

from __future__ import annotations

import pytest

from quellenlage.reading.decoding import decode

TEXT = "Die Brücke über die Wense bleibt „bis auf Weiteres“ gesperrt – für Fußgänger auch. " * 4


def page(charset: str, text: str = TEXT) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_wins(encoding: str) -> None:
    assert decode(page("windows-1252").encode(encoding), "latin-1") == page("windows-1252")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    assert decode(page("utf-16").encode(encoding)) == page("utf-16")


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "us-ascii", "nonsense"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_whatever_is_declared(declared: str, encoding: str) -> None:
    assert decode(page(declared).encode(encoding)) == page(declared)


def test_transport_before_page() -> None:
    text = "Цена моста выросла"
    assert decode(page("utf-8", text).encode("koi8-r"), "koi8-r") == page("utf-8", text)


def test_declared_by_the_page() -> None:
    text = "Most w Łodzi będzie zamknięty"
    assert decode(page("iso-8859-2", text).encode("iso-8859-2")) == page("iso-8859-2", text)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso8859_15", "mac_roman"])
def test_undeclared(encoding: str) -> None:
    text = "Für den Übergang müssen Fußgänger künftig größere Umwege gehen, sagte die Bürgermeisterin. " * 6
    assert decode(text.encode(encoding)) == text


def test_single_wrong_bytes_in_utf8_are_windows_1252() -> None:
    data = page("utf-8").encode() + "Nachgetragen: Müller".encode("cp1252")
    assert decode(data) == page("utf-8") + "Nachgetragen: Müller"


def test_a_character_cut_off_at_the_end() -> None:
    assert decode(TEXT.encode()[: TEXT.encode().index("ü".encode()) + 1]).startswith("Die Br")


@pytest.mark.parametrize("label", ["rot13", "base64", "utf-16", "", "  "])
def test_labels_that_cannot_be_true(label: str) -> None:
    assert decode(page(label).encode("cp1252"), label) == page(label)
