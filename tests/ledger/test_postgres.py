"""What only a ledger on a server has to stand: killed writers, two writers, other tables, other versions, addresses."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pg8000.dbapi
import pytest

from invented import make_article, make_page, make_reading
from linked import article_reading, compare, sift, traces_of
from postgres import new_ledger, server
from quellenlage.errors import LedgerError, NewerLedger
from quellenlage.ledger import Query, open_ledger, open_view, reading_id, schema
from quellenlage.ledger.addresses import parse_address
from quellenlage.model.claim import Verdict
from quellenlage.model.judging import make_judgement
from quellenlage.model.statement import Source, SourceClass
from writers import linker, writer

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
STATEMENTS_EACH = len(make_reading().statements)


@pytest.fixture
def address() -> str:
    return new_ledger()


@pytest.fixture
def raw(address: str) -> Iterator[pg8000.dbapi.Cursor]:
    """The schema of a ledger that holds one article."""
    with closing(open_ledger(address)) as ledger:
        ledger.record(make_page(), make_reading(), recorded_at=NOW)
        ledger.judge(make_judgement(Verdict.SAME, [["1", "2"]], by="Mika", at=NOW))
    with closing(connect()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"SET search_path TO {address.partition('?schema=')[2]}")
        yield cursor


def connect() -> pg8000.dbapi.Connection:
    parts = urlsplit(server())
    connection = pg8000.dbapi.connect(
        user=parts.username, host=parts.hostname, port=parts.port, database=parts.path.strip("/")
    )
    connection.autocommit = True
    return connection


def test_a_killed_writer_loses_nothing_acknowledged_and_leaves_no_half_article(address: str) -> None:
    with writer(address, 0, 100_000) as process:
        assert process.stdout is not None
        acknowledged = [next(process.stdout).strip() for _ in range(5)]
        process.send_signal(signal.SIGKILL)
        acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
    with closing(open_view(address)) as view:
        for article in acknowledged:
            assert len(view.reading(article).statements) == STATEMENTS_EACH
        articles = {entry.article.id for entry in view.statements(Query()).items}
        assert view.statements(Query()).total == len(articles) * STATEMENTS_EACH


def test_writers_at_once_all_finish_also_on_a_ledger_that_none_of_them_has_made_yet(address: str) -> None:
    with ExitStack() as stack:
        processes = [stack.enter_context(writer(address, 2 * first, 2 * first + 4)) for first in range(4)]
        assert [len(list(process.stdout or ())) for process in processes] == [4] * 4
    with closing(open_view(address)) as view:
        assert view.statements(Query()).total == 10 * STATEMENTS_EACH


def test_two_that_link_at_once_miss_no_link(address: str) -> None:
    number = 20
    with closing(open_ledger(address)) as ledger:
        for each in range(number):
            ledger.record(make_page(), article_reading(each), recorded_at=NOW)
    with ExitStack() as stack:
        processes = [stack.enter_context(linker(address)) for _ in range(2)]
        assert [process.wait() for process in processes] == [0, 0]
    with closing(open_view(address)) as view:
        assert [len(entry.traces) for entry in view.claims(Query()).items] == [number, number]


@pytest.mark.parametrize("table", sorted({table for _, only_added in schema.STEPS for table in only_added}))
@pytest.mark.parametrize("change", ["UPDATE {} SET wire = wire", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_rows_are_only_ever_added(raw: pg8000.dbapi.Cursor, table: str, change: str) -> None:
    column = {"pages": "data", "voices": "name"}.get(table, "wire")
    with pytest.raises(pg8000.dbapi.DatabaseError, match="append-only"):
        raw.execute(change.format(table).replace("wire", column))


@pytest.mark.parametrize("opened", [open_ledger, open_view])
def test_a_newer_schema_is_refused(raw: pg8000.dbapi.Cursor, address: str, opened: type) -> None:
    raw.execute(f"UPDATE ledger SET schema = {schema.VERSION + 1}")
    with pytest.raises(NewerLedger, match=rf"schema {schema.VERSION + 1}.*update"):
        opened(address)


def test_other_tables_of_the_database_are_left_alone(address: str) -> None:
    with closing(connect()) as connection:
        cursor = connection.cursor()
        cursor.execute("CREATE TABLE IF NOT EXISTS public.articles (recipe TEXT)")
        cursor.execute("DELETE FROM public.articles")
        cursor.execute("INSERT INTO public.articles VALUES ('two eggs')")
        with closing(open_ledger(address)) as ledger:
            ledger.record(make_page(), make_reading(), recorded_at=NOW)
            assert ledger.articles(Query()).total == 1
        cursor.execute("SELECT recipe FROM public.articles")
        assert [list(row) for row in cursor.fetchall()] == [["two eggs"]]


def test_a_view_makes_nothing(address: str) -> None:
    with pytest.raises(LedgerError, match="is not there; `quellenlage add` makes a ledger"):
        open_view(address)
    with pytest.raises(LedgerError, match="is not there"):
        open_view(address)


def test_a_catalogue_of_another_version_is_made_again_by_who_writes(address: str, raw: pg8000.dbapi.Cursor) -> None:
    raw.execute("UPDATE cataloguing SET version = version + 1")
    raw.execute("UPDATE catalogue SET statements = 17")
    with pytest.raises(LedgerError, match="older version; `quellenlage link`"):
        open_view(address)
    with closing(open_ledger(address)) as ledger:
        assert [row.statements for row in ledger.articles(Query()).items] == [STATEMENTS_EACH]


def test_who_denies_is_told_of_older_links_by_who_writes(address: str, raw: pg8000.dbapi.Cursor) -> None:
    reading = make_reading()
    told, denial = (statement.id for statement in reading.statements[:2])
    with closing(open_ledger(address)) as ledger:
        ledger.record(make_page(), reading, recorded_at=NOW)
        ledger.start_linking(1)
        ledger.relate({reading_id(reading): traces_of(reading, b"riss", b"!riss")}, compare, sift)
        before = ledger.denying([told]), ledger.surest([told, denial])
    raw.execute("ALTER TABLE links DROP COLUMN denier")
    raw.execute("UPDATE ledger SET schema = 9")
    with pytest.raises(LedgerError, match="older version; `quellenlage link`"):
        open_view(address)
    with closing(open_ledger(address)) as ledger:
        assert (ledger.denying([told]), ledger.surest([told, denial])) == before
        assert before[1] == {denial: 0.9}


def test_whoever_may_use_one_schema_alone_has_a_ledger_there_and_can_search(address: str) -> None:
    name = address.partition("?schema=")[2]
    with closing(connect()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"CREATE ROLE {name} LOGIN")
        cursor.execute(f"CREATE SCHEMA {name} AUTHORIZATION {name}")
    with closing(open_ledger(address.replace("ledger@", f"{name}@"))) as ledger:
        ledger.record(make_page(), make_reading(), recorded_at=NOW)
        assert ledger.search("riss", Query()).total == 1


def test_searching_uses_the_index(raw: pg8000.dbapi.Cursor) -> None:
    raw.execute("SET enable_seqscan = off")
    raw.execute("EXPLAIN SELECT article FROM texts WHERE body LIKE '%wesper%'")
    assert "texts_body" in str(raw.fetchall())


def test_a_name_of_any_length_and_with_any_character_does_not_stop_a_record(address: str) -> None:
    name = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(9_000)) + "\0"  # nothing compresses it
    reading = make_reading(replace(make_article(), outlet=name, headline="\0"))
    spoken = reading.statements[0]
    speaker = Source(spoken.speaker.id, name, SourceClass.PERSON, ())
    reading = replace(reading, statements=(replace(spoken, speaker=speaker),), sources=(speaker,))
    with closing(open_ledger(address)) as ledger:
        for each in (reading, replace(reading, article=make_article(url="https://x.example/"))):
            assert ledger.record(make_page(), each, recorded_at=NOW)
            assert ledger.reading(each.article.id) == each
        assert [entry.said for entry in ledger.sources(Query()).items] == [2]


def test_a_server_that_is_gone_is_an_error_that_names_the_ledger_without_its_password() -> None:
    with pytest.raises(LedgerError) as failed:
        open_ledger("postgresql://mika:geheim@127.0.0.1:1/desk")
    assert "postgresql://mika@127.0.0.1:1/desk?schema=quellenlage: cannot be used as a ledger" in str(failed.value)
    assert "geheim" not in str(failed.value)


def test_a_lost_connection_is_a_ledger_error(address: str, raw: pg8000.dbapi.Cursor) -> None:
    with closing(open_view(address)) as view:
        raw.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'quellenlage'")
        with pytest.raises(LedgerError, match="cannot be used as a ledger"):
            view.articles(Query())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("postgresql://", "postgresql://mika@localhost:5432/mika?schema=quellenlage"),
        ("postgres://h/d", "postgresql://mika@h:5432/d?schema=quellenlage"),
        ("postgresql://a%40b:c%2Fd@h:99/d?schema=s", "postgresql://a@b@h:99/d?schema=s"),
        ("postgresql:///d?host=/run/pg", "postgresql://mika@/run/pg:5432/d?schema=quellenlage"),
    ],
)
def test_what_an_address_leaves_out_is_the_environments(text: str, expected: str) -> None:
    found = parse_address(text, {"PGUSER": "mika", "PGPASSWORD": "geheim"})
    assert str(found) == expected
    assert found.password == ("c/d" if "%2F" in text else "geheim")
    assert found.socket == ("/run/pg/.s.PGSQL.5432" if "host=" in text else None)


@pytest.mark.parametrize(
    ("text", "told"),
    [("postgresql://u:geheim@h:port/d", "Port"), ("postgresql://u:geheim@h/d?shema=x", "'shema'")],
)
def test_a_wrong_address_is_told_without_its_password(text: str, told: str) -> None:
    with pytest.raises(LedgerError, match=told) as failed:
        parse_address(text, {})
    assert "geheim" not in str(failed.value)


def test_the_same_ledger_through_the_command_line(tmp_path: Path, address: str) -> None:
    """What SQLite holds and what PostgreSQL holds is listed alike."""
    stores = [open_ledger(address), open_ledger(str(tmp_path / "l.sqlite"))]
    for store in stores:
        with closing(store):
            for number in range(3):
                store.record(make_page(), article_reading(number), recorded_at=NOW)
    views = [open_view(address), open_view(str(tmp_path / "l.sqlite"))]
    with closing(views[0]), closing(views[1]):
        for ask in ("articles", "facets", "statements", "figures", "sources", "queue"):
            found = [getattr(view, ask)(Query(limit=2)) for view in views]
            assert found[0] == found[1]
