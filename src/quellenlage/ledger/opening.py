"""From what the user calls a ledger to the store behind it."""

from __future__ import annotations

from pathlib import Path

from quellenlage.errors import LedgerError
from quellenlage.ledger.protocols import Ledger, View
from quellenlage.ledger.sqlite import SqliteLedger, SqliteView


def open_ledger(address: str) -> Ledger:
    """The ledger to write to; a file that is not there is made. Raises LedgerError, NewerLedger."""
    return SqliteLedger(_path(address))


def open_view(address: str) -> View:
    """The ledger to read from. Raises LedgerError, also where there is none, and NewerLedger."""
    return SqliteView(_path(address))


def _path(address: str) -> Path:
    scheme, separator, _ = address.partition("://")
    if separator:
        raise LedgerError(f"{scheme}:// cannot hold a ledger yet; name a file with --ledger")
    return Path(address).expanduser()
