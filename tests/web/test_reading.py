"""The reading view: text as on the page, statements marked, receipts beside them, both connected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import urllib3
from playwright.sync_api import Page

from invented import make_article, make_page, make_reading
from quellenlage.ledger import Query, View, open_ledger, open_view
from quellenlage.model.statement import Reading
from quellenlage.model.text import BlockKind
from quellenlage.model.wire import reading_to_wire
from quellenlage.web import Desk
from workbench import serving, violations

OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def ledger(examples: Path) -> Iterator[View]:
    with closing(open_view(str(examples))) as view:
        yield view


def readings(ledger: View) -> dict[str, Reading]:
    ids = dict.fromkeys(entry.article.id for entry in ledger.statements(Query()).items)
    return {article: ledger.reading(article) for article in ids}


def having(ledger: View, kind: BlockKind) -> Reading:
    return next(each for each in readings(ledger).values() if any(block.kind is kind for block in each.article.blocks))


@pytest.fixture(scope="module")
def reading(ledger: View) -> Reading:
    """One with furniture, a caption and a chain."""
    return next(iter(readings(ledger).values()))


def get(url: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", url, redirect=False, retries=False)


def words_of(page: Page, number: int) -> str:
    """All words that are marked as the statement's, in order."""
    return str(
        page.evaluate(
            """number => [...document.querySelectorAll(`.page .mark[data-s="${number}"]`)]
        .map(each => each.textContent).join("")""",
            number,
        )
    )


def test_every_content_is_marked_word_for_word_in_every_article(
    workbench: str, open_page: OpenPage, ledger: View
) -> None:
    page = open_page(workbench + "/claims")
    for article, found in readings(ledger).items():
        page.goto(f"{workbench}/articles/{article}")
        for number, statement in enumerate(found.statements, start=1):
            said = "".join(span.text for span in statement.attribution.content)
            assert words_of(page, number) == said, (article, number)
        assert page.locator(".receipt").count() == len(found.statements)


def test_the_text_is_all_there_and_furniture_is_folded_away(workbench: str, open_page: OpenPage, ledger: View) -> None:
    found = having(ledger, BlockKind.TABLE)
    page = open_page(f"{workbench}/articles/{found.article.id}")
    for block in found.article.blocks:
        place = page.locator(f"#b-{block.index}")
        assert place.count() == 1
        assert place.is_visible() is (block.kind is not BlockKind.FURNITURE)
    (table,) = (block for block in found.article.blocks if block.kind is BlockKind.TABLE)
    rows = page.locator(f"#b-{table.index} tr")
    assert rows.count() == len(table.text.split("\n"))
    assert rows.first.locator("td").all_inner_texts() == table.text.split("\n")[0].split(" | ")


def test_the_keyboard_goes_from_statement_to_statement_and_shows_both_sides(
    workbench: str, open_page: OpenPage, reading: Reading
) -> None:
    page = open_page(f"{workbench}/articles/{reading.article.id}")
    for key in "jjjk":
        page.keyboard.press(key)
    second = reading.statements[1].id
    assert page.evaluate("document.activeElement.id") == f"m-{second}"
    assert page.locator(".receipt.current").get_attribute("id") == f"s-{second}"
    assert page.locator('.page .mark.lit[data-s="2"]').count() > 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == f"s-{second}"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == f"m-{reading.statements[2].id}"


def test_pointing_shows_the_other_side(workbench: str, open_page: OpenPage, reading: Reading) -> None:
    page = open_page(f"{workbench}/articles/{reading.article.id}")
    page.locator('.receipt[data-s="3"]').hover()
    assert page.locator('.page .mark.lit[data-s="3"]').count() > 0
    page.locator('.page .mark[data-s="1"]').first.hover()
    assert page.locator(".receipt.lit").get_attribute("data-s") == "1"
    page.locator('.page .mark[data-s="1"]').first.click()
    assert page.locator(".receipt.current").get_attribute("data-s") == "1"


def test_words_are_copied_with_who_says_them_and_where(workbench: str, open_page: OpenPage, reading: Reading) -> None:
    allowed: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
    page = open_page(f"{workbench}/articles/{reading.article.id}", **allowed)
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    statement, article = reading.statements[0], reading.article
    for part in (statement.attribution.content[0].text, statement.speaker.name, article.outlet, article.headline):
        assert part in copied


def test_the_style_of_a_citation_is_chosen_by_keys_and_kept(
    workbench: str, open_page: OpenPage, reading: Reading
) -> None:
    allowed: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
    page = open_page(f"{workbench}/articles/{reading.article.id}", locale="de-DE", **allowed)
    page.keyboard.press("c")
    page.get_by_role("status").filter(has_text="Wählen Sie erst").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("C")
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="kopiert").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("{{Internetquelle ") and "|zitat=" in copied
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.get_by_role("status").filter(has_text="kopiert").wait_for()
    again = page.evaluate("navigator.clipboard.readText()")
    assert again.startswith("{{Internetquelle ") and again != copied


@pytest.mark.parametrize(("name", "told"), [("https://x.example/", "retrieved"), ("page.html", "added")])
def test_a_citation_says_where_the_page_is_kept_and_since_when(tmp_path: Path, name: str, told: str) -> None:
    reading = make_reading(make_article(url="https://talblatt.example/riss"))
    with closing(open_ledger(str(tmp_path / "own.sqlite"))) as ledger:
        ledger.record(make_page(name), reading, recorded_at=datetime(2031, 4, 1, 9, 30, tzinfo=UTC))
    with serving(Desk(str(tmp_path / "own.sqlite"))) as address:
        at = f"{address}/articles/{reading.article.id}/statements/{reading.statements[1].id}"
        texts = {
            style: urllib3.request("GET", f"{at}/{style}").data.decode() for style in ("text", "wikipedia", "bibtex")
        }
        assert urllib3.request("GET", f"{at}/haiku").status == 404
        assert urllib3.request("GET", f"{address}/articles/nothing/statements/nothing/text").status == 404
        kept = f"({told} 2031-04-01 09:30 +00:00): {address}/articles/{reading.article.id}/page"
        assert kept in texts["text"]
        assert urllib3.request("GET", kept.partition(": ")[2]).data == make_page(name).data
    assert "Nordlicht → Talblatt → zwei Ingenieure" in texts["text"]
    assert "Mika Sandorn" in texts["text"] and "dpa" in texts["text"]
    assert (
        ("2031-04-01" in texts["bibtex"]) is ("access-date=2031-04-01" in texts["wikipedia"]) is (told == "retrieved")
    )


def test_on_a_narrow_screen_receipts_open_under_their_passage(
    workbench: str, open_page: OpenPage, reading: Reading
) -> None:
    page = open_page(f"{workbench}/articles/{reading.article.id}", width=360, color_scheme="dark", locale="de-DE")
    assert page.locator(".receipt").first.is_hidden()
    page.locator("a.tag").first.click()
    assert page.locator(".receipt").first.is_visible()
    page.get_by_label("Alle Belege zeigen").check()
    assert page.locator(".receipt").last.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []


def test_it_works_without_script(workbench: str, open_page: OpenPage, reading: Reading) -> None:
    page = open_page(f"{workbench}/articles/{reading.article.id}", width=360, java_script_enabled=False)
    page.locator("a.tag").nth(3).click()
    assert page.locator(".receipt:visible").count() == 1


@pytest.mark.parametrize(("locale", "scheme"), [("de-DE", "light"), ("en-GB", "dark")])
def test_it_is_accessible(workbench: str, open_page: OpenPage, ledger: View, locale: str, scheme: str) -> None:
    for kind in (BlockKind.TABLE, BlockKind.EMBED):
        found = having(ledger, kind)
        page = open_page(f"{workbench}/articles/{found.article.id}", locale=locale, color_scheme=scheme)
        for details in page.locator("details > summary").all()[:4]:
            details.click()
        assert violations(page) == []


def test_a_statement_has_an_address(workbench: str, open_page: OpenPage, reading: Reading) -> None:
    last = reading.statements[-1].id
    page = open_page(f"{workbench}/statements/{last}")
    page.wait_for_url(lambda url: url.endswith(f"/articles/{reading.article.id}#s-{last}"))
    assert page.locator(".receipt.current").get_attribute("id") == f"s-{last}"
    assert page.locator(".receipt.current").evaluate("each => each.getBoundingClientRect().bottom") < 900
    assert get(f"{workbench}/statements/none").status == 404


def test_the_twin_is_the_reading_as_recorded(workbench: str, reading: Reading) -> None:
    assert get(f"{workbench}/articles/{reading.article.id}.json").json() == reading_to_wire(reading)
    assert get(f"{workbench}/articles/none.json").status == 404


def test_the_stored_page_comes_to_the_byte_and_never_runs(workbench: str, ledger: View, reading: Reading) -> None:
    answer = get(f"{workbench}/articles/{reading.article.id}/page")
    assert answer.data == ledger.page(reading.article.id).data
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    saved = get(f"{workbench}/articles/{reading.article.id}/page?save=true")
    assert saved.headers["Content-Disposition"].startswith("attachment")
    assert get(f"{workbench}/articles/none/page").status == 404
