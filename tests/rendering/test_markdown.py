"""Markdown shows the words as they stand, whatever they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from invented import make_article, make_reading
from quellenlage.model.text import Language
from quellenlage.rendering.markdown import escaped, reading_to_markdown, rows_to_markdown


@pytest.mark.parametrize(
    "text",
    [
        "*a* _b_ `c`",
        "<b>x</b> &amp; &lt;",
        "[a](b) ![c](d)",
        "a | b",
        "# 1. - +",
        "\\ ~~x~~",
        "https://x.example/a_b_c",
    ],
)
def test_escaped_text_is_shown_as_it_stands(text: str) -> None:
    (inline,) = (token for token in MarkdownIt("commonmark").parse(f"x {escaped(text)}") if token.type == "inline")
    assert "".join(child.content for child in inline.children or ()) == f"x {text}"
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}


@pytest.mark.parametrize(
    "text", ["1. Mai", "12) Leute", "- nein", "-", "=", "+ 3", "4000 Häuser", "§ 3.5", "> x", "# y"]
)
def test_escaped_text_opens_nothing_at_the_beginning_of_a_line(text: str) -> None:
    kinds = [token.type for token in MarkdownIt("commonmark").parse(f"- {escaped(text)}")]
    assert kinds.count("list_item_open") == 1
    assert not {"blockquote_open", "heading_open", "hr"} & set(kinds)
    (inline,) = (token for token in MarkdownIt("commonmark").parse(escaped(text)) if token.type == "inline")
    assert "".join(child.content for child in inline.children or ()) == text


def test_a_reading_is_a_heading_and_a_numbered_list() -> None:
    reading = make_reading(make_article(url="https://nordlicht.example/damm"))
    tokens = MarkdownIt("commonmark").parse(reading_to_markdown(reading, Language.GERMAN))
    kinds = [token.type for token in tokens]
    assert kinds.count("heading_open") == kinds.count("ordered_list_open") == 1
    assert kinds.count("bullet_list_open") == len(reading.statements)
    text = reading_to_markdown(reading, Language.GERMAN)
    assert "Nordlicht → Talblatt → zwei Ingenieure" in text
    assert "<https://nordlicht.example/damm>" in text


def test_an_address_that_is_none_is_text() -> None:
    article = replace(make_article(), url="javascript:alert(1)")
    assert "<javascript" not in reading_to_markdown(replace(make_reading(), article=article), Language.GERMAN)


def test_a_table_has_a_head_and_a_row_for_each_entry() -> None:
    rows = list(rows_to_markdown([{"name": "a|b", "said": 1, "via": None}, {"name": "c", "said": 2, "via": ""}]))
    assert rows == ["| name | said | via |", "| --- | --- | --- |", "| a\\|b | 1 |  |", "| c | 2 |  |"]
    assert list(rows_to_markdown([])) == []
