"""Whatever a reading holds, its exports can be read, and point at the words that they are about."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import bibtexparser
import mwparserfromhell
import rispy
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from pyld import jsonld

from quellenlage.exporting.annotations import reading_to_annotations
from quellenlage.exporting.bibliographies import citations_to_bibtex, citations_to_csl, citations_to_ris
from quellenlage.exporting.citations import Citation
from quellenlage.exporting.columns import FIGURES, STATEMENTS
from quellenlage.exporting.csv_table import write_csv
from quellenlage.exporting.jsonld import article_to_jsonld
from quellenlage.exporting.wikipedia import citations_to_cite_news, citations_to_internetquelle
from quellenlage.ledger import FigureEntry, StatementEntry
from quellenlage.ledger.entries import article_entry
from quellenlage.model.statement import Reading
from strategies import readings

SCHEMA = Path(__file__).parents[1] / "exporting" / "web_annotation.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def never_fetch(url: str, _options: object) -> dict[str, object]:
    raise AssertionError(f"wanted to fetch {url}")


def annotations_point_at_their_words(reading: Reading) -> None:
    found = json.loads(reading_to_annotations(reading))
    VALIDATOR.validate(found)
    for annotation, statement in zip(found["first"]["items"], reading.statements, strict=True):
        targets = annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]
        for target, span in zip(targets, statement.attribution.content, strict=True):
            quote, block = target["selector"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            text = reading.article.blocks[span.block].text
            assert text[span.start - len(quote["prefix"]) :].startswith(around)
            assert text[block["refinedBy"]["start"] : block["refinedBy"]["end"]] == quote["exact"] == span.text


def linked_data_keeps_every_statement(reading: Reading) -> None:
    (found,) = jsonld.expand(json.loads(article_to_jsonld(reading)), {"documentLoader": never_fetch})
    assert len(found.get("https://schema.org/hasPart", ())) == len(reading.statements)


def citations_can_be_read(reading: Reading) -> None:
    cited = [Citation(reading.article, next(iter(reading.statements), None))]
    assert len(json.loads(citations_to_csl(cited))) == 1
    library = bibtexparser.parse_string(citations_to_bibtex(cited))
    assert (len(library.entries), library.failed_blocks) == (1, [])
    assert len(rispy.loads(citations_to_ris(cited))) == 1
    for write in (citations_to_internetquelle, citations_to_cite_news):
        (template,) = mwparserfromhell.parse(write(cited)).filter_templates()
        assert len({str(each.name) for each in template.params}) == len(template.params)


def every_entry_is_one_row(reading: Reading) -> None:
    article = article_entry(reading.article, "a.html")
    statements = [StatementEntry(statement, article) for statement in reading.statements]
    figures = [
        FigureEntry(figure, statement, article)
        for statement in reading.statements
        for figure in statement.qualification.figures
    ]
    for write, number, head in (
        (lambda stream: write_csv(STATEMENTS, statements, stream), len(statements), STATEMENTS.head),
        (lambda stream: write_csv(FIGURES, figures, stream), len(figures), FIGURES.head),
    ):
        stream = io.BytesIO()
        assert write(stream) == number
        first, *rows = csv.reader(io.StringIO(stream.getvalue().decode(), newline=""))
        assert (tuple(first), {len(row) for row in rows} <= {len(head)}, len(rows)) == (head, True, number)


@given(readings())
@settings(max_examples=50)  # making a reading takes longer than all of this
def test_any_reading_can_be_exported(reading: Reading) -> None:
    blocks = tuple(replace(block, locator=f"/html/body/p[{block.index + 1}]") for block in reading.article.blocks)
    reading = replace(reading, article=replace(reading.article, blocks=blocks))
    annotations_point_at_their_words(reading)
    linked_data_keeps_every_statement(reading)
    citations_can_be_read(reading)
    every_entry_is_one_row(reading)
