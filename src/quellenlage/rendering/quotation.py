"""A quotation with its citation, ready to be put into a text: as Markdown, or as plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quellenlage.model.statement import Statement
from quellenlage.model.text import Article, Language
from quellenlage.rendering.labels import label
from quellenlage.rendering.links import address_of
from quellenlage.rendering.markdown import escaped
from quellenlage.rendering.phrases import chain, headline, in_quotes, marks, moment_phrase, quoted, shown, words


@dataclass(frozen=True, slots=True)
class Kept:
    """The stored page: its address, since when it is there, and whether it was fetched from the web then."""

    address: str
    at: datetime
    is_fetched: bool


def quotation_to_markdown(statement: Statement, article: Article, language: Language) -> str:
    """The exact words as a block quotation; below them the whole chain, how it is reported, headline, time, address."""
    path = chain(statement, article.outlet, language)
    title = in_quotes(headline(article.headline, language), language)
    facts = ", ".join([path, *marks(statement, language), title, moment_phrase(article.published, language)])
    address = address_of(article.url)
    place = f"<{address}>" if address else escaped(shown(article.url or label("no_address", language)))
    return f"> {escaped(quoted(statement, language))}\n>\n> — {escaped(facts)}, {place}\n"


def quotation_to_text(statement: Statement, article: Article, kept: Kept, language: Language) -> str:
    """The exact words in quotation marks with the chain and how it is reported; the article with authors, outlet,
    agencies, time and address; the stored page with the time since which it is there."""
    said = in_quotes(words(statement.attribution.content), article.language)
    told = ", ".join([chain(statement, article.outlet, language), *marks(statement, language)])
    title = in_quotes(headline(article.headline, language), language)
    where = [
        shown(article.outlet) if article.outlet else label("no_outlet", language),
        *([f"{label('agencies', language)} {shown(', '.join(article.agencies))}"] if article.agencies else []),
        moment_phrase(article.published, language),
        shown(article.url) if article.url else label("no_address", language),
    ]
    by = f"{shown(', '.join(article.authors))}: " if article.authors else ""
    since = label("fetched_at" if kept.is_fetched else "added_at", language)
    stored = f"{label('stored_page', language)} ({since} {moment_phrase(kept.at, language)}): {kept.address}"
    return f"{said} ({told}). {by}{title}, {', '.join(where)}. {stored}\n"
