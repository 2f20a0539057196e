"""Draws the pictures of this page anew: `python docs/guide/first-claim/pictures.py http://127.0.0.1:8471`.

The workbench at the address must hold the example pages (`make demo`, `make serve`); Playwright comes with the `dev`
extra, Chromium with Debian.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parent
NAMES = {"de-DE": ("artikel", "lesen", "behauptung"), "en-GB": ("library", "reading", "claim")}
ARTICLE = {"de-DE": "Hohenfurter Rundblick", "en-GB": "The Meridian Times"}
CLAIM = "4000 Menschen"


def main(address: str) -> None:
    """All pictures, in both languages."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for locale in NAMES:
            size = {"width": 1200, "height": 760}
            page = browser.new_context(viewport=size, locale=locale, color_scheme="light").new_page()
            draw(page, address, locale)
        browser.close()


def draw(page: Page, address: str, locale: str) -> None:
    """The three pictures of one language."""
    library, reading, claim = (FOLDER / f"{name}.png" for name in NAMES[locale])
    page.goto(f"{address}/articles")
    page.screenshot(path=library)
    page.goto(f"{address}/articles?outlet={ARTICLE[locale]}")
    page.locator("[data-entry] a").first.click()
    page.screenshot(path=reading)
    page.goto(f"{address}/claims?text={CLAIM}")
    page.locator("[data-entry] a").first.click()
    page.screenshot(path=claim)


if __name__ == "__main__":
    main(sys.argv[1])
