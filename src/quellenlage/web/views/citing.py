"""The words of one statement with their citation, in one of three styles: to be copied into a text of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import PlainTextResponse, Response

from quellenlage.exporting.bibliographies import citations_to_bibtex
from quellenlage.exporting.citations import Citation
from quellenlage.exporting.wikipedia import citations_to_cite_news, citations_to_internetquelle
from quellenlage.ledger import Query, View
from quellenlage.model.statement import Statement
from quellenlage.model.text import Article, Language
from quellenlage.rendering.quotation import Kept, quotation_to_text
from quellenlage.web.desk import Reading
from quellenlage.web.wording import language_of, translations
from quellenlage.web.wording import later as _

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement of an article, and what is known of the stored page."""

    statement: Statement
    article: Article
    kept: Kept

    @property
    def citation(self) -> Citation:
        """For programs that keep references."""
        return Citation(self.article, self.statement)

    @property
    def accessed(self) -> date | None:
        """The day on which the page was fetched; of a file that somebody added nobody knows when it was."""
        return self.kept.at.date() if self.kept.is_fetched else None


def _text(found: Quoted, language: Language) -> str:
    return quotation_to_text(found.statement, found.article, found.kept, language)


def _wikipedia(found: Quoted, language: Language) -> str:
    write = citations_to_internetquelle if language is Language.GERMAN else citations_to_cite_news
    return write([found.citation], found.accessed)


def _bibtex(found: Quoted, _language: Language) -> str:
    return citations_to_bibtex([found.citation], found.accessed)


STYLES: Mapping[str, tuple[str, Callable[[Quoted, Language], str]]] = {
    "text": (_("Text"), _text),
    "wikipedia": ("Wikipedia", _wikipedia),
    "bibtex": ("BibTeX", _bibtex),
}
"""The styles by their word in the address: what they are called, and how they are written."""


@router.get("/articles/{article}/statements/{statement}/{style}")
def cite(request: Request, ledger: Reading, article: str, statement: str, style: str) -> Response:
    """The words with their citation, as plain text."""
    language = language_of(request)
    _ = translations(language).gettext
    if style not in STYLES:
        raise HTTPException(404, _("There is no such format: %(form)s") % {"form": style})
    found = _find(ledger, article, statement, str(request.base_url))
    if found is None:
        raise HTTPException(404, _("The newest reading of the article does not have this statement."))
    written = STYLES[style][1](found, language)
    return PlainTextResponse(written, headers={"Vary": "Accept-Language, Cookie"})


def _find(ledger: View, article: str, statement: str, base: str) -> Quoted | None:
    rows = [row for row in ledger.articles(Query(article=article)).items if row.article.id == article]
    for row in rows:
        reading = ledger.reading(article)
        kept = Kept(f"{base}articles/{article}/page", row.recorded_at, "://" in row.article.page)
        for each in reading.statements:
            if each.id == statement:
                return Quoted(each, reading.article, kept)
    return None
