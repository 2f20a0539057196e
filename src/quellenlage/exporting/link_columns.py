"""The columns of links: why the machine takes two statements for one claim, or for statements that contradict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quellenlage.exporting.nodes import words_of
from quellenlage.exporting.tables import Cell, CellKind, Column, Table
from quellenlage.model.claim import Appearance, Claim, Link
from quellenlage.model.reason import Reason
from quellenlage.model.wire import moment_to_wire

_LIST = "; "


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """A link with the claim that it is listed under, and its two ends; None where an end is in no article shown."""

    claim: Claim
    link: Link
    left: Appearance | None
    right: Appearance | None


def links_of(claims: Iterable[Claim]) -> tuple[ClaimLink, ...]:
    """All links of some claims, claim by claim, the surest first: between its statements, and with its denials."""
    return tuple(_placed(claim, link) for claim in claims for link in _surest_first(claim))


def _surest_first(claim: Claim) -> list[Link]:
    return sorted(claim.links, key=lambda link: (-link.score, link.left, link.right))


def _placed(claim: Claim, link: Link) -> ClaimLink:
    ends = {each.statement.id: each for each in (*claim.appearances, *claim.denials)}
    return ClaimLink(claim, link, ends.get(link.left), ends.get(link.right))


def _reason(reason: Reason) -> str:
    """ "shared_words: 7": the kind, and the names that fill it."""
    return f"{reason.kind.value}: {', '.join(reason.told)}" if any(reason.told) else reason.kind.value


def _outlet(end: Appearance | None) -> Cell:
    return end.article.outlet if end else None


def _content(end: Appearance | None) -> Cell:
    return words_of(end.statement.attribution.content) if end else None


def _published(end: Appearance | None) -> Cell:
    return moment_to_wire(end.article.published) if end else None


LINKS: Table[ClaimLink] = Table(
    "links",
    (
        Column("claim", lambda each: each.claim.id),
        Column("relation", lambda each: each.link.relation.value),
        Column("score", lambda each: each.link.score, CellKind.NUMBER),
        Column("reasons", lambda each: _LIST.join(map(_reason, each.link.reasons))),
        Column("statement", lambda each: each.link.left),
        Column("outlet", lambda each: _outlet(each.left)),
        Column("published", lambda each: _published(each.left)),
        Column("content", lambda each: _content(each.left)),
        Column("other_statement", lambda each: each.link.right),
        Column("other_outlet", lambda each: _outlet(each.right)),
        Column("other_published", lambda each: _published(each.right)),
        Column("other_content", lambda each: _content(each.right)),
    ),
)
