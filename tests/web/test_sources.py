"""Who speaks and who passes on: the list by class, and one source with its numbers and words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
import urllib3
from playwright.sync_api import Page

from workbench import violations

JSON = dict[str, Any]


def get(url: str) -> JSON:
    answer: JSON = urllib3.request("GET", url, timeout=30).json()
    return answer


def address(workbench: str, entry: JSON, suffix: str = "", **more: str) -> str:
    return f"{workbench}/source{suffix}?{urlencode({'name': entry['name'], 'class': entry['class'], **more})}"


def sources(workbench: str) -> list[JSON]:
    items: list[JSON] = get(f"{workbench}/sources.json")["items"]
    return items


def relaying(workbench: str) -> JSON:
    """An outlet that is cited in several articles."""
    return max((each for each in sources(workbench) if each["class"] == "outlet"), key=lambda each: each["relayed"])


def test_a_class_is_chosen_by_a_link(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/sources")
    page.get_by_role("link", name="outlet").first.click()
    outlets = get(f"{workbench}/sources.json?class=outlet")
    assert page.locator("tbody tr").count() == len(outlets["items"])
    assert {each["class"] for each in outlets["items"]} == {"outlet"}
    page.get_by_label("Part of the name").fill("no such name")
    page.get_by_role("button", name="Show").click()
    assert "Nobody fits" in page.inner_text("main")
    assert "class=outlet" in page.url


def test_pages_of_the_list_go_on(workbench: str, open_page: Callable[..., Page]) -> None:
    first = get(f"{workbench}/sources.json")
    assert first["total"] > len(first["items"])
    page = open_page(f"{workbench}/sources")
    page.get_by_role("link", name="Further sources").click()
    assert page.locator("tbody tr").count() == min(50, first["total"] - len(first["items"]))
    following = get(f"{workbench}/sources.json?{page.url.split('?')[1]}")
    pairs = [{(each["name"], each["class"]) for each in listing["items"]} for listing in (first, following)]
    assert pairs[1] and not pairs[0] & pairs[1]


def test_a_source_tells_all_it_said(workbench: str, open_page: Callable[..., Page]) -> None:
    entry = next(each for each in sources(workbench) if each["class"] == "person")
    told = get(address(workbench, entry, ".json"))
    assert (told["said"], told["total"]) == (entry["said"], entry["said"])
    assert sum(each["statements"] for each in told["certainties"]) == entry["said"]
    page = open_page(address(workbench, entry))
    assert page.locator(".entries > li").count() == min(entry["said"], 20)
    assert f"{entry['said']} statements of its own" in page.locator(".standing").inner_text()
    numbers = page.locator("section:has(#c-certainty) td.number").all_inner_texts()
    assert sum(map(int, numbers)) == entry["said"]
    link = page.locator(".entries a[href^='/claims/']").first.get_attribute("href")
    assert link == f"/claims/{told['items'][0]['id']}"


def test_an_outlet_tells_how_often_it_passes_on_unnamed_sources(workbench: str, open_page: Callable[..., Page]) -> None:
    entry = relaying(workbench)
    told = get(address(workbench, entry, ".json"))
    unnamed = sum(each["statements"] for each in told["told_classes"] if each["value"] == "unnamed")
    page = open_page(address(workbench, entry))
    share = page.locator(".shares div", has_text="what it passes on")
    assert f"{unnamed} of {entry['relayed']}" in share.inner_text()
    page.get_by_role("navigation", name="Said or passed on").get_by_role("link", name="relayed").click()
    assert page.locator(".entries > li").count() == min(entry["relayed"], 20)
    assert all(entry["name"] in path for path in page.locator(".entries .path").all_inner_texts())


def test_an_outlet_narrows_the_statements(workbench: str, open_page: Callable[..., Page]) -> None:
    entry = sources(workbench)[0]
    page = open_page(address(workbench, entry))
    link = page.locator("section:has(#c-outlets) tbody a").first
    name = link.inner_text()
    link.click()
    assert {line.split(" · ")[1] for line in page.locator(".entries li > p:first-child").all_inner_texts()} == {name}


def test_nobody_written_so_leads_to_those_written_alike(workbench: str, open_page: Callable[..., Page]) -> None:
    entry = next(each for each in sources(workbench) if each["class"] == "person" and " " in each["name"])
    surname = entry["name"].split()[-1]
    page = open_page(address(workbench, {"name": f"Dr. {surname}", "class": "person"}))
    assert page.get_by_role("link", name=entry["name"]).is_visible()


@pytest.mark.parametrize(("locale", "scheme", "width"), [("de-DE", "light", 360), ("en-GB", "dark", 2560)])
def test_a_source_is_accessible(
    workbench: str, open_page: Callable[..., Page], locale: str, scheme: str, width: int
) -> None:
    page = open_page(address(workbench, relaying(workbench)), locale=locale, color_scheme=scheme, width=width)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert violations(page) == [], "\n".join(violations(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
