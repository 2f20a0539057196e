"""`quellenlage export`: every kind in every format, to stdout and into files."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import stat
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import html
from pyarrow import parquet

from commands import PAGE, Command
from fakes import QuoteTagger
from quellenlage.ledger import Query, open_ledger
from quellenlage.model.review import ReviewVerdict, make_review
from quellenlage.model.text import Page
from quellenlage.pipeline import Hints, extract, settle

L = ("--ledger", "l.sqlite")
CITATIONS = ("csl-json", "bibtex", "ris", "wikipedia-de", "wikipedia-en")
LISTS = ("statements", "figures", "sources", "series", "points", "claims", "links")
LISTED = tuple(noun for noun in LISTS if noun not in ("points", "links"))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with two outlets' articles that quote the same people, and a judgement."""
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


@pytest.fixture
def claim(filled: Command) -> str:
    """The id of the claim on the houses."""
    ((found),) = json.loads(filled("claims", *L, "--text", "4000", "--format", "json").out)
    return str(found["id"])


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("form", ["jsonld", "prov-json", "prov-n", "markdown", "html", *CITATIONS])
def test_a_claim_in_every_format(filled: Command, claim: str, form: str) -> None:
    run = filled("export", "claim", claim[:8], "--format", form, *L)
    assert (run.status, run.err) == (
        0,
        "quellenlage: 2 citations exported\n"
        if form in CITATIONS
        else "quellenlage: 1 claim exported (2 appearances and 1 independent origin)\n",
    )
    assert "Nordlicht" in run.out
    assert "Talblatt" in run.out
    if form.startswith("json") or form in ("prov-json", "csl-json"):
        assert json.loads(run.out)


@pytest.mark.parametrize("form", ["jsonld", "annotations", *CITATIONS])
@pytest.mark.parametrize("given", ["nordlicht.txt", "https://nordlicht.example/"])
def test_an_article_by_file_or_address(filled: Command, form: str, given: str) -> None:
    run = filled("export", "article", given, "--format", form, *L)
    said = "1 citation exported" if form in CITATIONS else "1 article exported (2 statements)"
    assert (run.status, run.err) == (0, f"quellenlage: {said}\n")
    assert "Damm an der Wesper" in run.out
    assert "Talblatt" not in run.out


def test_an_article_by_its_id_and_what_people_said_of_it(filled: Command, claim: str) -> None:
    assert filled("judge", "confirm", claim, *L, "--by", "Mika Sandorn").status == 0
    article = rows(filled("export", "statements", *L).out)[0]["article"]
    found = json.loads(filled("export", "article", article, "--format", "annotations", *L).out)
    assert [each["creator"]["name"] for each in found["first"]["items"]] == [*["Quellenlage"] * 2, "Mika Sandorn"]


@pytest.mark.parametrize("form", ["markdown", *CITATIONS])
def test_a_statement_with_its_citation(filled: Command, claim: str, form: str) -> None:
    run = filled("export", "statement", claim, "--format", form, *L)
    assert run.status == 0
    assert "Wir räumen mehr als 4000 Häuser" in run.out
    assert "Damm an der Wesper" in run.out


def test_what_people_reviewed_as_gold(filled: Command, tmp_path: Path) -> None:
    none = filled("export", "reviews", "--format", "gold", *L)
    assert (none.status, none.out, none.err) == (0, "", "quellenlage: 0 articles exported (0 statements)\n")
    with closing(open_ledger(str(tmp_path / "l.sqlite"))) as store:
        entry = store.statements(Query()).items[0]
        store.review(
            make_review(
                entry.statement.id,
                entry.article.id,
                ReviewVerdict.ACCEPT,
                by="Mika Sandorn",
                at=datetime(2031, 3, 7, tzinfo=UTC),
            )
        )
    run = filled("export", "reviews", "--format", "gold", "-o", "reviewed.jsonl", *L)
    assert (run.status, run.err) == (0, "quellenlage: 1 article exported (1 statement)\n")
    (line,) = (tmp_path / "reviewed.jsonl").read_text(encoding="utf-8").splitlines()
    (told,) = json.loads(line)["statements"]
    assert told["content"] == [span.text for span in entry.statement.attribution.content]


def test_the_dossier_speaks_the_readers_language(filled: Command, claim: str) -> None:
    for language, words in (("de", "1 unabhängiger Ursprung"), ("en", "1 independent origin")):
        page = filled("export", "claim", claim, "--format", "html", *L, "--ui-language", language).out
        assert words in html.fromstring(page).text_content()


def test_the_day_of_access_is_the_users_word(filled: Command) -> None:
    article = ("export", "article", "nordlicht.txt", "--format", "wikipedia-de", *L)
    assert "abruf" not in filled(*article).out
    assert "|abruf=2031-04-01" in filled(*article, "--accessed", "2031-04-01").out
    assert filled(*article, "--accessed", "gestern").status == 2


@pytest.mark.parametrize("noun", LISTS)
def test_lists_as_csv_and_parquet_have_the_same_rows(filled: Command, tmp_path: Path, noun: str) -> None:
    run = filled("export", noun, *L)
    assert run.status == 0
    found = rows(run.out)
    assert found
    said = f"quellenlage: {len(found)} row{'' if len(found) == 1 else 's'} exported ({noun})\n"
    assert run.err == said
    assert filled("export", noun, *L, "--format", "parquet", "-o", "rows.parquet").err == said
    read = parquet.read_table(tmp_path / "rows.parquet")
    assert (read.num_rows, read.column_names) == (len(found), list(found[0]))


@pytest.mark.parametrize("noun", LISTED)
def test_listing_and_exporting_have_the_same_columns_also_without_rows(filled: Command, noun: str) -> None:
    assert filled(noun, *L, "--format", "csv").out == filled("export", noun, *L).out
    listed = filled(noun, *L, "--text", "gibt es nicht", "--format", "csv").out
    exported = filled("export", noun, *L, "--text", "gibt es nicht")
    assert listed == exported.out
    assert len(listed.splitlines()) == 1
    assert exported.err == f"quellenlage: 0 rows exported ({noun})\n"


def test_conditions_are_those_of_the_lists_and_what_is_left_out_is_said(filled: Command) -> None:
    assert len(rows(filled("export", "statements", *L, "--source", "ettmer").out)) == 2
    assert len(rows(filled("export", "claims", *L, "--min-appearances", "3").out)) == 0
    run = filled("export", "statements", *L, "--limit", "1")
    assert run.err.splitlines() == [
        "quellenlage: 1 of 4 statements shown; for all of them leave out --limit",
        "quellenlage: 1 row exported (statements)",
    ]


def test_excel_gets_its_mark(filled: Command, tmp_path: Path) -> None:
    filled("export", "statements", *L, "--bom", "-o", "excel.csv")
    filled("export", "statements", *L, "-o", "plain.csv")
    marked, plain = ((tmp_path / f"{name}.csv").read_bytes() for name in ("excel", "plain"))
    assert marked == b"\xef\xbb\xbf" + plain
    assert plain.count(b"\r\n") == 5


def test_a_file_is_written_as_a_whole_with_the_rights_of_any_file(filled: Command, tmp_path: Path) -> None:
    target = tmp_path / "rows.csv"
    target.write_text("earlier", encoding="utf-8")
    target.chmod(0o640)
    assert filled("export", "statements", *L, "-o", "rows.csv").out == ""
    assert len(rows(target.read_text(encoding="utf-8"))) == 4
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.glob("*row*")) == ["rows.csv"]
    mask = os.umask(0o027)
    try:
        filled("export", "statements", *L, "-o", "new.csv")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == 0o640


def test_what_goes_wrong_leaves_the_earlier_file_as_it_was(
    filled: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "rows.parquet"
    target.write_text("earlier", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    run = filled("export", "statements", *L, "--format", "parquet", "-o", "rows.parquet")
    assert run.status == 2
    assert "pip install 'quellenlage[parquet]'" in run.err
    assert target.read_text(encoding="utf-8") == "earlier"
    assert {path.name for path in tmp_path.glob(".*")} == set()


def test_a_link_keeps_leading_to_its_file(filled: Command, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "folder" / "rows.csv")
    assert filled("export", "statements", *L, "-o", "link.csv").status == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert len(rows((tmp_path / "folder" / "rows.csv").read_text(encoding="utf-8"))) == 4


def test_a_hyphen_is_standard_output(filled: Command, tmp_path: Path) -> None:
    assert filled("export", "sources", *L, "-o", "-").out == filled("export", "sources", *L).out
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("output", ["no/such/folder/x.csv", "folder", "l.sqlite/x.csv"])
def test_a_file_that_cannot_be_written_is_wrong_usage(filled: Command, tmp_path: Path, output: str) -> None:
    (tmp_path / "folder").mkdir()
    run = filled("export", "statements", *L, "-o", output)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"quellenlage: {output}: ")
    assert "; choose another with --output" in run.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("claim", "zz", "--format", "jsonld"),
        ("claim", "", "--format", "jsonld"),
        ("article", "nowhere.html", "--format", "jsonld"),
        ("statement", "zz", "--format", "ris"),
        ("statement", "", "--format", "ris"),
    ],
)
def test_what_is_not_there_or_not_one_is_wrong_usage(filled: Command, arguments: tuple[str, ...]) -> None:
    run = filled("export", *arguments, *L)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"quellenlage: {arguments[1]}: ")
    assert "; " in run.err


def test_several_articles_of_one_name_are_not_guessed_between(filled: Command, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(PAGE.replace("4000", f"400{folder == 'a':d}"), encoding="utf-8")
        assert filled("add", f"{folder}/same.txt", *L).status == 0
    run = filled("export", "article", "same.txt", "--format", "jsonld", *L)
    assert run.status == 2
    assert "2 articles; give the id of one (" in run.err


@pytest.mark.parametrize(
    "arguments", [("claim", "a", "-f", "html"), ("article", "a", "-f", "ris"), ("statements",), ("claims",)]
)
def test_no_ledger_is_status_3_and_writes_nothing(
    quellenlage: Command, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    run = quellenlage("export", *arguments, *L, "-o", "x")
    assert (run.status, run.out) == (3, "")
    assert not (tmp_path / "x").exists()
