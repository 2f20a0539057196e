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


def test_a_declared_name_goes_first() -> None:
    page = (
        '<html><head><title>Markt - Bote</title><meta property="og:site_name" content="Lemstaler Bote"></head>'
        '<body><a href="/">Bote</a></body></html>'
    )
    root = html.document_fromstring(page)
    assert find_outlet_name(declared_by(root), root) == "Lemstaler Bote"
