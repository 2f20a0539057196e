"""The claim view: receipts, graph, time line; merging, splitting, confirming and undoing, with and without a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import urllib3
from playwright.sync_api import Page

from quellenlage.web import Desk
from workbench import serving, violations

JSON = dict[str, Any]


def get(url: str, **headers: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", url, headers=headers, redirect=False, retries=False, timeout=30)


def claims(address: str, conditions: str = "appearances=2") -> list[JSON]:
    items: list[JSON] = get(f"{address}/claims.json?{conditions}").json()["items"]
    return items


def richest(address: str) -> JSON:
    """The claim with the most to show."""
    return max(claims(address), key=lambda each: (bool(each["drift"]), bool(each["denials"]), len(each["appearances"])))


@pytest.mark.parametrize(
    ("locale", "scheme", "width"), [("de-DE", "light", 1280), ("en-GB", "dark", 360), ("de-DE", "dark", 2560)]
)
def test_it_is_accessible(workbench: str, open_page: Callable[..., Page], locale: str, scheme: str, width: int) -> None:
    address = f"{workbench}/claims/{richest(workbench)['id']}"
    page = open_page(address, locale=locale, color_scheme=scheme, width=width)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert violations(page) == [], "\n".join(violations(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_says_how_many_origins_and_shows_every_place(workbench: str, open_page: Callable[..., Page]) -> None:
    claim = richest(workbench)
    page = open_page(f"{workbench}/claims/{claim['id']}")
    standing = page.locator(".standing").inner_text()
    articles = {each["article"] for each in claim["appearances"]}
    assert f"{claim['independent_origins']} independent origin" in standing
    assert f"in {len(articles)} article" in standing
    places = page.locator(".places > li")
    assert places.count() == len(claim["appearances"])
    first = claim["appearances"][0]
    assert " … ".join(first["content"]) in " ".join(places.first.inner_text().split())
    link = places.first.get_by_role("link", name="On the page")
    assert link.get_attribute("href") == f"/articles/{first['article']}#s-{first['statement']}"
    assert page.locator(".origins > li").count() == claim["independent_origins"]
    assert page.locator(".hops .step").count() == len(claim["drift"])


def test_the_graph_and_the_time_line_lead_to_the_places(workbench: str, open_page: Callable[..., Page]) -> None:
    claim = richest(workbench)
    page = open_page(f"{workbench}/claims/{claim['id']}")
    assert page.locator(".graph .node.place").count() == len(claim["appearances"])
    assert page.locator(".graph .node.origin").count() == len(claim["origins"])
    assert page.locator(".line circle").count() == len(claim["appearances"])
    page.locator(".line a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith(f"#s-{claim['appearances'][0]['statement']}"))
    page.locator("summary", has_text="The same as a list").click()
    assert page.locator(".tree").first.is_visible()


def test_the_keyboard_leads_from_the_list_over_a_claim_to_the_page(
    workbench: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{workbench}/claims")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    claim = get(f"{page.url}.json").json()
    for _ in range(len(claim["origins"]) + 1):
        page.keyboard.press("j")
    first = claim["appearances"][0]
    assert page.locator(f"#s-{first['statement']}").evaluate("each => each === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/articles/{first['article']}#s-{first['statement']}")


def test_words_in_boxes_fit(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/claims/{richest(workbench)['id']}")
    too_wide = """nodes => nodes.filter(node => {
        const box = node.querySelector("rect").getBBox();
        return [...node.querySelectorAll("tspan")].some(line => line.getComputedTextLength() > box.width - 10);
    }).map(node => node.textContent)"""
    assert page.locator(".graph .node").evaluate_all(too_wide) == []


def test_every_statement_finds_its_claim(workbench: str) -> None:
    claim = richest(workbench)
    member = max(each["statement"] for each in claim["appearances"])
    found = get(f"{workbench}/claims/{member[:12]}?ui=de")
    assert (found.status, found.headers["Location"]) == (307, f"/claims/{claim['id']}?ui=de")
    assert get(f"{workbench}/claims/{member}.json").headers["Location"] == f"/claims/{claim['id']}.json"
    assert get(f"{workbench}/claims/{claim['id']}.json").json()["id"] == claim["id"]


def test_what_is_no_claim_is_not_found(workbench: str) -> None:
    answer = get(f"{workbench}/claims/nothing", **{"Accept-Language": "en"})
    assert answer.status == 404
    assert "begins so" in answer.data.decode()


def test_a_beginning_that_several_share_is_not_enough(workbench: str) -> None:
    firsts = [each["id"][0] for each in claims(workbench, "")]
    shared = next(each for each in firsts if firsts.count(each) > 1)
    assert "more digits" in get(f"{workbench}/claims/{shared}", **{"Accept-Language": "en"}).data.decode()


@pytest.mark.parametrize("script", [True, False])
def test_confirming_and_undoing(own_workbench: str, open_page: Callable[..., Page], script: bool) -> None:
    claim = claims(own_workbench)[0]
    page = open_page(f"{own_workbench}/claims/{claim['id']}", java_script_enabled=script)
    page.locator("summary", has_text="Confirm").click()
    act = page.locator("details.act[open]")
    act.get_by_label("Why").fill("read them all")
    act.get_by_role("button", name="Confirm").click()
    judged = page.locator(".judged > li")
    judged.first.wait_for()
    assert judged.count() == 1
    assert "Hanna Ritter" in judged.inner_text() and "read them all" in judged.inner_text()
    judged.locator("summary").click()
    judged.get_by_role("button", name="Take back").click()
    assert page.locator(".judged").count() == 0
    page.wait_for_url(lambda url: url.endswith("#judgements"))


def test_splitting_and_what_is_wrong_with_it(own_workbench: str, open_page: Callable[..., Page]) -> None:
    claim = claims(own_workbench)[0]
    page = open_page(f"{own_workbench}/claims/{claim['id']}")
    ticked = claim["appearances"][-1]["statement"]
    page.locator(f"#s-{ticked}").get_by_label("says something else").check()
    page.locator("summary", has_text="Split").click()
    page.get_by_role("button", name="Split off").click()
    left = get(f"{own_workbench}{page.url.removeprefix(own_workbench).split('#')[0]}.json").json()
    assert ticked not in [each["statement"] for each in left["appearances"]]
    assert get(f"{own_workbench}/claims/{ticked}").status in (200, 307)
    empty = urllib3.request("POST", f"{own_workbench}/claims/{left['id']}/split")
    everything = [("statement", each["statement"]) for each in left["appearances"]]
    whole = urllib3.request("POST", f"{own_workbench}/claims/{left['id']}/split", fields=everything)
    assert (empty.status, whole.status) == (422, 422)


def test_merging_with_a_claim_found_by_its_words(own_workbench: str, open_page: Callable[..., Page]) -> None:
    one, other = claims(own_workbench)[:2]
    page = open_page(f"{own_workbench}/claims/{one['id']}")
    page.locator("summary", has_text="Merge").click()
    page.get_by_label("Words of the other claim").fill(other["appearances"][0]["content"][0])
    page.get_by_role("button", name="Find").click()
    page.locator(f"input[name=other][value='{other['id']}']").check()
    page.get_by_role("button", name="Merge").click()
    merged = get(f"{own_workbench}{page.url.removeprefix(own_workbench).split('#')[0]}.json").json()
    assert len(merged["appearances"]) == len(one["appearances"]) + len(other["appearances"])


def test_judgements_are_all_listed_and_restored(own_workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{own_workbench}/judgements")
    assert "Nobody has judged yet" in page.inner_text("main")
    claim = claims(own_workbench)[0]
    urllib3.request("POST", f"{own_workbench}/claims/{claim['id']}/confirm", fields={"note": "sicher"})
    page.reload()
    page.locator("summary", has_text="Take back").click()
    page.get_by_role("button", name="Take back").click()
    assert page.locator(".past").count() == 1
    assert violations(page) == [], "\n".join(violations(page))
    page.locator("summary", has_text="Restore").click()
    page.get_by_role("button", name="Restore").click()
    assert page.locator("[data-entry]").count() == 3
    assert len(get(f"{own_workbench}/claims/{claim['id']}.json").json()["judgements"]) == 1
    assert get(f"{own_workbench}/judgements.json").json()["total"] == 3
    assert get(f"{own_workbench}/judgements.csv").data.decode().count("\n") == 4


def test_who_judges_is_asked_where_nobody_is_known(own_ledger: Path, open_page: Callable[..., Page]) -> None:
    with serving(Desk(str(own_ledger))) as address:
        claim = claims(address)[0]
        refused = urllib3.request("POST", f"{address}/claims/{claim['id']}/confirm")
        assert refused.status == 422
        page = open_page(f"{address}/claims/{claim['id']}")
        page.locator("summary", has_text="Confirm").click()
        act = page.locator("details.act[open]")
        act.get_by_label("Your name").fill("Kai Brandt")
        act.get_by_role("button", name="Confirm").click()
        assert "Kai Brandt" in page.locator(".judged").inner_text()
        page.context.close()
