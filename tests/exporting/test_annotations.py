"""Web Annotations, held against the recommendation's rules and against the text that they point into."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pyld import jsonld

from claimed import JUDGED_AT, make_claim, make_readings
from invented import find, make_article, make_reading
from quellenlage.exporting.annotations import reading_to_annotations
from quellenlage.model.review import ReviewVerdict, make_review
from quellenlage.model.statement import Reading
from quellenlage.model.text import Article, Block, BlockKind, Language

SCHEMA = json.loads((Path(__file__).parent / "web_annotation.schema.json").read_text(encoding="utf-8"))
OA = "http://www.w3.org/ns/oa#"
# As far as it is needed here, the context that the recommendation publishes; it may not be fetched.
ANNO = {
    "@context": {
        "oa": OA,
        "dcterms": "http://purl.org/dc/terms/",
        "as": "http://www.w3.org/ns/activitystreams#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        "Annotation": "oa:Annotation",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector",
        "AnnotationCollection": "as:OrderedCollection",
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "first": {"@type": "@id", "@id": "as:first"},
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "refinedBy": {"@type": "@id", "@id": "oa:refinedBy"},
        "creator": {"@type": "@id", "@id": "dcterms:creator"},
        "exact": "oa:exact",
        "name": "foaf:name",
        "value": "rdf:value",
    }
}


def load(url: str, _options: object) -> dict[str, object]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": ANNO}


def collection(reading: Reading, **arguments: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(reading_to_annotations(reading, **arguments))
    Draft202012Validator(SCHEMA).validate(found)
    return found


def items(reading: Reading, **arguments: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = collection(reading, **arguments)["first"]["items"]
    return found


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def places(article: Article, quote: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Where the quoted words stand between their prefix and suffix, as any reader would look for them."""
    words = quote["prefix"] + quote["exact"] + quote["suffix"]
    for block in article.blocks:
        at = block.text.find(words)
        while at >= 0:
            yield block.index, at + len(quote["prefix"])
            at = block.text.find(words, at + 1)


@pytest.mark.parametrize("number", range(3))
def test_every_statement_is_an_annotation_and_the_total_says_so(number: int) -> None:
    reading = make_readings()[number]
    found = collection(reading)
    assert found["total"] == len(found["first"]["items"]) == len(reading.statements)
    assert reading_to_annotations(reading) == reading_to_annotations(make_readings()[number])


def test_both_selectors_lead_to_the_same_words() -> None:
    reading = make_readings()[0]
    for annotation, statement in zip(items(reading), reading.statements, strict=True):
        for target, span in zip(targets(annotation), statement.attribution.content, strict=True):
            quote, block = target["selector"]
            assert quote["exact"] == span.text
            assert list(places(reading.article, quote)) == [(span.block, span.start)]
            (found,) = (each for each in reading.article.blocks if each.locator == block["value"])
            assert block["type"] == "XPathSelector"
            place = block["refinedBy"]
            assert found.text[place["start"] : place["end"]] == span.text
            assert target["source"] == reading.article.url


def test_words_that_stand_twice_get_as_much_around_them_as_tells_them_apart() -> None:
    same = "Der Damm hält, sagte die Leiterin der Behörde am Abend vor der Presse in Unterwesp, und zwar noch lange"
    blocks = tuple(
        Block(index, BlockKind.PARAGRAPH, f"{same}, {end}.", f"/html/body/p[{index + 1}]")
        for index, end in enumerate(("Montag", "Dienstag"))
    )
    article = Article("a" * 20, blocks, Language.GERMAN)
    base = make_reading()
    statement = base.statements[0]
    span = article.span(1, 0, len("Der Damm hält"))
    attribution = replace(statement.attribution, content=(span,))
    (annotation,) = items(Reading(article, (), (replace(statement, attribution=attribution),)))
    quote = targets(annotation)[0]["selector"][0]
    assert list(places(article, quote)) == [(1, 0)]
    assert targets(annotation)[0]["source"] == f"urn:quellenlage:article:{'a' * 20}"


@pytest.mark.parametrize(
    ("locator", "kind", "spec"),
    [
        ("char=120,214", "FragmentSelector", "http://tools.ietf.org/rfc/rfc5147"),
        ("/blocks/3", "FragmentSelector", "https://www.rfc-editor.org/rfc/rfc6901"),
        ("/html/body/main/p[3]", "XPathSelector", None),
        ("/html/body/main/p", "XPathSelector", None),
    ],
)
def test_a_block_is_found_in_the_way_of_its_page(locator: str, kind: str, spec: str | None) -> None:
    reading = make_reading()
    blocks = tuple(replace(block, locator=locator) for block in reading.article.blocks)
    found = items(replace(reading, article=replace(reading.article, blocks=blocks)))
    selector = targets(found[0])[0]["selector"][1]
    assert (selector["type"], selector["value"], selector.get("conformsTo")) == (kind, locator, spec)


def test_an_interrupted_content_has_a_target_for_each_piece() -> None:
    article = make_article()
    reading = make_reading(article)
    pieces = (find(article, "Wir räumen"), find(article, "4000 Häuser"))
    statement = replace(reading.statements[0], attribution=replace(reading.statements[0].attribution, content=pieces))
    (annotation,) = items(replace(reading, statements=(statement,)))
    assert [target["selector"][0]["exact"] for target in targets(annotation)] == ["Wir räumen", "4000 Häuser"]


def test_the_body_says_who_through_whom_and_how_surely() -> None:
    _, chained, denied, hearsay = (annotation["body"] for annotation in items(make_readings()[0]))
    path, quotation = chained
    assert path["value"] == "Nordlicht → Talblatt → zwei Ingenieure"
    assert quotation["schema:author"]["schema:name"] == "zwei Ingenieure"
    assert [relay["schema:name"] for relay in quotation["ql:chain"]["@list"]] == ["Talblatt"]
    assert denied[1]["ql:polarity"] == "-"
    assert "schema:author" not in hearsay[1]
    assert (hearsay[1]["ql:certainty"], hearsay[1]["ql:likelihood"]) == ("probable", {"@list": [0.55, 0.8]})


def test_machine_and_people_stay_apart() -> None:
    *machine, human = items(make_readings()[0], judgements=make_claim().judgements)
    assert {annotation["creator"]["type"] for annotation in machine} == {"Software"}
    assert (human["creator"]["type"], human["creator"]["name"], human["motivation"]) == (
        "Person",
        "Mika Sandorn",
        "assessing",
    )
    assert human["created"] == JUDGED_AT.isoformat()
    assert [body["value"] for body in human["body"]] == ["same", "dieselbe Rede"]
    assert machine[0]["id"] in human["target"]


@pytest.mark.parametrize("verdict", [ReviewVerdict.ACCEPT, ReviewVerdict.REJECT])
def test_a_review_is_a_persons_word_on_the_machines(verdict: ReviewVerdict) -> None:
    reading = make_readings()[0]
    statement, article = reading.statements[1].id, reading.article.id
    review = make_review(statement, article, verdict, by="Mika Sandorn", at=JUDGED_AT)
    undone = make_review(
        statement, article, ReviewVerdict.UNDO, by="Kai", at=JUDGED_AT + timedelta(1), undoes=review.id
    )
    *machine, human = items(reading, reviews=[review])
    assert (human["target"], human["motivation"]) == (machine[1]["id"], "assessing")
    assert [body["value"] for body in human["body"]] == [verdict.value]
    assert human["creator"]["type"] == "Person"
    assert len(items(reading, reviews=[review, undone])) == 4


def test_a_correction_says_what_is_right_and_where() -> None:
    reading = make_readings()[0]
    right = replace(
        reading.statements[1],
        attribution=replace(reading.statements[1].attribution, content=(find(reading.article, "der Riss älter"),)),
    )
    review = make_review(
        right.id, reading.article.id, ReviewVerdict.CORRECT, by="Kai", at=JUDGED_AT, corrected=right, note="ohne Verb"
    )
    *machine, human = items(reading, reviews=[review])
    assert human["motivation"] == "editing"
    first, place = human["target"]
    assert first == machine[1]["id"]
    assert place["selector"][0]["exact"] == "der Riss älter"
    assert human["body"][2]["schema:author"]["schema:name"] == "zwei Ingenieure"


def test_a_judgement_on_other_articles_is_left_out() -> None:
    assert len(items(make_readings()[2], judgements=make_claim().judgements)) == 4


def test_a_processor_finds_annotations_with_their_targets() -> None:
    reading = make_readings()[0]
    (found,) = jsonld.expand(json.loads(reading_to_annotations(reading)), {"documentLoader": load})
    (page,) = found["http://www.w3.org/ns/activitystreams#first"]
    (listed,) = page["http://www.w3.org/ns/activitystreams#items"]
    assert [node["@type"] for node in listed["@list"]] == [[f"{OA}Annotation"]] * 4
    (target,) = listed["@list"][0][f"{OA}hasTarget"]
    assert target[f"{OA}hasSource"] == [{"@id": reading.article.url}]
    assert any("https://schema.org/author" in body for body in listed["@list"][0][f"{OA}hasBody"])
