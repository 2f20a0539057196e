"""Text for a terminal, plain where there is none. The only door to rich.

Colour only repeats what words already say, and no meaning hangs on telling red from green: names are cyan, what the
speaker does not claim as certain is yellow, everything secondary is dim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from quellenlage.model.statement import Certainty, Polarity, Reading, Statement
from quellenlage.model.text import Language
from quellenlage.rendering.labels import counted, label
from quellenlage.rendering.phrases import (
    ARROW,
    article_facts,
    blocks_of,
    chain,
    circumstances,
    figure_phrase,
    headline,
    in_quotes,
    marks,
    quoted,
    shown,
    source_class,
    speaker_name,
    words,
)

_WIDEST = 100  # longer lines are hard to read


def open_console(stream: TextIO) -> Console:
    """A console on `stream`: colours on a terminal unless NO_COLOR is set, plain text otherwise."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    if console.width > _WIDEST:
        console.width = _WIDEST
    return console


def print_reading(console: Console, reading: Reading, language: Language) -> None:
    """The article's facts, then each statement in the order of the page, wrapped at the console's width."""
    article = reading.article
    speakers = {statement.speaker.id for statement in reading.statements if statement.speaker.name}
    numbers = [counted(len(reading.statements), "statement", language), counted(len(speakers), "source", language)]
    print_wrapped(console, Text(headline(article.headline, language), style="bold"))
    print_wrapped(console, Text(" · ".join(article_facts(article, language)), style="dim"))
    print_wrapped(console, Text(", ".join(numbers) if speakers else numbers[0], style="dim"))
    width = len(str(len(reading.statements)))
    for number, statement in enumerate(reading.statements, start=1):
        console.print()
        print_statement(console, statement, article.outlet, language, f"{number:>{width}}")
    console.print()


def print_statement(
    console: Console, statement: Statement, outlet: str | None, language: Language, number: str
) -> None:
    """Who said it, through whom, the words, the figures, and how sure: behind its number."""
    indent = Text(f" {number}  ", style="dim")
    for line in _statement(statement, outlet, language):
        print_wrapped(console, line, indent)
        indent = Text(" " * len(indent))


def print_wrapped(console: Console, line: Text, indent: Text | None = None) -> None:
    """One logical line behind an indent that goes on as blanks. Without the trailing blanks of rich's own layouts."""
    first = indent or Text()
    for piece in line.wrap(console, max(console.width - len(first), 20)):
        piece.rstrip()
        console.print(Text.assemble(first, piece), soft_wrap=True)
        first = Text(" " * len(first))


def _statement(statement: Statement, outlet: str | None, language: Language) -> Iterator[Text]:
    cls = source_class(statement.speaker, language)
    yield Text.assemble((speaker_name(statement.speaker, language), "bold cyan"), (f" · {cls}" if cls else "", "dim"))
    if statement.via:
        path = Text(chain(statement, outlet, language))
        path.highlight_words([ARROW.strip()], style="dim")
        yield path
    yield Text(quoted(statement, language))
    for figure in statement.qualification.figures:
        yield Text.assemble(("= ", "dim"), figure_phrase(figure, language))
    notes = circumstances(statement, language)
    if notes:
        yield Text(" · ".join(notes), style="dim")
    yield _footnote(statement, language)


def _footnote(statement: Statement, language: Language) -> Text:
    said, qualified = statement.attribution, statement.qualification
    doubtful = qualified.certainty is not Certainty.CERTAIN or qualified.polarity is Polarity.DENIED
    place = [f"{label('block', language)} {blocks_of(statement)}"]
    if said.cue:
        place.insert(0, in_quotes(words(said.cue), language))
    place.append(f"{label('model_confidence', language)} {round(100 * said.confidence)} %")
    how_sure = (" · ".join(marks(statement, language)), "yellow" if doubtful else "dim")
    return Text.assemble(how_sure, (f" · {' · '.join(place)}", "dim"))


def with_progress(names: Iterable[str], total: int, stream: TextIO) -> Iterator[str]:
    """The names one by one, with a bar, a count and the remaining time on `stream` until all are taken."""
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(file=stream), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=total)
        for name in names:
            progress.update(task, description=escape(shown(name)))
            yield name
            progress.advance(task)
