"""How the reporter stands to the content, case by case: tests/cases/distance.tsv."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.statement import Attribution, Kind, Mood
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
from quellenlage.qualifying.distance import stance_of

CASES = list(rows((Path(__file__).parents[1] / "cases" / "distance.tsv").read_text(encoding="utf-8")))


def marked(language: str, kind: str, marked_text: str) -> tuple[Article, Attribution]:
    """An article of one block, and its attribution by the marks "[content]" and "{cue}"."""
    text = ""
    places: dict[str, list[list[int]]] = {"[": [], "{": []}
    for piece in re.split(r"([\[\]{}])", marked_text):
        if piece in ("[", "{"):
            places[piece].append([len(text)])
        elif piece in ("]", "}"):
            places["[" if piece == "]" else "{"][-1].append(len(text))
        else:
            text += piece
    article = Article("a", (Block(0, BlockKind.PARAGRAPH, text, "/blocks/0"),), Language(language))
    content, cue = (tuple(article.span(0, *place) for place in places[mark]) for mark in "[{")
    return article, Attribution(Kind(kind), content, cue, (), 1.0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_distance(case: dict[str, str]) -> None:
    stance = stance_of(*marked(case["language"], case["kind"], case["text"]))
    assert stance.distance.value == case["distance"]
    assert [mark.text for mark in stance.marks] == list(values(case["marks"]))


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 150


def test_the_cues_are_many_and_each_is_filed_once() -> None:
    cues = [row for row in rows(builtin_table("cues.tsv", "quellenlage.qualifying")) if row["place"] == "cue"]
    assert len(cues) >= 250
    keys = [(row["language"], row["cue"]) for row in cues]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("language", "kind", "text", "mood"),
    [
        ("de", "indirect", "Sie {sagte}, [der Damm sei sicher].", Mood.KONJUNKTIV_1),
        ("de", "mixed", "Sie {sagte}, [der Damm „hält“, das sei sicher].", Mood.KONJUNKTIV_1),
        ("de", "mixed", "Sie {sagte}, [„der Damm hält jedem Regen stand“].", Mood.INDICATIVE),
        ("de", "reported", "Sie {lobte} [den Damm, der sicher ist].", None),
        ("en", "indirect", "She {said} [the dam was safe].", None),
    ],
)
def test_mood(language: str, kind: str, text: str, mood: Mood | None) -> None:
    assert stance_of(*marked(language, kind, text)).mood is mood


def test_a_mark_points_into_the_second_piece_of_a_content() -> None:
    article, attribution = marked("de", "indirect", "[Der Damm], so {sagte} er, [hätte alles überstanden].")
    assert stance_of(article, attribution).marks == (Span(0, 23, 28, "hätte"),)


_WORDS = 'er hätte sei soll will dass die das behauptete angeblich gesehen haben claimed nicht „ “ " ( , . zu so-called'


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(_WORDS.split()) | st.text(max_size=3), min_size=2, max_size=12),
    st.integers(1, 11),
    st.sampled_from(Kind),
    st.sampled_from(Language),
)
def test_every_mark_quotes_the_page(words: list[str], cut: int, kind: Kind, language: Language) -> None:
    content, cue = " ".join(words[:cut]) or "x", " ".join(words[cut:]) or "y"
    article = Article("a", (Block(0, BlockKind.PARAGRAPH, f"{content} {cue}", "/blocks/0"),), language)
    spans = article.span(0, 0, len(content)), article.span(0, len(content) + 1, len(content) + 1 + len(cue))
    for mark in stance_of(article, Attribution(kind, spans[:1], spans[1:], (), 1.0)).marks:
        assert mark == article.span(0, mark.start, mark.end)


def test_nothing_to_look_at_is_neutral() -> None:
    article, _ = marked("de", "indirect", "Ja.")
    assert stance_of(article, Attribution(Kind.INDIRECT, (), (), (), 1.0)).marks == ()
