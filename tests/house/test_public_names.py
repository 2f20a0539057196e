"""The public names, held here so that none comes or goes unnoticed."""

import subprocess
import sys

import quellenlage

PUBLIC = [
    "Article",
    "Attribution",
    "Block",
    "Certainty",
    "Figure",
    "Hints",
    "Kind",
    "LedgerError",
    "Outcome",
    "Page",
    "PageError",
    "Qualification",
    "QuellenlageError",
    "Query",
    "Reading",
    "Source",
    "SourceClass",
    "Span",
    "Statement",
    "extract",
    "open_input",
    "open_ledger",
    "open_view",
    "reading_from_wire",
    "reading_to_wire",
    "record",
]


def test_the_public_names_are_these() -> None:
    assert sorted(quellenlage.__all__) == sorted(PUBLIC)


def test_every_public_name_is_there_and_documented() -> None:
    for name in PUBLIC:
        assert (getattr(quellenlage, name).__doc__ or "").strip()


def test_dir_shows_the_public_names_and_a_wrong_name_is_an_attribute_error() -> None:
    assert set(PUBLIC) <= set(dir(quellenlage))
    assert not hasattr(quellenlage, "no_such_name")


def test_the_package_runs_as_a_module() -> None:
    run = subprocess.run([sys.executable, "-m", "quellenlage", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("quellenlage ")
