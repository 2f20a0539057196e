"""`quellenlage claims`, `claim`, `judge`, `link`."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from commands import PAGE, Command
from fakes import QuoteTagger
from quellenlage import settling
from quellenlage.ledger import Ledger, open_ledger
from quellenlage.linking.assertions import Qualify
from quellenlage.model.claim import Trace
from quellenlage.model.statement import Reading
from quellenlage.model.text import Page
from quellenlage.pipeline import Hints, extract, settle

L = ("--ledger", "l.sqlite")
WORDS = "Wir räumen mehr als 4000 Häuser"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with two outlets' articles that quote the same people, made once."""
    path = tmp_path_factory.mktemp("ledger") / "l.sqlite"
    with closing(open_ledger(str(path))) as store:
        for name, day in (("nordlicht", date(2031, 3, 4)), ("talblatt", date(2031, 3, 5))):
            page = Page(f"{name}.txt", PAGE.encode(), "text/plain")
            outcome = extract(
                page, Hints(url=f"https://{name}.example/", outlet=name.title(), published=day), tagger=QuoteTagger()
            )
            assert settle(outcome, store, recorded_at=datetime(2031, 3, 6, tzinfo=UTC))
    return path


@pytest.fixture
def filled(quellenlage: Command, tmp_path: Path, ledger: Path) -> Command:
    """A command line with that ledger as l.sqlite."""
    shutil.copy(ledger, tmp_path / "l.sqlite")
    return quellenlage


def listed(command: Command, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(command("claims", *L, "--format", "json", *arguments).out)
    return found


def claim_of(command: Command, words: str) -> dict[str, object]:
    (found,) = listed(command, "--text", words)
    return found


def statements(claim: dict[str, object]) -> list[str]:
    appearances = claim["appearances"]
    assert isinstance(appearances, list)
    return [appearance["statement"] for appearance in appearances]


def test_adding_links(quellenlage: Command, page: str) -> None:
    assert quellenlage("add", page, *L).out == "damm.txt: added, 2 statements\n"
    assert len(listed(quellenlage)) == 2


def test_pages_are_linked_some_at_once_and_the_last_ones_too(
    quellenlage: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, waiting = settling.link, []

    def watched(store: Ledger) -> Iterator[str]:
        waiting.append(settling.waiting(store))
        return link(store)

    monkeypatch.setattr(settling, "AT_ONCE", 2)
    monkeypatch.setattr(settling, "link", watched)
    names = [f"{number}.txt" for number in range(5)]
    for name in names:
        (tmp_path / name).write_text(f"{PAGE}\n\n{name}\n", encoding="utf-8")
    assert len(quellenlage("add", *names, *L).out.splitlines()) == 5
    assert waiting == [2, 2, 1]
    assert {len(statements(claim)) for claim in listed(quellenlage)} == {5}


def test_a_page_that_cannot_be_linked_stops_no_other(
    quellenlage: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    traces = settling.traces

    def stumble(reading: Reading, qualify: Qualify) -> tuple[Trace, ...]:
        if "poison" in reading.article.blocks[-1].text:
            raise IndexError("no such place")
        return traces(reading, qualify)

    monkeypatch.setattr(settling, "traces", stumble)
    monkeypatch.setattr(settling, "AT_ONCE", 1)
    for name in ("poison", "other"):
        (tmp_path / f"{name}.txt").write_text(f"{PAGE}\n\n{name}\n", encoding="utf-8")
    run = quellenlage("add", "poison.txt", "other.txt", *L)
    assert (run.status, len(run.out.splitlines())) == (1, 2)
    assert "could not be linked: poison.txt (IndexError: no such place)" in run.err
    assert {len(statements(claim)) for claim in listed(quellenlage)} == {1}


def test_a_claim_has_its_places_by_time_and_one_origin(filled: Command) -> None:
    claim = claim_of(filled, "4000")
    assert claim["text"] == WORDS
    places = claim["appearances"]
    assert isinstance(places, list)
    assert [(place["page"], place["content"], place["speaker"], place["via"]) for place in places] == [
        ("nordlicht.txt", [WORDS], "Jorun Hallwig", []),
        ("talblatt.txt", [WORDS], "Jorun Hallwig", []),
    ]
    origins = claim["origins"]
    assert isinstance(origins, list)
    assert [(origin["name"], sorted(origin["appearances"])) for origin in origins] == [
        ("Jorun Hallwig", sorted(statements(claim)))
    ]
    assert (claim["independent_origins"], claim["denied_by"]) == (1, [])
    assert claim["id"] == min(statements(claim))


def test_text_says_how_many_origins_in_how_many_articles(filled: Command) -> None:
    assert "1 independent origin in 2 articles" in filled("claims", *L, "--ui-language", "en").out
    assert "1 unabhängiger Ursprung in 2 Artikeln" in filled("claims", *L, "--ui-language", "de").out


def test_every_format_tells_the_same_claims(filled: Command) -> None:
    found = listed(filled)
    assert found
    assert found == [json.loads(line) for line in filled("claims", *L, "--format", "jsonl").out.splitlines()]
    table = list(csv.DictReader(filled("claims", *L, "--format", "csv").out.splitlines()))
    assert [row["claim"] for row in table] == [claim["id"] for claim in found]
    assert len(filled("claims", *L, "--format", "markdown").out.splitlines()) == len(found) + 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--text", "4000"), 1),
        (("--text", "4000", "--min-appearances", "3"), 0),
        (("--text", "4000", "--min-origins", "1"), 1),
        (("--text", "4000", "--min-origins", "2"), 0),
        (("--text", "4000", "--outlet", "talb"), 1),
        (("--text", "4000", "--lang", "en"), 0),
        (("--text", "4000", "--since", "2031-03-06"), 0),
        (("--text", "4000", "--until", "2031-03-04"), 1),
        (("--source", "hallwig"), 1),
    ],
)
def test_conditions(filled: Command, arguments: tuple[str, ...], expected: int) -> None:
    assert len(listed(filled, *arguments)) == expected


def test_a_limit_says_what_it_cuts(filled: Command) -> None:
    total = len(listed(filled))
    run = filled("claims", *L, "--limit", "1", "--format", "jsonl")
    assert len(run.out.splitlines()) == 1
    assert f"1 of {total} claims shown" in run.err


def test_one_claim_is_found_by_any_beginning_of_its_statements(filled: Command) -> None:
    claim = claim_of(filled, "4000")
    for given in statements(claim):
        assert json.loads(filled("claim", given[:12], *L, "--format", "json").out) == claim
    text = filled("claim", statements(claim)[0], *L, "--ui-language", "en").out
    for words in ("Where it stands", "2031-03-05", "Talblatt", "Where it comes from", "Jorun Hallwig · person"):
        assert words in text
    assert filled("claim", statements(claim)[0], *L, "--format", "markdown").out.startswith(f"# {WORDS}\n")


@pytest.mark.parametrize(("given", "problem"), [("zz", "no claim has"), ("", "give more digits")])
def test_an_id_that_means_no_claim_or_several_is_wrong_usage(filled: Command, given: str, problem: str) -> None:
    run = filled("claim", given, *L)
    assert (run.status, run.out) == (2, "")
    assert problem in run.err


def test_people_merge_split_and_undo(filled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUELLENLAGE_USER", "Mika Sandorn")
    houses, crack = claim_of(filled, "4000"), claim_of(filled, "Riss")
    before = listed(filled)
    merge = filled("judge", "merge", str(houses["id"]), statements(crack)[0][:12], *L, "--note", "one event")
    assert merge.status == 0
    both = claim_of(filled, "4000")
    assert sorted(statements(both)) == sorted([*statements(houses), *statements(crack)])
    judgements = both["judgements"]
    assert isinstance(judgements, list)
    assert [(each["verdict"], each["by"], each["note"]) for each in judgements] == [
        ("same", "Mika Sandorn", "one event")
    ]

    taken = statements(crack)
    assert filled("judge", "split", str(both["id"]), *taken, *L, "--by", "Kai").status == 0
    assert sorted(statements(claim_of(filled, "Riss"))) == sorted(taken)
    for judgement in reversed(json.loads(filled("judge", "list", *L, "--format", "json").out)):
        assert filled("judge", "undo", judgement["id"], *L).status == 0
    assert listed(filled) == before
    table = list(csv.DictReader(filled("judge", "list", *L, "--format", "csv").out.splitlines()))
    assert [(row["verdict"], row["by"]) for row in table] == [
        ("same", "Mika Sandorn"),
        ("different", "Kai"),
        ("undo", "Mika Sandorn"),
        ("undo", "Mika Sandorn"),
    ]


def test_a_confirmed_claim_says_by_whom(filled: Command) -> None:
    claim = claim_of(filled, "4000")
    assert filled("judge", "confirm", str(claim["id"]), *L, "--by", "Mika Sandorn").status == 0
    assert "Mika Sandorn" in filled("claim", str(claim["id"]), *L).out


@pytest.mark.parametrize(
    "arguments",
    [
        ("merge", "{0}", "{0}"),
        ("merge", "{0}", "zz"),
        ("split", "{0}", "zz"),
        ("split", "{0}", "{0}", "{1}"),
        ("confirm", "zz"),
        ("undo", "zz"),
    ],
)
def test_a_judgement_that_says_nothing_is_wrong_usage(filled: Command, arguments: tuple[str, ...]) -> None:
    ids = statements(claim_of(filled, "4000"))
    run = filled("judge", *(each.format(*ids) for each in arguments), *L, "--by", "Mika")
    assert (run.status, run.out) == (2, "")
    assert "; " in run.err
    assert json.loads(filled("judge", "list", *L, "--format", "json").out) == []


def test_nobody_judges_unknown(filled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QUELLENLAGE_USER", "LOGNAME", "USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    run = filled("judge", "confirm", str(claim_of(filled, "4000")["id"]), *L)
    assert run.status == 2
    assert "--by" in run.err


@pytest.mark.parametrize(
    "command", [("claims",), ("claim", "a"), ("link",), ("judge", "confirm", "a"), ("judge", "list")]
)
def test_no_ledger_is_status_3_and_makes_none(quellenlage: Command, tmp_path: Path, command: tuple[str, ...]) -> None:
    run = quellenlage(*command, *L)
    assert (run.status, run.out) == (3, "")
    assert "l.sqlite: is not there" in run.err
    assert not (tmp_path / "l.sqlite").exists()


def test_what_was_cut_short_is_linked_by_the_next_command(filled: Command, tmp_path: Path) -> None:
    before = listed(filled)
    for command in (("claims",), ("link",), ("judge", "list")):
        with closing(sqlite3.connect(tmp_path / "l.sqlite")) as connection:
            for table in ("trace_keys", "glances", "traces", "links", "claims"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("INSERT INTO pending SELECT number FROM current")
            connection.commit()
        assert filled(*command, *L).status == 0
        assert listed(filled) == before
    assert filled("link", *L).out == "0 articles linked\n"
    assert filled("link", "--again", *L).out == "2 articles linked\n"
    assert listed(filled) == before
