"""Figures one by one and as series: found, filtered, drawn, saved, read without script and by keyboard."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import urllib3
from lxml import etree
from playwright.sync_api import Page

from quellenlage import settling
from quellenlage.ledger import Query, open_view
from quellenlage.web.views.figures import reference
from workbench import violations

SVG = "{http://www.w3.org/2000/svg}"


def get(url: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", url, retries=False, timeout=60)  # the first chart loads what draws


def longest_series(workbench: str) -> str:
    """The address of the page of the first series listed."""
    page = etree.HTML(get(f"{workbench}/figures/series").data.decode())
    return workbench + page.xpath("string(//ol[@class='entries']/li[1]/h2/a/@href)")


def twin(address: str, suffix: str) -> str:
    return address.replace("/series?", f"/series{suffix}?")


def test_figures_stand_in_their_words_with_whose_they_are(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/figures")
    page.get_by_label("Words").fill("wohnungen")
    page.get_by_role("button", name="Show").click()
    entry = page.locator("[data-entry]").first
    assert entry.locator("mark").inner_text() in entry.locator(".content").inner_text()
    assert "wohnungen" in entry.locator(".content").inner_text().lower()
    assert entry.get_by_role("list", name="Source chain").locator("li").count() >= 2


def test_every_figure_is_on_one_of_the_pages(workbench: str) -> None:
    found, after = [], ""
    while True:
        listing = get(f"{workbench}/figures.json?after={after}" if after else f"{workbench}/figures.json").json()
        found += [(each["statement"], each["block"], each["start"]) for each in listing["items"]]
        if listing["next"] is None:
            break
        after = listing["next"]
    assert len(found) == len(set(found)) == listing["total"]


def test_units_are_offered_and_narrow_the_figures(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/figures")
    first = page.get_by_role("navigation", name="Units").get_by_role("link").first
    unit, number = first.inner_text().rsplit(" ", 1)
    first.click()
    assert page.locator(".count").inner_text().split()[0] == number
    assert page.get_by_label("Unit", exact=True).input_value() == unit
    found = get(f"{workbench}/figures.json?unit={quote(unit)}").json()
    assert {each["unit"].casefold() for each in found["items"]} == {unit.casefold()}
    page.get_by_role("link", name="As series").click()
    assert page.get_by_label("Unit", exact=True).input_value() == unit
    page.get_by_role("link", name="All units").click()
    assert page.get_by_label("Unit", exact=True).input_value() == ""


@pytest.mark.parametrize(
    ("condition", "status"),
    [("since=morgen", 422), ("since=", 200), ("lang=", 200), ("lang=fr", 422), ("class=nobody", 422), ("unit=", 200)],
)
def test_conditions_are_checked_and_empty_fields_ask_for_nothing(workbench: str, condition: str, status: int) -> None:
    assert get(f"{workbench}/figures.json?{condition}").status == status


def test_a_figure_leads_to_its_series(workbench: str, open_page: Callable[..., Page]) -> None:
    series = get(twin(longest_series(workbench), ".json")).json()
    words = "".join(series["points"][0]["figure"]["text"])
    page = open_page(f"{workbench}/figures?text={words}")
    page.locator("[data-entry]", has_text=words).first.get_by_role("link", name="Lay beside others").click()
    assert page.get_by_role("heading", level=1).inner_text() == series["unit"]


def test_chart_and_table_say_the_same(workbench: str, open_page: Callable[..., Page]) -> None:
    address = longest_series(workbench)
    page = open_page(address, java_script_enabled=False)
    rows = page.locator("tbody tr")
    points = get(twin(address, ".json")).json()["points"]
    assert rows.count() == len(points)
    drawn = page.locator(".drawn.wide").inner_text()
    for number, point in enumerate(points, start=1):
        assert f"{number} · " in drawn
        assert point["figure"]["text"] in " ".join(rows.nth(number - 1).inner_text().split())


def test_what_cannot_both_be_right_points_to_each_other(workbench: str, open_page: Callable[..., Page]) -> None:
    address = longest_series(workbench)
    one, other = get(twin(address, ".json")).json()["contradictions"][0]
    page = open_page(address)
    page.locator("tbody tr").nth(one).get_by_role("link", name=str(other + 1), exact=True).click()
    page.wait_for_url(lambda url: url.endswith(f"#no-{other + 1}"))


def test_the_chart_moves_under_the_strict_policy(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(longest_series(workbench))
    page.locator("figure[data-moving]").wait_for()
    assert page.get_by_text("Drag to move").is_visible()
    page.locator(".drawn.wide svg text", has_text="2 · ").first.hover(force=True)
    assert page.locator("tr.hot td").first.inner_text() == "2"
    page.mouse.down()
    page.mouse.up()
    faint = page.locator(".drawn.wide svg path[opacity='0.15'], .drawn.wide svg line[opacity='0.15']")
    faint.first.wait_for(state="attached")
    page.mouse.move(2, 2)  # the head stays where it is, so that no row comes to lie under the pointer
    page.keyboard.press("j")
    assert page.locator("tr.hot td").first.inner_text() == "1"


def test_the_chart_is_saved_as_files(workbench: str) -> None:
    address = longest_series(workbench)
    points = get(twin(address, ".json")).json()["points"]
    drawing = etree.fromstring(get(twin(address, ".svg")).data)
    assert drawing.tag == f"{SVG}svg"
    assert "var(" not in etree.tostring(drawing).decode()
    assert get(twin(address, ".png")).data.startswith(b"\x89PNG")
    chart = get(twin(address, ".vl.json")).json()
    assert [row["value"] for row in chart["data"]["values"]] == [point["figure"]["value"] for point in points]
    table = list(csv.DictReader(StringIO(get(twin(address, ".csv")).data.decode())))
    assert [row["statement"] for row in table] == [point["statement"] for point in points]


def test_without_vl_convert_the_table_stands_alone(workbench: str, monkeypatch: pytest.MonkeyPatch) -> None:
    address = longest_series(workbench)
    monkeypatch.setitem(sys.modules, "vl_convert", None)  # as where it is not installed
    page = etree.HTML(get(address).data.decode())
    assert "quellenlage[charts]" in page.xpath("string(//main)")
    assert page.xpath("//figure | //script[contains(@src, 'figures')]") == []
    assert page.xpath("//tbody/tr")
    answer = get(twin(address, ".png"))
    assert answer.status == 400
    assert "quellenlage[charts]" in answer.data.decode()


def test_a_figure_alone_is_told_to_be_alone(workbench: str, examples: Path) -> None:
    with closing(open_view(str(examples))) as view:
        found = settling.series(view, Query()).items
        beside = {(point.appearance.statement.id, point.figure.span) for each in found for point in each.points}
        alone = next(
            each for each in view.figures(Query()).items if (each.statement.id, each.figure.span) not in beside
        )
    page = get(f"{workbench}/figures/series?of={reference(alone)}").data.decode()
    assert "nothing to lay beside it" in page
    assert "<mark>" in page


def test_among_too_many_figures_a_series_is_looked_for_by_telling_words(examples: Path) -> None:
    with closing(open_view(str(examples))) as view:
        longest = settling.series(view, Query()).items[0]
        places = {(point.appearance.statement.id, point.figure.span) for point in longest.points}
        entries = [each for each in view.figures(Query()).items if (each.statement.id, each.figure.span) in places]
        assert settling.series_of(view, entries[0], Query(), among=1000) == (longest, True)
        found = [settling.series_of(view, entry, Query(), among=24) for entry in entries]
    parts = [series for series, _ in found if series]
    assert parts
    for part in parts:
        assert {(point.appearance.statement.id, point.figure.span) for point in part.points} <= places


@pytest.mark.parametrize("of", ["nothing", "a.b.0", "a.b.c"])
def test_a_figure_that_is_not_there(workbench: str, of: str) -> None:
    assert get(f"{workbench}/figures/series?of={of}").status == 404


@pytest.mark.parametrize(
    "options",
    [
        {"locale": "de-DE", "color_scheme": "dark", "width": 1280},
        {"locale": "en-GB", "color_scheme": "light", "width": 360},
        {"locale": "de-DE", "color_scheme": "light", "width": 2560},
    ],
    ids=["dark", "narrow", "wide"],
)
def test_a_series_is_accessible(workbench: str, open_page: Callable[..., Page], options: dict[str, Any]) -> None:
    page = open_page(longest_series(workbench), **options)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= options["width"]
    assert page.locator(".drawn").evaluate_all("all => all.filter((each) => each.checkVisibility()).length") == 1
