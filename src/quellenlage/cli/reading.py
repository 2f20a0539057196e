"""`quellenlage read`: pages in, statements out, no ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from quellenlage.cli.inputs import Report, make_hints, show_progress
from quellenlage.cli.options import (
    Inputs,
    LanguageChoice,
    OutletList,
    PageLanguage,
    PageOutlet,
    PagePublished,
    PageUrl,
    UiLanguage,
)
from quellenlage.model.statement import Reading
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON, reading_to_wire
from quellenlage.settings import read_settings

if TYPE_CHECKING:
    from quellenlage.pipeline import Outcome


class ReadFormat(StrEnum):
    """What `read` can write."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"


def read_command(
    inputs: Inputs,
    form: Annotated[ReadFormat, typer.Option("--format", "-f", help="How to write it.")] = ReadFormat.TEXT,
    lang: PageLanguage = LanguageChoice.AUTO,
    url: PageUrl = None,
    outlet: PageOutlet = None,
    published: PagePublished = None,
    gazetteer: OutletList = None,
    ui_language: UiLanguage = None,
) -> None:
    """Read pages: who said what, through whom, how surely. Touches no ledger.

    \b
    Examples:
      quellenlage read page.html
      quellenlage read *.html --format jsonl > readings.jsonl
      quellenlage read page.html --format html > page-with-sources.html
      pbpaste | quellenlage read - --outlet "Nordlicht"
    """
    hints = make_hints(inputs, lang, url, outlet, published, gazetteer)
    from quellenlage.pipeline import extract_inputs

    report = Report()
    outcomes = report.watch(extract_inputs(show_progress(inputs), hints))
    _write(outcomes, form, len(inputs) > 1, ui_language or read_settings().ui_language)
    report.exit()


def _write(outcomes: Iterable[Outcome], form: ReadFormat, several: bool, language: Language) -> None:
    if form is ReadFormat.JSON:
        _write_json(outcomes, several)
    elif form is ReadFormat.JSONL:
        for outcome in outcomes:
            print(json.dumps(outcome_to_wire(outcome), ensure_ascii=False, allow_nan=False), flush=True)
    elif form is ReadFormat.TEXT:
        from quellenlage.rendering.terminal import open_console, print_reading

        console = open_console(sys.stdout)
        for reading in _readings(outcomes):
            print_reading(console, reading, language)
    elif form is ReadFormat.MARKDOWN:
        from quellenlage.rendering.markdown import reading_to_markdown

        for reading in _readings(outcomes):
            print(reading_to_markdown(reading, language))
    else:
        from quellenlage.rendering.page import readings_to_html

        for part in readings_to_html(_readings(outcomes), language):
            print(part)


def _write_json(outcomes: Iterable[Outcome], several: bool) -> None:
    """One object, or a list in input order; written as the outcomes come, so that a long batch needs no memory."""
    opened = False
    for outcome in outcomes:
        if several:
            print(",\n" if opened else "[\n", end="")
        print(json.dumps(outcome_to_wire(outcome), ensure_ascii=False, allow_nan=False, indent=2), end="", flush=True)
        opened = True
    print("\n]" if several else "")


def outcome_to_wire(outcome: Outcome) -> JSON:
    """A reading with the name of its input, or the input with its `error`."""
    if outcome.reading:
        return {"input": outcome.name, **reading_to_wire(outcome.reading)}
    return {"schema": "quellenlage/failure/1", "input": outcome.name, "error": str(outcome.failure)}


def _readings(outcomes: Iterable[Outcome]) -> Iterator[Reading]:
    return (outcome.reading for outcome in outcomes if outcome.reading)
