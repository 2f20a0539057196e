"""From the command line's inputs to outcomes: hints checked, failures said and counted, progress shown."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quellenlage.cli.options import LanguageChoice
from quellenlage.model.text import Moment

if TYPE_CHECKING:
    from quellenlage.pipeline import Hints, Outcome


def make_hints(
    inputs: Sequence[str],
    language: LanguageChoice,
    url: str | None,
    outlet: str | None,
    published: Moment | None,
    outlets: Path | None = None,
) -> Hints:
    """The user's hints. A usage error where one address is given for several inputs.

    `outlets` is a file that extends the known ones. Raises SettingsError where it is no such list.
    """
    from quellenlage.gazetteer import builtin
    from quellenlage.pipeline import Hints

    if url and len(inputs) > 1:
        raise typer.BadParameter("--url is the address of one page; give one INPUT with it")
    gazetteer = builtin().with_entries(outlets) if outlets is not None else None
    return Hints(language.value, url, outlet, published, gazetteer)


class Report:
    """Passes outcomes on, says each failure on stderr when it comes by, and counts them."""

    def __init__(self) -> None:
        self.failures = 0

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, in the same order."""
        for outcome in outcomes:
            if outcome.failure:
                self.failures += 1
                print(f"quellenlage: {outcome.failure}", file=sys.stderr)
            yield outcome

    def exit(self) -> None:
        """Ends the command with status 1 where an input failed."""
        if self.failures:
            raise typer.Exit(1)


def show_progress(names: Sequence[str]) -> Iterator[str]:
    """The inputs one by one, with a bar on stderr while they are worked on.

    Only where several inputs go from a terminal into a file or a pipe: otherwise the output itself shows the progress,
    and a log file wants no bar.
    """
    return iter(names) if sys.stdout.isatty() else count_progress(names, len(names))


def count_progress(steps: Iterable[str], total: int) -> Iterator[str]:
    """The steps one by one, with a bar on stderr while they are made, where that is a terminal."""
    if total < 2 or not sys.stderr.isatty():
        return iter(steps)
    from quellenlage.rendering.terminal import with_progress

    return with_progress(steps, total, sys.stderr)
