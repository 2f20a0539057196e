"""Adding, and the jobs that come of it: read in order, safe from a killed process, failures said, tried again."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import urllib3
from playwright.sync_api import Page

from postgres import new_ledger
from quellenlage import settling
from quellenlage.faults import Fault, FaultKind
from quellenlage.ledger import Query, open_ledger, open_view
from quellenlage.model.text import Page as StoredPage
from quellenlage.pipeline import Hints
from quellenlage.web import Desk
from quellenlage.web.places import place_of
from quellenlage.web.reader import Reader
from quellenlage.web.spool import Input, Spool, Stage, State
from quellenlage.web.turn import Turn
from workbench import serving, violations

WAITING = 12  # articles
NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
TEXT = """Brücke in Ostrau bleibt gesperrt
Die Brücke über die Wenne bleibt bis Ende Mai gesperrt. Das sagte Bürgermeisterin Jette Bollin am Dienstag.
Nach Angaben des Landkreises sind mehr als 400 Pendler betroffen. „Wir suchen eine Lösung“, sagte Bollin.
Der Betreiber der Fähre teilte mit, er werde zwei Boote mehr einsetzen. Das Wasser stehe noch hoch.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    open_ledger(str(path)).close()
    return path


@pytest.fixture
def spool(ledger: Path) -> Spool:
    return Spool(place_of(str(ledger), "jobs"))


def text(name: str = "a.txt") -> Input:
    return Input(name, TEXT.encode(), Hints("de", outlet="Wennebote", published=date(2031, 3, 4)))


def settled(spool: Spool) -> dict[State, int]:
    """The counts when nothing is left to read."""
    for _ in range(600):
        counts = spool.standing().counts
        if not counts[State.WAITING] + counts[State.READING]:
            return counts
        time.sleep(0.1)
    raise AssertionError(f"still not read: {counts}")


def linked(ledger: Path | str) -> None:
    """Waits until nothing is left to link."""
    with closing(open_view(str(ledger))) as view:
        for _ in range(600):
            if not settling.waiting(view):
                return
            time.sleep(0.1)
    raise AssertionError("still not linked")


def test_jobs_are_taken_in_order_with_all_that_was_said_of_them(spool: Spool) -> None:
    spool.add([text("a.txt"), text("b.txt")], accepted_at=NOON)
    first, second = (spool.take(started_at=NOON) for _ in range(2))
    assert first and second
    assert (first[1], second[1]) == (text("a.txt"), text("b.txt"))
    assert spool.take(started_at=NOON) is None
    spool.enter(first[0], Stage.READ)
    spool.fail(first[0], Fault(FaultKind.REFUSED, ("503", "Busy")), ended_at=NOON)
    spool.finish(second[0], "a1", 3, ended_at=NOON + timedelta(seconds=3))
    done, failed = spool.jobs()
    assert (done.state, done.article, done.statements) == (State.DONE, "a1", 3)
    assert (failed.state, failed.stage) == (State.FAILED, Stage.READ)
    assert failed.fault == Fault(FaultKind.REFUSED, ("503", "Busy"))
    assert spool.standing().seconds == 3
    assert spool.retry(failed.number)
    assert not spool.retry(done.number)
    assert spool.take(started_at=NOON) == (failed.number, text("a.txt"))
    assert not spool.remove(failed.number)
    assert spool.remove(done.number)


def test_what_a_killed_process_was_reading_waits_again_but_not_for_ever(spool: Spool) -> None:
    spool.add([text()], accepted_at=NOON)
    tries = 0
    while spool.take(started_at=NOON):
        tries += 1
        Spool(spool._path).resume()
        assert tries < 10
    assert tries > 1
    (job,) = spool.jobs()
    assert (job.state, job.fault) == (State.FAILED, Fault(FaultKind.ENDED_PROGRAM))


def test_a_failure_that_an_earlier_version_kept_in_words_is_still_said(spool: Spool) -> None:
    spool.add([text()], accepted_at=NOON)
    spool.take(started_at=NOON)
    with closing(sqlite3.connect(spool._path)) as connection, connection:
        connection.execute("UPDATE jobs SET state = 'failed', reason = 'is empty; give another'")
    (job,) = spool.jobs()
    assert job.fault == Fault(FaultKind.UNEXPECTED, ("is empty; give another",))


def test_what_is_released_is_no_try(spool: Spool) -> None:
    spool.add([text()], accepted_at=NOON)
    for _ in range(10):
        taken = spool.take(started_at=NOON)
        assert taken
        spool.release(taken[0])
    spool.resume()
    assert spool.standing().counts[State.WAITING] == 1


def test_jobs_lie_beside_a_file_and_else_with_the_users_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert place_of(str(tmp_path / "l.sqlite"), "jobs") == tmp_path / "l.sqlite-jobs"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    places = {place_of(f"postgresql://mika:geheim@desk.example/{name}", "jobs") for name in ("a", "b")}
    assert len(places) == 2
    assert {place.parent for place in places} == {tmp_path / "quellenlage"}
    assert not any("geheim" in str(place) for place in places)


def test_a_workbench_over_a_ledger_in_postgresql_reads_and_links_what_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    ledger = new_ledger()
    open_ledger(ledger).close()
    spool = Spool(place_of(ledger, "jobs"))
    spool.add([text()], accepted_at=NOON)
    with serving(Desk(ledger)):
        assert settled(spool)[State.DONE] == 1
        linked(ledger)
    with closing(open_view(ledger)) as view:
        assert view.claims(Query()).total > 0


def test_a_page_that_takes_too_long_fails_and_the_next_is_read() -> None:
    reader = Reader(limit=0.01)
    page = StoredPage("a.txt", TEXT.encode(), "text/plain")
    try:
        slow = reader.extract(page, Hints("de"))
        assert slow.failure
        assert "takes longer" in slow.failure.reason
        reader._limit = 120
        assert reader.extract(page, Hints("de")).reading
        reader.interrupt()
        killed = reader.extract(page, Hints("de"))
        assert killed.failure
        assert "ended the process" in killed.failure.reason
    finally:
        reader.close()


def test_what_waits_is_read_at_the_next_start_and_failures_stop_nothing(ledger: Path, spool: Spool) -> None:
    unreachable = Input("http://127.0.0.1:9/a.html", None, Hints())
    spool.add([Input("empty.txt", b"", Hints()), unreachable, text()], accepted_at=NOON)
    spool.take(started_at=NOON)  # by a process that was killed then
    with serving(Desk(str(ledger))):
        assert settled(spool) == {State.WAITING: 0, State.READING: 0, State.DONE: 1, State.FAILED: 2}
        linked(ledger)
    read, *failed = spool.jobs()
    assert {(job.stage, bool(job.fault)) for job in failed} == {(Stage.OPEN, True)}
    with closing(open_view(str(ledger))) as view:
        (row,) = view.articles(Query()).items
        assert row.article.id == read.article
        assert (row.article.outlet, row.article.published) == ("Wennebote", date(2031, 3, 4))
        assert view.claims_with("")


def test_a_text_is_pasted_and_read_while_one_watches(ledger: Path, open_page: Callable[..., Page]) -> None:
    with serving(Desk(str(ledger))) as address:
        page = open_page(f"{address}/articles", locale="de-DE")
        page.get_by_label("Der Artikel, ein Absatz je Zeile").fill(TEXT)
        page.get_by_label("Medium").fill("Wennebote")
        page.get_by_label("Erschienen am").fill("2031-03-04")
        page.get_by_label("um", exact=True).fill("07:51")
        assert violations(page) == []
        page.get_by_role("button", name="Hinzufügen").last.click()
        page.wait_for_url("**/jobs")
        page.get_by_role("link", name="eingefügter Text").click(timeout=60_000)
        assert page.get_by_role("heading", level=1).inner_text() == TEXT.splitlines()[0]
        assert "Wennebote · 04.03.2031 07:51" in page.locator(".about").inner_text()
        assert page.locator(".receipt").count() > 2


def test_files_are_uploaded_and_a_failure_is_tried_again(
    ledger: Path, tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with serving(Desk(str(ledger))) as address:
        page = open_page(f"{address}/articles", width=360, color_scheme="dark")
        page.locator("#files").set_input_files([tmp_path / "a.txt", tmp_path / "picture.txt"])
        page.get_by_role("button", name="Add").nth(1).click()
        page.get_by_text("is a binary file").wait_for(timeout=60_000)
        page.get_by_role("link", name="a.txt").wait_for(timeout=60_000)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        german = urllib3.request("GET", f"{address}/jobs?ui=de").data.decode()
        assert "ist kein Text; geben Sie eine Webseite" in german
        page.get_by_role("button", name="Try again").click()
        page.get_by_text("is a binary file").wait_for(timeout=60_000)
        page.locator(".failed").get_by_role("button", name="Take off the list").click()
        page.get_by_role("link", name="0 failed").wait_for()
        page.close()  # it would go on asking
        told: Any = urllib3.request("GET", f"{address}/jobs.json").json()
    assert [item["name"] for item in told["items"]] == ["a.txt"]
    assert told["done"] == 1


def test_of_two_workbenches_one_reads_and_the_other_goes_on_after_it(ledger: Path, spool: Spool) -> None:
    first, second = Turn(str(ledger)), Turn(str(ledger))
    assert first.take()
    assert first.take()
    assert not second.take()
    with serving(Desk(str(ledger))) as address:
        urllib3.request("POST", f"{address}/articles", fields={"text": TEXT, "lang": "de"}, redirect=False)
        assert spool.standing().counts[State.WAITING] == 1
        spool.take(started_at=NOON)  # by the first one, which is killed then
        first.give_back()
        assert settled(spool)[State.DONE] == 1
        assert not second.take()
    assert second.take()
    second.give_back()


@pytest.fixture
def unlinked(examples: Path, tmp_path: Path) -> Path:
    """A ledger of some example pages that wait to be linked."""
    path = tmp_path / "unlinked.sqlite"
    with closing(open_view(str(examples))) as view, closing(open_ledger(str(path))) as ledger:
        for row in view.articles(Query(limit=WAITING)).items:
            ledger.record(view.page(row.article.id), view.reading(row.article.id), recorded_at=NOON)
    return path


def test_what_waits_is_linked_while_the_workbench_answers(unlinked: Path, open_page: Callable[..., Page]) -> None:
    turn = Turn(str(unlinked))
    turn.take()  # by another workbench, so that nothing is linked yet
    with serving(Desk(str(unlinked))) as address:
        page = open_page(f"{address}/claims", locale="de-DE")
        assert f"{WAITING} Artikel warten darauf" in page.inner_text("main")
        page.get_by_role("link", name="wie weit es ist").click()
        assert f"0 von {WAITING}" in page.locator("#linking").inner_text()
        assert violations(page) == []
        turn.give_back()
        linked(unlinked)
        page.locator("#linking").wait_for(state="detached", timeout=60_000)
        page.goto(f"{address}/claims")
        assert "warten darauf" not in page.inner_text("main")
        told: Any = urllib3.request("GET", f"{address}/jobs.json").json()
    assert (told["linking"]["done"], told["linking"]["waiting"]) == (WAITING, 0)


def test_a_workbench_that_is_killed_while_it_links_loses_nothing(unlinked: Path) -> None:
    command = [sys.executable, "-m", "quellenlage", "serve", "--port", "0", "--ledger", str(unlinked)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        assert "http://127.0.0.1:" in process.stdout.readline()  # it answers before anything is linked
        with closing(open_view(str(unlinked))) as view:
            for _ in range(600):
                if settling.waiting(view) < WAITING:
                    break
                time.sleep(0.05)
        process.kill()
    with closing(open_view(str(unlinked))) as view:
        assert 0 < settling.waiting(view) < WAITING
    with serving(Desk(str(unlinked))):
        linked(unlinked)


def test_what_cannot_be_added_is_said_and_nothing_is_taken_in(own_workbench: str) -> None:
    wrong: list[dict[str, Any]] = [
        {},
        {"addresses": "  "},
        {"addresses": "https://wennebote.example/a.html\nfile:///etc/passwd"},
        {"text": TEXT, "day": "4. März"},
        {"text": TEXT, "lang": "tlh"},
    ]
    for fields in wrong:
        answer = urllib3.request("POST", f"{own_workbench}/articles", fields=fields, redirect=False)
        assert answer.status == 422, fields
    assert urllib3.request("GET", f"{own_workbench}/jobs.json").json()["items"] == []
    assert urllib3.request("POST", f"{own_workbench}/jobs/1/retry", redirect=False).status == 409
