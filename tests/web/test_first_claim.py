"""The way that the guide's first page describes can be gone, and the program keeps nobody waiting on it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.first_claim import steps
from playwright.sync_api import Page

from quellenlage.model.text import Language
from quellenlage.web import Desk
from workbench import serving

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "first-claim"
AT_MOST = 60  # seconds of waiting for all steps together, on a busy machine; two minutes are what the page promises


@pytest.mark.parametrize(("language", "locale"), [(Language.ENGLISH, "en-GB"), (Language.GERMAN, "de-DE")])
def test_the_way_of_the_guide_can_be_gone(
    own_ledger: Path, open_page: Callable[..., Page], language: Language, locale: str
) -> None:
    with serving(Desk(str(own_ledger))) as address:
        page = open_page(f"{address}/help", locale=locale, permissions=["clipboard-read", "clipboard-write"])
        begun = time.perf_counter()
        for step in steps(page, address, language):
            step.act()
        waited = time.perf_counter() - begun
        assert "/export/html" in page.url
        page.context.close()
    assert waited < AT_MOST


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_label_that_the_guide_names_is_on_a_page(
    workbench: str, open_page: Callable[..., Page], language: str
) -> None:
    guide = (GUIDE / f"{language}.md").read_text(encoding="utf-8")
    named = {re.sub(r"\d+", "#", " ".join(label.split())) for label in re.findall("[“„]([^“”„]+)[”“]", guide)}
    page = open_page(f"{workbench}/articles?ui={language}")
    told = page.inner_text("body")
    page.locator("[data-entry] h2 a").first.click()
    page.locator(".receipt").first.wait_for()
    told += page.inner_text("main")
    page.locator(".also a").first.click()
    page.locator(".standing").wait_for()
    told += page.inner_text("body")
    shown = re.sub(r"\d+", "#", told)
    assert len(named) >= 5
    assert {label for label in named if label not in shown} == set()
