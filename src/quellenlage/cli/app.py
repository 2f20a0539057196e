"""The program's entry: its commands, its version, and the one table that turns errors into exit statuses."""

from __future__ import annotations

import io
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from quellenlage.cli import adding, claims, exporting, judging, listing, mcp, reading, serving
from quellenlage.collecting import collect_rarely
from quellenlage.errors import LedgerError, LinkingError, ModelError, PageError, QuellenlageError, SettingsError

EXIT_STATUS: dict[type[QuellenlageError], int] = {
    PageError: 1,
    ModelError: 1,
    LinkingError: 1,
    SettingsError: 2,
    LedgerError: 3,
}
"""Exit status of each branch of the error tree; an error not named here has its nearest ancestor's."""

app = typer.Typer(
    name="quellenlage",
    help="A source ledger for news: who said what, on whose authority, how surely, with which figures.",
    epilog="Exit status: 0 done, 1 some inputs failed, 2 wrong usage, 3 the ledger cannot be opened.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("read")(reading.read_command)
app.command("add")(adding.add_command)
app.command("statements")(
    listing.make_command(
        listing.STATEMENTS,
        """List the statements in the ledger.

        \b
        Examples:
          quellenlage statements --source Hallwig --since 2031-03-01
          quellenlage statements --text Damm --class unnamed --format csv > unnamed.csv
        """,
    )
)
app.command("sources")(
    listing.make_command(
        listing.SOURCES,
        """List who speaks and who relays in the ledger, by written name.

        With this command, --source and --class are conditions on the name listed.

        \b
        Examples:
          quellenlage sources --class unnamed
          quellenlage sources --text Damm --limit 20
        """,
    )
)
app.command("figures")(
    listing.make_command(
        listing.FIGURES,
        """List the figures in the ledger's statements, with whose they are.

        \b
        Examples:
          quellenlage figures --text Verletzte
          quellenlage figures --source Wesperwerke --format csv
        """,
    )
)

app.command("series")(
    listing.make_command(
        listing.SERIES,
        """Lay the figures that count the same thing side by side, over time and source, with what contradicts what.

        A flow (so many in a period) and a running total are never laid side by side.

        \b
        Examples:
          quellenlage series --text Verletzte
          quellenlage series --format json
        """,
    )
)
app.command("claims")(claims.claims_command)
app.command("claim")(claims.claim_command)
app.add_typer(judging.app)
app.add_typer(exporting.app)
app.command("link")(claims.link_command)
app.command("serve")(serving.serve_command)
app.command("mcp")(mcp.mcp_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"quellenlage {version('quellenlage')}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    pass


def exit_status(error: QuellenlageError) -> int:
    """The exit status of an error that ends the program."""
    return next(EXIT_STATUS[cls] for cls in type(error).__mro__ if cls in EXIT_STATUS)


def main() -> None:
    """Runs the command line and ends the process."""
    collect_rarely()
    for stream in (sys.stdout, sys.stderr):
        # Whatever the locale, output is UTF-8; what cannot be written in it becomes an escape that JSON reads back.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except QuellenlageError as error:
        print(f"quellenlage: {error}", file=sys.stderr)
        sys.exit(exit_status(error))
