"""People's reviews in every ledger: nothing is overwritten, the last word holds until it is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from invented import find, make_article, make_page, make_reading
from quellenlage.errors import ReviewError
from quellenlage.ledger import Ledger, Query, reviewed_gold
from quellenlage.model.review import Review, ReviewVerdict, make_review, reviews_holding
from quellenlage.model.statement import Kind, Source, SourceClass, Statement

NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)
READING = make_reading()
HOUSES, CRACK, DENIED, HEARSAY = READING.statements
LEAST_SURE_FIRST = [HEARSAY.id, CRACK.id, DENIED.id, HOUSES.id]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.record(make_page(), READING, recorded_at=NOW)
    return ledger


def said(verdict: ReviewVerdict, statement: Statement = HOUSES, **more: Any) -> Review:
    given = {"by": "Mika", "at": NOW} | more
    return make_review(statement.id, READING.article.id, verdict, **given)


def corrected(statement: Statement, words: str) -> Statement:
    """The statement with another content, of an organisation."""
    attribution = replace(statement.attribution, kind=Kind.REPORTED, content=(find(READING.article, words),))
    speaker = Source("w", "Wesperwerke", SourceClass.ORGANISATION)
    return replace(statement, attribution=attribution, speaker=speaker, via=())


def waiting(ledger: Ledger, query: Query | None = None) -> list[str]:
    return [entry.statement.id for entry in ledger.queue(query or Query()).items]


def test_the_least_sure_wait_first(filled: Ledger) -> None:
    assert waiting(filled) == LEAST_SURE_FIRST
    assert filled.queue(Query(limit=2)).total == 4
    assert waiting(filled, Query(kind=Kind.INDIRECT)) == LEAST_SURE_FIRST[:2]


@pytest.mark.parametrize("verdict", [ReviewVerdict.ACCEPT, ReviewVerdict.REJECT])
def test_what_is_reviewed_waits_no_longer_and_stays_as_it_is(filled: Ledger, verdict: ReviewVerdict) -> None:
    review = said(verdict, note="so steht es da")
    filled.review(review)
    assert waiting(filled) == LEAST_SURE_FIRST[:3]
    assert filled.queue(Query()).total == 3
    assert filled.reviews([HOUSES.id]) == filled.reviews() == (review,)
    assert filled.reviews([CRACK.id]) == ()
    assert filled.reading(READING.article.id) == READING


def test_a_correction_stands_beside_what_the_machine_found(filled: Ledger) -> None:
    right = corrected(HOUSES, "räumen mehr als 4000 Häuser")
    filled.review(said(ReviewVerdict.CORRECT, corrected=right))
    (review,) = filled.reviews([HOUSES.id])
    assert review.corrected == right
    assert filled.reading(READING.article.id).statements[0] == HOUSES


def test_the_last_review_holds_until_it_is_taken_back(filled: Ledger) -> None:
    accepted, rejected = said(ReviewVerdict.ACCEPT), said(ReviewVerdict.REJECT)
    undone = said(ReviewVerdict.UNDO, undoes=rejected.id)
    restored = said(ReviewVerdict.UNDO, undoes=undone.id)
    holding = []
    for review in (accepted, rejected, undone, restored, said(ReviewVerdict.UNDO, undoes=accepted.id)):
        filled.review(review)
        holding.append(reviews_holding(filled.reviews()).get(HOUSES.id))
    assert holding == [accepted, rejected, accepted, rejected, rejected]
    filled.review(said(ReviewVerdict.UNDO, undoes=rejected.id, by="Jorun"))
    assert reviews_holding(filled.reviews()) == {}
    assert waiting(filled) == LEAST_SURE_FIRST


def test_the_same_review_twice_is_one(filled: Ledger) -> None:
    filled.review(said(ReviewVerdict.ACCEPT))
    filled.review(said(ReviewVerdict.ACCEPT))
    assert len(filled.reviews()) == 1


def test_what_was_reviewed_does_not_wait_again_in_a_newer_reading(filled: Ledger) -> None:
    filled.review(said(ReviewVerdict.ACCEPT))
    filled.record(make_page(), replace(READING, statements=READING.statements[:2]), recorded_at=NOW)
    assert waiting(filled) == [CRACK.id]


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"verdict": ReviewVerdict.CORRECT}, "a correction says what is right"),
    ({"verdict": ReviewVerdict.ACCEPT, "corrected": HOUSES}, "a correction says what is right"),
    ({"verdict": ReviewVerdict.UNDO}, "names the review it takes back"),
    ({"verdict": ReviewVerdict.REJECT, "undoes": "1"}, "names the review it takes back"),
    ({"verdict": ReviewVerdict.UNDO, "undoes": "1"}, "'1' is no review of this statement"),
]


@pytest.mark.parametrize(("given", "complaint"), WRONG)
def test_a_review_that_makes_no_sense_is_refused(filled: Ledger, given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ReviewError, match=f"{HOUSES.id}: .*{complaint}"):
        filled.review(said(**given))
    assert filled.reviews() == ()


def test_a_review_of_nothing_is_refused(filled: Ledger) -> None:
    review = said(ReviewVerdict.ACCEPT)
    for unknown in (replace(review, statement="0"), replace(review, article="0")):
        with pytest.raises(ReviewError, match=f"no statement '{unknown.statement}' in article '{unknown.article}'"):
            filled.review(unknown)


def test_an_undoing_must_be_of_the_same_statement(filled: Ledger) -> None:
    review = said(ReviewVerdict.ACCEPT)
    filled.review(review)
    with pytest.raises(ReviewError, match="no review of this statement"):
        filled.review(said(ReviewVerdict.UNDO, CRACK, undoes=review.id))


def test_a_correction_quotes_the_page_to_the_letter(filled: Ledger) -> None:
    span = HOUSES.attribution.content[0]
    (figure,) = HOUSES.qualification.figures
    wrong = [replace(span, text="Wir räumen"), replace(span, start=span.start + 1), replace(span, block=99)]
    wrong += [replace(span, block=-1), replace(span, start=-40, end=-30), replace(span, end=span.start, text="")]
    statements = [replace(HOUSES, attribution=replace(HOUSES.attribution, content=(each,))) for each in wrong]
    bad_figure = replace(figure, span=replace(figure.span, text="mehr als 5000 Häuser"))
    statements.append(replace(HOUSES, qualification=replace(HOUSES.qualification, figures=(bad_figure,))))
    for statement in statements:
        with pytest.raises(ReviewError, match=r"does not stand at .*; give the words of the page with their place"):
            filled.review(said(ReviewVerdict.CORRECT, corrected=statement))
    empty = replace(HOUSES, attribution=replace(HOUSES.attribution, content=()))
    with pytest.raises(ReviewError, match="has a content"):
        filled.review(said(ReviewVerdict.CORRECT, corrected=empty))


def test_reviews_become_gold(filled: Ledger) -> None:
    other = make_article(url="https://talblatt.example/riss")
    filled.record(make_page(), make_reading(other), recorded_at=NOW)
    assert list(reviewed_gold(filled)) == []
    filled.review(said(ReviewVerdict.ACCEPT, HEARSAY))
    filled.review(said(ReviewVerdict.REJECT, DENIED))
    filled.review(said(ReviewVerdict.CORRECT, corrected=corrected(HOUSES, "räumen mehr als 4000 Häuser")))
    (gold,) = reviewed_gold(filled)
    article = READING.article
    assert gold.article == {"id": article.id, "lang": "de", "blocks": [block.text for block in article.blocks]}
    assert not gold.complete
    assert gold.statements == [
        {
            "p": 1,
            "content": ["räumen mehr als 4000 Häuser"],
            "cue": ["sagte"],
            "source": ["Bürgermeisterin Jorun Hallwig"],
            "speaker": "Wesperwerke",
            "speaker_class": "organisation",
            "kind": "reported",
            "via": [],
            "polarity": "+",
            "certainty": "certain",
            "figures": [
                {
                    "text": "mehr als 4000 Häuser",
                    "value": 4000,
                    "bound": "at_least",
                    "unit": "Häuser",
                    "period": "",
                }
            ],
        },
        {
            "p": 3,
            "content": ["bis zu drei Verletzte geben"],
            "cue": ["soll"],
            "source": [],
            "speaker": "",
            "speaker_class": "none",
            "kind": "indirect",
            "via": [],
            "polarity": "+",
            "certainty": "probable",
            "figures": [
                {"text": "bis zu drei Verletzte", "value": 3, "bound": "at_most", "unit": "Verletzte", "period": ""}
            ],
        },
    ]
    filled.review(said(ReviewVerdict.ACCEPT, CRACK))
    (gold,) = reviewed_gold(filled)
    assert gold.complete
    assert gold.statements[1]["via"] == ["Talblatt"]
