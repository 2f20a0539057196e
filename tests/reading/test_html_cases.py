"""Single decisions on invented markup: headline, authors, dates, outlet, access."""

from __future__ import annotations

import json

import pytest

from quellenlage.model.text import AccessState, Article, BlockKind, Page
from quellenlage.reading import read

TEXT = (
    "<p>Die Brücke über die Wense bleibt gesperrt, teilte die Gemeinde am Samstag mit. Prüfer haben Risse gefunden.</p>"
    "<p>Bürgermeisterin Ruth Ahrendt rechnet mit Kosten von mindestens 1,2 Millionen Euro und hofft auf das Land.</p>"
    "<p>Der Schulbus fährt von Montag an über die alte Mühle. Eltern sollen rund 20 Minuten mehr einplanen.</p>"
)


def article(body: str = "", head: str = "", node: dict[str, object] | None = None) -> Article:
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>' if node else ""
    page = f"<html lang=de><head><meta charset=utf-8>{head}{script}</head><body>{body}<div>{TEXT}</div></body></html>"
    return read(Page("page.html", page.encode(), "text/html"))


def news(**properties: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Brücke bleibt gesperrt", **properties}


@pytest.mark.parametrize(
    ("body", "head", "headline"),
    [
        ("<h1>Brücke bleibt gesperrt</h1>", "", "Brücke bleibt gesperrt"),
        ("<h2>Wensetal</h2><h1>Brücke bleibt gesperrt</h1>", "", "Brücke bleibt gesperrt"),
        (
            "<h1>Wensetal</h1><h2>Brücke bleibt gesperrt</h2>",
            "<title>Brücke bleibt gesperrt - ORT</title>",
            "Brücke bleibt gesperrt",
        ),
        ("", "<title>Brücke bleibt gesperrt | Uferbote</title>", "Brücke bleibt gesperrt"),
        ("", '<meta property="og:title" content="Brücke &amp; Straße gesperrt">', "Brücke & Straße gesperrt"),
        ("", "", None),
        (
            '<h1><span class="topline">Wensetal</span> <span class="headline">Brücke bleibt gesperrt</span></h1>',
            '<meta property="og:title" content="Wensetal: Brücke bleibt gesperrt">',
            "Wensetal: Brücke bleibt gesperrt",
        ),
    ],
)
def test_headlines(body: str, head: str, headline: str | None) -> None:
    assert article(body, head).headline == headline


@pytest.mark.parametrize(
    ("author", "authors", "agencies"),
    [
        ({"@type": "Person", "name": "Anna Ahorn"}, ("Anna Ahorn",), ()),
        ([{"name": "Anna Ahorn"}, [{"name": "Ben Birke"}]], ("Anna Ahorn", "Ben Birke"), ()),
        ({"name": "Anna Ahorn und Ben Birke, dpa"}, ("Anna Ahorn", "Ben Birke"), ("dpa",)),
        ({"givenName": "Anna", "familyName": "Ahorn"}, ("Anna Ahorn",), ()),
        ("Von Dr. Anna Ahorn", ("Anna Ahorn",), ()),
        ({"name": "Redaktion"}, (), ()),
        ({"name": "AFP"}, (), ("AFP",)),
        ([{"name": "Uferbote"}, {"name": "Anna Ahorn"}], ("Anna Ahorn",), ()),
        ({"@id": "#nirgends"}, (), ()),
        (None, (), ()),
    ],
)
def test_authors(author: object, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    found = article(node=news(author=author, publisher={"@type": "Organization", "name": "Uferbote"}))
    assert (found.authors, found.agencies) == (authors, agencies)


@pytest.mark.parametrize(
    "byline",
    [
        "<p>Von Anna Ahorn</p>",
        '<p class="byline">Anna Ahorn, KREIS WENSE</p>',
        '<a rel="author" href="/a">Anna Ahorn</a>',
    ],
)
def test_visible_bylines(byline: str) -> None:
    assert article(f"<h1>Brücke bleibt gesperrt</h1>{byline}").authors == ("Anna Ahorn",)


def test_dates_complete_each_other_only_on_the_same_day() -> None:
    stamp = '<meta property="article:published_time" content="2025-03-04T06:12:00+01:00">'
    assert str(article(head=stamp, node=news(datePublished="2025-03-04")).published) == "2025-03-04 06:12:00+01:00"
    assert str(article(head=stamp, node=news(datePublished="2025-01-01")).published) == "2025-01-01"


def test_a_stand_without_a_date_gives_none() -> None:
    found = article("<h1>Brücke bleibt gesperrt</h1><p>Stand:</p>")
    assert (found.published, found.modified) == (None, None)
    assert [block.kind for block in found.blocks if block.text == "Stand:"] == [BlockKind.FURNITURE]


def test_visible_dates() -> None:
    dates = "<p>04.03.2025, 06:12 Uhr</p><p>Aktualisiert am 05.03.2025, 9:40 Uhr</p>"
    found = article(f"<h1>Brücke bleibt gesperrt</h1>{dates}")
    assert (str(found.published), str(found.modified)) == ("2025-03-04 06:12:00", "2025-03-05 09:40:00")


def test_broken_json_is_read_field_by_field() -> None:
    broken = (
        '{"@type": "NewsArticle", "headline": "Brücke \\u201ezu\\u201c", "datePublished": "2025-03-04T06:12Z",'
        ' "author": {"name": "Anna Ahorn", oops}'
    )
    found = article(head=f'<script type="application/ld+json">{broken}</script>')
    assert found.headline == "Brücke „zu“"
    assert str(found.published) == "2025-03-04 06:12:00+00:00"
    assert found.authors == ("Anna Ahorn",)


@pytest.mark.parametrize(
    ("head", "node", "state"),
    [
        ("", news(isAccessibleForFree=True), AccessState.OPEN),
        ("", news(isAccessibleForFree="http://schema.org/True"), AccessState.OPEN),
        ("", news(isAccessibleForFree="False"), AccessState.PARTIAL),
        ('<meta name="article:content_tier" content="metered">', None, AccessState.METERED),
        ('<script>var x = {"paywall":"open"}</script>', None, AccessState.OPEN),
        ("<script>isPaid = false</script>", None, AccessState.OPEN),
        ("", None, AccessState.UNKNOWN),
    ],
)
def test_access(head: str, node: dict[str, object] | None, state: AccessState) -> None:
    found = article("<h1>Brücke bleibt gesperrt</h1>", head, node).access
    assert found.state is state
    assert bool(found.evidence) == (state is not AccessState.UNKNOWN)


def test_outlet_and_address() -> None:
    head = '<meta property="og:site_name" content="Uferbote"><link rel="canonical" href="https://uferbote.example/1">'
    found = article(head=head)
    assert (found.outlet, found.url) == ("Uferbote", "https://uferbote.example/1")
    assert article().outlet is None
