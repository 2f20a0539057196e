"""The page about the interface for programs: everything that the document has, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import urllib3
from playwright.sync_api import Page

from client import Client
from workbench import violations


def test_every_operation_and_parameter_is_named(workbench: str) -> None:
    document = Client(workbench).document
    text = urllib3.request("GET", f"{workbench}/api").data.decode()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method != "head":
                assert f"<b>{method.upper()}</b> /api/v1{path}" in text
                assert all(f"<code>{each['name']}</code>" in text for each in operation.get("parameters", ()))
    assert "urn:quellenlage:problem:not-found" in text


@pytest.mark.parametrize(
    ("locale", "scheme", "width", "heading"),
    [("de-DE", "light", 360, "Für Programme"), ("en-GB", "dark", 1280, "For programs")],
)
def test_the_page_is_linked_and_accessible(
    workbench: str, open_page: Callable[..., Page], locale: str, scheme: str, width: int, heading: str
) -> None:
    page = open_page(f"{workbench}/claims", locale=locale, color_scheme=scheme, width=width)
    page.get_by_role("link", name=heading).click()
    assert page.get_by_role("heading", level=1).inner_text() == heading
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_goes_from_operation_to_operation(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/api")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#list_articles"))
