"""What only a ledger in a file has to stand: killed writers, two writers, other programs, other versions."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from invented import make_article, make_page, make_reading
from linked import article_reading, compare, sift, traces_of
from quellenlage.errors import LedgerError, NewerLedger
from quellenlage.ledger import Query, open_ledger, open_view, reading_id, schema
from quellenlage.model.claim import Verdict
from quellenlage.model.judging import make_judgement
from quellenlage.model.statement import Kind, SourceClass
from writers import linker, writer

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
STATEMENTS_EACH = len(make_reading().statements)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "down" / "ledger.sqlite"


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The database of a ledger that holds one article."""
    with closing(open_ledger(str(path))) as ledger:
        ledger.record(make_page(), make_reading(), recorded_at=NOW)
        ledger.judge(make_judgement(Verdict.SAME, [["1", "2"]], by="Mika", at=NOW))
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def test_a_killed_writer_loses_nothing_acknowledged_and_leaves_no_half_article(path: Path) -> None:
    with writer(str(path), 0, 100_000) as process:
        assert process.stdout is not None
        acknowledged = [next(process.stdout).strip() for _ in range(5)]
        process.send_signal(signal.SIGKILL)
        acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with closing(open_view(str(path))) as view:
        for article in acknowledged:
            assert len(view.reading(article).statements) == STATEMENTS_EACH
        articles = {entry.article.id for entry in view.statements(Query()).items}
        assert view.statements(Query()).total == len(articles) * STATEMENTS_EACH

    end = len(articles) + 5
    with writer(str(path), 0, end) as process:
        assert process.stdout is not None
        assert set(acknowledged) <= {line.strip() for line in process.stdout}
    with closing(open_view(str(path))) as view:
        assert view.statements(Query()).total == end * STATEMENTS_EACH


def test_writers_at_once_all_finish_also_on_a_ledger_that_none_of_them_has_made_yet(path: Path) -> None:
    with ExitStack() as stack:
        processes = [stack.enter_context(writer(str(path), 2 * first, 2 * first + 4)) for first in range(4)]
        assert [len(list(process.stdout or ())) for process in processes] == [4] * 4
    with closing(open_view(str(path))) as view:
        assert view.statements(Query()).total == 10 * STATEMENTS_EACH


DERIVED = {"traces", "trace_keys", "glances", "links", "claims", "cohesion", "sqlite_sequence", "pending", "linking"}
DERIVED |= {"catalogue", "said", "tallies", "measured", "parties", "heard", "texts", "unindexed", "cataloguing"}
DERIVED |= {f"words{part}" for part in ("", "_config", "_data", "_docsize", "_idx")}


@pytest.mark.parametrize("table", ["pages", "articles", "sources", "statements", "voices", "judgements"])
@pytest.mark.parametrize("change", ["UPDATE {} SET rowid = 7", "DELETE FROM {}"])
def test_rows_are_only_ever_added(raw: sqlite3.Connection, table: str, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(change.format(table))


def test_every_table_is_guarded_but_those_that_can_be_made_again(raw: sqlite3.Connection) -> None:
    tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    guarded = {name for (name,) in raw.execute("SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger'")}
    assert guarded == tables - DERIVED


@pytest.mark.parametrize("opened", [open_ledger, open_view])
def test_a_newer_schema_is_refused_and_left_alone(raw: sqlite3.Connection, path: Path, opened: type) -> None:
    raw.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(NewerLedger, match=rf"{path}.*schema {schema.VERSION + 1}.*update"):
        opened(str(path))
    assert path.read_bytes() == before


def test_a_view_cannot_write_and_needs_no_right_to(path: Path, raw: sqlite3.Connection) -> None:
    raw.close()
    path.chmod(0o444)
    with closing(open_view(str(path))) as view:
        assert view.statements(Query()).total == STATEMENTS_EACH
        assert not hasattr(view, "record")


@pytest.mark.usefixtures("raw")
def test_a_view_sees_what_is_recorded_after_it_was_opened(path: Path) -> None:
    with closing(open_view(str(path))) as view, closing(open_ledger(str(path))) as ledger:
        ledger.record(make_page(), make_reading(make_article(url="https://x.example/")), recorded_at=NOW)
        assert view.statements(Query()).total == 2 * STATEMENTS_EACH


def test_an_error_inside_a_record_leaves_nothing_half_written(path: Path, raw: sqlite3.Connection) -> None:
    raw.execute(
        "CREATE TRIGGER full BEFORE INSERT ON voices WHEN NEW.hop = 1 BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
    )
    before = {
        table: raw.execute(f"SELECT COUNT(*) FROM {table}").fetchone() for table in ("pages", "articles", "voices")
    }
    with closing(open_ledger(str(path))) as ledger:
        other = make_reading(make_article(url="https://x.example/"))
        with pytest.raises(LedgerError, match="disk is full"):
            ledger.record(make_page(data=b"new"), other, recorded_at=NOW)
    assert {table: raw.execute(f"SELECT COUNT(*) FROM {table}").fetchone() for table in before} == before


def test_pages_are_kept_compressed(path: Path) -> None:
    data = b"<p>the same words again and again</p>" * 100_000
    with closing(open_ledger(str(path))) as ledger:
        reading = make_reading()
        ledger.record(make_page(data=data), reading, recorded_at=NOW)
        assert ledger.page(reading.article.id).data == data
    assert path.stat().st_size < len(data) / 10


RECORD = ("pages", "articles", "sources", "statements", "voices")


@pytest.fixture
def of_version_1(tmp_path: Path, raw: sqlite3.Connection) -> Path:
    """A ledger with one article as version 1 of the schema kept it."""
    path = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(path)) as old:
        old.executescript((Path(__file__).parent / "schema_1.sql").read_text(encoding="utf-8"))
        for table in RECORD:
            for row in raw.execute(f"SELECT * FROM {table}"):
                old.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        old.commit()
    return path


def kept(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in RECORD}


def test_an_older_ledger_is_read_as_it_is_and_left_so(of_version_1: Path) -> None:
    before = of_version_1.read_bytes()
    with closing(open_view(str(of_version_1))) as view:
        assert view.statements(Query()).total == STATEMENTS_EACH
        assert view.unlinked(1) == (make_article().id,)
        with pytest.raises(LedgerError, match="before there were claims; `quellenlage link`"):
            view.claims(Query())
    assert of_version_1.read_bytes() == before


def test_writing_to_an_older_ledger_adds_what_it_lacks_and_loses_nothing(of_version_1: Path, path: Path) -> None:
    before = kept(of_version_1)
    with closing(open_ledger(str(of_version_1))) as ledger:
        assert ledger.unlinked(1) == (make_article().id,)
        ledger.start_linking(1)
        ledger.relate({reading_id(make_reading()): traces_of(make_reading(), b"riss")}, compare, sift)
        assert ledger.claims(Query()).total == 1
    assert kept(of_version_1) == before
    layouts = []
    for each in (of_version_1, path):
        with closing(sqlite3.connect(each)) as connection:
            names = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
            layouts.append([names, connection.execute("PRAGMA user_version").fetchone()])
    assert layouts[0] == layouts[1]


def test_claims_are_listed_alike_without_the_table_of_them_and_it_is_made_by_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with closing(open_ledger(str(path))) as ledger:
        ledger.record(make_page(), make_reading(), recorded_at=datetime(2031, 3, 4, tzinfo=UTC))
        ledger.start_linking(1)
        ledger.relate({reading_id(make_reading()): traces_of(make_reading(), b"riss", b"!riss")}, compare, sift)
    listed = [_claims_of(path)]
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "DROP TABLE claims; DROP TABLE measured; DROP INDEX traces_claimed; DROP TABLE glances; DROP TABLE cohesion"
            "; DROP INDEX links_by_denier; ALTER TABLE links DROP COLUMN denier"
        )
        connection.execute("PRAGMA user_version = 3")
    listed.append(_claims_of(path))
    open_ledger(str(path)).close()
    listed.append(_claims_of(path))
    assert listed[0][0].total == 2
    assert len(listed[0][3]) == len(listed[0][4]) == 1
    assert listed[0] == listed[1] == listed[2]


def _claims_of(path: Path) -> tuple[Any, ...]:
    first, second = (each.id for each in make_reading().statements[:2])
    with closing(open_view(str(path))) as view:
        return (
            view.claims(Query()),
            view.claims(Query(limit=1), newest=True),
            view.claims(Query(text="riss"), least=1),
            view.denying([first]),
            view.surest([first, second]),
        )


def test_an_older_ledger_lists_what_it_has_as_if_it_had_a_catalogue(of_version_1: Path, path: Path) -> None:
    with closing(open_view(str(of_version_1))) as old, closing(open_view(str(path))) as new:
        for query in (
            Query(),
            Query(cls=SourceClass.UNNAMED),
            Query(source="hallwig", kind=Kind.DIRECT),
            Query(text="riss"),
            Query(unit="häuser"),
        ):
            assert old.articles(query) == new.articles(query)
            assert old.facets(query) == new.facets(query)
            assert old.statements(query) == new.statements(query)
            assert old.figures(query) == new.figures(query)
            assert old.units(query) == new.units(query)
            assert old.sources(query) == new.sources(query)
        assert old.reviews() == ()
        for ask in (lambda: old.search("riss", Query()), lambda: old.queue(Query())):
            with pytest.raises(LedgerError, match=r"no catalogue of this version.*`quellenlage link` makes it"):
                ask()
    with closing(open_ledger(str(of_version_1))) as written, closing(open_view(str(path))) as new:
        assert written.search("riss", Query()) == new.search("riss", Query())
        assert written.queue(Query()) == new.queue(Query())


def test_a_catalogue_of_another_version_is_made_again_by_who_writes(path: Path, raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE cataloguing SET version = version + 1")
    raw.execute("UPDATE catalogue SET statements = 17")
    raw.commit()
    with closing(open_view(str(path))) as view:
        assert [row.statements for row in view.articles(Query()).items] == [STATEMENTS_EACH]
        with pytest.raises(LedgerError, match="no catalogue of this version"):
            view.search("riss", Query())
    with closing(open_ledger(str(path))) as ledger:
        assert ledger.search("riss", Query()).total == 1
    assert raw.execute("SELECT statements FROM catalogue").fetchall() == [(STATEMENTS_EACH,)]


@pytest.fixture
def two(path: Path, raw: sqlite3.Connection) -> sqlite3.Connection:
    """The database of a ledger that holds two articles."""
    with closing(open_ledger(str(path))) as ledger:
        other = make_article(url="https://x.example/", published=None)
        ledger.record(make_page(), make_reading(other), recorded_at=NOW)
    return raw


SEARCHES = ("riss", "Wesperwerke räumen", '"der Riss älter"', "Wesper 4000", "hauser", "am", "fehlt")


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE words",  # as where SQLite has no FTS5
        "INSERT INTO words (words, rowid, headline, stated, body) "
        "SELECT 'delete', article, headline, stated, body FROM texts WHERE article = 2; "
        "INSERT INTO unindexed VALUES (2)",  # as such a program leaves it
    ],
)
def test_without_an_index_the_same_is_found_until_it_is_made(path: Path, two: sqlite3.Connection, change: str) -> None:
    with closing(open_view(str(path))) as view:
        before = [view.search(asked, Query()) for asked in SEARCHES]
    two.executescript(change)
    with closing(open_view(str(path))) as view:
        assert [view.search(asked, Query()) for asked in SEARCHES] == before
    with closing(open_ledger(str(path))) as ledger:
        assert [ledger.search(asked, Query()) for asked in SEARCHES] == before
    two.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    assert two.execute("SELECT COUNT(*) FROM unindexed").fetchone() == (0,)
    assert two.execute("SELECT COUNT(*) FROM words WHERE words MATCH 'wesper'").fetchone() == (2,)


def test_a_new_reading_leaves_nothing_of_the_old_in_the_index(path: Path, two: sqlite3.Connection) -> None:
    with closing(open_ledger(str(path))) as ledger:
        fewer = replace(make_reading(), statements=())
        ledger.record(make_page(), fewer, recorded_at=NOW)
    two.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    assert two.execute("SELECT COUNT(*) FROM words").fetchone() == (2,)


def test_linking_that_was_killed_goes_on_where_it_stopped(path: Path) -> None:
    number = 60
    with closing(open_ledger(str(path))) as ledger:
        for each in range(number):
            ledger.record(make_page(), article_reading(each), recorded_at=NOW)
    with linker(str(path)) as process:
        assert process.stdout is not None
        done = [next(process.stdout).strip() for _ in range(3)]
        process.send_signal(signal.SIGKILL)
    with closing(open_view(str(path))) as view:
        left = view.unlinked(1)
        assert not set(done) & set(left)
        assert left
        assert sorted(len(entry.traces) for entry in view.claims(Query()).items) == [number - len(left)] * 2
    with linker(str(path)) as process:
        assert len(list(process.stdout or ())) == len(left)
    with closing(open_view(str(path))) as view:
        assert view.unlinked(1) == ()
        assert [len(entry.traces) for entry in view.claims(Query()).items] == [number, number]


def test_two_that_link_at_once_miss_no_link(path: Path) -> None:
    number = 30
    with closing(open_ledger(str(path))) as ledger:
        for each in range(number):
            ledger.record(make_page(), article_reading(each), recorded_at=NOW)
    with ExitStack() as stack:
        processes = [stack.enter_context(linker(str(path))) for _ in range(2)]
        assert [process.wait() for process in processes] == [0, 0]
    with closing(open_view(str(path))) as view:
        assert [len(entry.traces) for entry in view.claims(Query()).items] == [number, number]
