"""A claim as a file: for those who cite, file, compute or print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from quellenlage import judging, settling
from quellenlage.exporting.bibliographies import citations_to_bibtex, citations_to_csl, citations_to_ris
from quellenlage.exporting.citations import Citation
from quellenlage.exporting.csv_table import write_csv
from quellenlage.exporting.jsonld import claim_to_jsonld
from quellenlage.exporting.link_columns import LINKS, links_of
from quellenlage.exporting.provenance import claim_to_prov_json, claim_to_prov_n
from quellenlage.exporting.wikipedia import citations_to_cite_news, citations_to_internetquelle
from quellenlage.ledger import View
from quellenlage.model.claim import Claim
from quellenlage.model.text import Language
from quellenlage.rendering.dossier_page import claim_to_html, content_security_policy
from quellenlage.rendering.markdown import claim_to_markdown
from quellenlage.web.desk import Reading
from quellenlage.web.pages import ROWS
from quellenlage.web.wording import language_of, translations

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Form:
    """A format: its media type, the ending of its files, and how it is written, of the claim or of citations of its
    articles."""

    media: str
    ending: str
    claim: Callable[[Claim, Language], str] | None = None
    citations: Callable[[Sequence[Citation]], str] | None = None


FORMS: Mapping[str, Form] = {
    "html": Form("text/html", "html", claim_to_html),
    "markdown": Form("text/markdown", "md", claim_to_markdown),
    "jsonld": Form("application/ld+json", "jsonld", lambda claim, _: claim_to_jsonld(claim)),
    "links": Form("text/csv", "links.csv", lambda claim, _: _links(claim)),
    "prov-json": Form("application/json", "prov.json", lambda claim, _: claim_to_prov_json(claim)),
    "prov-n": Form("text/provenance-notation", "provn", lambda claim, _: claim_to_prov_n(claim)),
    "csl-json": Form("application/vnd.citationstyles.csl+json", "csl.json", citations=citations_to_csl),
    "bibtex": Form("application/x-bibtex", "bib", citations=citations_to_bibtex),
    "ris": Form("application/x-research-info-systems", "ris", citations=citations_to_ris),
    "wikipedia-de": Form("text/plain", "de.wiki", citations=citations_to_internetquelle),
    "wikipedia-en": Form("text/plain", "en.wiki", citations=citations_to_cite_news),
}
"""What a claim can be exported as, by the name in the address."""


def _links(claim: Claim) -> str:
    out = BytesIO()
    write_csv(LINKS, links_of([claim]), out)
    return out.getvalue().decode()


def write_claim(ledger: View, claim: Claim, form: Form, language: Language) -> str:
    """The claim in a format; what people read of it in this language."""
    if form.citations:
        articles = dict.fromkeys(each.article.id for each in claim.appearances)
        return form.citations([Citation(ledger.reading(article).article) for article in articles])
    assert form.claim is not None
    return form.claim(claim, language)


@router.get("/claims/{claim_id}/export/{form}")
def export(request: Request, ledger: Reading, claim_id: str, form: str) -> Response:
    """The claim as a file in a format; the printable page opens in the browser."""
    _ = translations(language_of(request)).gettext
    if form not in FORMS:
        raise HTTPException(404, _("There is no such format: %(form)s") % {"form": form})
    if len(ledger.claims_with(claim_id.lower())) != 1:
        raise HTTPException(404, _("No claim has a statement whose id begins so."))
    found = settling.claim(ledger, judging.find_claim(ledger, claim_id))
    chosen = FORMS[form]
    answer = Response(
        write_claim(ledger, found, chosen, language_of(request)), media_type=f"{chosen.media}; charset=utf-8"
    )
    if form == "links":
        answer.headers[ROWS] = str(len(found.links))
    if form == "html":
        answer.headers["Content-Security-Policy"] = content_security_policy()
    else:
        answer.headers["Content-Disposition"] = f'attachment; filename="claim-{found.id[:10]}.{chosen.ending}"'
    return answer
