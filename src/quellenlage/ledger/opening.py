"""From what the user calls a ledger to the store behind it."""

from __future__ import annotations

import os
from pathlib import Path

from quellenlage.errors import LedgerError
from quellenlage.ledger.addresses import SCHEMES, parse_address
from quellenlage.ledger.protocols import Ledger, View
from quellenlage.ledger.sql import Database, SqlLedger, SqlView
from quellenlage.ledger.sqlite import SqliteDatabase


def open_ledger(address: str) -> Ledger:
    """The ledger to write to; what is not there is made. Raises LedgerError, NewerLedger."""
    return SqlLedger(_database(address, is_writable=True))


def open_view(address: str) -> View:
    """The ledger to read from. Raises LedgerError, also where there is none, and NewerLedger."""
    return SqlView(_database(address, is_writable=False))


def _database(address: str, *, is_writable: bool) -> Database:
    scheme, separator, _ = address.partition("://")
    if not separator:
        return SqliteDatabase(Path(address).expanduser(), is_writable=is_writable)
    if scheme not in SCHEMES:
        raise LedgerError(f"{scheme}:// cannot hold a ledger; name a file or postgresql://… with --ledger")
    from quellenlage.ledger.postgres import PostgresDatabase

    return PostgresDatabase(parse_address(address, os.environ), is_writable=is_writable)
