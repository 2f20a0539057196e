"""The library: rows, facets, sorting, paging, and an empty ledger."""

from __future__ import annotations

import csv
from collections.abc import Callable
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import urllib3
from playwright.sync_api import Page

from quellenlage.ledger import Query, Sort, open_ledger, open_view
from quellenlage.web import Desk
from quellenlage.web.views import articles
from workbench import serving, violations


def listed(url: str, **asked: str) -> Any:
    return urllib3.request("GET", f"{url}/articles.json", fields=asked).json()


def test_every_article_has_a_row_with_its_counts(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/articles")
    items = listed(workbench)["items"]
    assert page.locator("[data-entry]").count() == len(items) == 12
    for number, item in enumerate(items):
        row = page.locator("[data-entry]").nth(number)
        assert item["headline"] in row.inner_text()
        assert f"{item['statements']} statements" in row.inner_text()


def test_the_start_is_the_library(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(workbench)
    assert page.get_by_role("heading", level=1).inner_text() == "Articles"
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/*")
    assert page.locator(".receipt").count() > 0


def test_each_facet_leads_to_as_many_articles_as_it_says(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/articles")
    choices = page.locator(".facets li")
    told = [(each.locator("a").get_attribute("href"), each.locator(".quiet").inner_text()) for each in choices.all()]
    assert len({(address or "").split("=")[0] for address, _ in told}) == 4
    for address, number in told:
        answer = urllib3.request("GET", f"{workbench}{(address or '').replace('/articles?', '/articles.json?')}")
        assert answer.json()["total"] == int(number), address


def test_a_facet_is_chosen_and_taken_away(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/articles", locale="de-DE", width=360, color_scheme="dark")
    page.get_by_role("link", name="Englisch", exact=True).click()
    assert page.locator("[data-entry]").count() == 5
    assert violations(page) == []
    page.get_by_role("link", name="Sprache: aufheben").click()
    assert page.locator("[data-entry]").count() == 12


@pytest.mark.parametrize("sort", [Sort.STATEMENTS, Sort.UNNAMED, Sort.FIGURES])
def test_the_list_is_sorted_as_asked(workbench: str, sort: Sort) -> None:
    found = [item[sort.value] for item in listed(workbench, sort=sort.value)["items"]]
    assert found == sorted(found, reverse=True)


def test_pages_follow_each_other(
    examples: Path, open_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "_A_PAGE", 5)
    with closing(open_view(str(examples))) as view:
        known = [row.article.id for row in view.articles(Query()).items]
    with serving(Desk(str(examples))) as address:
        page = open_page(f"{address}/articles?sort=published")
        seen = []
        while True:
            seen += [link.get_attribute("href") for link in page.locator("[data-entry] h2 a").all()]
            following = page.get_by_role("link", name="Next page")
            if not following.count():
                break
            following.click()
    assert seen == [f"/articles/{key}" for key in known]


def test_what_cannot_be_asked_is_said(workbench: str) -> None:
    for asked in ({"after": "nonsense"}, {"month": "2031-13"}, {"lang": "tlh"}):
        answer = urllib3.request("GET", f"{workbench}/articles.json", fields=asked)
        assert 400 <= answer.status < 500
        assert answer.json()["detail"]


def test_the_table_holds_what_the_list_does(workbench: str) -> None:
    rows = list(csv.DictReader(StringIO(urllib3.request("GET", f"{workbench}/articles.csv").data.decode())))
    assert [row["article"] for row in rows] == [item["id"] for item in listed(workbench)["items"]]


def test_an_empty_ledger_says_how_to_add(tmp_path: Path, open_page: Callable[..., Page]) -> None:
    ledger = tmp_path / "empty.sqlite"
    open_ledger(str(ledger)).close()
    with serving(Desk(str(ledger))) as address:
        page = open_page(f"{address}/articles", locale="de-DE")
        assert page.get_by_text("Fügen Sie einen ersten Artikel hinzu").is_visible()
        assert violations(page) == []
