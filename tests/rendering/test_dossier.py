"""The dossier of a claim: everything that is known of it, in Markdown and HTML, in both languages."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from lxml import html
from markdown_it import MarkdownIt

from claimed import make_claim, make_readings
from invented import find, make_article
from quellenlage.model.claim import Appearance, Claim
from quellenlage.model.text import Language
from quellenlage.rendering.dossier import compile_dossier
from quellenlage.rendering.dossier_page import claim_to_html, content_security_policy
from quellenlage.rendering.labels import label
from quellenlage.rendering.links import address_of, address_of_words
from quellenlage.rendering.markdown import claim_to_markdown
from quellenlage.rendering.phrases import in_quotes
from quellenlage.rendering.quotation import quotation_to_markdown

HOSTILE = '<script>alert(1)</script> & "x" [y](javascript:alert(1)) *z*'


def text_of_markdown(source: str) -> str:
    found = []
    for token in MarkdownIt("commonmark").parse(source):
        for child in token.children or ():
            found.append(child.content)
    return "\n".join(found)


def text_of_html(source: str) -> str:
    return "\n".join(str(text) for text in html.fromstring(source).itertext())


READERS: list[tuple[Callable[[Claim, Language], str], Callable[[str], str]]] = [
    (claim_to_markdown, text_of_markdown),
    (claim_to_html, text_of_html),
]


@pytest.mark.parametrize(("write", "read"), READERS, ids=["markdown", "html"])
@pytest.mark.parametrize("language", Language)
def test_everything_that_is_known_is_there(
    write: Callable[[Claim, Language], str], read: Callable[[str], str], language: Language
) -> None:
    claim = make_claim()
    text = read(write(claim, language))
    summary = {
        Language.GERMAN: "2 unabhängige Ursprünge (mindestens 1, höchstens 2) an 4 Stellen in 3 Artikeln",
        Language.ENGLISH: "2 independent origins (at least 1, at most 2) in 4 appearances in 3 articles",
    }
    assert summary[language] in text
    for appearance in (*claim.appearances, *claim.denials):
        assert appearance.statement.id in text
        assert all(span.text in text for span in appearance.statement.attribution.content)
        assert not appearance.article.url or appearance.article.url in text
    assert "Talblatt → zwei Ingenieure" in text
    assert ("4.000 Häuser" if language is Language.GERMAN else "4,000 Häuser") in text
    assert "Jorun Hallwig" in text
    assert "Nordlicht → Talblatt" in text
    assert f"{in_quotes('mehr als 4000', language)} → {in_quotes('4000', language)}" in text
    assert "Mika Sandorn" in text
    assert "09:30" in text
    assert "dieselbe Rede" in text
    for unknown in ("no_time", "no_outlet", "no_address", "own_words", "unsure", "how_made"):
        assert label(unknown, language) in text


@pytest.mark.parametrize("language", Language)
def test_every_merge_has_its_reason(language: Language) -> None:
    dossier = compile_dossier(make_claim(), language)
    origins = dossier.sections[1]
    assert len(origins.entries) == 2
    assert [len(entry.lines) for entry in origins.entries] == [3, 1]
    assert "Nordlicht" in origins.entries[0].lines[2].text


@pytest.mark.parametrize("language", Language)
def test_a_section_about_which_nothing_is_known_says_so(language: Language) -> None:
    claim = make_claim()
    bare = replace(
        claim, appearances=claim.appearances[:1], origins=(), denials=(), circles=(), drift=(), judgements=(), copies=()
    )
    for write, read in READERS:
        assert read(write(bare, language)).count(label("nothing_known", language)) == 6
    assert label("no_origin", language) in compile_dossier(bare, language).summary


class Elements(HTMLParser):
    """The tags and attributes of a page, as a browser would see them."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.style = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "style" and not self.style:
            self.style = data


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    found = Elements(claim_to_html(make_claim(), Language.GERMAN))
    assert {"script", "link", "img", "iframe", "object"} & set(found.tags) == set()
    assert not [name for name, _ in found.attributes if name in ("style", "src") or name.startswith("on")]
    assert "url(" not in found.style
    digest = base64.b64encode(hashlib.sha256(found.style.encode()).digest()).decode()
    policies = [value for name, value in found.attributes if name == "content" and "default-src" in str(value)]
    assert policies == [content_security_policy()]
    assert f"style-src 'sha256-{digest}'" in content_security_policy()
    assert "@media print" in found.style
    assert "prefers-color-scheme: dark" in found.style


@pytest.mark.parametrize("language", Language)
def test_words_from_pages_stay_words(language: Language) -> None:
    claim = make_claim()
    place = claim.appearances[0]
    article = replace(place.article, outlet=HOSTILE, headline=HOSTILE, url="javascript:alert(1)")
    hostile = replace(claim, text=HOSTILE, appearances=(Appearance(place.statement, article), *claim.appearances[1:]))
    page = claim_to_html(hostile, language)
    assert "script" not in Elements(page).tags
    assert html.fromstring(page).findtext(".//h1") == HOSTILE
    assert not [each for each in Elements(page).attributes if each[0] == "href" and str(each[1]).startswith("java")]
    tokens = [
        child
        for token in MarkdownIt("commonmark").parse(claim_to_markdown(hostile, language))
        for child in token.children or ()
    ]
    assert {str(token.attrGet("href"))[:8] for token in tokens if token.type == "link_open"} <= {"https://"}
    assert "html_inline" not in {token.type for token in tokens}


def test_the_words_of_a_page_are_in_its_language() -> None:
    page = html.fromstring(claim_to_html(make_claim(), Language.ENGLISH))
    assert page.get("lang") == "en"
    assert [each.get("lang") for each in page.iter("h1")] == ["de"]


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "file:///etc/passwd", "https://a.example/<b>", "https://a.example/a b"]
)
def test_what_is_no_address_of_the_web_is_no_link(url: str | None) -> None:
    assert address_of(url) is None
    assert address_of_words(url, find(make_article(), "Damm an der Wesper")) is None


def test_an_address_leads_to_the_words() -> None:
    article = make_article()
    short = address_of_words("https://a.example/x", find(article, "sei der Riss älter"))
    assert short == "https://a.example/x#:~:text=sei%20der%20Riss%20%C3%A4lter"
    inside = address_of_words("https://a.example/x#y", find(article, "bis zu drei"))
    assert inside == "https://a.example/x#y:~:text=bis%20zu%20drei"
    long = address_of_words("https://a.example/", article.span(2, 0, len(article.blocks[2].text)))
    assert long == "https://a.example/#:~:text=Wie%20das%20Talblatt%20unter,sei%20der%20Riss%20%C3%A4lter."


def test_a_quotation_comes_with_its_citation() -> None:
    first, _, third = make_readings()
    quoted = text_of_markdown(quotation_to_markdown(first.statements[1], first.article, Language.GERMAN))
    assert quoted.startswith("sei der Riss älter")
    for part in ("Nordlicht → Talblatt → zwei Ingenieure", "04.03.2031 07:51 +01:00", str(first.article.url)):
        assert part in quoted
    bare = text_of_markdown(quotation_to_markdown(third.statements[0], third.article, Language.ENGLISH))
    assert "time unknown, address unknown" in bare
