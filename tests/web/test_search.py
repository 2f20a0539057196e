"""Search: hits with their words in context."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import urllib3
from playwright.sync_api import Page

from quellenlage.ledger import ArticleEntry, ArticleRow, FoundEntry, Query, open_view
from quellenlage.model.text import AccessState, Block, BlockKind, Language, Span
from quellenlage.web.excerpting import excerpt
from workbench import violations


def found(url: str, **asked: str) -> Any:
    return urllib3.request("GET", f"{url}/search.json", fields=asked).json()


def test_words_are_marked_in_context_and_lead_to_their_place(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(workbench)
    page.keyboard.press("/")
    page.keyboard.type("Sickerwasser")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Sickerwasser")
    assert page.locator("[data-entry]").count() == found(workbench, q="Sickerwasser")["total"] > 1
    assert {each.casefold() for each in page.locator("mark").all_inner_texts()} >= {"sickerwasser"}
    page.locator(".excerpt a").first.click()
    assert "sickerwasser" in page.locator(":target").inner_text().casefold()


def test_parts_of_compounds_and_umlauts_in_other_spelling_are_found(workbench: str) -> None:
    assert found(workbench, q="wasser")["total"] >= found(workbench, q="Sickerwasser")["total"] > 0
    assert found(workbench, q="Raeumung")["total"] == found(workbench, q="Räumung")["total"] > 0


def test_places_are_what_is_marked(workbench: str, examples: Path, open_page: Callable[..., Page]) -> None:
    with closing(open_view(str(examples))) as view:
        (first, *_) = view.search("Talsperre", Query()).items
    page = open_page(f"{workbench}/search?q=Talsperre")
    entry = page.locator("[data-entry]").first
    shown = {span.text for span in first.places}
    assert set(entry.locator("mark").all_inner_texts()) <= shown


def test_a_search_without_a_hit_and_one_without_words_are_answered(
    workbench: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{workbench}/search?q=Xylophonquartett", locale="de-DE")
    assert page.get_by_text("Kein Artikel enthält alle diese Wörter").is_visible()
    for nothing in ("", "?!"):
        assert found(workbench, q=nothing)["total"] == 0


@pytest.mark.parametrize(("locale", "scheme", "width"), [("de-DE", "light", 1280), ("en-GB", "dark", 360)])
def test_it_is_accessible(workbench: str, open_page: Callable[..., Page], locale: str, scheme: str, width: int) -> None:
    page = open_page(f"{workbench}/search?q=boats", locale=locale, color_scheme=scheme, width=width)
    assert page.locator("mark").count() > 0
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def entry(*texts: str, word: str) -> FoundEntry:
    """Paragraphs of an invented article that was found by a word in them."""
    blocks = tuple(Block(index, BlockKind.PARAGRAPH, text, f"/p[{index}]") for index, text in enumerate(texts))
    places = tuple(
        Span(block.index, start, start + len(word), word)
        for block in blocks
        for start in range(len(block.text))
        if block.text.startswith(word, start)
    )
    article = ArticleEntry("a1", "a.html", Language.GERMAN, None, "Talblatt", "Der Damm", None, AccessState.OPEN)
    return FoundEntry(ArticleRow(article, (), datetime(2031, 4, 1, tzinfo=UTC), 0, 0, 0), places, blocks)


def test_excerpts_keep_every_place_with_words_around_it() -> None:
    filler = "und noch ein langer Satz ohne das Wort, " * 12
    (shown,) = excerpt(entry(f"{filler}Deich {filler}Deich am Ende", word="Deich")).excerpts
    index, parts = shown
    text = "".join(part.text for part in parts)
    assert index == 0
    assert [part.text for part in parts if part.is_hit] == ["Deich", "Deich"]
    assert text.startswith("… ")
    assert text.endswith("Deich am Ende")
    assert len(text) < len(filler)


def test_excerpts_of_short_passages_are_whole_and_the_rest_is_counted() -> None:
    hit = excerpt(entry(*["Der Deich hält."] * 7, word="Deich"))
    assert {"".join(part.text for part in parts) for _, parts in hit.excerpts} == {"Der Deich hält."}
    assert len(hit.excerpts) + hit.more == 7
