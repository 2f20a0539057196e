"""Where the workbench keeps what is its own: beside the ledger's file, or in the user's data directory where the ledger
is on a server."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from quellenlage.settings import data_directory


def place_of(ledger: str, what: str) -> Path:
    """The file of this name ("jobs", "turn") of a ledger; its folder is there."""
    if "://" not in ledger:
        path = Path(ledger).expanduser()
        return path.with_name(f"{path.name}-{what}")
    folder = data_directory()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{sha256(ledger.encode()).hexdigest()[:20]}-{what}"  # the address may hold a password
