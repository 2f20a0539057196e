"""From appearances and what is known of their articles to a claim with origins, denials and drift."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time

from quellenlage.linking.copies import find_copies
from quellenlage.linking.denials import find_denials, name_deniers
from quellenlage.linking.drift import find_drift
from quellenlage.linking.groups import Groups
from quellenlage.linking.joining import grouped
from quellenlage.linking.merging import merge
from quellenlage.linking.origins import trace_origins
from quellenlage.model.claim import Appearance, ArticleHead, Claim, Copy, Judgement, Link, Relation, Trace
from quellenlage.model.statement import Kind, Reading


@dataclass(frozen=True, slots=True)
class Material:
    """What a claim is derived from; the ledger knows it.

    `links` are those between its appearances, `denying` those by which `others` deny them (`surely_denying`).
    `readings` and `heads` (by article) are those of the appearances and the others; `passages` are the traces of shared
    text in the claim's articles, with the links between them.
    """

    id: str
    appearances: tuple[Appearance, ...]
    links: tuple[Link, ...]
    denying: tuple[Link, ...]
    others: tuple[Appearance, ...]
    readings: Mapping[str, Reading]
    heads: Mapping[str, ArticleHead]
    passages: tuple[Trace, ...]
    passage_links: tuple[Link, ...]
    judgements: tuple[Judgement, ...] = ()


def derive(material: Material) -> Claim:
    """The claim: a pure function of what is known. Its appearances are sorted by time; those without one come last."""
    groups, copies = by_rules(material)
    merge(groups, material.links)
    appearances = tuple(voice.appearance for voice in groups.voices)
    found = trace_origins(groups)
    denials = find_denials(appearances, material.others, material.readings)
    deniers = {denial.statement.id for denial in denials}
    return Claim(
        id=material.id,
        text=_text(appearances, material.links),
        appearances=appearances,
        links=_sorted((*material.links, *(link for link in material.denying if link.denier in deniers))),
        origins=found.origins,
        fewest=found.fewest,
        most=found.most,
        denials=denials,
        denied_by=name_deniers(denials, material.readings),
        circles=found.circles,
        drift=find_drift(groups, copies),
        judgements=material.judgements,
        copies=copies,
    )


def by_rules(material: Material) -> tuple[Groups, tuple[Copy, ...]]:
    """The appearances, sorted by time, as the rules alone group them, and what of their articles is shared text."""
    appearances = tuple(sorted(material.appearances, key=_time_line))
    heads = {appearance.article.id: material.heads[appearance.article.id] for appearance in appearances}
    copies = find_copies(heads, material.passages, material.passage_links)
    return grouped(appearances, copies, material.readings), copies


def _text(appearances: tuple[Appearance, ...], links: tuple[Link, ...]) -> str:
    """The words of the statement that is nearest to all the others; the earlier of two.

    Words that say something by themselves go before those that need their verb of saying ("of almost 4,000").
    """
    near = dict.fromkeys((appearance.statement.id for appearance in appearances), 0)
    for link in links:
        if link.relation is Relation.SAME:
            for end in (link.left, link.right):
                near[end] += round(1000 * link.score)
    stated = [each for each in appearances if each.statement.attribution.cue] or appearances
    stated = [each for each in stated if each.statement.attribution.kind is not Kind.REPORTED] or stated
    nearest = max(stated, key=lambda appearance: near[appearance.statement.id])
    return " ".join(span.text for span in nearest.statement.attribution.content)


def _sorted(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.left, link.right)))


def _time_line(appearance: Appearance) -> tuple[bool, datetime, str]:
    """Sorts by time: as UTC where the page gives an offset, a day alone from its beginning, unknown last."""
    moment = appearance.article.published
    if moment is None:
        return True, datetime.max.replace(tzinfo=UTC), appearance.statement.id
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return False, at if at.tzinfo else at.replace(tzinfo=UTC), appearance.statement.id
