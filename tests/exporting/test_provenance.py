"""PROV, read back by prov's own deserializer, and asked where things come from."""

from __future__ import annotations

import json
from dataclasses import replace

from prov.model import (
    PROV,
    ProvAgent,
    ProvAttribution,
    ProvDerivation,
    ProvDocument,
    ProvEntity,
    ProvGeneration,
    ProvMembership,
    ProvRecord,
)

from claimed import JUDGED_AT, make_claim
from quellenlage.exporting.provenance import claim_to_prov_json, claim_to_prov_n
from quellenlage.model.claim import Claim


def document_of(claim: Claim) -> ProvDocument:
    found = ProvDocument.deserialize(content=claim_to_prov_json(claim), format="json")
    assert isinstance(found, ProvDocument)
    return found


def derived(document: ProvDocument) -> dict[tuple[str, str], set[str]]:
    """What was derived from what, with PROV's types of the derivation."""
    found: dict[tuple[str, str], set[str]] = {}
    for record in document.get_records(ProvDerivation):
        later, earlier = (str(value) for _, value in record.formal_attributes[:2])
        found.setdefault((later, earlier), set()).update(str(kind) for kind in record.get_asserted_types())
    return found


def label_of(record: ProvRecord) -> str:
    return str(record.label)


def test_what_is_read_back_is_the_same_document() -> None:
    claim = make_claim()
    document = document_of(claim)
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert document == again
    assert sorted(document.get_provn().splitlines()) == sorted(claim_to_prov_n(claim).splitlines())
    assert claim_to_prov_json(claim) == claim_to_prov_json(make_claim())


def test_every_id_that_is_spoken_of_is_described() -> None:
    document = document_of(make_claim())
    described = {str(record.identifier) for record in document.get_records((ProvEntity, ProvAgent))}
    spoken = {
        str(value)
        for record in document.get_records((ProvDerivation, ProvAttribution, ProvMembership, ProvGeneration))
        for name, value in record.formal_attributes
        if value is not None and name in (PROV["generatedEntity"], PROV["usedEntity"], PROV["entity"], PROV["agent"])
    }
    assert spoken
    assert spoken <= described
    assert len(described) == len(list(document.get_records((ProvEntity, ProvAgent))))


def test_a_statement_is_quoted_from_its_article_and_derived_along_its_chain() -> None:
    claim = make_claim()
    ways = derived(document_of(claim))
    for appearance in claim.appearances:
        here = (f"statement:{appearance.statement.id}", f"article:{appearance.article.id}")
        assert ways[here] == {"prov:Quotation"}
    quoted, chained = claim.appearances[0].statement, claim.appearances[3].statement
    assert ways[f"statement:{quoted.id}", f"statement:{quoted.id}.1"] == {"prov:Quotation"}
    assert ways[f"statement:{chained.id}", f"statement:{chained.id}.1"] == set()
    assert ways[f"statement:{chained.id}.1", f"statement:{chained.id}.2"] == set()


def test_words_belong_to_those_who_said_them() -> None:
    claim = make_claim()
    document = document_of(claim)
    names = {str(agent.identifier): label_of(agent) for agent in document.get_records(ProvAgent)}
    said = {
        str(entity): names[str(agent)]
        for record in document.get_records(ProvAttribution)
        for entity, agent in [[value for _, value in record.formal_attributes[:2]]]
    }
    chained = claim.appearances[3].statement
    assert (said[f"statement:{chained.id}.1"], said[f"statement:{chained.id}.2"]) == ("Talblatt", "zwei Ingenieure")
    assert said[f"article:{claim.appearances[0].article.id}"] == "Nordlicht"
    assert f"article:{claim.appearances[3].article.id}" not in said
    assert said[f"claim:{claim.id}"] == "Quellenlage"
    assert said[f"judgement:{claim.judgements[0].id}"] == "Mika Sandorn"


def test_origins_are_primary_sources_and_copies_derivations_of_articles() -> None:
    claim = make_claim()
    ways = derived(document_of(claim))
    for number, origin in enumerate(claim.origins, start=1):
        for statement in origin.appearances:
            assert ways[f"statement:{statement}", f"claim:{claim.id}.origin.{number}"] == {"prov:PrimarySource"}
    first, second = (each.article.id for each in claim.appearances[:2])
    assert ways[f"article:{second}", f"article:{first}"] == set()


def test_where_neither_is_the_source_both_come_from_the_agencys_text() -> None:
    claim = make_claim()
    first, second = sorted(each.article.id for each in claim.appearances[:2])
    copy = replace(claim.copies[0], source=None, copies=(first, second))
    document = document_of(replace(claim, copies=(copy,)))
    shared = {earlier for later, earlier in derived(document) if later in (f"article:{first}", f"article:{second}")}
    assert len(shared) == 1
    assert any(label_of(agent) == "dpa" for agent in document.get_records(ProvAgent))


def test_who_denies_it_and_who_judged_it_when() -> None:
    claim = make_claim()
    document = document_of(claim)
    (denial,) = document.get_record(f"statement:{claim.denials[0].statement.id}")
    (denied,) = denial.get_attribute("ql:denies")
    assert denied.uri == f"urn:quellenlage:claim:{claim.id}"
    (made,) = document.get_records(ProvGeneration)
    assert made.args[2] == JUDGED_AT


def test_any_text_can_be_a_label() -> None:
    odd = replace(make_claim(), text='Er sagte: "\\" und\nging\ud800')
    assert document_of(odd).get_record(f"claim:{odd.id}")[0].label is not None
    assert json.loads(claim_to_prov_json(odd))["prefix"]["statement"] == "urn:quellenlage:statement:"
