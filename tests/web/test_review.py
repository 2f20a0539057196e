"""The review queue: words in context, accepting and rejecting with and without a script, the place kept, undo."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import urllib3
from lxml import html
from playwright.sync_api import Page, expect

from quellenlage.ledger import Query, View, open_view
from quellenlage.model.figure import Bound
from quellenlage.model.review import reviews_holding
from quellenlage.model.statement import SourceClass
from quellenlage.web import Desk
from workbench import serving, violations

JSON = dict[str, Any]


def waiting(address: str, conditions: str = "") -> list[JSON]:
    items: list[JSON] = urllib3.request("GET", f"{address}/review.json?{conditions}").json()["items"]
    return items


def post(url: str, **fields: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("POST", url, fields=fields, redirect=False)


def corrected(view: View, statement: str) -> Any:
    """What holds instead of the statement."""
    return reviews_holding(view.reviews([statement]))[statement].corrected


@pytest.fixture
def view(own_ledger: Path) -> Iterator[View]:
    with closing(open_view(str(own_ledger))) as found:
        yield found


def test_the_least_sure_come_first_with_their_words_in_context(workbench: str, open_page: Callable[..., Page]) -> None:
    items = waiting(workbench)
    assert [each["confidence"] for each in items] == sorted(each["confidence"] for each in items)
    page = open_page(f"{workbench}/review")
    rows = page.locator("[data-entry]")
    assert rows.count() == len(items)
    for number, item in enumerate(items):
        for role, words in (("content", "said"), ("cue", "cue"), ("source", "source")):
            marked = "".join(rows.nth(number).locator(f".context .{words}").all_inner_texts())
            assert "".join(marked.split()) == "".join("".join(each["text"] for each in item[role]).split())


def test_conditions_narrow_the_queue_and_pages_lead_through_it(workbench: str, open_page: Callable[..., Page]) -> None:
    assert {each["speaker"]["class"] for each in waiting(workbench, "class=unnamed")} == {"unnamed"}
    page = open_page(f"{workbench}/review")
    page.get_by_role("link", name="Further statements").click()
    seen = [each["id"] for each in waiting(workbench)]
    assert page.locator("[data-entry]").first.get_attribute("id") not in {f"s-{each}" for each in seen}
    page.goto(f"{workbench}/review?text=nothinglikethis")
    assert "Take a condition away" in page.inner_text("main")


def test_by_keys_the_place_is_kept_and_undo_is_offered(
    own_workbench: str, open_page: Callable[..., Page], view: View
) -> None:
    first, second, third = (each["id"] for each in waiting(own_workbench)[:3])
    page = open_page(f"{own_workbench}/review")
    page.keyboard.press("j")
    page.keyboard.press("y")
    row = page.locator(f"#s-{first}")
    expect(row.get_by_role("status")).to_have_text("accepted · Hanna Ritter")
    page.keyboard.press("j")
    page.keyboard.press("n")
    expect(page.locator(f"#s-{second}").get_by_role("status")).to_contain_text("rejected")
    assert violations(page) == []
    page.keyboard.press("u")
    expect(page.locator(f"#s-{second} .done")).to_be_hidden()
    assert page.locator(f"#s-{second}").evaluate("each => each === document.activeElement")
    assert [each["id"] for each in waiting(own_workbench)[:2]] == [second, third]
    assert [each.verdict.value for each in view.reviews()] == ["accept", "reject", "undo"]


def test_without_a_script_one_comes_back_to_the_place(own_workbench: str, open_page: Callable[..., Page]) -> None:
    first, second = (each["id"] for each in waiting(own_workbench, "lang=de")[:2])
    page = open_page(f"{own_workbench}/review?lang=de", java_script_enabled=False)
    row = page.locator(f"#s-{first}")
    row.locator("summary").click()
    row.get_by_label("Why").fill("steht nicht da")
    row.get_by_role("button", name="Reject").click()
    page.wait_for_url(lambda url: url.endswith(f"/review?lang=de&done={first}#s-{second}"))
    assert page.locator(f"#s-{first}").count() == 0
    just = page.locator(".just")
    assert "rejected" in just.inner_text() and "Hanna Ritter" in just.inner_text()
    just.get_by_role("button", name="Take back").click()
    page.wait_for_url(lambda url: url.endswith(f"/review?lang=de#s-{first}"))
    assert page.locator(f"#s-{first}").is_visible()


def test_who_reviews_is_asked_where_nobody_is_known(own_ledger: Path, open_page: Callable[..., Page]) -> None:
    with serving(Desk(str(own_ledger))) as address:
        (first, *_) = waiting(address)
        assert post(f"{address}/review/{first['id']}/accept").status == 422
        page = open_page(f"{address}/review")
        row = page.locator(f"#s-{first['id']}")
        row.get_by_label("Your name").fill("Kai Brandt")
        row.get_by_role("button", name="Accept").click()
        expect(row.get_by_role("status")).to_contain_text("Kai Brandt")
        row.get_by_role("button", name="Take back").click()
        expect(row.get_by_role("button", name="Accept")).to_be_visible()
        page.context.close()


def test_what_is_not_there_is_not_reviewed(own_workbench: str) -> None:
    assert post(f"{own_workbench}/review/nothing/accept").status == 404
    assert post(f"{own_workbench}/review/nothing/undo").status == 404
    first = waiting(own_workbench)[0]["id"]
    assert post(f"{own_workbench}/review/{first}/accept", article="nowhere").status == 400


def test_the_reading_view_shows_who_accepted(own_workbench: str, open_page: Callable[..., Page]) -> None:
    first = waiting(own_workbench)[0]
    post(f"{own_workbench}/review/{first['id']}/accept", note="so gesagt")
    page = open_page(f"{own_workbench}/articles/{first['article']['id']}")
    assert page.locator(".reviewed").count() == 1
    told = page.locator(f"#s-{first['id']} .reviewed").inner_text()
    assert "accepted by Hanna Ritter" in told and "so gesagt" in told


@pytest.mark.parametrize(
    ("locale", "scheme", "width"), [("de-DE", "light", 1280), ("en-GB", "dark", 360), ("de-DE", "dark", 2560)]
)
def test_the_page_to_correct_on_is_accessible(
    own_workbench: str, open_page: Callable[..., Page], locale: str, scheme: str, width: int
) -> None:
    first = waiting(own_workbench)[0]["id"]
    post(f"{own_workbench}/review/{first}/reject", note="nein")
    page = open_page(f"{own_workbench}/review/{first}", locale=locale, color_scheme=scheme, width=width)
    assert violations(page) == [], "\n".join(violations(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(own_workbench: str, view: View) -> None:
    first = waiting(own_workbench)[0]
    given = {"content": "words of no page", "speaker": "Mika Sand", "cls": "none", "chain": "Wesperwerke"}
    answer = post(f"{own_workbench}/review/{first['id']}?ui=en", **given, kind="direct", note="ungenau")
    assert answer.status == 422
    page = html.fromstring(answer.data.decode())
    told = {each.get("id"): each.text_content() for each in page.xpath("//*[starts-with(@id, 'wrong-')]")}
    assert "does not stand there" in told["wrong-content"]
    assert "not both" in told["wrong-speaker"]
    assert "Say in brackets what it is: Wesperwerke (outlet)" in told["wrong-chain"]
    assert set(told) == {"wrong-content", "wrong-speaker", "wrong-chain"}
    kept = {each.name: each.value for each in page.xpath("//form[@class='correction']//*[@name]")}
    assert kept.items() >= given.items() | {("kind", "direct"), ("note", "ungenau")}
    assert view.reviews() == ()


@pytest.mark.parametrize("script", [True, False])
def test_correcting_and_taking_it_back(
    own_workbench: str, open_page: Callable[..., Page], view: View, script: bool
) -> None:
    first = waiting(own_workbench)[0]
    page = open_page(f"{own_workbench}/review/{first['id']}", java_script_enabled=script)
    page.get_by_label("Speaker", exact=True).fill("Mika Sand")
    page.get_by_label("Speaker's class").select_option("person")
    words = first["content"][0]["text"].split()[0]
    block = page.locator(f"[data-block='{first['content'][0]['block']}']").inner_text()
    longer = block[block.index(words) : block.index(words) + 40].strip()
    page.get_by_label("Content", exact=True).fill(longer)
    page.get_by_label("Source chain", exact=True).fill("Talblatt (Medium)\nWesperwerke (organisation)")
    page.get_by_role("button", name="Store").click()
    page.wait_for_url(lambda url: url.endswith("#history"))
    right = corrected(view, first["id"])
    assert [span.text for span in right.attribution.content] == [longer]
    assert (right.speaker.name, right.speaker.cls) == ("Mika Sand", SourceClass.PERSON)
    assert [(each.name, each.cls) for each in right.via] == [
        ("Talblatt", SourceClass.OUTLET),
        ("Wesperwerke", SourceClass.ORGANISATION),
    ]
    assert longer in page.locator("#history").inner_text()
    page.locator("#history").get_by_role("button", name="Take back").click()
    assert "taken back" in page.locator("#history").inner_text()
    assert waiting(own_workbench)[0]["id"] == first["id"]


@pytest.mark.parametrize("script", [True, False])
def test_a_persons_figures_stand_beside_the_machines(
    own_workbench: str, open_page: Callable[..., Page], view: View, script: bool
) -> None:
    entry = view.figures(Query()).items[0]
    first, figure = entry.statement, entry.figure
    page = open_page(f"{own_workbench}/review/{first.id}?article={entry.article.id}", java_script_enabled=script)
    row = page.get_by_role("group", name="Figure 1")
    assert row.get_by_label("Words", exact=True).input_value() == figure.span.text
    row.get_by_label("Value").fill("77,000")
    row.get_by_label("Bound").select_option("at_most")
    page.get_by_role("button", name="Store").click()
    right = corrected(view, first.id)
    changed = [each for each in right.qualification.figures if each.span == figure.span]
    assert [(each.value, each.bound, each.unit) for each in changed] == [(77000.0, Bound.AT_MOST, figure.unit)]
    page.goto(f"{own_workbench}/articles/{entry.article.id}#s-{first.id}")
    told = page.locator(f"#s-{first.id} .reviewed").inner_text()
    assert "corrected by Hanna Ritter" in told and "at most 77,000" in told
    assert "77,000" not in page.locator(f"#s-{first.id} .figure").first.inner_text()  # the machine's stays as it is
    page.goto(f"{own_workbench}/figures?article={entry.article.id}")
    assert page.locator(".judged-by").first.inner_text() == "corrected by Hanna Ritter"
    page.goto(f"{own_workbench}/claims/{first.id}")
    assert page.locator(f"[id='s-{first.id}'] .judged-by").inner_text() == "corrected by Hanna Ritter"
    lines = urllib3.request("GET", f"{own_workbench}/review/gold.jsonl").data.decode().splitlines()
    told_figures = json.loads(lines[0])["statements"][0]["figures"]
    assert (77000, "at_most") in [(each["value"], each["bound"]) for each in told_figures]


def test_words_become_a_figure_by_keys(own_workbench: str, open_page: Callable[..., Page], view: View) -> None:
    first = waiting(own_workbench)[0]
    page = open_page(f"{own_workbench}/review/{first['id']}")
    rows = page.get_by_role("group", name="Another figure")
    expect(rows).to_have_count(1)
    said = page.locator(".context .said").first
    said.evaluate("each => getSelection().selectAllChildren(each)")
    page.wait_for_function("() => getSelection().toString().trim()")
    page.keyboard.press("4")
    expect(page.locator("[data-told]")).to_contain_text(said.inner_text())
    expect(rows).to_have_count(2)
    assert rows.first.get_by_label("Words", exact=True).input_value() == said.inner_text()
    rows.first.get_by_label("Unit").fill("Worte")
    page.get_by_role("button", name="Store").click()
    assert [each.unit for each in corrected(view, first["id"]).qualification.figures][-1:] == ["Worte"]


def test_words_are_taken_from_the_text_by_keys(own_workbench: str, open_page: Callable[..., Page], view: View) -> None:
    first = waiting(own_workbench)[0]
    page = open_page(f"{own_workbench}/review/{first['id']}")
    text = page.locator(f"[data-block='{first['content'][0]['block']}']")
    text.focus()
    page.keyboard.press("Control+Home")
    for _ in range(12):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.type("x")
    page.keyboard.press("2")
    line = page.get_by_label("Cue", exact=True).input_value().split("\n")[-1]
    page.get_by_role("button", name="Store").click()
    cue = corrected(view, first["id"]).attribution.cue[0]
    assert cue.start == 0 and line.startswith(cue.text)


def test_a_statement_has_a_permalink_with_its_reviews_as_data(own_workbench: str) -> None:
    first = waiting(own_workbench)[0]
    post(f"{own_workbench}/review/{first['id']}/accept")
    told = urllib3.request("GET", f"{own_workbench}/review/{first['id']}.json").json()
    assert told["statement"]["id"] == first["id"]
    assert [each["verdict"] for each in told["reviews"]] == ["accept"]
    assert urllib3.request("GET", f"{own_workbench}/review/nothing").status == 404
    assert urllib3.request("GET", f"{own_workbench}/review/{first['id']}?article=nowhere").status == 404


def test_what_was_reviewed_is_handed_out_as_gold(own_workbench: str) -> None:
    first, second = waiting(own_workbench)[:2]
    post(f"{own_workbench}/review/{first['id']}/accept")
    post(f"{own_workbench}/review/{second['id']}/reject")
    lines = urllib3.request("GET", f"{own_workbench}/review/gold.jsonl").data.decode().splitlines()
    told = [statement for line in lines for statement in json.loads(line)["statements"]]
    assert [each["content"] for each in told] == [[span["text"] for span in first["content"]]]
