"""One source as it is written: what it said, through whom, how surely, when and where; what it passes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi import Query as Parameter
from fastapi.responses import Response

from quellenlage.exporting.columns import STATEMENTS
from quellenlage.ledger import Count, Listing, Party, Profile, Query, StatementEntry, View
from quellenlage.model.statement import SourceClass
from quellenlage.model.wire import JSON
from quellenlage.rendering.records import statement_record
from quellenlage.web.desk import Reading
from quellenlage.web.pages import view
from quellenlage.web.views.articles import month_words
from quellenlage.web.wording import language_of

router = APIRouter(include_in_schema=False)
_A_PAGE = 20
_ALIKE = 12  # names offered where nobody is written just so


@router.get("/source")
@router.get("/source.csv")
@router.get("/source.json")
def source(
    request: Request,
    ledger: Reading,
    cls: Annotated[SourceClass, Parameter(alias="class")],
    name: str = "",
    passed_on: bool = False,
    outlet: str | None = None,
    after: str | None = None,
) -> Response:
    """Everything that a source said, or (`passed_on`) passed on; `outlet` (its whole name) narrows the statements."""
    party = Party(name, cls)
    profile = ledger.profile(party, Query())
    passed_on = passed_on or (profile.said == 0 and profile.relayed > 0)
    query = Query(outlet_name=outlet, limit=_A_PAGE, after=after)
    listing = ledger.statements_of(party, query, relayed=passed_on)
    return view(
        request,
        "source.html",
        record=lambda: _record(party, profile, listing),
        table=lambda: STATEMENTS.rows(listing.items),
        party=party,
        profile=profile,
        listing=listing,
        passed_on=passed_on,
        month_words=lambda month: month_words(month, language_of(request)),
        outlet=outlet,
        published=ledger.facets(Query(outlet_name=name)).classes if cls is SourceClass.OUTLET and name else (),
        alike=_alike(ledger, party) if not profile.articles else (),
    )


def _alike(ledger: View, party: Party) -> tuple[Party, ...]:
    """Sources whose names hold this one, or its last word."""
    for part in dict.fromkeys((party.name, *party.name.split()[-1:])):
        found = ledger.sources(Query(source=part, limit=_ALIKE)).items if part else ()
        if found:
            return tuple(Party(each.name, each.cls) for each in found)
    return ()


def _record(party: Party, profile: Profile, listing: Listing[StatementEntry]) -> JSON:
    return {
        "name": party.name,
        "class": party.cls.value,
        "said": profile.said,
        "relayed": profile.relayed,
        "articles": profile.articles,
        "certainties": _counts(profile.certainties),
        "kinds": _counts(profile.kinds),
        "through": _parties(profile.relays),
        "told": _parties(profile.told),
        "told_classes": _counts(profile.told_classes),
        "outlets": _counts(profile.outlets),
        "months": _counts(profile.months),
        "total": listing.total,
        "next": listing.next,
        "items": [statement_record(entry) for entry in listing.items],
    }


def _counts(counts: Iterable[Count[Any]]) -> list[JSON]:
    return [{"value": each.value, "statements": each.number} for each in counts]


def _parties(counts: Iterable[Count[Party]]) -> list[JSON]:
    return [{"name": each.value.name, "class": each.value.cls.value, "statements": each.number} for each in counts]
