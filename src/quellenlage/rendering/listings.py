"""A ledger's entries as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TextIO

from rich.table import Table
from rich.text import Text

from quellenlage.ledger import ArticleEntry, FigureEntry, SourceEntry, StatementEntry
from quellenlage.model.text import Language
from quellenlage.rendering.labels import label
from quellenlage.rendering.phrases import (
    chain,
    figure_phrase,
    headline,
    moment_phrase,
    quoted,
    shown,
)
from quellenlage.rendering.terminal import open_console, print_statement, print_wrapped


def print_statements(stream: TextIO, entries: Sequence[StatementEntry], language: Language) -> None:
    """The statements under their articles, numbered through."""
    console = open_console(stream)
    width = len(str(len(entries)))
    numbered = enumerate(entries, start=1)
    for article, group in groupby(numbered, key=lambda pair: pair[1].article):
        print_wrapped(console, Text(headline(article.headline, language), style="bold"))
        print_wrapped(console, Text(_origin(article, language), style="dim"))
        for number, entry in group:
            console.print()
            print_statement(console, entry.statement, article.outlet, language, f"{number:>{width}}")
        console.print()


def print_figures(stream: TextIO, entries: Sequence[FigureEntry], language: Language) -> None:
    """Each figure as understood, whose it is, and the words it stands in."""
    console = open_console(stream)
    indent = Text("  ")
    for entry in entries:
        print_wrapped(console, Text(figure_phrase(entry.figure, language), style="bold"))
        print_wrapped(console, Text(chain(entry.statement, entry.article.outlet, language), style="cyan"), indent)
        print_wrapped(console, Text(quoted(entry.statement, language)), indent)
        print_wrapped(console, Text(_origin(entry.article, language), style="dim"), indent)
        console.print()


def print_sources(stream: TextIO, entries: Sequence[SourceEntry], language: Language) -> None:
    """A table of names with their counts."""
    console = open_console(stream)
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("speaker", "class"):
        table.add_column(label(heading, language), overflow="fold")
    for heading in ("said", "relayed", "articles"):
        table.add_column(label(heading, language), justify="right", no_wrap=True)
    for entry in entries:
        name = Text(shown(entry.name) or label("class.none", language), style="bold cyan")
        counts = (str(number) for number in (entry.said, entry.relayed, entry.articles))
        table.add_row(name, label(f"class.{entry.cls}", language), *counts)
    if entries:
        with console.capture() as rendered:
            console.print(table)
        for line in rendered.get().splitlines():  # a table pads its lines with blanks
            print(line.rstrip(), file=stream)


def _origin(article: ArticleEntry, language: Language) -> str:
    outlet = shown(article.outlet) if article.outlet else label("no_outlet", language)
    return " · ".join([outlet, moment_phrase(article.published, language), shown(article.file or article.page)])
