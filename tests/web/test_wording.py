"""Every word of the workbench has a German one, and no German word is left over."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

WEB = Path(str(files("quellenlage.web")))
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
OPTIONS = {
    "**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "extensions": "jinja2.ext.do", "silent": "false"}
}


def used() -> set[str | tuple[str, ...]]:
    found = extract_from_dir(str(WEB), METHODS, OPTIONS, keywords={"_": None, "gettext": None, "ngettext": (1, 2)})
    return {message for _, _, message, _, _ in found}


def translated() -> Iterator[Message]:
    with (WEB / "locale" / "de.po").open("rb") as source:
        yield from (message for message in read_po(source, locale="de") if message.id)


def test_every_word_is_translated() -> None:
    there = {message.id for message in translated() if all(message.string)}
    assert used() - there == set()


def test_no_translation_is_left_over() -> None:
    assert {message.id for message in translated()} - used() == set()


def test_translations_keep_their_places() -> None:
    wrong = [str(error) for message in translated() for error in message.check()]
    assert wrong == []
