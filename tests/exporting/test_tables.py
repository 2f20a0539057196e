"""Lists as CSV and Parquet, read back by pyarrow's readers."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import csv as arrow_csv
from pyarrow import parquet

from claimed import make_claim, make_readings
from quellenlage.errors import SettingsError
from quellenlage.exporting.columns import CLAIMS, FIGURES, JUDGEMENTS, POINTS, SERIES, SOURCES, STATEMENTS, points_of
from quellenlage.exporting.csv_table import write_csv
from quellenlage.exporting.link_columns import LINKS, links_of
from quellenlage.exporting.parquet_table import write_parquet
from quellenlage.exporting.tables import CellKind, Column, Table
from quellenlage.ledger import FigureEntry, SourceEntry, StatementEntry
from quellenlage.ledger.entries import article_entry
from quellenlage.model.claim import Appearance
from quellenlage.model.figure import Basis
from quellenlage.model.series import Point, Series
from quellenlage.model.statement import SourceClass

WORDS: Table[str] = Table(
    "words", (Column("word", lambda word: word), Column("length", lambda word: len(word), CellKind.INTEGER))
)


def statements() -> list[StatementEntry]:
    return [
        StatementEntry(statement, article_entry(reading.article, "pages/a.html"))
        for reading in make_readings()
        for statement in reading.statements
    ]


def figures() -> list[FigureEntry]:
    return [
        FigureEntry(figure, entry.statement, entry.article)
        for entry in statements()
        for figure in entry.statement.qualification.figures
    ]


def series() -> Series:
    claim = make_claim()
    points = tuple(
        Point(figure, Appearance(each.statement, each.article), figure.value, None)
        for each in claim.appearances
        for figure in each.statement.qualification.figures
    )
    return Series("Häuser", Basis.TOTAL, points, ((0, 1),))


LISTS: list[tuple[Table[object], Sequence[object]]] = [
    (STATEMENTS, statements()),  # type: ignore[list-item]
    (FIGURES, figures()),  # type: ignore[list-item]
    (SOURCES, [SourceEntry("", SourceClass.NONE, 3, 0, 2), SourceEntry("Jorun Hallwig", SourceClass.PERSON, 1, 1, 1)]),  # type: ignore[list-item]
    (CLAIMS, [make_claim()]),  # type: ignore[list-item]
    (LINKS, links_of([make_claim()])),  # type: ignore[list-item]
    (SERIES, [series()]),  # type: ignore[list-item]
    (POINTS, points_of([series()])),  # type: ignore[list-item]
    (JUDGEMENTS, make_claim().judgements),  # type: ignore[list-item]
]
BY_NOUN = [table.noun for table, _ in LISTS]


def csv_bytes(table: Table[object], entries: Sequence[object], *, bom: bool = False) -> bytes:
    stream = io.BytesIO()
    assert write_csv(table, entries, stream, bom=bom) == len(entries)
    return stream.getvalue()


def parquet_of(table: Table[object], entries: Sequence[object]) -> pyarrow.Table:
    stream = io.BytesIO()
    assert write_parquet(table, entries, stream) == len(entries)
    return parquet.read_table(pyarrow.BufferReader(stream.getvalue()))


@pytest.mark.parametrize(("table", "entries"), LISTS, ids=BY_NOUN)
def test_parquet_holds_every_cell_with_its_type(table: Table[object], entries: Sequence[object]) -> None:
    read = parquet_of(table, entries)
    assert read.to_pylist() == [table.cells(entry) for entry in entries]
    types = {CellKind.TEXT: pyarrow.string(), CellKind.INTEGER: pyarrow.int64(), CellKind.NUMBER: pyarrow.float64()}
    assert read.schema.types == [types[column.kind] for column in table.columns]


@pytest.mark.parametrize(("table", "entries"), LISTS, ids=BY_NOUN)
def test_csv_holds_every_cell(table: Table[object], entries: Sequence[object]) -> None:
    types = {column.name: pyarrow.string() for column in table.columns}
    options = arrow_csv.ConvertOptions(column_types=types)
    read = arrow_csv.read_csv(io.BytesIO(csv_bytes(table, entries)), convert_options=options).to_pylist()
    expected = [table.cells(entry) for entry in entries]
    assert [list(row) for row in read] == [list(row) for row in expected]
    for row, cells in zip(read, expected, strict=True):
        for name, cell in cells.items():
            assert row[name] == ("" if cell is None else str(cell)) or float(row[name]) == cell


@pytest.mark.parametrize(("table", "_entries"), LISTS, ids=BY_NOUN)
def test_without_entries_there_is_a_head(table: Table[object], _entries: Sequence[object]) -> None:
    assert csv_bytes(table, []) == (",".join(table.head) + "\r\n").encode()
    assert parquet_of(table, []).column_names == list(table.head)
    assert len(set(table.head)) == len(table.head)


def test_the_byte_order_mark_is_a_choice() -> None:
    assert csv_bytes(WORDS, ["ä"], bom=True) == b"\xef\xbb\xbf" + csv_bytes(WORDS, ["ä"])  # type: ignore[arg-type]
    assert csv_bytes(WORDS, ["ä"]).decode() == "word,length\r\nä,1\r\n"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "formula", ["=1+1", "+49 30", "-2+3", "@SUM(A1)", "\t=1", " =1", "\r\n=1", "＝1+1", "'=1", '=HYPERLINK("x")']
)
def test_what_a_spreadsheet_could_run_is_guarded(formula: str) -> None:
    ((cell, _),) = list(csv.reader(io.StringIO(csv_bytes(WORDS, [formula]).decode(), newline="")))[1:]  # type: ignore[arg-type]
    assert cell == f"'{formula}"


@pytest.mark.parametrize("harmless", ["+", "-", "ein Plus + mehr", "„=“", "'s war einmal", "2031-03-04"])
def test_what_is_no_formula_stays_as_it_is(harmless: str) -> None:
    ((cell, _),) = list(csv.reader(io.StringIO(csv_bytes(WORDS, [harmless]).decode(), newline="")))[1:]  # type: ignore[arg-type]
    assert cell == harmless


def test_numbers_below_zero_are_numbers() -> None:
    table: Table[float] = Table("numbers", (Column("number", lambda number: number, CellKind.NUMBER),))
    stream = io.BytesIO()
    write_csv(table, [-3.0, -0.5], stream)
    assert stream.getvalue() == b"number\r\n-3\r\n-0.5\r\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\t\r\n=+-@'\","))))
def test_any_text_comes_back_from_csv(words: list[str]) -> None:
    rows = csv.reader(io.StringIO(csv_bytes(WORDS, words).decode(), newline=""))  # type: ignore[arg-type]
    read = [word for word, _ in rows][1:]
    for cell, word in zip(read, words, strict=True):
        assert cell in (word, f"'{word}")
        assert not cell.lstrip("'").strip().startswith("=") or cell.startswith("'") or cell.strip() == "="


def test_what_utf_8_cannot_hold_is_replaced() -> None:
    assert csv_bytes(WORDS, ["a\ud800b\x00"]).decode().splitlines()[1] == "a\ufffdb\ufffd,4"  # type: ignore[arg-type]
    assert parquet_of(WORDS, ["a\ud800b\x00"]).to_pylist() == [{"word": "a\ufffdb\ufffd", "length": 4}]  # type: ignore[arg-type]


def test_without_pyarrow_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SettingsError, match=r"pip install 'quellenlage\[parquet\]'"):
        write_parquet(WORDS, ["a"], io.BytesIO())


def test_links_name_both_ends_and_their_reasons() -> None:
    claim = make_claim()
    (link,) = claim.links
    (cells,) = LINKS.rows(links_of([claim])).cells
    assert {cells["statement"], cells["other_statement"]} == {link.left, link.right}
    assert {cells["outlet"], cells["other_outlet"]} == {each.article.outlet for each in claim.appearances[:2]}
    assert (cells["relation"], cells["score"], cells["reasons"]) == ("same", 0.9, "same_speaker: Jorun Hallwig")
