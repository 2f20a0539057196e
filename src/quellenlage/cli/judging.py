"""`quellenlage judge`: a person's word on claims. It is added, never changed, and holds over the machine's."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from quellenlage.cli.claims import find_claim, linked_ledger, linked_view
from quellenlage.cli.options import LedgerAddress, UiLanguage
from quellenlage.cli.writing import ListFormat, Shape, write
from quellenlage.errors import SettingsError
from quellenlage.exporting import columns
from quellenlage.ledger import Ledger
from quellenlage.model.claim import Judgement, Verdict
from quellenlage.model.judging import make_judgement
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
        found = list(dict.fromkeys(find_claim(store, each) for each in claims))
        if len(found) < 2:
            raise SettingsError("these are one claim already; name two claims or more")
        sides = tuple(_members(store, each) for each in found)
        _record(store, Verdict.SAME, sides, by, note)


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
        members = _members(store, find_claim(store, claim))
        taken = tuple(sorted({_statement(members, each) for each in statements}))
        kept = tuple(each for each in members if each not in taken)
        if not kept:
            raise SettingsError("these are all statements of the claim; leave at least one")
        _record(store, Verdict.DIFFERENT, (kept, taken), by, note)


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
        _record(store, Verdict.SAME, (_members(store, find_claim(store, claim)),), by, note)


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
        known = [each.id for each in store.judgements()]
        undone = _the_one(
            known,
            judgement,
            none="no judgement has this id",
            several="judgements begin so",
            advice="`quellenlage judge list` lists them",
        )
        _record(store, Verdict.UNDO, (), by, note, undoes=undone)


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


def _record(
    store: Ledger,
    verdict: Verdict,
    sides: tuple[tuple[str, ...], ...],
    by: str | None,
    note: str | None,
    undoes: str | None = None,
) -> None:
    person = by or read_settings().user
    if not person:
        raise SettingsError("nobody knows who judges; say so with --by or QUELLENLAGE_USER")
    judgement = make_judgement(verdict, sides, by=person, at=datetime.now(UTC), note=note, undoes=undoes)
    store.judge(judgement)
    print(f"judgement {judgement.id} by {person}: {verdict}")


def _members(store: Ledger, claim: str) -> tuple[str, ...]:
    return tuple(trace.id for trace in store.claim(claim).traces)


def _statement(members: Sequence[str], given: str) -> str:
    return _the_one(
        members,
        given,
        none="no statement of the claim begins so",
        several="statements of the claim begin so",
        advice="`quellenlage claim` shows their ids",
    )


def _the_one(ids: Sequence[str], given: str, *, none: str, several: str, advice: str) -> str:
    """The id that begins as `given`. Raises SettingsError, in these words, where none or several do."""
    found = [each for each in ids if each.startswith(given.lower())]
    if len(found) != 1:
        raise SettingsError(f"{given}: {f'{len(found)} {several}' if found else none}; {advice}")
    return found[0]
