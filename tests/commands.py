"""A page for the command line, and what running a command gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

PAGE = """Damm an der Wesper hält wohl nicht
Am Montag begann in Unterwesp die Räumung der Häuser am Fluss, und die Feuerwehr holte Verstärkung aus dem ganzen Tal.
„Wir räumen mehr als 4000 Häuser“, sagte Bürgermeisterin Jorun Hallwig am Montag nach einer langen Sitzung des Rates.
Die Betreiberin will den Damm in den nächsten Tagen mit Sandsäcken sichern und dann weiter beraten, wie es weitergeht.
„Der Riss ist älter“, sagte Ingenieur Falk Ettmer der Zeitung am Telefon, als sie nach dem Damm fragte.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command did."""

    status: int
    out: str
    err: str


Command = Callable[..., Run]
