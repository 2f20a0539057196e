"""JSON-LD, read by a JSON-LD processor that may not fetch anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from pyld import jsonld

from claimed import make_claim, make_readings
from invented import make_article
from quellenlage.exporting.jsonld import article_to_jsonld, claim_to_jsonld, first_appearance
from quellenlage.model.claim import Appearance
from quellenlage.model.statement import Reading, Source, SourceClass
from quellenlage.model.text import Access, AccessState, Moment

SCHEMA = "https://schema.org/"


def never_fetch(url: str, _options: object) -> dict[str, object]:
    raise AssertionError(f"wanted to fetch {url}")


OFFLINE = {"documentLoader": never_fetch}


def expanded(text: str) -> dict[str, Any]:
    (node,) = jsonld.expand(json.loads(text), OFFLINE)
    found: dict[str, Any] = node
    return found


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Every node in expanded JSON-LD."""
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)
    elif isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        for each in value.values():
            yield from nodes(each)


def one(node: dict[str, Any], term: str) -> Any:
    (value,) = node[term if term.startswith("urn:") else SCHEMA + term]
    return value.get("@value", value)


def test_a_claim_keeps_its_appearances_in_order() -> None:
    claim = make_claim()
    found = expanded(claim_to_jsonld(claim))
    assert found["@type"] == [f"{SCHEMA}Claim"]
    places = found[f"{SCHEMA}appearance"]
    assert [place["@id"].rpartition(":")[2] for place in places] == [each.statement.id for each in claim.appearances]
    assert [place["@type"][0].removeprefix(SCHEMA) for place in places] == [
        "Quotation",
        "Quotation",
        "CreativeWork",
        "Quotation",
    ]
    assert [one(place, "text") for place in places] == [
        "Wir räumen mehr als 4000 Häuser",
        "Wir räumen mehr als 4000 Häuser",
        "Damm an der Wesper hält wohl nicht",
        "sei der Riss älter",
    ]
    assert one(found, "firstAppearance")["@id"] == places[0]["@id"]
    assert one(found, "urn:quellenlage:vocab:appearances") == 4
    assert one(found, "urn:quellenlage:vocab:independentOrigins") == 2


def test_a_chain_is_a_path_from_the_article_to_the_speaker() -> None:
    *_, place = expanded(claim_to_jsonld(make_claim()))[f"{SCHEMA}appearance"]
    path = []
    while f"{SCHEMA}isBasedOn" in place:
        place = one(place, "isBasedOn")
        path.append(one(one(place, "author"), "name"))
    assert path == ["Talblatt", "zwei Ingenieure"]


def test_every_statement_names_who_says_it_and_where() -> None:
    for place in expanded(claim_to_jsonld(make_claim()))[f"{SCHEMA}appearance"][:2]:
        assert (one(one(place, "author"), "name"), one(place, "author")["@type"]) == (
            "Jorun Hallwig",
            [f"{SCHEMA}Person"],
        )
        assert one(place, "isPartOf")["@type"] == [f"{SCHEMA}NewsArticle"]
        assert one(one(place, "mentions"), "minValue") == 4000


def test_what_is_not_known_is_not_there() -> None:
    *_, place = expanded(claim_to_jsonld(make_claim()))[f"{SCHEMA}appearance"]
    assert {"url", "publisher", "datePublished", "dateModified"} & {
        term.removeprefix(SCHEMA) for term in one(place, "isPartOf")
    } == set()


def test_a_document_that_speaks_is_no_author() -> None:
    claim = make_claim()
    statement = claim.appearances[0].statement
    law = replace(statement, speaker=Source("f" * 20, "Deichgesetz", SourceClass.DOCUMENT))
    place = expanded(claim_to_jsonld(replace(claim, appearances=(Appearance(law, claim.appearances[0].article),))))
    quotation = one(place, "appearance")
    assert f"{SCHEMA}author" not in quotation
    assert one(one(quotation, "isBasedOn"), "name") == "Deichgesetz"


def test_origins_denials_drift_and_judgements_are_there() -> None:
    graph = list(nodes(expanded(claim_to_jsonld(make_claim()))))
    kinds = [kind.removeprefix("urn:quellenlage:vocab:") for node in graph for kind in node.get("@type", ())]
    assert {kind: kinds.count(kind) for kind in ("Origin", "Reason", "Drift", "Judgement", "Copy", "Link")} == {
        "Origin": 2,
        "Reason": 4,
        "Drift": 2,
        "Judgement": 1,
        "Copy": 1,
        "Link": 1,
    }
    assert any(
        one(node, "urn:quellenlage:vocab:polarity") == "-" for node in graph if "urn:quellenlage:vocab:polarity" in node
    )


def test_an_article_holds_all_its_statements() -> None:
    reading = make_readings()[0]
    found = expanded(article_to_jsonld(reading))
    assert found["@type"] == [f"{SCHEMA}NewsArticle"]
    assert len(found[f"{SCHEMA}hasPart"]) == one(found, "urn:quellenlage:vocab:statements") == 4
    assert one(one(found, "author"), "name") == "Mika Sandorn"
    assert one(found, "datePublished") == "2031-03-04T07:51:00+01:00"


@pytest.mark.parametrize(
    ("state", "expected"), [(AccessState.OPEN, [True]), (AccessState.PAYWALLED, [False]), (AccessState.UNKNOWN, [])]
)
def test_access_is_said_where_it_is_known(state: AccessState, expected: list[bool]) -> None:
    article = replace(make_article(), access=Access(state))
    found = expanded(article_to_jsonld(Reading(article, (), ())))
    assert [value["@value"] for value in found.get(f"{SCHEMA}isAccessibleForFree", ())] == expected


@pytest.mark.parametrize(
    "text", [claim_to_jsonld(make_claim()), article_to_jsonld(make_readings()[0])], ids=["claim", "article"]
)
def test_the_graph_is_the_same_whatever_the_order_of_keys(text: str) -> None:
    normalised = jsonld.normalize(
        json.loads(text), {**OFFLINE, "algorithm": "URDNA2015", "format": "application/n-quads"}
    )
    turned = json.loads(text, object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    again = jsonld.normalize(turned, {**OFFLINE, "algorithm": "URDNA2015", "format": "application/n-quads"})
    assert normalised == again
    assert len(normalised.splitlines()) > 40
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("times", "first"),
    [
        ((date(2031, 3, 4), date(2031, 3, 5)), 0),
        ((date(2031, 3, 5), date(2031, 3, 4), None), 1),
        ((date(2031, 3, 4), datetime(2031, 3, 4, 9)), None),
        ((None, None), None),
        ((datetime.fromisoformat("2031-03-04T09:00+01:00"), datetime.fromisoformat("2031-03-04T08:30+00:00")), 0),
        ((None, date(2031, 3, 5)), 1),
    ],
)
def test_the_first_appearance_is_named_only_where_it_is_known(
    times: tuple[Moment | None, ...], first: int | None
) -> None:
    place = make_claim().appearances[0]
    places = [
        Appearance(place.statement, replace(place.article, id=str(number), published=at))
        for number, at in enumerate(times)
    ]
    found = first_appearance(places)
    assert (found and found.article.id) == (None if first is None else str(first))


def test_a_claim_keeps_its_links_with_their_reasons() -> None:
    claim = make_claim()
    written = json.loads(claim_to_jsonld(claim))
    assert written["ql:links"] == len(written["ql:link"]) == len(claim.links)
    (link,) = claim.links
    (node,) = written["ql:link"]
    assert [each["@id"].rpartition(":")[2] for each in node["ql:between"]] == [link.left, link.right]
    assert (node["ql:relation"], node["ql:score"]) == ("same", link.score)
    assert node["ql:reason"][0]["ql:names"]["@list"] == list(link.reasons[0].names)
