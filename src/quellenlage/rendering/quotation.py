"""A quotation with its citation, ready to be put into a text (Markdown)."""

from __future__ import annotations

from quellenlage.model.statement import Statement
from quellenlage.model.text import Article, Language
from quellenlage.rendering.labels import label
from quellenlage.rendering.links import address_of
from quellenlage.rendering.markdown import escaped
from quellenlage.rendering.phrases import chain, headline, in_quotes, marks, moment_phrase, quoted, shown


def quotation_to_markdown(statement: Statement, article: Article, language: Language) -> str:
    """The exact words as a block quotation; below them the whole chain, how it is reported, headline, time, address."""
    path = chain(statement, article.outlet, language)
    title = in_quotes(headline(article.headline, language), language)
    facts = ", ".join([path, *marks(statement, language), title, moment_phrase(article.published, language)])
    address = address_of(article.url)
    place = f"<{address}>" if address else escaped(shown(article.url or label("no_address", language)))
    return f"> {escaped(quoted(statement, language))}\n>\n> — {escaped(facts)}, {place}\n"
