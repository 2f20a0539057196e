"""`quellenlage mcp`: the ledger for language models."""

from __future__ import annotations

from quellenlage.cli.options import LedgerAddress
from quellenlage.settings import read_settings


def mcp_command(ledger: LedgerAddress = None) -> None:
    """Let a language model look things up in the ledger, over the Model Context Protocol on standard input and output.

    It only reads. Not meant to be run by hand: name this command in the settings of the program that runs the model.
    Needs the extra `mcp`: pip install 'quellenlage[mcp]'

    \b
    Examples:
      quellenlage mcp --ledger build/demo.sqlite
    """
    from quellenlage.mcp import serve

    serve(ledger or read_settings().ledger)
