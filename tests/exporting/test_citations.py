"""Citations, read by the programs that keep references and by a parser of wikitext."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import bibtexparser
import mwparserfromhell
import pytest
import rispy
from bibtexparser import middlewares
from citeproc import Citation as Cite
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from claimed import make_readings
from invented import make_article
from quellenlage.exporting.bibliographies import citations_to_bibtex, citations_to_csl, citations_to_ris
from quellenlage.exporting.citations import Citation, PersonName, split_name
from quellenlage.exporting.wikipedia import citations_to_cite_news, citations_to_internetquelle

LOOKED_AT = date(2031, 4, 1)
FORMATS: list[Callable[[Sequence[Citation], date | None], str]] = [
    citations_to_csl,
    citations_to_bibtex,
    citations_to_ris,
    citations_to_internetquelle,
    citations_to_cite_news,
]
ODD = "Damm & Deich: 100 % „sicher“ #1 {a} [b] | c_d ~ ^ $5 \\ <b>x</b> ''y'' @z — \"q\""
SIGNS = "Damm & Deich: 100 % #1 c_d ~ $5 \\ @z"  # of the odd ones those that LaTeX sets as they are


def citations() -> list[Citation]:
    """One with everything known and a quotation, one on a day, one of which next to nothing is known."""
    first, second, third = make_readings()
    return [Citation(first.article, first.statements[0]), Citation(second.article), Citation(third.article)]


def odd(text: str = ODD) -> Citation:
    return Citation(replace(make_article("https://nordlicht.example/a?b=[c]|d e", text), headline=text))


def bibtex(found: Sequence[Citation], accessed: date | None = None) -> list[dict[str, Any]]:
    """The entries as their fields, names and accents read by bibtexparser."""
    layers = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library = bibtexparser.parse_string(citations_to_bibtex(found, accessed), append_middleware=layers)
    assert not library.failed_blocks
    return [
        {"key": entry.key, "type": entry.entry_type, **{field.key: field.value for field in entry.fields}}
        for entry in library.entries
    ]


def ris(found: Sequence[Citation], accessed: date | None = None) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = rispy.loads(citations_to_ris(found, accessed))
    return read


def fields(text: str) -> list[dict[str, str]]:
    """The parameters of each template, as a reader of the page would see them."""
    found = []
    for template in mwparserfromhell.parse(text).filter_templates(recursive=False):
        values = {str(each.name): str(each.value.strip_code(normalize=True)).strip() for each in template.params}
        found.append({"": str(template.name).strip(), **values})
    return found


def test_a_csl_processor_makes_a_bibliography() -> None:
    items = json.loads(citations_to_csl(citations(), LOOKED_AT))
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        bibliography.register(Cite([CitationItem(item["id"])]))
    first, second, _ = (str(entry) for entry in bibliography.bibliography())
    assert "Sandorn" in first
    assert "Damm an der Wesper" in first
    assert "2031" in first
    assert "Nordlicht" in first
    assert "Talblatt" in second


def test_csl_has_what_is_known_and_nothing_else() -> None:
    full, day, bare = json.loads(citations_to_csl(citations(), LOOKED_AT))
    assert full["issued"] == day["accessed"] | {"date-parts": [[2031, 3, 4]]}
    assert full["author"] == [{"family": "Sandorn", "given": "Mika"}]
    assert full["note"] == "Jorun Hallwig: Wir räumen mehr als 4000 Häuser"
    assert "note" not in day
    assert set(bare) == {"id", "type", "title", "author", "language"}


def test_bibtex_is_read_by_bibtexparser() -> None:
    full, day, bare = bibtex(citations(), LOOKED_AT)
    assert (full["type"], full["journal"], full["year"], full["month"], full["day"]) == (
        "article",
        "Nordlicht",
        "2031",
        "mar",
        "4",
    )
    (author,) = full["author"]
    assert (author.first, author.last) == (["Mika"], ["Sandorn"])
    assert full["url"] == "https://nordlicht.example/damm?id=7&s=1"
    assert (full["urldate"], "note" in day) == ("2031-04-01", False)
    assert (bare["type"], {"journal", "year", "url", "urldate"} & set(bare)) == ("misc", set())


def test_ris_is_read_by_rispy() -> None:
    full, day, bare = ris(citations(), LOOKED_AT)
    assert (full["type_of_reference"], full["authors"], full["secondary_title"], full["year"]) == (
        "NEWS",
        ["Sandorn, Mika"],
        "Nordlicht",
        "2031",
    )
    assert (full["date"], day["access_date"], full["urls"]) == (
        "2031/03/04/",
        "2031/04/01/",
        ["https://nordlicht.example/damm?id=7&s=1"],
    )
    assert {"year", "date", "urls", "access_date", "secondary_title"} & set(bare) == set()


def test_internetquelle() -> None:
    full, day, bare = fields(citations_to_internetquelle(citations(), LOOKED_AT))
    assert full == {
        "": "Internetquelle",
        "autor": "Mika Sandorn",
        "url": "https://nordlicht.example/damm?id=7&s=1",
        "titel": "Damm an der Wesper hält wohl nicht",
        "werk": "Nordlicht",
        "datum": "2031-03-04",
        "abruf": "2031-04-01",
        "sprache": "de",
        "zitat": "Wir räumen mehr als 4000 Häuser",
    }
    assert (day["datum"], "zitat" in day) == ("2031-03-05", False)
    assert set(bare) == {"", "autor", "titel", "sprache"}


def test_cite_news() -> None:
    full, _, bare = fields(citations_to_cite_news(citations(), LOOKED_AT))
    assert full == {
        "": "cite news",
        "last1": "Sandorn",
        "first1": "Mika",
        "title": "Damm an der Wesper hält wohl nicht",
        "url": "https://nordlicht.example/damm?id=7&s=1",
        "work": "Nordlicht",
        "agency": "dpa",
        "date": "2031-03-04",
        "access-date": "2031-04-01",
        "language": "de",
        "quote": "Wir räumen mehr als 4000 Häuser",
    }
    assert set(bare) == {"", "last1", "first1", "title", "agency", "language"}


@pytest.mark.parametrize("form", FORMATS)
def test_no_day_is_invented(form: Callable[[Sequence[Citation], date | None], str]) -> None:
    assert "2031-04-01" not in form(citations(), None)
    assert not {"abruf", "access-date", "urldate", "accessed", "Y2"} & set(
        form(citations(), None).replace("=", " ").split()
    )
    assert form([], None).strip() in ("", "[]")


def test_odd_signs_come_through() -> None:
    found = [odd()]
    (csl,) = json.loads(citations_to_csl(found))
    assert csl["title"] == ODD
    assert ris(found)[0]["title"] == ODD
    assert [each["titel"] for each in fields(citations_to_internetquelle(found))] == [ODD]
    assert [each["title"] for each in fields(citations_to_cite_news(found))] == [ODD]
    (entry,) = bibtex(found)
    assert entry["journal"].count("{") == entry["journal"].count("}")
    address = "https://nordlicht.example/a?b=%5Bc%5D%7Cd%20e"
    assert {csl["URL"], ris(found)[0]["urls"][0], entry["url"]} == {address}


def test_bibtex_says_odd_signs_to_latex() -> None:
    decoded = bibtexparser.parse_string(
        citations_to_bibtex([odd(SIGNS)]), append_middleware=[middlewares.LatexDecodingMiddleware()]
    ).entries[0]
    assert decoded["journal"] == SIGNS


@given(st.text(max_size=40))
def test_any_headline_makes_a_citation_that_can_be_read(text: str) -> None:
    found = [odd(text)]
    assert len(json.loads(citations_to_csl(found))) == len(bibtex(found)) == len(ris(found)) == 1
    assert len(fields(citations_to_internetquelle(found))) == len(fields(citations_to_cite_news(found))) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mika Sandorn", PersonName("Mika", "", "Sandorn")),
        ("Anna Maria von der Lehn", PersonName("Anna Maria", "von der", "Lehn")),
        ("Sandorn", PersonName("", "", "Sandorn")),
        ("von Lehn", PersonName("", "von", "Lehn")),
        ("mika", PersonName("", "", "mika")),
    ],
)
def test_names_are_parted_as_bibtex_does(name: str, expected: PersonName) -> None:
    assert split_name(name) == expected


def test_keys_tell_articles_apart() -> None:
    keys = [citation.key for citation in citations()]
    assert len(set(keys)) == 3
    assert keys[0].startswith("nordlicht2031-")
