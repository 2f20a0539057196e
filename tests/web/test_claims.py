"""The list of claims: conditions, order, pages; and what a claim can be exported as."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
import urllib3
from playwright.sync_api import Page

from quellenlage.web.views.claim_exports import FORMS
from workbench import violations

JSON = dict[str, Any]


def get(url: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", url, timeout=60, redirect=False)


def listed(workbench: str, asked: str = "") -> JSON:
    found: JSON = get(f"{workbench}/claims.json?{asked}").json()
    return found


def test_conditions_are_asked_for_by_the_form(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/claims")
    page.get_by_label("In at least so many places").fill("2")
    page.get_by_label("Language").select_option("de")
    page.get_by_label("changed on the way").check()
    page.get_by_role("button", name="Show").click()
    found = listed(workbench, "appearances=2&lang=de&drift=true")
    assert page.locator("[data-entry] h2 a").all_inner_texts() == [each["text"] for each in found["items"]]
    assert found["items"] and all(each["drift"] for each in found["items"])
    assert f"{len(found['items'])} of the {found['looked_through']} claims looked through" in page.inner_text(".count")
    page.get_by_role("link", name="All claims").click()
    assert page.locator("[data-entry]").count() == 12
    assert violations(page) == []


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("denied=true", lambda claim: claim["denials"]),
        ("origins=2", lambda claim: claim["independent_origins"] >= 2),
        ("drift=true", lambda claim: claim["drift"]),
    ],
)
def test_what_is_derived_is_looked_through_page_by_page(
    workbench: str, asked: str, fits: Callable[[JSON], object]
) -> None:
    found, after = [], ""
    while True:
        page = listed(workbench, asked + after)
        assert page["looked_through"] <= 24
        found += page["items"]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    everything, after = [], ""
    while True:
        page = listed(workbench, f"appearances=1{after}")
        everything += page["items"]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert [each["id"] for each in found] == [each["id"] for each in everything if fits(each)]
    assert 0 < len(found) < len(everything)


def test_the_newest_come_first_where_asked_for(workbench: str) -> None:
    items = listed(workbench, "sort=newest")["items"]
    latest = [max(each["published"] or "" for each in claim["appearances"])[:10] for claim in items]
    assert latest == sorted(latest, reverse=True)


def test_pages_go_on(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/claims")
    first = page.locator("[data-entry] a").evaluate_all("links => links.map(link => link.href)")
    page.get_by_role("link", name="Further claims").click()
    assert not {*first} & {*page.locator("[data-entry] a").evaluate_all("links => links.map(link => link.href)")}


def test_what_makes_no_sense_is_refused(workbench: str) -> None:
    for asked in ("since=2031-13-01", "lang=fr", "sort=best", "origins=many", "after=nonsense"):
        assert get(f"{workbench}/claims.json?{asked}").status in (400, 422)
    assert get(f"{workbench}/claims.json?since=&until=&lang=&origins=&appearances=").status == 200


@pytest.mark.parametrize("form", FORMS)
def test_every_export_is_there(workbench: str, form: str) -> None:
    claim = listed(workbench)["items"][0]
    answer = get(f"{workbench}/claims/{claim['id']}/export/{form}")
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith(FORMS[form].media)
    assert len(answer.data) > 100
    assert (form == "html") is ("Content-Disposition" not in answer.headers)


def test_the_dossier_opens_in_the_browser(workbench: str, open_page: Callable[..., Page]) -> None:
    claim = listed(workbench)["items"][0]
    page = open_page(f"{workbench}/claims/{claim['id']}")
    page.get_by_role("link", name="Dossier to print").click()
    assert page.get_by_role("heading", level=1).inner_text() == claim["text"]
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "Times New Roman"


def test_an_unknown_format_is_not_found(workbench: str) -> None:
    claim = listed(workbench)["items"][0]
    assert get(f"{workbench}/claims/{claim['id']}/export/doc").status == 404
    assert get(f"{workbench}/claims/nothing/export/html").status == 404


@pytest.mark.parametrize("asked", ["appearances=2", "drift=true", "text=nothinglikethis"])
def test_tables_say_how_many_rows_they_have_and_the_page_says_the_same(
    workbench: str, open_page: Callable[..., Page], asked: str
) -> None:
    items = listed(workbench, asked)["items"]
    page = open_page(f"{workbench}/claims?{asked}")
    told = page.locator("footer .twins").inner_text()
    for path, expected in (
        ("/claims.csv", len(items)),
        ("/claims/links.csv", sum(len(each["links"]) for each in items)),
    ):
        answer = get(f"{workbench}{path}?{asked}")
        rows = list(csv.DictReader(StringIO(answer.data.decode())))
        assert len(rows) == int(answer.headers["Quellenlage-Rows"]) == expected
        assert f"({expected} row" in told
    links = {(each["claim"], each["statement"], each["other_statement"]) for each in rows}
    assert links == {(each["id"], link["left"], link["right"]) for each in items for link in each["links"]}


def test_the_links_of_one_claim_are_exported(workbench: str) -> None:
    claim = listed(workbench, "appearances=2")["items"][0]
    answer = get(f"{workbench}/claims/{claim['id']}/export/links")
    rows = list(csv.DictReader(StringIO(answer.data.decode())))
    assert len(rows) == len(claim["links"]) == int(answer.headers["Quellenlage-Rows"]) > 0
    assert [float(each["score"]) for each in rows] == sorted((each["score"] for each in claim["links"]), reverse=True)
