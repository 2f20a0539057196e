"""The command line: `read` touches no ledger, `add` writes one; `statements`, `sources`, `figures`, `series` list it,
`claims` and `claim` show what its articles say alike, `judge` corrects that; `export` writes it all for others.

Data goes to stdout, everything else to stderr. The rooms behind a command are imported when it runs, so that
`--help` and `--version` answer at once.
"""

from quellenlage.cli.app import main

__all__ = ["main"]
