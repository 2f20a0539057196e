"""Claims: the list, with how many independent origins each has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi import Query as Parameter
from fastapi.responses import Response

from quellenlage import settling
from quellenlage.exporting.columns import CLAIMS
from quellenlage.exporting.link_columns import LINKS, links_of
from quellenlage.model.claim import Claim
from quellenlage.rendering.claim_records import claim_record
from quellenlage.web.asking import LEFT_EMPTY, Asked
from quellenlage.web.desk import At, Reading
from quellenlage.web.pages import view
from quellenlage.web.remembering import A_PAGE, known_claims

router = APIRouter(include_in_schema=False)
_LINKS = "/claims/links.csv"  # a second table of the same claims: why their statements are taken for one
_LOOKED_THROUGH = 24  # where claims are derived to know whether they fit


@dataclass(frozen=True, slots=True)
class Sieve:
    """Conditions on what is derived of a claim: no table knows them, so the claims of a page are looked through."""

    origins: int = 0
    denied: bool = False
    drift: bool = False

    @property
    def sorts_out(self) -> bool:
        """Whether there is any condition."""
        return self != Sieve()

    @property
    def least(self) -> int:
        """In how many places a claim must stand at least to fit."""
        return max(1, self.origins, 2 * self.drift)

    def through(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims that fit."""
        return tuple(
            claim
            for claim in claims
            if len(claim.origins) >= self.origins
            and (claim.denials or not self.denied)
            and (claim.drift or not self.drift)
        )


def _sieve(origins: Annotated[int | None, LEFT_EMPTY] = None, denied: bool = False, drift: bool = False) -> Sieve:
    return Sieve(origins or 0, denied, drift)


@router.get("/claims")
@router.get("/claims.csv")
@router.get("/claims.json")
@router.get(_LINKS)
def claims(
    request: Request,
    ledger: Reading,
    desk: At,
    query: Asked,
    sieve: Annotated[Sieve, Depends(_sieve)],
    appearances: Annotated[int | None, LEFT_EMPTY] = None,
    sort: Annotated[str, Parameter(pattern="^(widest|newest)$")] = "widest",
) -> Response:
    """The claims asked for, those in most articles first, or those published last."""
    listing = settling.claims(
        ledger,
        replace(query, limit=_LOOKED_THROUGH if sieve.sorts_out else A_PAGE),
        least=max(appearances or 1, sieve.least),
        newest=sort == "newest",
        known=known_claims(desk),
    )
    items = sieve.through(listing.items)
    return view(
        request,
        "claims.html",
        record=lambda: {
            "total": listing.total,
            "looked_through": len(listing.items),
            "next": listing.next,
            "items": [claim_record(claim) for claim in items],
        },
        table=lambda: LINKS.rows(links_of(items)) if request.url.path == _LINKS else CLAIMS.rows(items),
        listing=listing,
        items=items,
        query=query,
        sieve=sieve,
        appearances=appearances,
        sort=sort,
        outlets=ledger.facets(replace(query, text=None, source=None, outlet=None)).outlets,
        rows=len(items),
        link_rows=sum(len(claim.links) for claim in items),
        waiting=settling.waiting(ledger),
    )
