"""Commitments: promises, plans, threats and deadlines, told from demands without a time and from mere expectation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from marked import read_marked
from quellenlage.gazetteer.table import rows
from quellenlage.model.text import Language
from quellenlage.model.time import Fulfilment
from quellenlage.model.wire import moment_from_wire
from quellenlage.qualifying.commitments import commitment_of

_CASES = list(rows((Path(__file__).parents[1] / "cases" / "commitments.tsv").read_text(encoding="utf-8")))
_WEDNESDAY = date(2025, 5, 7)
DE, EN = Language.GERMAN, Language.ENGLISH
KEPT, BROKEN = Fulfilment.KEPT, Fulfilment.BROKEN


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["sentence"])
def test_commitments(case: dict[str, str]) -> None:
    article, attribution = read_marked(case["sentence"], Language(case["language"]), _WEDNESDAY)
    found = commitment_of(article, attribution)
    if case["cue"] == "-":
        assert found is None
        return
    assert found is not None
    assert " … ".join(span.text for span in found.cue) == case["cue"]
    due = found.due
    assert (due.span.text if due else "") == case["due"]
    assert (due.end if due else None) == moment_from_wire(case["until"] or None)


def test_without_a_day_of_its_own_an_article_has_relative_dues() -> None:
    article, attribution = read_marked("Sie {versprach} [Hilfe bis Freitag].", Language.GERMAN, None)
    found = commitment_of(article, attribution)
    assert found is not None
    assert found.due is not None
    assert (found.due.value, found.due.end) == ("XXXX-WXX-5", None)


OUTCOMES = [
    (DE, "Berg hatte {versprochen}, [die Brücke bis Mai zu öffnen]. Das Versprechen wurde nicht gehalten.", BROKEN),
    (DE, "Berg {versprach}, [die Brücke zu öffnen], doch das Versprechen brach er.", BROKEN),
    (DE, "Berg {brach} sein {Versprechen}, [die Brücke zu öffnen].", BROKEN),
    (DE, "Berg {versprach}, [die Brücke zu öffnen]. Daraus wurde nichts.", BROKEN),
    (DE, "Die Regierung {setzte eine Frist} [bis zum 1. Juni]. Die Frist verstrich ohne Antwort.", BROKEN),
    (DE, "Die Werft {plant} [einen Neubau]. Das Vorhaben scheiterte.", BROKEN),
    (DE, "Berg hatte {versprochen}, [die Brücke bis Mai zu öffnen]. Er hielt sein Versprechen.", KEPT),
    (DE, "Berg {versprach}, [die Brücke zu öffnen]. Dieses Versprechen hat er im Mai eingelöst.", KEPT),
    (DE, "Berg {versprach}, [die Brücke zu öffnen]. Das Versprechen werde er halten, sagte er.", None),
    (DE, "Berg {versprach}, [die Brücke zu öffnen]. Hat er das Versprechen gehalten?", None),
    (DE, "Berg {versprach}, [die Brücke zu öffnen]. Die Brücke hielt nicht.", None),
    (DE, "Berg {versprach}, [die Brücke zu öffnen]. Dem Plan stimmte der Rat zu.", None),
    (DE, "Berg {versprach}, [die Brücke zu öffnen].", None),
    (EN, "Berg {promised} [to open the bridge by May]. He did not keep the promise.", BROKEN),
    (EN, "Berg {promised} [to open the bridge]. That did not happen.", BROKEN),
    (EN, "The council {set a deadline} [of June 1]. The deadline passed.", BROKEN),
    (EN, "Berg {promised} [to open the bridge by May]. He kept his promise.", KEPT),
    (EN, "Berg {plans} [to sell the yard]. The plan passed the council.", None),
    (EN, "Berg {promised} [to open the bridge] and said he will keep the promise.", None),
]


@pytest.mark.parametrize(("language", "marked", "fulfilment"), OUTCOMES)
def test_what_became_of_it_is_only_what_the_text_says(
    language: Language, marked: str, fulfilment: Fulfilment | None
) -> None:
    found = commitment_of(*read_marked(marked, language, _WEDNESDAY))
    assert found is not None
    assert found.fulfilment is fulfilment
    assert (found.outcome is None) is (fulfilment is None)


def test_the_outcome_has_its_words() -> None:
    marked = "Berg {versprach} [Hilfe]. Das Versprechen hat er nie gehalten."
    found = commitment_of(*read_marked(marked, DE, _WEDNESDAY))
    assert found is not None
    assert found.outcome is not None
    assert found.outcome.text == "Das Versprechen hat er nie gehalten"


def test_what_the_next_sentence_calls_a_promise_is_one() -> None:
    marked = "Berg {behauptete}, [er könne den Streit beenden]. Dieses Versprechen konnte er nicht halten."
    found = commitment_of(*read_marked(marked, DE, _WEDNESDAY))
    assert found is not None
    assert ([span.text for span in found.cue], found.fulfilment) == (["Versprechen"], BROKEN)


@pytest.mark.parametrize(
    "marked",
    [
        "Berg {behauptete}, [er könne den Streit beenden], und ging. Dieses Versprechen gab er oft.",
        "Berg {behauptete}, [er könne den Streit beenden]. Das Versprechen der Werft hielt er für leer.",
    ],
)
def test_no_other_promise_makes_a_claim_one(marked: str) -> None:
    assert commitment_of(*read_marked(marked, DE, _WEDNESDAY)) is None
