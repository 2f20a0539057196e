"""The ledger for language models: the same look-ups as the REST interface, read-only, over the Model Context Protocol
(https://modelcontextprotocol.io). The only door to mcp, which comes with the optional extra `mcp`.
"""

from __future__ import annotations

from quellenlage.errors import SettingsError
from quellenlage.ledger import open_view


def serve(ledger: str) -> None:
    """Answers on standard input and output until the input ends.

    Raises LedgerError where there is no ledger at this address, SettingsError where mcp is not installed.
    """
    try:
        from quellenlage.mcp.server import create_server
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "mcp":
            raise
        advice = "install it with: pip install 'quellenlage[mcp]'"
        raise SettingsError(f"the MCP server needs the package mcp, which is not installed; {advice}") from None
    open_view(ledger).close()
    create_server(ledger).run("stdio")


__all__ = ["serve"]
