"""Articles, speakers, statements and figures as nodes of schema.org, with own terms (`ql:`) where it has no word.

A node is what `json.dumps` can write; what is not known is left out of it. Nothing says whether a statement is true.
"""

from __future__ import annotations

from collections.abc import Iterable

from quellenlage.exporting.iris import VOCABULARY, article_iri, name_iri, source_iri, statement_iri, word_iri
from quellenlage.model.claim import ArticleHead
from quellenlage.model.figure import Bound, Figure
from quellenlage.model.reason import Reason
from quellenlage.model.statement import Source, SourceClass, Statement
from quellenlage.model.text import AccessState, Article, Span
from quellenlage.model.wire import JSON, figure_to_wire, moment_to_wire

CONTEXT: JSON = {"@vocab": "https://schema.org/", "ql": VOCABULARY}
"""The JSON-LD context of everything made of these nodes. It is complete: no processor has to fetch anything."""

GAP = " … "

_TYPES = {
    SourceClass.PERSON: "Person",
    SourceClass.ORGANISATION: "Organization",
    SourceClass.OUTLET: "NewsMediaOrganization",
    SourceClass.GROUP: "Person",  # one or several: schema.org has no word for people
    SourceClass.UNNAMED: "Person",
    SourceClass.DOCUMENT: "CreativeWork",
}
_FREE = {AccessState.OPEN: True, AccessState.PAYWALLED: False}


def known(node: JSON) -> JSON:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def words_of(spans: Iterable[Span]) -> str:
    """The exact words of some spans; what stands between them is shown as a gap."""
    return GAP.join(span.text for span in spans)


def article_node(article: Article | ArticleHead) -> JSON:
    """A NewsArticle: what the page says about itself, without its text. Authors and access are known of an Article."""
    node: JSON = {
        "@id": article_iri(article.id),
        "@type": "NewsArticle",
        "url": article.url,
        "headline": article.headline,
        "publisher": article.outlet and _named(article.outlet, "NewsMediaOrganization"),
        "contributor": [_named(agency, "NewsMediaOrganization") for agency in article.agencies],
        "datePublished": moment_to_wire(article.published),
        "dateModified": moment_to_wire(article.modified),
        "inLanguage": article.language.value,
    }
    if isinstance(article, Article):
        node["author"] = [_named(author, "Person") for author in article.authors]
        node["isAccessibleForFree"] = _FREE.get(article.access.state)
    return known(node)


def source_node(source: Source) -> JSON | None:
    """Who or what speaks, with its class; None where nobody is named."""
    if source.cls is SourceClass.NONE:
        return None
    return {
        "@id": source_iri(source.id),
        "@type": _TYPES[source.cls],
        "name": source.name,
        "ql:class": source.cls.value,
    }


def statement_node(statement: Statement, article: Article | ArticleHead) -> JSON:
    """A Quotation in its article, with its speaker and its chain; a CreativeWork where the outlet asserts it by itself.

    The chain is a path of `isBasedOn` from what stands in the article to the speaker's own words, each hop with its
    author. A document that speaks is the work itself and not an author.
    """
    said, qualified = statement.attribution, statement.qualification
    is_said = bool(said.cue or said.source) or statement.speaker.cls is not SourceClass.NONE
    return known(
        {
            "@id": statement_iri(statement.id),
            "@type": "Quotation" if is_said else "CreativeWork",
            "text": words_of(said.content),
            "author": _author(statement.speaker),
            "isPartOf": article_node(article),
            "isBasedOn": _chain(statement),
            "mentions": [_figure_node(figure) for figure in qualified.figures],
            "ql:kind": said.kind.value,
            "ql:cue": words_of(said.cue),
            "ql:polarity": qualified.polarity.value,
            "ql:certainty": qualified.certainty.value,
            "ql:likelihood": qualified.likelihood and {"@list": list(qualified.likelihood)},
            "ql:hedge": [span.text for span in qualified.hedges],
            "ql:distance": qualified.stance.distance.value,
            "ql:block": sorted({span.block for span in said.content}),
        }
    )


def reason_node(reason: Reason) -> JSON:
    """A reason by its kind and the names that fill it, in order."""
    return {"@type": "ql:Reason", "ql:kind": reason.kind.value, "ql:names": {"@list": list(reason.told)}}


def _named(name: str, kind: str) -> JSON:
    return {"@id": name_iri(name), "@type": kind, "name": name}


def _author(source: Source) -> JSON | None:
    return None if source.cls is SourceClass.DOCUMENT else source_node(source)


def _chain(statement: Statement) -> JSON | None:
    if not statement.via and statement.speaker.cls is not SourceClass.DOCUMENT:
        return None
    based: JSON | None = None
    hops = [source for source in (*statement.via, statement.speaker) if source.cls is not SourceClass.NONE]
    for number, source in reversed(list(enumerate(hops, start=1))):
        work = {"@id": word_iri(statement.id, number), "@type": "CreativeWork", "author": source_node(source)}
        node = source_node(source) if source.cls is SourceClass.DOCUMENT else work
        based = known({**(node or {}), "isBasedOn": based})
    return based


def _figure_node(figure: Figure) -> JSON:
    """A QuantitativeValue: a bound is its least or greatest value, a range has both."""
    wire = figure_to_wire(figure)
    low = figure.bound is Bound.AT_LEAST or figure.high is not None
    high = figure.bound in (Bound.AT_MOST, Bound.NEARLY) and figure.high is None
    return known(
        {
            "@type": "QuantitativeValue",
            "name": figure.span.text,
            "minValue" if low else "maxValue" if high else "value": wire["value"],
            **({"maxValue": wire["high"]} if figure.high is not None else {}),
            "unitText": figure.unit,
            "ql:bound": figure.bound.value,
            "ql:period": wire["period"],
            "ql:asOf": figure.as_of and figure.as_of.text,
            "ql:basis": wire["basis"],
        }
    )
