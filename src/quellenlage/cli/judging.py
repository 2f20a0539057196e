"""`quellenlage judge`: a person's word on claims. It is added, never changed, and holds over the machine's."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from quellenlage import judging
from quellenlage.cli.claims import linked_ledger, linked_view
from quellenlage.cli.options import LedgerAddress, UiLanguage
from quellenlage.cli.writing import ListFormat, Shape, write
from quellenlage.errors import SettingsError
from quellenlage.exporting import columns
from quellenlage.model.claim import Judgement
from quellenlage.model.text import Language
from quellenlage.rendering import claim_records
from quellenlage.settings import read_settings

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Who judges; by default $QUELLENLAGE_USER, or the name you are logged in with.",
        show_default=False,
    ),
]
Note = Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Words that say why.", show_default=False)]
_CLAIM = "A claim's id, or the beginning of one of its statements'."

app = typer.Typer(
    name="judge",
    help="Say which statements are one claim and which are not. Nothing is lost: a later judgement holds.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def _print_judgements(found: Sequence[Judgement], language: Language) -> None:
    from quellenlage.rendering.claims import print_judgements

    print_judgements(sys.stdout, found, language)


_SHAPE = Shape(claim_records.judgement_record, columns.JUDGEMENTS, _print_judgements)


@app.command("merge")
def merge_command(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM CLAIM...", help=_CLAIM)],
    by: By = None,
    note: Note = None,
    ledger: LedgerAddress = None,
) -> None:
    """Say that several claims are one.

    \b
    Examples:
      quellenlage judge merge 3f9c20 b71e04 --note "the same count"
    """
    with linked_ledger(ledger or read_settings().ledger) as store:
        _say(judging.merge(store, claims, _signature(by, note)))


@app.command("split")
def split_command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help=_CLAIM)],
    statements: Annotated[
        list[str], typer.Argument(metavar="STATEMENT...", help="Statements that make another claim, by their ids.")
    ],
    by: By = None,
    note: Note = None,
    ledger: LedgerAddress = None,
) -> None:
    """Say that some statements of a claim are another one.

    \b
    Examples:
      quellenlage judge split 3f9c20 b71e04 --note "another bridge"
    """
    with linked_ledger(ledger or read_settings().ledger) as store:
        _say(judging.split(store, claim, statements, _signature(by, note)))


@app.command("confirm")
def confirm_command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help=_CLAIM)],
    by: By = None,
    note: Note = None,
    ledger: LedgerAddress = None,
) -> None:
    """Say that all statements of a claim are one, as the machine proposes.

    \b
    Examples:
      quellenlage judge confirm 3f9c20
    """
    with linked_ledger(ledger or read_settings().ledger) as store:
        _say(judging.confirm(store, claim, _signature(by, note)))


@app.command("undo")
def undo_command(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="A judgement's id, or its beginning.")],
    by: By = None,
    note: Note = None,
    ledger: LedgerAddress = None,
) -> None:
    """Take a judgement back; undoing that restores it.

    \b
    Examples:
      quellenlage judge undo 90ab12
    """
    with linked_ledger(ledger or read_settings().ledger) as store:
        _say(judging.undo(store, judgement, _signature(by, note)))


@app.command("list")
def list_command(
    form: Annotated[ListFormat, typer.Option("--format", "-f", help="How to write it.")] = ListFormat.TEXT,
    ledger: LedgerAddress = None,
    ui_language: UiLanguage = None,
) -> None:
    """List all judgements, also those that hold no longer, the earliest first.

    \b
    Examples:
      quellenlage judge list --format csv
    """
    settings = read_settings()
    with linked_view(ledger or settings.ledger) as view:
        found = view.judgements()
    write(found, _SHAPE, form, ui_language or settings.ui_language)


def _signature(by: str | None, note: str | None) -> judging.Signature:
    person = by or read_settings().user
    if not person:
        raise SettingsError("nobody knows who judges; say so with --by or QUELLENLAGE_USER")
    return judging.Signature(person, datetime.now(UTC), note)


def _say(judgement: Judgement) -> None:
    print(f"judgement {judgement.id} by {judgement.by}: {judgement.verdict}")
