"""A claim as W3C PROV (https://www.w3.org/TR/prov-dm/): PROV-JSON and PROV-N. The only door to prov.

Entities are articles, statements as they stand in them, what each hop of a chain said, and what each origin knew;
agents are outlets, speakers, people who judge, and this program. A statement was quoted from its article; it was
derived from what the next hop said, quoted where the words stand in quotation marks; what it goes back to is its
primary source.
"""

from __future__ import annotations

from collections.abc import Iterable

from prov.identifier import Namespace
from prov.model import PROV, ProvDocument

from quellenlage.exporting.iris import (
    URN,
    VOCABULARY,
    article_iri,
    claim_iri,
    judgement_iri,
    name_iri,
    origin_iri,
    source_iri,
    statement_iri,
    word_iri,
)
from quellenlage.exporting.nodes import words_of
from quellenlage.model.claim import Appearance, ArticleHead, Claim, Copy, Judgement, Origin
from quellenlage.model.reason import Reason
from quellenlage.model.statement import Kind, Source, SourceClass
from quellenlage.model.wire import moment_to_wire

_PREFIXES = ("article", "claim", "judgement", "name", "source", "statement")
_QL = Namespace("ql", VOCABULARY)
_SOFTWARE = "Quellenlage"
_PERSONS = (SourceClass.PERSON,)
_BODIES = (SourceClass.ORGANISATION, SourceClass.OUTLET)
_QUOTED = (Kind.DIRECT, Kind.MIXED)

Attributes = list[tuple[str, object]]


def claim_to_prov_json(claim: Claim) -> str:
    """PROV-JSON (https://www.w3.org/submissions/prov-json/)."""
    return f"{_document(claim).serialize(format='json', indent=2, ensure_ascii=False)}\n"


def claim_to_prov_n(claim: Claim) -> str:
    """PROV-N (https://www.w3.org/TR/prov-n/)."""
    return f"{_document(claim).get_provn()}\n"


def _document(claim: Claim) -> ProvDocument:
    document = ProvDocument()
    document.add_namespace(_QL)
    for prefix in _PREFIXES:
        document.add_namespace(prefix, f"{URN}{prefix}:")
    told = _Telling(document)
    whole = told.claim(claim)
    for appearance in claim.appearances:
        document.hadMember(whole, told.appearance(appearance))
    for denial in claim.denials:
        told.appearance(denial, denies=whole)
    for number, origin in enumerate(claim.origins, start=1):
        told.origin(claim, number, origin)
    for copy in claim.copies:
        told.copy(copy)
    for judgement in claim.judgements:
        told.judgement(judgement)
    return document


class _Telling:
    """Puts a claim into a document; each thing once, however often it is spoken of."""

    def __init__(self, document: ProvDocument) -> None:
        self._document = document
        self._told: set[str] = set()

    def claim(self, claim: Claim) -> str:
        """The claim, a collection of statements that this program put together."""
        name = _name(claim_iri(claim.id))
        counts = [
            ("ql:appearances", len(claim.appearances)),
            ("ql:independentOrigins", len(claim.origins)),
            ("ql:fewestOrigins", claim.fewest),
            ("ql:mostOrigins", claim.most),
        ]
        self._document.collection(name, [("prov:label", claim.text), ("prov:type", _QL["Claim"]), *counts])
        self._document.wasAttributedTo(name, self._agent(_name(name_iri(_SOFTWARE)), _SOFTWARE, PROV["SoftwareAgent"]))
        return name

    def appearance(self, appearance: Appearance, *, denies: str | None = None) -> str:
        """The statement with its article and its chain, and the claim that it denies."""
        statement, qualified = appearance.statement, appearance.statement.qualification
        said, name = statement.attribution, _name(statement_iri(statement.id))
        article = self._article(appearance.article)
        attributes: Attributes = [
            ("prov:label", words_of(said.content)),
            ("prov:type", _QL["Statement"]),
            ("ql:kind", said.kind.value),
            ("ql:polarity", qualified.polarity.value),
            ("ql:certainty", qualified.certainty.value),
            *([("ql:denies", self._document.valid_qualified_name(denies))] if denies else []),
        ]
        if not self._entity(name, attributes):
            return name
        self._document.wasQuotedFrom(name, article)
        derived = name
        for hop, source in enumerate((*statement.via, statement.speaker), start=1):
            if source.cls is not SourceClass.NONE:
                derived = self._hop(derived, _name(word_iri(statement.id, hop)), source, said.kind in _QUOTED)
        return name

    def origin(self, claim: Claim, number: int, origin: Origin) -> None:
        """What an origin knew, the primary source of the appearances that go back to it."""
        name = _name(origin_iri(claim.id, number))
        self._entity(
            name,
            [
                *_label(origin.name),
                ("prov:type", _QL["Origin"]),
                ("ql:class", origin.cls.value),
                ("ql:certain", origin.certain),
                *_reasons(origin.reasons),
            ],
        )
        if origin.name and origin.cls is not SourceClass.DOCUMENT:
            agent = self._agent(_name(name_iri(origin.name)), origin.name, _kind(origin.cls))
            self._document.wasAttributedTo(name, agent)
        for statement in origin.appearances:
            self._document.hadPrimarySource(_name(statement_iri(statement)), name)

    def copy(self, copy: Copy) -> None:
        """An article that was copied from another; both from one unknown text where neither is the other's source."""
        articles = [_name(article_iri(article)) for article in copy.copies]
        attributes: Attributes = [("ql:share", round(copy.share, 4)), *_reasons(copy.reasons)]
        if copy.source is not None:
            used = _name(article_iri(copy.source))
        else:
            used = f"{articles[0]}.text.{articles[-1].partition(':')[2]}"
            self._entity(used, [("prov:type", _QL["SharedText"])])
            if copy.agency:
                agent = self._agent(_name(name_iri(copy.agency)), copy.agency, PROV["Organization"])
                self._document.wasAttributedTo(used, agent)
        for article in articles:
            self._document.wasDerivedFrom(article, used, other_attributes=attributes)

    def judgement(self, judgement: Judgement) -> None:
        """A person's word on statements, at its time."""
        name = _name(judgement_iri(judgement.id))
        note = [("ql:note", judgement.note)] if judgement.note else []
        self._entity(name, [("prov:type", _QL["Judgement"]), ("ql:verdict", judgement.verdict.value), *note])
        self._document.wasGeneratedBy(name, time=judgement.at)
        person = self._agent(_name(name_iri(judgement.by)), judgement.by, PROV["Person"])
        self._document.wasAttributedTo(name, person)
        for statement in dict.fromkeys(each for side in judgement.sides for each in side):
            self._document.wasInfluencedBy(name, _name(statement_iri(statement)))

    def _article(self, article: ArticleHead) -> str:
        name = _name(article_iri(article.id))
        facts: Attributes = [
            *_label(article.headline),
            ("prov:type", _QL["Article"]),
            *([("prov:location", article.url)] if article.url else []),
            *([("ql:published", moment_to_wire(article.published))] if article.published else []),
        ]
        if self._entity(name, facts) and article.outlet:
            agent = self._agent(_name(name_iri(article.outlet)), article.outlet, PROV["Organization"])
            self._document.wasAttributedTo(name, agent)
        return name

    def _hop(self, derived: str, name: str, source: Source, is_quoted: bool) -> str:
        """What the next one of a chain said; a document is itself what was quoted."""
        if source.cls is SourceClass.DOCUMENT:
            name = _name(source_iri(source.id))
            self._entity(name, [("prov:label", source.name), ("prov:type", _QL["Document"])])
        else:
            self._entity(name, [("prov:type", _QL["Words"])])
            agent = self._agent(
                _name(source_iri(source.id)), source.name, _kind(source.cls), [("ql:class", source.cls.value)]
            )
            self._document.wasAttributedTo(name, agent)
        relate = self._document.wasQuotedFrom if is_quoted else self._document.wasDerivedFrom
        relate(derived, name)
        return name

    def _entity(self, name: str, attributes: Attributes) -> bool:
        is_new = name not in self._told
        if is_new:
            self._told.add(name)
            self._document.entity(name, attributes)
        return is_new

    def _agent(self, name: str, label: str, kind: object | None, attributes: Attributes | None = None) -> str:
        if name not in self._told:
            self._told.add(name)
            types = [("prov:type", kind)] if kind else []
            self._document.agent(name, [("prov:label", label), *types, *(attributes or [])])
        return name


def _name(iri: str) -> str:
    """The qualified name of an IRI of ours: "statement:3f9c20…"."""
    return iri.removeprefix(URN)


def _label(text: str | None) -> Attributes:
    return [("prov:label", text)] if text else []


def _reasons(reasons: Iterable[Reason]) -> Attributes:
    return [("ql:reason", " · ".join((reason.kind.value, *reason.told))) for reason in reasons]


def _kind(cls: SourceClass) -> object | None:
    """PROV's type of an agent; None where it may be one or several."""
    return PROV["Person"] if cls in _PERSONS else PROV["Organization"] if cls in _BODIES else None
