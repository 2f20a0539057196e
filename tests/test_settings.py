"""Settings come from the environment alone."""

import pytest

from quellenlage.model.text import Language
from quellenlage.settings import read_settings


@pytest.mark.parametrize(
    ("environ", "platform", "ledger"),
    [
        ({"HOME": "/h"}, "linux", "/h/.local/share/quellenlage/ledger.sqlite"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "linux", "/d/quellenlage/ledger.sqlite"),
        ({"HOME": "/h", "XDG_DATA_HOME": ""}, "linux", "/h/.local/share/quellenlage/ledger.sqlite"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/quellenlage/ledger.sqlite"),
        ({"HOME": "/h", "LOCALAPPDATA": "/l"}, "win32", "/l/quellenlage/ledger.sqlite"),
        ({"HOME": "/h", "QUELLENLAGE_LEDGER": "mine.sqlite"}, "linux", "mine.sqlite"),
        ({"HOME": "/h", "QUELLENLAGE_LEDGER": ""}, "linux", "/h/.local/share/quellenlage/ledger.sqlite"),
    ],
)
def test_where_the_ledger_lies(environ: dict[str, str], platform: str, ledger: str) -> None:
    assert read_settings(environ, platform).ledger == ledger


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, Language.ENGLISH),
        ({"LANG": "de_AT.UTF-8"}, Language.GERMAN),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, Language.ENGLISH),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_CH"}, Language.GERMAN),
        ({"LANG": "fr_FR.UTF-8"}, Language.ENGLISH),
    ],
)
def test_labels_follow_the_locale_in_posix_order(environ: dict[str, str], language: Language) -> None:
    assert read_settings({"HOME": "/h", **environ}).ui_language is language
