"""Claims and judgements for programs, as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from quellenlage.ledger import file_of
from quellenlage.model.claim import Appearance, Claim, Drift, DriftKind, Judgement, Link, Origin
from quellenlage.model.claim_wire import judgement_to_wire
from quellenlage.model.reason import Reason
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON, moment_to_wire, span_to_wire
from quellenlage.rendering.reasons import reason_phrase

_COARSE: Mapping[DriftKind, DriftKind] = {DriftKind.BOUND: DriftKind.FIGURE, DriftKind.PERIOD: DriftKind.FIGURE}
"""The kinds that the contract knows: what a figure bounds and over which time is part of the figure."""


def claim_record(claim: Claim) -> JSON:
    """The claim with everything derived of it. Reasons are in English, whatever the labels' language."""
    return {
        "id": claim.id,
        "text": claim.text,
        "appearances": [_appearance(appearance) for appearance in claim.appearances],
        "origins": [_origin(origin) for origin in claim.origins],
        "independent_origins": len(claim.origins),
        "fewest": claim.fewest,
        "most": claim.most,
        "denied_by": list(claim.denied_by),
        "denials": [_appearance(denial) for denial in claim.denials],
        "circles": [list(circle) for circle in claim.circles],
        "drift": [_drift(drift) for drift in claim.drift],
        "links": [_link(link) for link in claim.links],
        "judgements": [judgement_record(judgement) for judgement in claim.judgements],
    }


def judgement_record(judgement: Judgement) -> JSON:
    """The judgement as it was made."""
    return judgement_to_wire(judgement)


def _appearance(appearance: Appearance) -> JSON:
    statement, article = appearance.statement, appearance.article
    return {
        "statement": statement.id,
        "article": article.id,
        "url": article.url,
        "page": file_of(article.page),
        "outlet": article.outlet,
        "headline": article.headline,
        "published": moment_to_wire(article.published),
        "language": article.language.value,
        "content": [span.text for span in statement.attribution.content],
        "block": statement.attribution.content[0].block,
        "places": [span_to_wire(span) for span in statement.attribution.content],
        "cue": [span.text for span in statement.attribution.cue],
        "speaker": statement.speaker.name,
        "class": statement.speaker.cls.value,
        "via": [source.name for source in statement.via],
        "polarity": statement.qualification.polarity.value,
        "certainty": statement.qualification.certainty.value,
    }


def _origin(origin: Origin) -> JSON:
    return {
        "name": origin.name,
        "class": origin.cls.value,
        "appearances": list(origin.appearances),
        "reasons": [_reason(reason) for reason in origin.reasons],
        "certain": origin.certain,
    }


def _drift(drift: Drift) -> JSON:
    return {
        "from": drift.before_id,
        "to": drift.after_id,
        "what": _COARSE.get(drift.what, drift.what).value,
        "detail": drift.what.value,
        "before": drift.before,
        "after": drift.after,
    }


def _link(link: Link) -> JSON:
    return {
        "left": link.left,
        "right": link.right,
        "relation": link.relation.value,
        "score": link.score,
        "reasons": [_reason(reason) for reason in link.reasons],
    }


def _reason(reason: Reason) -> str:
    return reason_phrase(reason, Language.ENGLISH)
