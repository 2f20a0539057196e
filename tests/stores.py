"""Every kind of ledger. A new one joins the ledger's contract by one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from postgres import new_ledger
from quellenlage.ledger import Ledger, MemoryLedger, open_ledger

STORES: dict[str, Callable[[Path], Ledger]] = {
    "memory": lambda _: MemoryLedger(),
    "sqlite": lambda folder: open_ledger(str(folder / "ledger.sqlite")),
    "postgres": lambda _: open_ledger(new_ledger()),
}
