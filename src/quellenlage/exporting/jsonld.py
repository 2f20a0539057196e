"""A claim and an article as JSON-LD of schema.org (https://schema.org/Claim, /Quotation, /NewsArticle)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from quellenlage.exporting.iris import article_iri, claim_iri, judgement_iri, name_iri, origin_iri, statement_iri
from quellenlage.exporting.nodes import CONTEXT, article_node, known, reason_node, source_node, statement_node
from quellenlage.model.claim import Appearance, Claim, Copy, Drift, Judgement, Link, Origin
from quellenlage.model.statement import Reading, Source
from quellenlage.model.text import Moment, day_of
from quellenlage.model.wire import JSON


def claim_to_jsonld(claim: Claim) -> str:
    """A Claim with every appearance and its chain, its origins with the reasons of each merge, its denials, its drift,
    the links between its statements, and people's judgements. `ql:` counts say how many of each there are.

    `firstAppearance` is left out where it is not known which was the first.
    """
    first = first_appearance(claim.appearances)
    node = {
        "@context": CONTEXT,
        "@id": claim_iri(claim.id),
        "@type": "Claim",
        "text": claim.text,
        "appearance": [statement_node(each.statement, each.article) for each in claim.appearances],
        "firstAppearance": first and {"@id": statement_iri(first.statement.id)},
        "ql:appearances": len(claim.appearances),
        "ql:articles": len({each.article.id for each in claim.appearances}),
        "ql:independentOrigins": len(claim.origins),
        "ql:fewestOrigins": claim.fewest,
        "ql:mostOrigins": claim.most,
        "ql:origin": [_origin(claim.id, number, origin) for number, origin in enumerate(claim.origins, start=1)],
        "ql:denial": [statement_node(each.statement, each.article) for each in claim.denials],
        "ql:circle": [{"@list": list(circle)} for circle in claim.circles],
        "ql:copy": [_copy(copy) for copy in claim.copies],
        "ql:drift": {"@list": [_drift(drift) for drift in claim.drift]},
        "ql:links": len(claim.links),
        "ql:link": [_link(link) for link in claim.links],
        "ql:judgement": [_judgement(judgement) for judgement in claim.judgements],
    }
    return _written(node)


def article_to_jsonld(reading: Reading) -> str:
    """A NewsArticle with its statements as parts, and those who speak or relay in it. `ql:statements` is how many."""
    article = reading.article
    parts = [statement_node(statement, article) for statement in reading.statements]
    node = {
        "@context": CONTEXT,
        **article_node(article),
        "hasPart": [{**part, "isPartOf": {"@id": part["isPartOf"]["@id"]}} for part in parts],
        "mentions": [_source(source) for source in reading.sources if source_node(source)],
        "ql:access": article.access.state.value,
        "ql:statements": len(parts),
    }
    return _written(node)


def first_appearance(appearances: Sequence[Appearance]) -> Appearance | None:
    """The one whose article was surely published before all others that have a time; of several in one article that
    which stands first. None where two articles may be the first, or none has a time."""
    dated = [(each.article.published, each) for each in appearances if each.article.published is not None]
    firsts = [each for at, each in dated if not any(_is_before(other, at) for other, _ in dated)]
    if len({each.article.id for each in firsts}) != 1:
        return None
    return min(firsts, key=lambda each: (each.statement.attribution.content[0].block, each.statement.id))


def _is_before(one: Moment, other: Moment) -> bool:
    """Whether one moment is surely earlier: to the minute where both tell one and an offset, else by the day."""
    exact = isinstance(one, datetime) and isinstance(other, datetime) and bool(one.tzinfo) == bool(other.tzinfo)
    return one < other if exact else day_of(one) < day_of(other)


def _source(source: Source) -> JSON:
    told = source.anonymity
    extra = {"ql:count": told.count, "ql:position": told.position, "ql:place": told.place} if told else {}
    return known({**(source_node(source) or {}), "ql:mentions": len(source.mentions), **extra})


def _origin(claim: str, number: int, origin: Origin) -> JSON:
    return known(
        {
            "@id": origin_iri(claim, number),
            "@type": "ql:Origin",
            "name": origin.name,
            "ql:class": origin.cls.value,
            "ql:certain": origin.certain,
            "ql:appearance": [{"@id": statement_iri(each)} for each in origin.appearances],
            "ql:reason": [reason_node(reason) for reason in origin.reasons],
        }
    )


def _copy(copy: Copy) -> JSON:
    return known(
        {
            "@type": "ql:Copy",
            "isBasedOn": copy.source and {"@id": article_iri(copy.source)},
            "ql:article": [{"@id": article_iri(article)} for article in copy.copies],
            "ql:agency": copy.agency,
            "ql:share": round(copy.share, 4),
            "ql:reason": [reason_node(reason) for reason in copy.reasons],
        }
    )


def _drift(drift: Drift) -> JSON:
    return {
        "@type": "ql:Drift",
        "ql:what": drift.what.value,
        "ql:from": {"@id": statement_iri(drift.before_id)},
        "ql:to": {"@id": statement_iri(drift.after_id)},
        "ql:before": drift.before,
        "ql:after": drift.after,
    }


def _link(link: Link) -> JSON:
    return {
        "@type": "ql:Link",
        "ql:between": [{"@id": statement_iri(each)} for each in (link.left, link.right)],
        "ql:relation": link.relation.value,
        "ql:score": round(link.score, 4),
        "ql:reason": [reason_node(reason) for reason in link.reasons],
    }


def _judgement(judgement: Judgement) -> JSON:
    return known(
        {
            "@id": judgement_iri(judgement.id),
            "@type": "ql:Judgement",
            "ql:verdict": judgement.verdict.value,
            "author": {"@id": name_iri(judgement.by), "@type": "Person", "name": judgement.by},
            "dateCreated": judgement.at.isoformat(),
            "text": judgement.note,
            "ql:side": [{"@list": [{"@id": statement_iri(each)} for each in side]} for side in judgement.sides],
            "ql:undoes": judgement.undoes and {"@id": judgement_iri(judgement.undoes)},
        }
    )


def _written(node: JSON) -> str:
    return json.dumps(known(node), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
