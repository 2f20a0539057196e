"""A real server on loopback over a ledger of the example pages, and a real browser to look at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from quellenlage.ledger import open_ledger
from quellenlage.pipeline import extract_inputs, settle
from quellenlage.web import Desk
from workbench import serving

EXAMPLES = sorted(str(path) for path in (Path(__file__).parents[2] / "examples" / "pages").iterdir())
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of all example pages, not to be written to."""
    path = tmp_path_factory.mktemp("examples") / "ledger.sqlite"
    with closing(open_ledger(str(path))) as ledger:
        for outcome in extract_inputs(EXAMPLES):
            settle(outcome, ledger, recorded_at=datetime(2031, 4, 1, tzinfo=UTC))
    return path


@pytest.fixture(scope="session")
def workbench(examples: Path) -> Iterator[str]:
    """The address of a workbench over the examples, for tests that only look."""
    with serving(Desk(str(examples), user="Hanna Ritter")) as address:
        yield address


@pytest.fixture
def own_ledger(examples: Path, tmp_path: Path) -> Path:
    """A copy of the examples' ledger, to write to."""
    return Path(shutil.copy(examples, tmp_path / "own.sqlite"))


@pytest.fixture
def own_workbench(own_ledger: Path) -> Iterator[str]:
    """The address of a workbench over a ledger of one's own."""
    with serving(Desk(str(own_ledger), user="Hanna Ritter")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; where there is none, the tests that need one say so and are skipped."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here; on Debian `apt-get install chromium` brings it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a window of its own: `open_page(url, locale="de-DE", color_scheme="dark", width=360)`.

    Anything that the page asks of another host, and any error in its console, fails the test.
    """
    contexts, troubles = [], []

    def make(url: str, *, width: int = 1280, locale: str = "en-GB", **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, locale=locale, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda asked: None if _is_own(asked.url) else troubles.append(f"asked for {asked.url}"))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(url)
        return page

    yield make
    for context in contexts:
        context.close()
    assert troubles == []


def _is_own(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))
