"""What holds for every view: headers, languages, themes, keyboard, refusals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import urllib3
from lxml import etree
from playwright.sync_api import Page

from quellenlage.ledger import open_ledger
from quellenlage.web import Desk
from quellenlage.web.guarding import POLICY
from workbench import serving, violations

VIEWS = ["/articles", "/claims", "/figures", "/figures/series", "/review", "/sources"]
PAGES = [*VIEWS, "/help"]
"""Addresses of views that need no id."""


def get(url: str, **headers: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", url, headers=headers, redirect=False, retries=False)


@pytest.mark.parametrize("view", VIEWS)
def test_views_bind_the_browser_to_this_host(workbench: str, view: str) -> None:
    answer = get(workbench + view)
    assert answer.status == 200
    assert answer.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("view", VIEWS)
def test_views_have_data_twins(workbench: str, view: str) -> None:
    assert get(f"{workbench}{view}.json").json()["items"]
    assert get(f"{workbench}{view}.csv").data.decode().count("\n") > 1


@pytest.mark.parametrize("view", PAGES)
@pytest.mark.parametrize(("locale", "scheme", "width"), [("de-DE", "light", 1280), ("en-GB", "dark", 360)])
def test_views_are_accessible(
    workbench: str, open_page: Callable[..., Page], view: str, locale: str, scheme: str, width: int
) -> None:
    page = open_page(workbench + view, locale=locale, color_scheme=scheme, width=width)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_reader_chooses_the_language(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/claims", locale="en-GB")
    page.get_by_role("link", name="Deutsch").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Behauptungen"
    page.goto(f"{workbench}/claims")
    assert page.get_by_role("heading", level=1).inner_text() == "Behauptungen"


def test_the_reader_chooses_the_theme(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/claims", color_scheme="light")
    page.keyboard.press("t")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_paper_is_light_whatever_the_theme(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/claims", color_scheme="dark")
    page.keyboard.press("t")
    page.keyboard.press("t")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_the_keyboard_moves_and_helps(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/claims")
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    entries = page.locator("[data-entry]")
    assert entries.nth(0).evaluate("each => each === document.activeElement")
    page.keyboard.press("/")
    assert page.locator("#q").evaluate("each => each === document.activeElement")


def test_other_sites_and_other_names_are_refused(workbench: str) -> None:
    assert get(workbench, Host="elsewhere.example").status == 421
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert urllib3.request("POST", f"{workbench}/claims", headers=foreign).status == 403
    assert urllib3.request("POST", f"{workbench}/claims", headers={"Origin": "https://elsewhere.example"}).status == 403
    assert urllib3.request("POST", f"{workbench}/claims", headers={"Origin": workbench}).status == 405


def test_what_is_not_there_is_said(workbench: str) -> None:
    page, data = get(f"{workbench}/nowhere"), get(f"{workbench}/nowhere.json")
    assert (page.status, data.status) == (404, 404)
    assert "There is no such page" in page.data.decode()
    assert data.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/claims?since=morgen", "„morgen“ passt nicht in das Feld „Von“."),
        ("/figures?lang=fr", "„fr“ passt nicht in das Feld „Sprache“."),
        ("/articles/nothing", "Kein Artikel hat diese Kennung: nothing"),
        ("/figures/series?of=nothing", "Keine Zahl heißt so: nothing"),
    ],
)
def test_what_does_not_work_is_said_in_the_readers_language_with_a_way_on(workbench: str, path: str, told: str) -> None:
    page = etree.HTML(get(f"{workbench}{path}", **{"Accept-Language": "de"}).data.decode())
    assert told in page.xpath("string(//main)")
    assert page.xpath("//main//a[@href='/']")
    assert bool(page.xpath(f"//main//a[@href='{path.partition('?')[0]}']")) is ("?" in path)


def test_what_cannot_be_added_is_said_in_the_readers_language(own_workbench: str) -> None:
    headers = {"Accept-Language": "de"}
    answer = urllib3.request("POST", f"{own_workbench}/articles", fields={"addresses": "kein Link"}, headers=headers)
    assert answer.status == 422
    assert "„kein“ ist keine Adresse" in answer.data.decode()


@pytest.mark.parametrize("view", ["/claims", "/figures", "/figures/series", "/review", "/sources"])
def test_where_there_is_nothing_yet_the_way_to_something_is_shown(
    tmp_path: Path, open_page: Callable[..., Page], view: str
) -> None:
    open_ledger(str(tmp_path / "empty.sqlite")).close()
    with serving(Desk(str(tmp_path / "empty.sqlite"))) as address:
        page = open_page(address + view)
        page.locator("main").get_by_role("link", name="Add articles").click()
        assert page.get_by_label("The article, a paragraph a line").is_visible()
        page.context.close()


def test_an_address_opens_the_folded_part_that_it_names(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/jobs")
    page.get_by_role("link", name="Add articles").click()
    page.get_by_label("Addresses, one a line").wait_for()
