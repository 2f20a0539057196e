"""The outlet's name, where the page declares none: the title, if the page calls itself so elsewhere too."""

from __future__ import annotations

import pytest
from lxml import html

from quellenlage.reading.declared import declared_by
from quellenlage.reading.outlet import find_outlet_name

PAGES = [
    ("Der Markt zieht um - Lemstaler Bote", '<a href="/">Lemstaler Bote</a>', "Lemstaler Bote"),
    ("Cold ground :: Furze Notes", '<a href="/">Furze Notes</a>', "Furze Notes"),
    ("Lemstal FM: Der Markt zieht um", "<footer>Lemstal FM, Am Markt 1</footer>", "Lemstal FM"),
    ("Killer-Keim! - Stadtkracher", '<a href="/">STADTKRACHER</a>', "Stadtkracher"),
    ("Der Markt - ein Rückblick", '<a href="/">Lemstaler Bote</a>', None),
    ("Umzug: Der Markt geht", "<footer>Umzugsfirma Berg</footer>", None),
    ("Der Markt zieht um", '<a href="/">Lemstaler Bote</a>', None),
]


@pytest.mark.parametrize(("title", "body", "name"), PAGES)
def test_the_title_tells_the_outlet_where_the_page_vouches_for_it(title: str, body: str, name: str | None) -> None:
    root = html.document_fromstring(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert find_outlet_name(declared_by(root), root) == name


ADDRESSES = [
    ("Not a sound | The Daily Lamp", "https://www.dailylamp.example/news/1", "The Daily Lamp"),
    ("Wer zahlt? | Acker & Stall", "https://www.acker-und-stall.example/markt", "Acker & Stall"),
    ("Brunnen | Heute Früh", "https://heute-frueh.example/a", "Heute Früh"),
    ("Eine Nacht | Die Waage", "https://www.diewaage.example/a", "Die Waage"),
    ("Ferries | Salt & Rope", "https://saltandrope.example/a", "Salt & Rope"),
    ("Not a sound | The Daily Lamp", "https://www.dailylamp.co.uk/news/1", "The Daily Lamp"),
    ("Not a sound | Co", "https://www.dailylamp.co.uk/news/1", None),
    ("Staudamm bricht | Правда", "", None),
    ("Not a sound | ***", "/news/1", None),
    ("Not a sound | Lamp", "https://www.dailylamp.example/news/1", None),
    ("Not a sound | a reply", "https://www.dailylamp.example/news/1", None),
]


@pytest.mark.parametrize(("title", "address", "name"), ADDRESSES)
def test_an_address_vouches_too(title: str, address: str, name: str | None) -> None:
    title = title.replace("&", "&amp;")
    page = f'<html><head><title>{title}</title><link rel="canonical" href="{address}"></head><body></body></html>'
    root = html.document_fromstring(page)
    assert find_outlet_name(declared_by(root), root) == name


def test_a_footer_that_goes_on_after_the_name_vouches_too() -> None:
    body = "<body><footer>The Daily Lamp · About</footer></body>"
    root = html.document_fromstring(f"<html><head><title>Not a sound | The Daily Lamp</title></head>{body}</html>")
    assert find_outlet_name(declared_by(root), root) == "The Daily Lamp"


def test_a_declared_name_goes_first() -> None:
    page = (
        '<html><head><title>Markt - Bote</title><meta property="og:site_name" content="Lemstaler Bote"></head>'
        '<body><a href="/">Bote</a></body></html>'
    )
    root = html.document_fromstring(page)
    assert find_outlet_name(declared_by(root), root) == "Lemstaler Bote"
