"""The HTML page: self-contained, well-formed, every statement marked and every receipt in reach."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from invented import find, make_article, make_reading
from quellenlage.model.statement import Attribution, Kind, Reading
from quellenlage.model.text import Article, BlockKind, Language
from quellenlage.rendering.page import readings_to_html
from strategies import readings

VOID = {"meta", "br"}


class Document(HTMLParser):
    """Checks that tags nest, and gathers ids, links, addresses and the text of each block."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        found = dict(attrs)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [found["href"] or ""] if tag == "a" else []
        self.loads += [value or "" for name, value in attrs if name in ("src", "srcset", "data", "action", "onclick")]
        assert tag not in ("script", "link", "img", "iframe")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(*found: Reading) -> str:
    return "\n".join(readings_to_html(found, Language.GERMAN))


def block_texts(html: str) -> list[str]:
    """What a reader sees of each block, without the numbers of the statements."""
    blocks = re.findall(r'<div class="text">(.*?)</div>', html, re.S)
    return [unescape(re.sub(r"<[^>]+>", "", re.sub(r"<sup.*?</sup>", "", block))) for block in blocks]


@given(found=readings())
@settings(max_examples=50, deadline=None)
def test_any_reading_is_a_page_whose_links_lead_somewhere(found: Reading) -> None:
    document = Document(page(found, found))
    assert len(set(document.ids)) == len(document.ids)
    assert document.loads == []
    inner = [link.removeprefix("#") for link in document.links if link.startswith("#")]
    assert set(inner) <= set(document.ids)
    assert all(link.startswith(("#", "http://", "https://")) for link in document.links)


def test_marks_leave_the_text_as_it_is() -> None:
    reading = make_reading()
    assert block_texts(page(reading)) == [block.text for block in reading.article.blocks]


def test_overlapping_contents_are_all_marked_and_link_to_the_innermost() -> None:
    article = make_article()
    inner = replace(
        make_reading(article).statements[0],
        attribution=Attribution(Kind.INDIRECT, (find(article, "4000 Häuser"),), (), (), 0.5),
    )
    reading = replace(make_reading(article), statements=(make_reading(article).statements[0], inner))
    html = page(reading)
    assert '<a class="mark d1" href="#a1-s1">Wir räumen mehr als </a>' in html
    assert '<a class="mark d2" href="#a1-s2">4000 Häuser</a>' in html


def test_what_the_page_says_stays_text() -> None:
    article = make_article()
    evil = '<script>alert("x")</script>'
    blocks = (*article.blocks, replace(article.blocks[0], index=4, kind=BlockKind.PARAGRAPH, text=evil))
    html = page(Reading(replace(article, blocks=blocks, outlet=evil, headline=evil), (), ()))
    Document(html)
    assert "<script" not in html
    assert block_texts(html)[-1] == evil


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x"])
def test_an_address_that_a_click_could_run_is_no_link(url: str) -> None:
    article: Article = replace(make_article(), url=url)
    assert not any(link.startswith(url[:4]) for link in Document(page(Reading(article, (), ()))).links)


def test_furniture_is_left_out() -> None:
    article = make_article()
    blocks = (replace(article.blocks[0], kind=BlockKind.FURNITURE), *article.blocks[1:])
    assert len(block_texts(page(Reading(replace(article, blocks=blocks), (), ())))) == len(blocks) - 1


def test_dark_mode_and_print_are_provided_for() -> None:
    html = page()
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html
