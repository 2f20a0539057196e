"""IRIs: what things are called in linked data, provenance and annotations. URNs made of content ids.

What is the same has the same IRI in every export and on every machine; nothing is looked up anywhere.
"""

from __future__ import annotations

import re

from quellenlage.model.ids import content_id
from quellenlage.model.text import Article

URN = "urn:quellenlage:"
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x1f]+", re.IGNORECASE)
VOCABULARY = f"{URN}vocab:"
"""The project's own terms, for what no common vocabulary has a word for; docs/reference/exports.md explains them."""


def article_iri(article: str) -> str:
    """Of an article, by its id."""
    return f"{URN}article:{article}"


def page_iri(article: Article) -> str:
    """Of the page that an article stands on: its address where it is one of the web, otherwise the article's IRI."""
    return article.url if article.url and _ADDRESS.fullmatch(article.url) else article_iri(article.id)


def statement_iri(statement: str) -> str:
    """Of a statement as it stands in its article, by its id."""
    return f"{URN}statement:{statement}"


def claim_iri(claim: str) -> str:
    """Of a claim, by its id."""
    return f"{URN}claim:{claim}"


def source_iri(source: str) -> str:
    """Of a source inside one article, by its id."""
    return f"{URN}source:{source}"


def judgement_iri(judgement: str) -> str:
    """Of a person's judgement, by its id."""
    return f"{URN}judgement:{judgement}"


def review_iri(review: str) -> str:
    """Of a person's review of a statement, by its id."""
    return f"{URN}review:{review}"


def name_iri(name: str) -> str:
    """Of an outlet or a person who is known by a written name alone: the same name, the same IRI."""
    return f"{URN}name:{content_id('name/1', [name])}"


def word_iri(statement: str, hop: int) -> str:
    """Of what the one at a hop of a statement's chain said, wherever that is; hops count from 1, outermost first."""
    return f"{statement_iri(statement)}.{hop}"


def origin_iri(claim: str, number: int) -> str:
    """Of what an origin of a claim knew; origins count from 1."""
    return f"{claim_iri(claim)}.origin.{number}"
