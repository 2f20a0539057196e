"""HTML to an article's parts: parse, walk, find the text, type it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from quellenlage.errors import NoArticle, UnreadablePage
from quellenlage.faults import Fault, FaultKind
from quellenlage.model.text import Page
from quellenlage.reading.blocks import Part, parts_of
from quellenlage.reading.body import Body, find_body
from quellenlage.reading.crosscheck import crosschecked
from quellenlage.reading.declared import Declared, declared_by
from quellenlage.reading.decoding import decode
from quellenlage.reading.doubt import doubt_about
from quellenlage.reading.flow import Chunk, chunks_of
from quellenlage.reading.headline import Headline, find_headline
from quellenlage.reading.tables import merged_tables
from quellenlage.reading.ticker import time_entries

_LONGEST = 1_000_000
"""Characters of text on one page: a novel and more, minutes of work for the tagger."""


@dataclass(frozen=True, slots=True)
class HtmlReading:
    """Everything found on an HTML page that the article is put together from."""

    text: str
    root: Element
    declared: Declared
    chunks: list[Chunk]
    body: Body
    headline: Headline
    parts: list[Part]


def read_html(page: Page) -> HtmlReading:
    """Raises UnreadablePage where the page cannot be parsed, NoArticle where it has no running text."""
    text = decode(page.data, page.charset)
    root = _parsed(page, text)
    declared = declared_by(root)
    top = root.find("body")
    top = root if top is None else top
    chunks = chunks_of(top)
    check_length(page.name, sum(len(chunk.text) for chunk in chunks))
    body = crosschecked(find_body(chunks, top), chunks, top, declared, text)
    if body is None:
        raise NoArticle(page.name, Fault(FaultKind.NO_BODY))
    headline = find_headline(chunks, body, declared)
    parts = merged_tables(parts_of(chunks, body, headline, declared))
    doubt = doubt_about(parts, headline, declared)
    if doubt:
        raise NoArticle(page.name, Fault(doubt))
    time_entries(parts, declared)
    return HtmlReading(text, root, declared, chunks, body, headline, parts)


def check_length(name: str, characters: int) -> None:
    """Raises UnreadablePage where a page holds more text than any article."""
    if characters > _LONGEST:
        raise UnreadablePage(name, Fault(FaultKind.TOO_LONG, (str(characters),)))


def _parsed(page: Page, text: str) -> Element:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root: Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise UnreadablePage(page.name, Fault(FaultKind.NO_MARKUP))
    for entry in parser.error_log:
        if entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise UnreadablePage(page.name, Fault(FaultKind.TOO_DEEP))
    return root
