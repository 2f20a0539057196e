"""`quellenlage claims`, `claim`, `link`: what is said in several articles, and on whose word."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from quellenlage.cli.options import ContentWords, LedgerAddress, Since, UiLanguage, Undated, Until
from quellenlage.cli.writing import ListFormat, Shape, say_what_is_missing, write
from quellenlage.errors import LedgerError, LinkingError
from quellenlage.exporting import columns
from quellenlage.judging import find_claim
from quellenlage.ledger import Ledger, Listing, Query, View, open_ledger, open_view
from quellenlage.model.claim import Claim
from quellenlage.model.text import Language
from quellenlage.rendering import claim_records
from quellenlage.settings import read_settings


class ClaimFormat(StrEnum):
    """What one claim can be written as."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def _print_claims(found: Sequence[Claim], language: Language) -> None:
    from quellenlage.rendering.claims import print_claims

    print_claims(sys.stdout, found, language)


_SHAPE = Shape(claim_records.claim_record, columns.CLAIMS, _print_claims)


def claims_command(
    text: ContentWords = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Part of the name of a speaker or of anyone in a chain.", show_default=False),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Part of an outlet's name.", show_default=False)
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of an article.", show_default=False)] = None,
    since: Since = None,
    until: Until = None,
    undated: Undated = False,
    min_appearances: Annotated[int, typer.Option(min=1, metavar="N", help="In at least so many places.")] = 1,
    min_origins: Annotated[int, typer.Option(min=0, metavar="N", help="With at least so many origins.")] = 0,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="At most so many claims.", show_default=False)
    ] = None,
    form: Annotated[ListFormat, typer.Option("--format", "-f", help="How to write it.")] = ListFormat.TEXT,
    ledger: LedgerAddress = None,
    ui_language: UiLanguage = None,
) -> None:
    """List what the articles in the ledger claim, and how many independent origins each claim has.

    The conditions must all hold of one place where the claim stands. Claims in most articles come first.

    \b
    Examples:
      quellenlage claims --min-appearances 2
      quellenlage claims --text Damm --since 2031-03-01 --format csv > claims.csv
    """
    settings = read_settings()
    query = Query(source, None, None, text, outlet, None, lang, since, until, undated, limit)
    listing = find_claims(ledger or settings.ledger, query, min_appearances, min_origins)
    write(listing.items, _SHAPE, form, ui_language or settings.ui_language)


def find_claims(address: str, query: Query, least: int, least_origins: int) -> Listing[Claim]:
    """The claims asked for of the ledger at an address, in at least so many places and with so many origins; says on
    stderr what they leave out."""
    from quellenlage import settling

    with linked_view(address) as view:

        def find(asked: Query) -> Listing[Claim]:
            return settling.claims(view, asked, least=least, least_origins=least_origins)

        listing = find(query)
        say_what_is_missing("claims", find, query, listing)
    return listing


def claim_command(
    claim: Annotated[
        str,
        typer.Argument(metavar="ID", help="The claim's id, or the beginning of one of its statements'."),
    ],
    form: Annotated[ClaimFormat, typer.Option("--format", "-f", help="How to write it.")] = ClaimFormat.TEXT,
    ledger: LedgerAddress = None,
    ui_language: UiLanguage = None,
) -> None:
    """Show one claim with all its receipts: where it stands, where it comes from, who denies it, how it changed.

    \b
    Examples:
      quellenlage claim 3f9c20
      quellenlage claim 3f9c20 --format markdown > dossier.md
    """
    settings = read_settings()
    language = ui_language or settings.ui_language
    from quellenlage import settling

    with linked_view(ledger or settings.ledger) as view:
        found = settling.claim(view, find_claim(view, claim))
    if form is ClaimFormat.JSON:
        print(json.dumps(claim_records.claim_record(found), ensure_ascii=False, allow_nan=False, indent=2))
    elif form is ClaimFormat.MARKDOWN:
        from quellenlage.rendering.markdown import claim_to_markdown

        print(claim_to_markdown(found, language))
    else:
        from quellenlage.rendering.claims import print_claim

        print_claim(sys.stdout, found, language)


def link_command(
    again: Annotated[bool, typer.Option("--again", help="Forget all links and find them anew.")] = False,
    ledger: LedgerAddress = None,
) -> None:
    """Find the claims of articles that were added but not linked yet. `add` and `claims` do the same by themselves.

    \b
    Examples:
      quellenlage link
      quellenlage link --again
    """
    with _existing_ledger(ledger or read_settings().ledger) as store:
        number = link_waiting(store, again=again)
    print(f"{number} article{'' if number == 1 else 's'} linked")


def link_waiting(store: Ledger, *, again: bool = False) -> int:
    """Links what waits in a ledger, with a bar on stderr where that is a terminal. How many articles it were."""
    from quellenlage import settling
    from quellenlage.cli.inputs import count_progress

    if again:
        settling.forget_links(store)
    waiting = settling.waiting(store)
    return sum(1 for _ in count_progress(settling.link(store), waiting))


@contextmanager
def linked_ledger(address: str) -> Iterator[Ledger]:
    """A ledger that is there already, to judge its claims, after whatever waits in it has been linked."""
    with _existing_ledger(address) as store:
        try:
            link_waiting(store)
        except LinkingError as error:  # what it leaves out is not what is judged
            print(f"quellenlage: {error}", file=sys.stderr)
        yield store


@contextmanager
def linked_view(address: str) -> Iterator[View]:
    """The ledger to read claims from, after whatever waits in it has been linked; says so where it cannot be."""
    from quellenlage import settling

    with closing(open_view(address)) as view:
        waiting = settling.waiting(view)
    if waiting:
        try:
            with closing(open_ledger(address)) as store:
                link_waiting(store)
        except (LedgerError, LinkingError) as error:
            print(f"quellenlage: {error}", file=sys.stderr)
            print(f"quellenlage: {waiting} articles are not linked, their claims not found", file=sys.stderr)
    with closing(open_view(address)) as view:
        yield view


@contextmanager
def _existing_ledger(address: str) -> Iterator[Ledger]:
    open_view(address).close()  # raises where there is none, so that a slip of the pen makes no empty ledger
    with closing(open_ledger(address)) as store:
        yield store
