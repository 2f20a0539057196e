"""How soon the workbench answers: the first byte of every view, beside Datasette over the same file.

    python -m benchmarks.workbench --ledger FILE [--calls N] [--only WORDS] [--without-peer]

The ledger is one of `python -m benchmarks.ledger --ledger FILE` (100,000 statements; claims are those of what is linked
in it) or of `quellenlage add`. Both
servers run as processes of their own on loopback; each address is asked for once, then `--calls` times, and the median
time until the first byte of the body is printed; for the workbench also the processor time that one answer took (on
Linux), in which other work on the machine counts little. Datasette shows the rows of the table that a view is made of,
a page of as many rows, in an environment of its own (`benchmarks/peers/datasette.txt`).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from benchmarks.environments import PeerError, peer_python
from quellenlage.ledger import open_ledger
from quellenlage.web.turn import Turn

_PATIENCE = 60  # seconds
_SERVER = """
import sys, uvicorn
from quellenlage.web import Desk, create_app
from quellenlage.collecting import collect_rarely
from quellenlage.web.app import spare_the_collector
collect_rarely()
spare_the_collector()
uvicorn.run(create_app(Desk(sys.argv[1])), port=int(sys.argv[2]), log_level="error")
"""
_ROWS = 20
_TABLES = {"articles": "articles", "statements": "statements", "sources": "voices"}
"""What Datasette shows beside a view, by the table that the view is made of."""


def main() -> None:
    """Start both, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path, required=True)
    parser.add_argument("--calls", type=int, default=20)
    parser.add_argument("--only", default="", help="measure only addresses with these words")
    parser.add_argument("--without-peer", action="store_true")
    given = parser.parse_args()
    with _workbench(given.ledger) as (address, spent):
        for path in _views(address):
            if given.only in path:
                before = spent()
                clock = _first_byte(address + path, given.calls)
                each = 1000 * (spent() - before) / (given.calls + 1)
                print(f"{clock:8.1f} ms {each:8.1f} cpu ms  {path}", flush=True)
    if not given.without_peer:
        try:
            with _datasette(given.ledger) as address:
                for name, table in _TABLES.items():
                    path = f"/{given.ledger.stem}/{table}?_size={_ROWS}"
                    print(f"{_first_byte(address + path, given.calls):8.1f} ms  Datasette, {name}", flush=True)
        except PeerError as error:
            print(f"Datasette: {error}", file=sys.stderr)


def _views(address: str) -> list[str]:
    """An address for every view, and for the lists with conditions; ids and names are those of the first entries."""
    articles = _json(f"{address}/articles.json")["items"]
    claim = _json(f"{address}/claims.json")["items"][0]
    source = _json(f"{address}/sources.json")["items"][0]
    figures = _json(f"{address}/figures.json")["items"]
    outlet, day = articles[0]["outlet"], articles[0]["published"]
    word = max(claim["text"].split(), key=len).strip(".,“„")
    lists: dict[str, Sequence[dict[str, str]]] = {
        "/articles": (
            {},
            {"outlet": outlet},
            {"lang": "de"},
            {"access": "open"},
            {"month": day[: len("2031-03")]},
            {"sort": "statements"},
        ),
        "/search": ({"q": "waffenruhe"}, {"q": word}, {"q": "die"}),
        "/claims": (
            {},
            {"sort": "newest"},
            {"lang": "de"},
            {"outlet": outlet},
            {"lang": "en", "outlet": outlet},
            {"text": word},
            {"source": source["name"]},
            {"origins": "2"},
        ),
        "/sources": ({}, {"outlet": outlet}, {"name": "ministeri"}, {"class": "unnamed"}),
        "/source": ({"name": source["name"], "class": source["class"]},),
        "/figures": ({}, {"unit": figures[0]["unit"]}, {"lang": "en"}, {"outlet": outlet}, {"text": word}),
        "/figures/series": ({}, {"of": _reference(figures)}, {"outlet": outlet}),
        "/review": ({}, {"lang": "en"}, {"outlet": outlet}, {"text": word}),
        "/jobs": ({},),
        f"/claims/{claim['id']}": ({},),
        f"/articles/{articles[0]['id']}": ({},),
    }
    beside = urlencode([("article", each["id"]) for each in articles[:3]])
    asked = [f"{path}?{urlencode(each)}".rstrip("?") for path, conditions in lists.items() for each in conditions]
    return [*asked, f"/compare?{beside}"]


def _reference(figures: Sequence[Any]) -> str:
    """The name of the first figure in addresses: its article, its statement, its place there."""
    return f"{figures[0]['article']['id']}.{figures[0]['statement']}.0"


def _first_byte(url: str, calls: int) -> float:
    """Milliseconds until the first byte of the body, the median; the first call is not counted."""
    spent = []
    for _ in range(calls + 1):
        began = time.perf_counter()
        with urlopen(url) as answer:
            answer.read(1)
            spent.append(1000 * (time.perf_counter() - began))
            answer.read()
    return median(spent[1:])


@contextmanager
def _workbench(ledger: Path) -> Iterator[tuple[str, Callable[[], float]]]:
    """Its address, and what tells the processor seconds that it has spent."""
    open_ledger(str(ledger)).close()  # as `serve` does: brought up to this version
    port = _free_port()
    command = [sys.executable, "-c", _SERVER, str(ledger), str(port)]
    turn = Turn(str(ledger))
    turn.take()  # so that the server does not link meanwhile
    try:
        with _running(command, f"http://127.0.0.1:{port}") as (address, process):
            yield address, partial(_processor_seconds, process)
    finally:
        turn.give_back()


@contextmanager
def _datasette(ledger: Path) -> Iterator[str]:
    port = _free_port()
    command = [str(peer_python("datasette")), "-m", "datasette", "serve", str(ledger), "--port", str(port)]
    with _running(command, f"http://127.0.0.1:{port}") as (address, _):
        yield address


def _processor_seconds(process: int) -> float:
    """What the process with this number has spent so far; nan where the system does not say so in this way."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return math.nan
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # utime and stime, see proc(5)


@contextmanager
def _running(command: Sequence[str], address: str) -> Iterator[tuple[str, int]]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(_PATIENCE):
            if process.poll() is not None:
                raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
            with suppress(OSError), urlopen(address) as answer:
                answer.read()
                break
            time.sleep(1)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _json(url: str) -> Any:
    with urlopen(url) as answer:
        return json.load(answer)


if __name__ == "__main__":
    main()
