"""An article's statements as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one collection, one page.

What the machine found has this program as its creator, what a person judged has that person.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from quellenlage.exporting.iris import VOCABULARY, article_iri, judgement_iri, name_iri, review_iri, statement_iri
from quellenlage.exporting.nodes import known, source_node, words_of
from quellenlage.exporting.selectors import target_of
from quellenlage.model.claim import Judgement
from quellenlage.model.review import Review, reviews_holding
from quellenlage.model.statement import Reading, Source, Statement
from quellenlage.model.text import Article
from quellenlage.model.wire import JSON

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/", "ql": VOCABULARY}]
_SOFTWARE: JSON = {"id": name_iri("Quellenlage"), "type": "Software", "name": "Quellenlage"}
_ARROW = " → "


def reading_to_annotations(
    reading: Reading, judgements: Iterable[Judgement] = (), reviews: Sequence[Review] = ()
) -> str:
    """An AnnotationCollection: each statement an Annotation, then each review of one that holds, then each judgement
    that speaks of one. Reviews are given in order of recording.

    `total` is their number. An interrupted content has a target for each of its pieces.
    """
    article = reading.article
    ids = {statement.id for statement in reading.statements}
    items = [_statement(statement, article) for statement in reading.statements]
    items += [_review(each, article) for each in reviews_holding(reviews).values() if each.statement in ids]
    items += [_judgement(each) for each in judgements if any(ids & set(side) for side in each.sides)]
    name = f"{article_iri(article.id)}.annotations"
    page = {"id": f"{name}.1", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    collection = {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": article.headline,
        "generator": _SOFTWARE,
        "total": len(items),
        "first": page,
    }
    return json.dumps(known(collection), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def annotation_iri(statement: str) -> str:
    """Of the annotation that says what a statement is, by the statement's id."""
    return f"{statement_iri(statement)}.annotation"


def _statement(statement: Statement, article: Article) -> JSON:
    targets = [target_of(span, article) for span in statement.attribution.content]
    return {
        "id": annotation_iri(statement.id),
        "type": "Annotation",
        "motivation": "describing",
        "creator": _SOFTWARE,
        "body": [*_path(statement, article), _quotation(statement)],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _path(statement: Statement, article: Article) -> list[JSON]:
    """The chain for readers, from the outlet to the speaker; nothing where nobody is named."""
    names = [article.outlet, *(source.name for source in (*statement.via, statement.speaker))]
    value = _ARROW.join(name for name in names if name)
    return [{"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": value}] if value else []


def _quotation(statement: Statement) -> JSON:
    """The statement for programs: speaker, chain, certainty."""
    said, qualified = statement.attribution, statement.qualification
    return known(
        {
            "id": statement_iri(statement.id),
            "type": "schema:Quotation",
            "schema:author": _agent(statement.speaker),
            "ql:chain": {"@list": [_agent(source) for source in statement.via]} if statement.via else None,
            "ql:kind": said.kind.value,
            "ql:cue": words_of(said.cue),
            "ql:polarity": qualified.polarity.value,
            "ql:certainty": qualified.certainty.value,
            "ql:likelihood": qualified.likelihood and {"@list": list(qualified.likelihood)},
            "ql:hedge": [span.text for span in qualified.hedges],
            "ql:figure": [figure.span.text for figure in qualified.figures],
            "ql:distance": qualified.stance.distance.value,
            "ql:confidence": said.confidence,
        }
    )


def _agent(source: Source) -> JSON | None:
    node = source_node(source)
    if node is None:
        return None
    return {
        "id": node["@id"],
        "type": f"schema:{node['@type']}",
        "schema:name": node["name"],
        "ql:class": node["ql:class"],
    }


def _review(review: Review, article: Article) -> JSON:
    """A person's word on a statement; a correction has the statement as it should be, and where its words stand."""
    corrected = review.corrected
    made = _by_a_person(review_iri(review.id), review.by, review.at, review.verdict.value, review.note)
    if corrected is None:
        return {**made, "target": annotation_iri(review.statement)}
    places = [target_of(span, article) for span in corrected.attribution.content]
    return {
        **made,
        "motivation": "editing",
        "body": [*made["body"], {**_quotation(corrected), "id": f"{review_iri(review.id)}.statement"}],
        "target": [annotation_iri(review.statement), *places],
    }


def _by_a_person(iri: str, by: str, at: datetime, verdict: str, note: str | None) -> JSON:
    words = [("assessing", verdict), *([("commenting", note)] if note else [])]
    return {
        "id": iri,
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"id": name_iri(by), "type": "Person", "name": by},
        "created": at.isoformat(),
        "body": [
            {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}
            for purpose, value in words
        ],
    }


def _judgement(judgement: Judgement) -> JSON:
    return {
        **_by_a_person(
            judgement_iri(judgement.id), judgement.by, judgement.at, judgement.verdict.value, judgement.note
        ),
        "target": [annotation_iri(each) for each in dict.fromkeys(each for side in judgement.sides for each in side)],
    }
