"""Whose turn it is: of all workbenches over one ledger, one alone reads and links, so that nothing is done twice.

The turn is SQLite's lock on a file (`places`) that holds nothing. It ends with its process, however that ends, and
another one goes on. Over a ledger on a server it is the user's own; what two users read or link is recorded once.
"""

from __future__ import annotations

import sqlite3
import threading

from quellenlage.web.places import place_of


class Turn:
    """The turn at one ledger. May be asked for from any thread."""

    def __init__(self, ledger: str) -> None:
        self._path = place_of(ledger, "turn")
        self._lock = threading.Lock()
        self._held: sqlite3.Connection | None = None

    def take(self) -> bool:
        """Whether it is this workbench's turn, from now on until it gives it back."""
        with self._lock:
            if self._held is None:
                connection = sqlite3.connect(self._path, timeout=0, isolation_level=None, check_same_thread=False)
                try:
                    connection.execute("BEGIN EXCLUSIVE")
                except sqlite3.OperationalError:  # locked, or not to be written to
                    connection.close()
                    return False
                self._held = connection
            return True

    def give_back(self) -> None:
        """Lets another one have it."""
        with self._lock:
            if self._held:
                self._held.close()
                self._held = None
