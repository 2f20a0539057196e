"""`quellenlage add`: pages in, into the ledger."""

from __future__ import annotations

import json
from contextlib import closing, suppress
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from quellenlage.cli.inputs import Report, make_hints, show_progress
from quellenlage.cli.options import (
    Inputs,
    LanguageChoice,
    LedgerAddress,
    OutletList,
    PageLanguage,
    PageOutlet,
    PagePublished,
    PageUrl,
)
from quellenlage.errors import LinkingError
from quellenlage.model.wire import JSON
from quellenlage.settings import read_settings

if TYPE_CHECKING:
    from quellenlage.ledger import Ledger
    from quellenlage.pipeline import Outcome


class AddFormat(StrEnum):
    """How `add` says what it did."""

    TEXT = "text"
    JSONL = "jsonl"


def add_command(
    inputs: Inputs,
    ledger: LedgerAddress = None,
    form: Annotated[AddFormat, typer.Option("--format", "-f", help="How to say what was added.")] = AddFormat.TEXT,
    lang: PageLanguage = LanguageChoice.AUTO,
    url: PageUrl = None,
    outlet: PageOutlet = None,
    published: PagePublished = None,
    gazetteer: OutletList = None,
) -> None:
    """Read pages and keep them, with their statements, in the ledger.

    Each page is kept as a whole or not at all, and as soon as it is named on stdout it is kept for good. Adding a page
    twice changes nothing. Then its statements are linked with those that say the same in other articles; where that was
    cut short, the next command goes on.

    \b
    Examples:
      quellenlage add page.html
      quellenlage add *.html --ledger dam.sqlite
      quellenlage add https://nordlicht.example/damm.html
    """
    hints = make_hints(inputs, lang, url, outlet, published, gazetteer)
    address = ledger or read_settings().ledger
    from quellenlage.ledger import open_ledger
    from quellenlage.pipeline import extract_inputs, record
    from quellenlage.settling import AT_ONCE

    report = Report()
    recorded = 0
    with closing(open_ledger(address)) as store:
        for outcome in report.watch(extract_inputs(show_progress(inputs), hints)):
            new = outcome.reading is not None and record(outcome, store, recorded_at=datetime.now(UTC))
            _say(outcome, new, form)
            recorded += new
            if new and recorded % AT_ONCE == 0:  # after it was said: what is said is recorded, and may be linked later
                with suppress(LinkingError):  # which comes up again in the end; the other pages have their turn first
                    _link(store)
        _link(store)
    report.exit()


def _link(store: Ledger) -> None:
    """Links what waits. Raises LinkingError."""
    from quellenlage.settling import link

    for _ in link(store):
        pass


def _say(outcome: Outcome, new: bool, form: AddFormat) -> None:
    if form is AddFormat.JSONL:
        print(json.dumps(_added(outcome, new), ensure_ascii=False), flush=True)
    elif outcome.reading:
        number = len(outcome.reading.statements)
        statements = f"{number} statement{'' if number == 1 else 's'}"
        print(f"{outcome.name}: {'added' if new else 'already there'}, {statements}", flush=True)


def _added(outcome: Outcome, new: bool) -> JSON:
    if not outcome.reading:
        return {"input": outcome.name, "error": str(outcome.failure)}
    article = outcome.reading.article
    return {
        "input": outcome.name,
        "article": article.id,
        "headline": article.headline,
        "statements": len(outcome.reading.statements),
        "new": new,
    }
