"""Handing in through the interface: what is taken is read, failures are said, tried again, taken off the list."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from client import Client
from quellenlage.ledger import open_ledger
from quellenlage.web import Desk
from quellenlage.web.turn import Turn
from workbench import serving

TEXT = """Brücke in Ostrau bleibt gesperrt
Die Brücke über die Wenne bleibt bis Ende Mai gesperrt. Das sagte Bürgermeisterin Jette Bollin am Dienstag.
Nach Angaben des Landkreises sind mehr als 400 Pendler betroffen. „Wir suchen eine Lösung“, sagte Bollin.
"""
HANDED = {"kind": "text", "text": TEXT, "lang": "de", "outlet": "Wennebote", "published": "2031-03-04"}
PICTURE = {"kind": "file", "name": "a.html", "data": b64encode(b"\x89PNG\r\n\x1a\n").decode()}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    open_ledger(str(path)).close()
    return path


@pytest.fixture
def asking(ledger: Path) -> Iterator[Client]:
    """A client of a workbench that reads what is handed in."""
    with serving(Desk(str(ledger))) as address:
        yield Client(address)


@pytest.fixture
def waiting(ledger: Path) -> Iterator[Client]:
    """A client of a workbench that has not the turn, so that everything waits."""
    turn = Turn(str(ledger))
    assert turn.take()
    with serving(Desk(str(ledger))) as address:
        yield Client(address)
    turn.give_back()


def ended(client: Client, address: str) -> Any:
    for _ in range(600):
        job = client.ask(address).json()
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.1)
    raise AssertionError(f"still not read: {job}")


def test_a_text_and_a_file_are_taken_at_once_and_read(asking: Client) -> None:
    taken = asking.post("/jobs", HANDED)
    failing = asking.post("/jobs", PICTURE)
    assert (taken.status, asking.faults("/jobs", taken, "post")) == (202, [])
    assert taken.json()["name"] == "-"
    done = ended(asking, taken.headers["Location"])
    article = asking.get(f"/articles/{done['article']}")
    assert article["article"]["outlet"] == "Wennebote"
    assert article["article"]["published"] == "2031-03-04"
    assert len(article["statements"]) == done["statements"] > 0
    failed = ended(asking, failing.headers["Location"])
    assert failed["fault"]["kind"] == "binary"
    assert asking.faults("/jobs/{job}", asking.ask(failing.headers["Location"])) == []
    again = asking.ask(f"{failing.headers['Location']}/retry", "POST")
    assert (again.status, asking.faults("/jobs/{job}/retry", again, "post")) == (202, [])
    assert ended(asking, again.headers["Location"])["fault"] == failed["fault"]
    assert asking.ask(f"{taken.headers['Location']}/retry", "POST").json()["type"] == "urn:quellenlage:problem:job"
    assert asking.ask(failing.headers["Location"], "DELETE").status == 204
    assert [job["id"] for job in asking.follow("/jobs?limit=1")] == [done["id"]]


def test_jobs_are_listed_in_pages_and_by_their_state(waiting: Client) -> None:
    posted = [waiting.post("/jobs", HANDED).json()["id"] for _ in range(3)]
    listed = waiting.ask("/api/v1/jobs?limit=2")
    assert (listed.status, waiting.faults("/jobs", listed)) == (200, [])
    assert [job["id"] for job in waiting.follow("/jobs?limit=2")] == posted[::-1]
    assert waiting.get("/jobs?state=waiting")["total"] == 3
    assert waiting.get("/jobs?state=done")["total"] == 0
    assert waiting.ask("/api/v1/jobs?limit=2", If_None_Match=listed.headers["ETag"]).status == 304
    assert waiting.ask(f"/api/v1/jobs/{posted[0]}", "DELETE").status == 204
    assert waiting.ask("/api/v1/jobs?limit=2", If_None_Match=listed.headers["ETag"]).status == 200
    assert waiting.ask(f"/api/v1/jobs/{posted[0]}", "DELETE").status == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "address", "address": "file:///etc/passwd"},
        {"kind": "text", "text": " \n"},
        {"kind": "text", "text": TEXT, "published": "yesterday"},
        {"kind": "text", "text": TEXT, "published": 7},
        {"kind": "text", "text": TEXT, "lang": "tlh"},
        {"kind": "file", "name": "a.txt", "data": "no base64"},
        {"kind": "file", "name": "a.txt", "data": "QQ==", "path": "/etc/passwd"},
        {"kind": "folder", "name": "pages"},
    ],
)
def test_what_cannot_be_read_is_not_taken(waiting: Client, wrong: dict[str, object]) -> None:
    answer = waiting.post("/jobs", wrong)
    assert (answer.status, waiting.faults("/jobs", answer, "post")) == (422, [])
    assert waiting.get("/jobs")["total"] == 0


def test_jobs_are_handed_in_as_json_by_nobody_elses_page(waiting: Client) -> None:
    assert waiting.ask("/api/v1/jobs", "POST", HANDED, Content_Type="text/plain").status == 415
    for method, path in (("POST", "/jobs"), ("POST", "/jobs/1/retry"), ("DELETE", "/jobs/1")):
        foreign = waiting.ask(f"/api/v1{path}", method, HANDED, Origin="https://elsewhere.example")
        assert (foreign.status, foreign.json()["type"]) == (403, "urn:quellenlage:problem:foreign")
    assert waiting.get("/jobs")["total"] == 0
