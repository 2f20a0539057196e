"""Denials: who says that a claim is not so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quellenlage.model.claim import Appearance, Link, Relation
from quellenlage.model.reason import ReasonKind
from quellenlage.model.statement import Polarity

_DENYING = frozenset({ReasonKind.DENIAL, ReasonKind.REFERS_BACK})


def find_denials(
    appearances: Sequence[Appearance], links: Sequence[Link], others: Mapping[str, Appearance]
) -> tuple[Appearance, ...]:
    """Statements outside the claim that deny one inside it, by article and place.

    `links` are all that touch the claim's appearances, `others` the statements at their far ends. A rival figure
    contradicts as well, but denies nothing.
    """
    inside = {appearance.statement.id for appearance in appearances}
    denying: dict[str, Appearance] = {}
    for link in links:
        if link.relation is not Relation.CONTRADICTS:
            continue
        for far, near in ((link.left, link.right), (link.right, link.left)):
            if far in others and far not in inside and near in inside and _denies(link, others[far]):
                denying[far] = others[far]
    return tuple(sorted(denying.values(), key=_place))


def _denies(link: Link, far: Appearance) -> bool:
    told = any(reason.kind in _DENYING for reason in link.reasons)
    return told or far.statement.qualification.polarity is Polarity.DENIED


def _place(appearance: Appearance) -> tuple[str, str, int, int]:
    content = appearance.statement.attribution.content
    block, start = (content[0].block, content[0].start) if content else (0, 0)
    return (str(appearance.article.published or ""), appearance.article.id, block, start)
