"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quellenlage.model.statement import Kind, SourceClass
from quellenlage.model.text import Language, Moment
from quellenlage.model.wire import moment_from_wire


class LanguageChoice(StrEnum):
    """Language of a page, or "auto" to find out."""

    AUTO = "auto"
    GERMAN = "de"
    ENGLISH = "en"


def parse_moment(text: str) -> Moment:
    """A moment given on the command line. Raises a usage error where it is not ISO 8601."""
    try:
        moment = moment_from_wire(text)
    except ValueError:
        moment = None
    if moment is None:
        raise typer.BadParameter(f"{text!r} is no time; write 2025-05-05 or 2025-05-05T07:51+02:00")
    return moment


def parse_day(text: str) -> date:
    """A day given on the command line. Raises a usage error where it is not ISO 8601."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write 2025-05-05") from None


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.html, .txt, .json with blocks; gzip too), addresses (https://…) or - for standard input.",
        show_default=False,
    ),
]
PageLanguage = Annotated[LanguageChoice, typer.Option("--lang", help="Language of the pages.")]
PageUrl = Annotated[
    str | None, typer.Option("--url", metavar="URL", help="Address of the page (one INPUT only).", show_default=False)
]
PageOutlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Outlet that published it.", show_default=False)
]
PagePublished = Annotated[
    date | None,  # a datetime is a date, and typer knows no unions
    typer.Option(
        "--published",
        metavar="TIME",
        parser=parse_moment,
        help="When it was published, in ISO 8601.",
        show_default=False,
    ),
]
OutletList = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Outlets and agencies of your own, beside those that are known (tab-separated).",
        show_default=False,
    ),
]
SourceName = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="NAME",
        help="Part of the name of the speaker or of anyone in the chain.",
        show_default=False,
    ),
]
SpeakerClass = Annotated[SourceClass | None, typer.Option("--class", help="Class of the speaker.", show_default=False)]
HowReported = Annotated[Kind | None, typer.Option("--kind", help="How it is reported.", show_default=False)]
OutletName = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Part of the outlet's name.", show_default=False)
]
ArticleName = Annotated[
    str | None,
    typer.Option("--article", metavar="PAGE", help="An article's file, address or id.", show_default=False),
]
ArticleLanguage = Annotated[
    Language | None, typer.Option("--lang", help="Language of the article.", show_default=False)
]
Limit = Annotated[
    int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many entries.", show_default=False)
]
ContentWords = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="Words in the content.", show_default=False)
]
UnitName = Annotated[
    str | None,
    typer.Option(
        "--unit", metavar="UNIT", help="Unit of a figure in the content, as it is written, whole.", show_default=False
    ),
]
Since = Annotated[
    date | None,
    typer.Option(
        "--since", metavar="DAY", parser=parse_day, help="Published on this day or later.", show_default=False
    ),
]
Until = Annotated[
    date | None,
    typer.Option(
        "--until", metavar="DAY", parser=parse_day, help="Published on this day or before.", show_default=False
    ),
]
Undated = Annotated[bool, typer.Option("--undated", help="Only articles without a published time.")]
Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="The file to write; by default standard output.", show_default=False
    ),
]
UiLanguage = Annotated[
    Language | None,
    typer.Option("--ui-language", help="Language of the labels; by default the locale's.", show_default=False),
]
LedgerAddress = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE|URL",
        help="The ledger, a file or postgresql://…; by default $QUELLENLAGE_LEDGER, or a file in your data directory.",
        show_default=False,
    ),
]
