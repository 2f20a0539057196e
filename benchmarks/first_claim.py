"""From nothing to a cited claim: how long the way takes that the guide's first page describes.

    python -m benchmarks.first_claim [--language de] [--make ARGUMENTS]

Runs `make demo` (after set-up), starts the workbench over its ledger and goes the way of `docs/guide/first-claim` in a
browser: what the page names in words is what is looked for and pressed. How long the program keeps one waiting is
measured step by step (on a busy machine the processor time of `make demo` says more). Beside it stands how long a
person is taken to look or read (`_LOOK`, `_READ`), which is an assumption and no measurement.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from quellenlage.model.text import Language

_LOOK, _READ = 5, 20  # seconds to find the next thing on a page, and to read what one came for
_DEMO = Path("build/demo.sqlite")
_CLIPBOARD = ["clipboard-read", "clipboard-write"]
_WORDS = {
    Language.ENGLISH: {
        "elsewhere": r"^also in \d+ other article",
        "copied": "Copied",
        "place": "On the page",
        "confirm": "Confirm",
        "name": "Your name",
        "dossier": "Dossier to print",
        "origins": "independent origin",
    },
    Language.GERMAN: {
        "elsewhere": r"^auch in \d+ ander",
        "copied": "kopiert",
        "place": "Auf der Seite",
        "confirm": "Bestätigen",
        "name": "Ihr Name",
        "dossier": "Dossier zum Drucken",
        "origins": r"unabhängiger? Urspr",
    },
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the page: its number there, what is done, for how many seconds a person looks or reads then."""

    number: int
    name: str
    act: Callable[[], object]
    pace: int


def steps(page: Page, address: str, language: Language) -> Iterator[Step]:
    """The way, step by step, on a page that may use the clipboard. Each `act` returns when its outcome is in sight."""
    words = _WORDS[language]
    yield Step(1, "the library", lambda: page.goto(f"{address}/"), _LOOK)
    yield Step(2, "an article with its receipts", lambda: page.locator("[data-entry] h2 a").first.click(), _READ)
    yield Step(2, "j, c: the words with their citation", lambda: _copy(page, words["copied"]), _LOOK)
    yield Step(3, "the claim with its origins", lambda: _claim(page, words), _READ)
    yield Step(4, "back to the words on the page", lambda: _check(page, words["place"]), _READ)
    yield Step(4, "confirm it", lambda: _confirm(page, words), _LOOK)
    yield Step(5, "the dossier", lambda: _cite(page, words), _LOOK)


def _copy(page: Page, told: str) -> None:
    page.locator(".receipt").first.wait_for()
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.get_by_role("status").filter(has_text=told).wait_for()


def _claim(page: Page, words: dict[str, str]) -> None:
    page.get_by_role("link", name=re.compile(words["elsewhere"])).first.click()
    page.locator(".standing", has_text=re.compile(words["origins"])).wait_for()


def _check(page: Page, place: str) -> None:
    page.get_by_role("link", name=re.compile(f"^{place}")).first.click()
    page.locator(".receipt.current").wait_for()
    page.go_back()
    page.locator(".standing").wait_for()


def _confirm(page: Page, words: dict[str, str]) -> None:
    page.locator("summary", has_text=words["confirm"]).click()
    act = page.locator("details.act[open]")
    if act.get_by_label(words["name"]).count():
        act.get_by_label(words["name"]).fill("Mika Sandorn")
    act.get_by_role("button", name=words["confirm"]).click()
    page.locator(".judged > li").first.wait_for()


def _cite(page: Page, words: dict[str, str]) -> None:
    page.get_by_role("link", name=words["dossier"]).click()
    page.get_by_text(re.compile(words["origins"])).first.wait_for()


def main() -> None:
    """Go the way, print how long each step took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", type=Language, default=Language.ENGLISH, choices=list(Language))
    parser.add_argument("--make", default="", help="further arguments for make, as VENV=FOLDER")
    given = parser.parse_args()
    waited, paced = 0.0, 0
    print(f"{'step':45}{'waits s':>8}{'person s':>10}")
    for name, seconds, pace in _measured(given.language, shlex.split(given.make)):
        waited, paced = waited + seconds, paced + pace
        print(f"{name:45}{seconds:8.1f}{pace:10}", flush=True)
    print(f"{'together':45}{waited:8.1f}{paced:10}   {waited + paced:.0f} s in all")


def _measured(language: Language, arguments: list[str]) -> Iterator[tuple[str, float, int]]:
    command = ["make", *arguments, "demo"]
    waited = _seconds(lambda: subprocess.run(command, check=True, capture_output=True))
    spent = os.times()
    yield f"0 make demo ({spent.children_user + spent.children_system:.0f} s of processor time)", waited, 0
    begun = time.perf_counter()
    with _served() as address, sync_playwright() as playwright:
        yield "0 make serve", time.perf_counter() - begun, _LOOK
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        locale = {Language.GERMAN: "de-DE", Language.ENGLISH: "en-GB"}[language]
        page = browser.new_context(locale=locale, permissions=_CLIPBOARD).new_page()
        for step in steps(page, address, language):
            yield f"{step.number} {step.name}", _seconds(step.act), step.pace
        browser.close()


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


@contextmanager
def _served() -> Iterator[str]:
    """The address of the workbench, as `make serve` starts it, at a free port."""
    command = [sys.executable, "-m", "quellenlage", "serve", "--port", "0", "--ledger", str(_DEMO)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().split()[-1].rstrip("/")
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
