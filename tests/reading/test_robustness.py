"""Bad input: any bytes, cut-off pages, pages that nest or grow without measure. An article or a page error, no more."""

from __future__ import annotations

import json
import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.errors import NoArticle, PageError, UnknownLanguage, UnreadablePage
from quellenlage.model.text import Article, BlockKind, Page
from quellenlage.reading import open_page, read
from quellenlage.reading.opening import LARGEST_PAGE

PAGE = (Path(__file__).parent.parent / "pages" / "classic-german" / "page.html").read_bytes()
PARAGRAPHS = (
    "<p>Die Brücke über die Wense bleibt gesperrt, teilte die Gemeinde am Samstag mit. Prüfer haben Risse gefunden.</p>"
    "<p>Bürgermeisterin Ruth Ahrendt rechnet mit Kosten von mindestens 1,2 Millionen Euro und hofft auf das Land.</p>"
    "<p>Der Schulbus fährt von Montag an über die alte Mühle. Eltern sollen rund 20 Minuten mehr einplanen.</p>"
)


def html(body: str | bytes) -> Page:
    return Page("page.html", body if isinstance(body, bytes) else body.encode(), "text/html")


def outcome(page: Page) -> Article | PageError:
    try:
        article = read(page)
    except PageError as error:
        assert "\n" not in str(error)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
        return error
    assert [block.index for block in article.blocks] == list(range(len(article.blocks)))
    assert all(block.of is None or 0 <= block.of < block.index for block in article.blocks)
    return article


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), media=st.sampled_from(["text/html", "text/plain", "application/json"]))
def test_any_bytes(data: bytes, media: str) -> None:
    outcome(Page("page", data, media))


@settings(max_examples=100, deadline=None)
@given(place=st.integers(0, len(PAGE)), junk=st.binary(max_size=30))
def test_damaged_pages(place: int, junk: bytes) -> None:
    outcome(html(PAGE[:place] + junk + PAGE[place + len(junk) :]))


@pytest.mark.parametrize("share", [0.6, 0.7, 0.8, 0.95])
def test_truncated_pages_give_what_is_there(share: float) -> None:
    article = outcome(html(PAGE[: int(share * len(PAGE))]))
    assert isinstance(article, Article)
    assert article.headline == "Hafen Nordkai: Kran blieb monatelang ungeprüft"
    assert any(block.kind is BlockKind.PARAGRAPH for block in article.blocks)


@pytest.mark.parametrize("tag", ["div", "b", "span", "table", "ul><li", "blockquote", "font", "a href=x"])
def test_deeply_nested_tags(tag: str) -> None:
    started = time.perf_counter()
    outcome(html(f"<html><body><h1>Tief</h1>{f'<{tag}>' * 10_000}{PARAGRAPHS}</body></html>"))
    assert time.perf_counter() - started < 20


def test_nesting_too_deep_is_said_instead_of_losing_text() -> None:
    error = outcome(html(f"<html><body>{PARAGRAPHS}{'<div>' * 10_000}{PARAGRAPHS}</body></html>"))
    assert isinstance(error, UnreadablePage)
    assert "too deeply" in error.reason


def test_a_page_as_large_as_may_be(tmp_path: Path) -> None:
    filler = "<div><span class='x'>·</span></div>" * 2_000
    head = f"<html><body><h1>Brücke bleibt gesperrt</h1>{PARAGRAPHS}<script>".encode()
    tail = f"</script>{filler}</body></html>".encode()
    path = tmp_path / "page.html"
    path.write_bytes(head + b"x" * (LARGEST_PAGE - len(head) - len(tail)) + tail)
    article = outcome(open_page(str(path)))
    assert isinstance(article, Article)
    assert article.headline == "Brücke bleibt gesperrt"


@pytest.mark.parametrize("text", ["", "\n\n", "123", "<p></p>"])
def test_text_without_words(text: str) -> None:
    assert isinstance(outcome(Page("page.txt", text.encode(), "text/plain")), NoArticle)


@pytest.mark.parametrize(
    "body", ["", "<p>Kurz.</p>", "<html></html>", "<!-- nur ein Kommentar -->", "kein Tag, kein Text"]
)
def test_markup_without_text(body: str) -> None:
    assert isinstance(outcome(html(body)), NoArticle | UnreadablePage)


def test_an_error_page() -> None:
    page = "<title>Seite nicht gefunden</title><h1>Seite nicht gefunden</h1>" + PARAGRAPHS
    assert isinstance(outcome(html(page)), NoArticle)


def test_a_language_that_is_not_spoken() -> None:
    french = (
        "<p>Le pont restera fermé jusqu'au printemps, a annoncé la mairie, car des fissures ont été découvertes.</p>"
        "<p>La maire compte sur l'aide de la région, mais personne ne sait encore combien coûteront les travaux.</p>"
        "<p>Les élèves devront partir vingt minutes plus tôt, et les parents s'inquiètent déjà pour l'hiver.</p>"
    )
    error = outcome(html(f"<h1>Le pont reste fermé</h1>{french}"))
    assert isinstance(error, UnknownLanguage)
    assert '"fr"' in error.reason


def test_the_language_asked_for_wins() -> None:
    page = Page("page.txt", b"Ahorn Birke Buche Eiche.", "text/plain")
    assert read(page, language="de").language == "de"
    with pytest.raises(UnknownLanguage):
        read(page, language="xx")


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"blocks": "x"}', b'{"blocks": [1]}', b"{", b'{"blocks": [["x"]]}'])
def test_json_without_blocks(data: bytes) -> None:
    error = outcome(Page("page.json", data, "application/json"))
    assert isinstance(error, UnreadablePage)
    assert "blocks" in error.reason


def test_no_block_of_json_is_dropped_or_changed() -> None:
    texts = ["Teilen", "", "  Die Brücke\u00ad bleibt gesperrt, teilte die Gemeinde mit.  ", "Teilen", "x\ny"]
    article = outcome(Page("page.json", json.dumps({"blocks": texts, "lang": "de"}).encode(), "application/json"))
    assert isinstance(article, Article)
    assert [block.text for block in article.blocks] == texts
    assert [block.locator for block in article.blocks] == [f"/blocks/{place}" for place in range(len(texts))]


def test_locators_of_plain_text_quote_the_file() -> None:
    text = "\ufeffDie Brücke bleibt zu\r\n\r\n  Das teilte die Gemeinde am Samstag mit und bat um Geduld.\t\nEnde\n"
    article = read(Page("page.txt", text.encode("utf-8"), "text/plain"))
    decoded = text.removeprefix("\ufeff")
    for block in article.blocks:
        start, end = map(int, block.locator.removeprefix("char=").split(","))
        assert decoded[start:end] == block.text


def test_locators_of_html_find_the_element() -> None:
    from lxml import etree

    article = read(html(PAGE))
    root = etree.fromstring(PAGE, etree.HTMLParser(encoding="utf-8"))
    for block in article.blocks:
        (element,) = root.xpath(block.locator)
        shown = "".join("".join(element.itertext()).replace("|", "").split())
        assert "".join(block.text.replace("|", "").split()) in shown


def test_reading_is_pure() -> None:
    assert read(html(PAGE)) == read(html(PAGE))


def test_more_text_than_any_article_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "archive.html"
    paragraph = "<p>Der Deich am Fluss hält nach Angaben des Amtes auch bei Hochwasser stand.</p>"
    path.write_text(f"<html><body><article><h1>Der Deich</h1>{paragraph * 20_000}</article></body></html>", "utf-8")
    with pytest.raises(UnreadablePage, match=r"archive\.html: holds 1\d{6} characters of text, more than any article"):
        read(open_page(str(path)))
