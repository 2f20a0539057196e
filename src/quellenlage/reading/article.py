"""The public door of the room: one page in, one article out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from quellenlage.errors import NoArticle, UnknownLanguage, UnreadablePage
from quellenlage.faults import Fault, FaultKind
from quellenlage.language.identify import identify
from quellenlage.model.ids import article_id
from quellenlage.model.text import Access, Article, Block, BlockKind, Language, Moment, Page
from quellenlage.reading.access import access_from_html, access_from_lines
from quellenlage.reading.blocks import Part
from quellenlage.reading.credits import credited_by, credited_in, merged, signed_by
from quellenlage.reading.dates import dates_from_html, dates_from_lines
from quellenlage.reading.decoding import decode
from quellenlage.reading.draft import Draft, numbered
from quellenlage.reading.html import HtmlReading, check_length, read_html
from quellenlage.reading.lines import bylines_in
from quellenlage.reading.moments import parse_stamp
from quellenlage.reading.outlet import find_outlet_name
from quellenlage.reading.people import find_people, people_in
from quellenlage.reading.plain import Line, drafts_of, lines_of

_RUNNING = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.SUMMARY, BlockKind.HEADING))
_WORDED = _RUNNING | {BlockKind.HEADLINE}
_LANGUAGE_SAMPLE = 4_000


def read(
    page: Page,
    *,
    language: str = "auto",
    url: str | None = None,
    outlet: str | None = None,
    published: Moment | None = None,
) -> Article:
    """The article on a page. What is given as an argument wins over what the page says.

    Raises UnreadablePage where the page cannot be parsed, NoArticle where nothing on it is an article, UnknownLanguage
    where the article is in none of the languages spoken here. Reads nothing but its arguments.
    """
    match page.media:
        case "text/html":
            return _from_html(page, language, url, outlet, published)
        case "application/json":
            return _from_json(page, language, url, outlet, published)
        case _:
            lines = lines_of(decode(page.data, page.charset))
            return _from_lines(page, lines, language, url or page.url, outlet, published)


def _from_html(page: Page, language: str, url: str | None, outlet: str | None, published: Moment | None) -> Article:
    reading = read_html(page)
    tree = reading.root.getroottree()
    blocks = numbered(_drafts(reading.parts, tree))
    authors, named = find_people(reading.declared, reading.parts, reading.chunks, reading.body)
    first, modified = dates_from_html(reading)
    length = sum(len(block.text) for block in blocks if block.kind in _RUNNING)
    address = url or page.url or reading.declared.canonical or reading.declared.first("og:url")
    return Article(
        id=article_id(((block.kind, block.text) for block in blocks), address),
        blocks=blocks,
        language=_language(page, language, blocks, reading.declared.language),
        url=address,
        outlet=outlet or find_outlet_name(reading.declared, reading.root),
        headline=reading.headline.text,
        authors=authors,
        agencies=merged(
            (named, _agencies(blocks, [part.text for part in reading.parts if part.credits_text(reading.body)]))
        ),
        published=published or first,
        modified=modified,
        access=access_from_html(reading.declared, page.data, _page_lines(reading), length),
    )


def _drafts(parts: Sequence[Part], tree: Any) -> list[Draft]:
    drafts = {id(part): Draft(part.kind, part.text, tree.getpath(part.place), part.time) for part in parts}
    for part in parts:
        if part.of is not None:
            drafts[id(part)].of = drafts.get(id(part.of))
    return list(drafts.values())


def _page_lines(reading: HtmlReading) -> list[str]:
    """The lines around and behind the text, where pages ask for money."""
    return [chunk.text for chunk in reading.chunks[reading.body.first : reading.body.last + 40]]


def _from_json(page: Page, language: str, url: str | None, outlet: str | None, published: Moment | None) -> Article:
    try:
        given = json.loads(decode(page.data, page.charset))
    except (ValueError, RecursionError):
        raise UnreadablePage(page.name, Fault(FaultKind.NO_JSON)) from None
    texts = given.get("blocks") if isinstance(given, dict) else None
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise UnreadablePage(page.name, Fault(FaultKind.NO_BLOCKS))
    lines = [Line(text, f"/blocks/{place}") for place, text in enumerate(texts)]
    told = {name: value for name, value in given.items() if isinstance(value, str)}
    if language == "auto":
        language = told.get("language") or told.get("lang") or "auto"
    moment = published or parse_stamp(told.get("published"))
    return _from_lines(page, lines, language, url or page.url or told.get("url"), outlet or told.get("outlet"), moment)


def _from_lines(
    page: Page, lines: Sequence[Line], language: str, url: str | None, outlet: str | None, published: Moment | None
) -> Article:
    check_length(page.name, sum(len(line.text) for line in lines))
    drafts = drafts_of(lines)
    blocks = numbered(drafts)
    if not any(block.kind in _WORDED and len(block.text.split()) > 2 for block in blocks):
        raise NoArticle(page.name, Fault(FaultKind.NO_TEXT))
    texts = [line.text for line in lines]
    authors, named = people_in(name for text in texts for name in bylines_in(text))
    first, modified = dates_from_lines([block.text for block in blocks if block.kind is BlockKind.FURNITURE])
    headline = next((block.text for block in blocks if block.kind is BlockKind.HEADLINE), None)
    length = sum(len(block.text) for block in blocks if block.kind in _RUNNING)
    return Article(
        id=article_id(((block.kind, block.text) for block in blocks), url),
        blocks=blocks,
        language=_language(page, language, blocks, None),
        url=url,
        outlet=outlet,
        headline=headline,
        authors=authors,
        agencies=merged((named, _agencies(blocks, _text_credits(blocks)))),
        published=published or first,
        modified=modified,
        access=access_from_lines(texts, length) if texts else Access(),
    )


def _agencies(blocks: Sequence[Block], credits: Sequence[str]) -> tuple[str, ...]:
    """Agencies credited for text: in datelines, in brackets behind the last sentence, and in credit lines."""
    text = [block for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.SUMMARY)]
    inside = [credited_in(block.text, first=place < 2, last=block is text[-1]) for place, block in enumerate(text)]
    return merged((*inside, *(credited_by(line) or signed_by(line) for line in credits)))


def _text_credits(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind is BlockKind.CREDIT and block.of is None]


def _language(page: Page, wanted: str, blocks: Sequence[Block], declared: str | None) -> Language:
    """The language asked for; else what the text is in; else, for texts too short to tell, what the page declares."""
    if wanted != "auto":
        return _spoken(page, wanted)
    sample = " ".join(block.text for block in blocks if block.kind in _RUNNING)[:_LANGUAGE_SAMPLE]
    found = identify(sample) or declared
    if not found:
        raise UnknownLanguage(page.name, Fault(FaultKind.LANGUAGE_UNTOLD))
    return _spoken(page, found)


def _spoken(page: Page, code: str) -> Language:
    try:
        return Language(code.replace("_", "-").split("-")[0].strip().lower())
    except ValueError:
        raise UnknownLanguage(page.name, Fault(FaultKind.LANGUAGE_UNSPOKEN, (code,))) from None
