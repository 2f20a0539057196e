"""Articles side by side: everything they say, what differs in words, choosing, narrow windows, both languages."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
import urllib3
from playwright.sync_api import Page

from workbench import violations


def get(url: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", url, retries=False)


def articles(workbench: str, number: int) -> list[str]:
    """The ids of the articles of the claims that stand in most articles."""
    claims = get(f"{workbench}/claims.json").json()["items"]
    return list(dict.fromkeys(place["article"] for claim in claims for place in claim["appearances"]))[:number]


def asked(ids: list[str]) -> str:
    return "&".join(f"article={each}" for each in ids)


def test_nothing_that_they_say_is_left_out(workbench: str) -> None:
    ids = articles(workbench, 3)
    found = get(f"{workbench}/compare.json?{asked(ids)}").json()
    assert [each["id"] for each in found["articles"]] == ids
    for at, article in enumerate(ids):
        told = {each["id"] for row in found["rows"] if row["cells"][at] for each in row["cells"][at]["statements"]}
        stated = {each["id"] for each in get(f"{workbench}/articles/{article}.json").json()["statements"]}
        assert stated <= told


def test_rows_of_most_articles_come_first_and_are_one_claim_each(workbench: str) -> None:
    found = get(f"{workbench}/compare.json?{asked(articles(workbench, 4))}").json()["rows"]
    shared = [sum(cell is not None for cell in row["cells"]) for row in found]
    assert shared == sorted(shared, reverse=True)
    assert shared[0] > 1
    claims = [row["claim"] for row in found if row["claim"]]
    assert len(claims) == len(set(claims))


def test_contradictions_are_mutual(workbench: str) -> None:
    rows = get(f"{workbench}/compare.json?{asked(articles(workbench, 5))}").json()["rows"]
    pairs = {(at, other) for at, row in enumerate(rows) for other in row["against"]}
    assert pairs
    assert pairs == {(other, at) for at, other in pairs}


def test_the_table_has_a_line_for_each_article_of_each_row(workbench: str) -> None:
    address = asked(articles(workbench, 3))
    rows = get(f"{workbench}/compare.json?{address}").json()["rows"]
    lines = list(csv.DictReader(StringIO(get(f"{workbench}/compare.csv?{address}").data.decode())))
    assert len(lines) == 3 * len(rows)
    assert [line["there"] for line in lines] == [str(int(cell is not None)) for row in rows for cell in row["cells"]]


def test_the_page_shows_each_cell_and_says_what_is_missing(workbench: str, open_page: Callable[..., Page]) -> None:
    address = asked(articles(workbench, 3))
    rows = get(f"{workbench}/compare.json?{address}").json()["rows"]
    page = open_page(f"{workbench}/compare?{address}")
    missing = sum(cell is None for row in rows for cell in row["cells"] if sum(map(bool, row["cells"])) > 1)
    assert page.get_by_text("not there", exact=True).count() == missing
    assert page.locator(".differences li").count() == sum(
        len(cell["differences"]) for row in rows for cell in row["cells"] if cell
    )
    assert page.get_by_role("link", name="JSON").get_attribute("href") == f"/compare.json?{address}"


def test_articles_are_chosen_in_the_library_without_a_script(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/articles", java_script_enabled=False)
    boxes = page.get_by_role("checkbox", name="compare")
    chosen = [boxes.nth(at).get_attribute("value") for at in (0, 2)]
    boxes.nth(0).check()
    boxes.nth(2).check()
    page.get_by_role("button", name="Compare what is ticked").click()
    page.wait_for_url(lambda url: url.endswith(f"/compare?article={chosen[0]}&article={chosen[1]}"))
    assert page.locator(".sums thead th").count() == 2


def test_a_claim_leads_to_its_articles_side_by_side(workbench: str, open_page: Callable[..., Page]) -> None:
    claim = get(f"{workbench}/claims.json").json()["items"][0]
    page = open_page(f"{workbench}/claims/{claim['id']}")
    page.get_by_role("link", name="these articles").click()
    told = {place["article"] for place in claim["appearances"]}
    assert page.locator(f"a[href='/claims/{claim['id']}']").count() == 1
    assert page.locator(".sums thead th").count() == min(len(told), 5)


def test_an_article_is_left_out_again(workbench: str, open_page: Callable[..., Page]) -> None:
    ids = articles(workbench, 3)
    page = open_page(f"{workbench}/compare?{asked(ids)}")
    page.get_by_role("link", name="Leave out").first.click()
    page.wait_for_url(lambda url: url.endswith(f"/compare?{asked(ids[1:])}"))


@pytest.mark.parametrize("number", [0, 1, 6])
def test_too_few_or_too_many_are_told_how_to_choose(workbench: str, number: int) -> None:
    page = get(f"{workbench}/compare?{asked(articles(workbench, 10)[:number])}")
    assert page.status == 200
    assert "/articles" in page.data.decode().split("<main", 1)[1]


def test_an_unknown_article_is_named(workbench: str) -> None:
    answer = get(f"{workbench}/compare.json?article=nowhere&article=neither")
    assert (answer.status, "nowhere" in answer.json()["detail"]) == (404, True)


@pytest.mark.parametrize(
    "options",
    [
        {"locale": "de-DE", "color_scheme": "dark", "width": 1280},
        {"locale": "en-GB", "color_scheme": "light", "width": 360},
        {"locale": "de-DE", "color_scheme": "light", "width": 2560},
    ],
    ids=["dark", "narrow", "wide"],
)
def test_it_is_accessible(workbench: str, open_page: Callable[..., Page], options: dict[str, Any]) -> None:
    page = open_page(f"{workbench}/compare?{asked(articles(workbench, 5))}", **options)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= options["width"]
    page.keyboard.press("j")
    assert page.locator("[data-entry]").first.evaluate("each => each === document.activeElement")
