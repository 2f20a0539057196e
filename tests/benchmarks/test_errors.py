"""Which found statement is which gold one, what is wrong with it, and the page that shows it."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("scipy", reason="the dev extra is not installed")

from benchmarks.errors import compare, page
from benchmarks.gold import load_gold
from benchmarks.matching import differences, paired

SCORER = Path(__file__).parents[3] / "shared" / "gold" / "score.py"
TEXT = "Mara Lindt sagte, der Kanal werde breiter. Der Hafen widersprach </script>."


def _gold(content: str, **labels: Any) -> dict[str, Any]:
    return {
        "p": 0,
        "content": [content],
        "cue": ["sagte"],
        "source": ["Mara Lindt"],
        "speaker": "Mara Lindt",
        "speaker_class": "person",
        "kind": "indirect",
        "via": [],
        "polarity": "+",
        "certainty": "certain",
        "figures": [],
    } | labels


def _found(content: str, **labels: Any) -> dict[str, Any]:
    def spans(*texts: str) -> list[dict[str, Any]]:
        starts = [(text, TEXT.find(text)) for text in texts]
        return [{"block": 0, "start": at, "end": at + len(text), "text": text} for text, at in starts]

    return {
        "content": spans(content),
        "cue": spans("sagte"),
        "source": spans("Mara Lindt"),
        "speaker": {"name": "Mara Lindt", "class": "person"},
        "kind": "indirect",
        "via": [],
        "polarity": "+",
        "certainty": "certain",
        "figures": [],
        "confidence": 0.9,
    } | labels


def test_statements_are_paired_by_their_contents_best_first() -> None:
    gold = [_gold("der Kanal werde breiter"), _gold("es gebe Geld")]
    found = [_found("werde breiter"), _found("der Kanal werde breiter"), _found("etwas ganz anderes")]
    assert paired(gold, found) == [(0, 1)]
    assert paired(gold, []) == []


def test_the_scorer_pairs_as_many() -> None:
    if not SCORER.is_file():
        pytest.skip("needs ../shared with the gold scorer, which is not here")
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for content in ("der Kanal werde breiter", "der Kanal", "Kanal breiter werde tief", "Kanal"):
        theirs = scorer.f1(scorer.words(["der Kanal werde breiter"]), scorer.words([content])) >= 0.5
        assert bool(paired([_gold("der Kanal werde breiter")], [_found(content)])) is theirs


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        ({}, []),
        ({"speaker": {"name": "Lindt", "class": "person"}}, []),  # the scorer's rule for names
        ({"speaker": {"name": "Hafen", "class": "organisation"}}, ["speaker", "class"]),
        ({"speaker": None}, ["speaker", "class"]),
        ({"via": [{"name": "dpa", "class": "outlet"}]}, ["via"]),
        ({"certainty": "possible", "polarity": "-", "kind": "direct"}, ["kind", "polarity", "certainty"]),
        ({"cue": [], "source": []}, ["cue", "source"]),
        ({"figures": [{"value": 3, "high": None, "bound": "exact", "unit": "Schiffe"}]}, ["figures"]),
    ],
)
def test_what_is_wrong_is_named(labels: dict[str, Any], wrong: list[str]) -> None:
    content = "der Kanal werde breiter"
    assert differences(_gold(content), _found(content, **labels)) == wrong


def test_a_page_holds_every_statement_once_and_its_text_ends_no_element(tmp_path: Path) -> None:
    (tmp_path / "a.article.json").write_text(json.dumps({"id": "a", "lang": "de", "blocks": [TEXT]}), "utf-8")
    gold = [_gold("der Kanal werde breiter"), _gold("Der Hafen", cue=["widersprach"], source=[])]
    (tmp_path / "a.gold.json").write_text(json.dumps(gold), "utf-8")
    (article,) = load_gold(tmp_path)
    compared = compare(article, [_found("der Kanal werde breiter", kind="direct"), _found("script")])
    assert [item["types"] for item in compared["items"]] == [["kind"], ["missed"], ["spurious"]]
    assert compared["items"][0]["gold"]["spans"]["content"] == compared["items"][0]["found"]["spans"]["content"]
    html = page([compared])
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert data and json.loads(data[1])[0]["blocks"] == [TEXT]
    assert not re.search(r"(?:src|href)\s*=|https?:", html), "the page must need no network"
