"""Processes that write to a ledger, to be killed or to meet each other.

Each says the id of an article on a line when the ledger has acknowledged it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_TESTS = Path(__file__).parent
_WRITE = """
import sys
sys.path.insert(0, sys.argv[1])
from datetime import UTC, datetime
from invented import make_article, make_page, make_reading
from quellenlage.ledger import open_ledger

ledger = open_ledger(sys.argv[2])
for number in range(int(sys.argv[3]), int(sys.argv[4])):
    reading = make_reading(make_article(url=f"https://nordlicht.example/{number}"))
    page = make_page(f"{number}.html", bytes([number % 256]) * 20_000)
    ledger.record(page, reading, recorded_at=datetime.now(UTC))
    print(reading.article.id, flush=True)
"""
_LINK = """
import sys
sys.path.insert(0, sys.argv[1])
from linked import compare, sift, traces_of
from quellenlage.ledger import open_ledger, reading_id

ledger = open_ledger(sys.argv[2])
ledger.start_linking(1)
for article in ledger.unlinked(1):
    reading = ledger.reading(article)
    ledger.relate({reading_id(reading): traces_of(reading, b"riss", b"stau")}, compare, sift)
    print(article, flush=True)
"""


def writer(ledger: str, first: int, end: int) -> subprocess.Popen[str]:
    """Records articles of these numbers."""
    return _process(_WRITE, ledger, str(first), str(end))


def linker(ledger: str) -> subprocess.Popen[str]:
    """Links what waits to be linked."""
    return _process(_LINK, ledger)


def _process(program: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", program, str(_TESTS), *arguments], stdout=subprocess.PIPE, text=True)
