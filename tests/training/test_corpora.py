"""Corpus readers on tiny invented samples in each corpus's format."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from training.corpora import house, layer, polnear, spkatt, wikinews
from training.corpora.annotated import Annotated, Labelled, runs
from training.targets import IGNORED, examples, questions

from quellenlage.model.statement import Kind
from quellenlage.tagging.labels import BEGINS, CONTINUES, CUED, CUELESS, KINDS, QUOTE_TYPES, Head, Role, Trigger
from word_network import pieces_of


def _words(text: Annotated, statement: Labelled, role: Role) -> list[str]:
    return [text.passage.word(word) for word in statement.words(role)]


def test_runs() -> None:
    assert runs((3, 4, 7)) == ((3, 4), (7,))
    assert runs(()) == ()


def test_spkatt_puts_spaces_back_and_keeps_addresses() -> None:
    speech = {
        "Sentences": [
            {"SentenceId": 4, "Tokens": ["Ich", "frage", ":"]},
            {"SentenceId": 7, "Tokens": ["Warum", "nicht", "?"]},
        ],
        "Annotations": [
            {"Cue": ["4:1"], "Source": ["4:0"], "Message": ["7:0", "7:1"], "PTC": []},
            {"Cue": [], "Source": ["4:0"]},
        ],
    }
    text = spkatt.parse_speech("rede", speech)
    assert text.passage.text == "Ich frage: Warum nicht?"
    (statement,) = text.statements  # an annotation without a cue is none
    assert _words(text, statement, Role.CUE) == ["frage"]
    assert _words(text, statement, Role.CONTENT) == ["Warum", "nicht"]


def test_polnear_reads_stand_off_spans() -> None:
    text = "Ann Hale said the bridge, she thinks, is safe."
    marks = "\n".join(
        [
            "T1\tSource 0 8\tAnn Hale",
            "T2\tCue 9 13\tsaid",
            "T3\tContent 14 24;38 45\tthe bridge is safe",
            "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
            "E2\tAttribution:T1 Source:T1",
        ]
    )
    article = polnear.parse_article("a", text, marks)
    (statement,) = article.statements
    assert _words(article, statement, Role.SOURCE) == ["Ann", "Hale"]
    assert _words(article, statement, Role.CONTENT) == ["the", "bridge", "is", "safe"]


def test_wikinews_keeps_type_and_cueless_quotes() -> None:
    raw = {
        "id": "w",
        "text": "Der Fluss sei zu flach.",
        "quotes": [
            {"quote": [[0, 22]], "speaker": [], "cue": [], "addressee": [], "type": "FreeIndirect"},
            {"quote": [], "speaker": [], "cue": [], "addressee": [], "type": "Direct"},
        ],
    }
    text = wikinews.parse_article(raw)
    (statement,) = text.statements
    assert statement.kind == QUOTE_TYPES.index("FreeIndirect")
    assert _words(text, statement, Role.CONTENT) == ["Der", "Fluss", "sei", "zu", "flach"]


def _statement(**changes: object) -> dict[str, object]:
    plain = {"p": 0, "content": [], "cue": [], "source": [], "speaker": "", "kind": "indirect", "via": []}
    return {**plain, **changes}


_BLOCKS = [
    "Rita Holm sagte der Agentur Nordfunk, der Hafen bleibe offen.",
    "Man werde nichts schließen. Die Fähre fährt.",
]


def _house() -> Annotated:
    first = _statement(
        content=["der Hafen bleibe offen"], cue=["sagte"], source=["Rita Holm"], speaker="Rita Holm", via=["Nordfunk"]
    )
    second = _statement(p=1, content=["Man werde nichts schließen"], speaker="Rita Holm")
    return house.parse_article("h", _BLOCKS, [first, second])


def test_house_finds_strings_and_relays() -> None:
    text = _house()
    first, second = text.statements
    assert _words(text, first, Role.CUE) == ["sagte"]
    assert _words(text, first, Role.SOURCE) == ["Rita", "Holm"]
    assert _words(text, first, Role.RELAY) == ["Nordfunk"]
    assert first.kind == len(QUOTE_TYPES) + KINDS.index(Kind.INDIRECT)
    assert _words(text, second, Role.SOURCE) == ["Rita", "Holm"]  # borrowed from where its speaker was last named


def test_house_takes_the_nearest_of_equal_strings() -> None:
    blocks = ["Er sagte nichts. Sie sagte, er gehe. Er sagte wenig."]
    text = house.parse_article("h", blocks, [_statement(content=["er gehe"], cue=["sagte"], source=["Sie"])])
    (statement,) = text.statements
    assert statement.words(Role.CUE) == (statement.words(Role.SOURCE)[0] + 1,)


def test_house_leaves_out_articles_that_do_not_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, content in (("good", "der Hafen bleibe offen"), ("bad", "der Hafen bleibe zu")):
        (tmp_path / f"{name}.article.json").write_text(json.dumps({"blocks": _BLOCKS}), encoding="utf-8")
        gold = [_statement(content=[content], cue=["sagte"])]
        (tmp_path / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "unfinished.article.json").write_text("{}", encoding="utf-8")
    assert [text.name for text in house.read_house(tmp_path)] == ["good"]
    assert "left out bad" in capsys.readouterr().err


def test_labels_say_where_contents_start_and_whether_a_cue_carries_them() -> None:
    text = _house()
    (example,) = examples(text, pieces_of([text.passage.text]))
    classes = {head: {} for head in Head}
    for word in example.chunk.core:
        for head in Head:
            classes[head][text.passage.word(word)] = int(example.heads[head, example.chunk.position(word)])
    assert classes[Head.START]["der"] in (CUED, 0)  # "der" stands twice
    assert classes[Head.START]["Man"] == CUELESS
    assert (classes[Head.CONTENT]["Man"], classes[Head.CONTENT]["werde"]) == (BEGINS, CONTINUES)
    assert classes[Head.CUE]["sagte"] == BEGINS
    assert example.heads[Head.CUE, 0] == IGNORED  # no word begins at the first piece


def test_questions_ask_every_statement_and_label_its_words() -> None:
    text = _house()
    (example,) = examples(text, pieces_of([text.passage.text]))
    asked = questions(example, random.Random(1))
    assert {Trigger.CUE, Trigger.START} <= {question.window.trigger for question in asked}
    (cued,) = [question for question in asked if question.window.trigger is Trigger.CUE]
    labels = {
        text.passage.word(word): cued.roles[place - cued.window.start]
        for word, place in zip(example.chunk.words, example.chunk.positions, strict=True)
        if cued.window.start <= place < cued.window.end
    }
    assert labels["sagte"] == Role.CUE
    assert labels["Rita"] == Role.SOURCE
    assert labels["Nordfunk"] == Role.RELAY
    assert labels["offen"] == Role.CONTENT
    assert labels["Fähre"] == Role.NONE


def test_a_layer_gives_the_same_statements_as_the_words_it_was_made_from() -> None:
    blocks = ["Rita Holm sagte, der Hafen bleibe offen.", "„Wir haben“, rief er, „nichts zu verbergen.“"]
    gold = [
        {
            "p": 0,
            "content": ["der Hafen bleibe offen"],
            "cue": ["sagte"],
            "source": ["Rita Holm"],
            "speaker": "Rita Holm",
            "kind": "indirect",
            "via": [],
        },
        {
            "p": 1,
            "content": ["Wir haben", "nichts zu verbergen"],
            "cue": ["rief"],
            "source": ["er"],
            "speaker": "",
            "kind": "direct",
            "via": [],
        },
    ]
    annotated = house.parse_article("a", blocks, gold)
    laid = layer.laid_over("a", annotated)
    assert "Hafen" not in json.dumps(laid)
    assert layer.parse_laid("\n".join(blocks), laid).statements == annotated.statements
