"""`quellenlage export claim|article|statement ID`, and `reviews`: in the formats of those who cite, file and train."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from quellenlage.cli import exporting_rows
from quellenlage.cli.claims import linked_view
from quellenlage.cli.delivering import deliver, plural, say_exported
from quellenlage.cli.finding import find_article, find_statement
from quellenlage.cli.options import LedgerAddress, Output, UiLanguage, parse_day
from quellenlage.exporting.citations import Citation
from quellenlage.judging import find_claim
from quellenlage.ledger import open_view, reviewed_gold
from quellenlage.model.claim import Claim
from quellenlage.model.judging import Verdicts
from quellenlage.model.text import Language
from quellenlage.settings import read_settings


class CitationFormat(StrEnum):
    """What citations can be written as: part of what each of the others can."""

    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"
    WIKIPEDIA_DE = "wikipedia-de"
    WIKIPEDIA_EN = "wikipedia-en"


class ClaimFormat(StrEnum):
    """What one claim can be exported as."""

    JSONLD = "jsonld"
    PROV_JSON = "prov-json"
    PROV_N = "prov-n"
    MARKDOWN = "markdown"
    HTML = "html"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"
    WIKIPEDIA_DE = "wikipedia-de"
    WIKIPEDIA_EN = "wikipedia-en"


class ArticleFormat(StrEnum):
    """What one article can be exported as."""

    JSONLD = "jsonld"
    ANNOTATIONS = "annotations"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"
    WIKIPEDIA_DE = "wikipedia-de"
    WIKIPEDIA_EN = "wikipedia-en"


class StatementFormat(StrEnum):
    """What one statement can be exported as."""

    MARKDOWN = "markdown"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"
    WIKIPEDIA_DE = "wikipedia-de"
    WIKIPEDIA_EN = "wikipedia-en"


class ReviewFormat(StrEnum):
    """What people's reviews can be exported as."""

    GOLD = "gold"


Accessed = Annotated[
    date | None,
    typer.Option(
        "--accessed",
        metavar="DAY",
        parser=parse_day,
        help="Day on which the pages were last looked at, for citations; by default none is given.",
        show_default=False,
    ),
]
_CITATIONS = frozenset(each.value for each in CitationFormat)

app = typer.Typer(
    name="export",
    help="Write a claim, an article, a statement or a list for those who cite, file or compute.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("claim")
def claim_command(
    claim: Annotated[
        str, typer.Argument(metavar="ID", help="The claim's id, or the beginning of one of its statements'.")
    ],
    form: Annotated[ClaimFormat, typer.Option("--format", "-f", help="How to write it.")],
    accessed: Accessed = None,
    output: Output = None,
    ledger: LedgerAddress = None,
    ui_language: UiLanguage = None,
) -> None:
    """Write one claim with all its receipts. As citations: those of all articles in which it stands.

    \b
    Examples:
      quellenlage export claim 3f9c20 --format html -o dossier.html
      quellenlage export claim 3f9c20 --format prov-json -o claim.prov.json
      quellenlage export claim 3f9c20 --format bibtex --accessed 2031-04-01 -o claim.bib
    """
    settings = read_settings()
    from quellenlage import settling

    with linked_view(ledger or settings.ledger) as view:
        found = settling.claim(view, find_claim(view, claim))
        articles = dict.fromkeys(each.article.id for each in found.appearances)
        cited = [Citation(view.reading(article).article) for article in articles] if form in _CITATIONS else []
    if form in _CITATIONS:
        _deliver_citations(cited, form.value, accessed, output)
        return
    deliver(_claim_text(found, form, ui_language or settings.ui_language), output)
    places, origins = len(found.appearances), len(found.origins)
    say_exported("1 claim", f"{plural(places, 'appearance')} and {plural(origins, 'independent origin')}")


@app.command("article")
def article_command(
    article: Annotated[str, typer.Argument(metavar="PAGE", help="The article's file, address or id.")],
    form: Annotated[ArticleFormat, typer.Option("--format", "-f", help="How to write it.")],
    accessed: Accessed = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Write one article: its statements as linked data or as annotations, or its citation.

    \b
    Examples:
      quellenlage export article page.html --format annotations -o annotations.json
      quellenlage export article https://nordlicht.example/damm --format wikipedia-de --accessed 2031-04-01
    """
    with closing(open_view(ledger or read_settings().ledger)) as view:
        reading = view.reading(find_article(view, article))
        ids = [statement.id for statement in reading.statements]
        judgements, reviews = Verdicts(view.judgements()).touching(ids), view.reviews(ids)
    if form in _CITATIONS:
        _deliver_citations([Citation(reading.article)], form.value, accessed, output)
        return
    if form is ArticleFormat.JSONLD:
        from quellenlage.exporting.jsonld import article_to_jsonld

        text = article_to_jsonld(reading)
    else:
        from quellenlage.exporting.annotations import reading_to_annotations

        text = reading_to_annotations(reading, judgements, reviews)
    deliver(text, output)
    say_exported("1 article", plural(len(ids), "statement"))


@app.command("statement")
def statement_command(
    statement: Annotated[str, typer.Argument(metavar="ID", help="The statement's id, or its beginning.")],
    form: Annotated[StatementFormat, typer.Option("--format", "-f", help="How to write it.")],
    accessed: Accessed = None,
    output: Output = None,
    ledger: LedgerAddress = None,
    ui_language: UiLanguage = None,
) -> None:
    """Write the exact words of one statement with their citation.

    \b
    Examples:
      quellenlage export statement b71e04 --format markdown
      quellenlage export statement b71e04 --format wikipedia-en --accessed 2031-04-01
    """
    settings = read_settings()
    with linked_view(ledger or settings.ledger) as view:
        found, article = find_statement(view, statement)
    if form in _CITATIONS:
        _deliver_citations([Citation(article, found)], form.value, accessed, output)
        return
    from quellenlage.rendering.quotation import quotation_to_markdown

    deliver(quotation_to_markdown(found, article, ui_language or settings.ui_language), output)
    say_exported("1 statement")


@app.command("reviews")
def reviews_command(
    form: Annotated[ReviewFormat, typer.Option("--format", "-f", help="How to write it.")],
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Write what people accepted or corrected as training data: JSON Lines, an article a line.

    \b
    Examples:
      quellenlage export reviews --format gold -o reviewed.gold.jsonl
    """
    from quellenlage.exporting.gold import gold_to_lines

    with closing(open_view(ledger or read_settings().ledger)) as view:
        found = list(reviewed_gold(view))
    deliver({ReviewFormat.GOLD: gold_to_lines}[form](found), output)
    say_exported(plural(len(found), "article"), plural(sum(len(each.statements) for each in found), "statement"))


def _claim_text(claim: Claim, form: ClaimFormat, language: Language) -> str:
    if form is ClaimFormat.JSONLD:
        from quellenlage.exporting.jsonld import claim_to_jsonld

        return claim_to_jsonld(claim)
    if form is ClaimFormat.MARKDOWN:
        from quellenlage.rendering.markdown import claim_to_markdown

        return claim_to_markdown(claim, language)
    if form is ClaimFormat.HTML:
        from quellenlage.rendering.dossier_page import claim_to_html

        return claim_to_html(claim, language)
    from quellenlage.exporting.provenance import claim_to_prov_json, claim_to_prov_n

    return claim_to_prov_json(claim) if form is ClaimFormat.PROV_JSON else claim_to_prov_n(claim)


def _deliver_citations(found: Sequence[Citation], form: str, accessed: date | None, output: str | None) -> None:
    from quellenlage.exporting import bibliographies, wikipedia

    write = {
        CitationFormat.CSL_JSON: bibliographies.citations_to_csl,
        CitationFormat.BIBTEX: bibliographies.citations_to_bibtex,
        CitationFormat.RIS: bibliographies.citations_to_ris,
        CitationFormat.WIKIPEDIA_DE: wikipedia.citations_to_internetquelle,
        CitationFormat.WIKIPEDIA_EN: wikipedia.citations_to_cite_news,
    }[CitationFormat(form)]
    deliver(write(found, accessed), output)
    say_exported(plural(len(found), "citation"))


for _name, _command in exporting_rows.COMMANDS.items():
    app.command(_name)(_command)
