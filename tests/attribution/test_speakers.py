"""Speakers and chains, from a table of marked texts that a linguist can read and extend."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from quellenlage.attribution import resolve
from quellenlage.model.statement import Attribution, Kind, Statement
from quellenlage.model.text import Article, Block, BlockKind, Language, Span

_TABLE = Path(__file__).parents[1] / "cases" / "speakers.txt"
_OPEN = re.compile(r"\{(\d)([scatrd])\|")


def _cases() -> list[tuple[str, Language, list[str], dict[str, list[str]]]]:
    cases = []
    for paragraph in _TABLE.read_text("utf-8").split("\n\n")[1:]:
        title, language, *lines = paragraph.strip().split("\n")
        blocks = [line for line in lines if not line.startswith("= ")]
        rows = [[cell.strip() for cell in line[2:].split("|")] for line in lines if line.startswith("= ")]
        cases.append((title, Language(language), blocks, {row[0]: row[1:] for row in rows}))
    return cases


def _unmarked(marked: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text without its marks, and (number, part, start, end) of each mark; marks may nest."""
    text, found, open_marks, at = "", [], [], 0
    while at < len(marked):
        begin = _OPEN.match(marked, at)
        if begin:
            open_marks.append((*begin.groups(), len(text)))
            at = begin.end()
        elif marked[at] == "}":
            number, part, start = open_marks.pop()
            found.append((number, part, start, len(text)))
            at += 1
        else:
            text += marked[at]
            at += 1
    return text, found


def _resolved(language: Language, marked: list[str]) -> dict[str, Statement]:
    texts, parts, direct = [], defaultdict(list), set()
    for index, block in enumerate(marked):
        text, marks = _unmarked(block)
        texts.append(Block(index, BlockKind.PARAGRAPH, text, f"/blocks/{index}"))
        for number, part, start, end in marks:
            parts[number, "t" if part == "d" else part].append(Span(index, start, end, text[start:end]))
            direct |= {number} if part == "d" else set()
    numbers = sorted({number for number, _ in parts})
    attributions = [
        Attribution(
            Kind.DIRECT if number in direct else Kind.INDIRECT,
            *(tuple(sorted(parts[number, part], key=lambda s: s.start)) for part in "tcs"),
            1.0,
            *(tuple(parts[number, part]) for part in "ar"),
        )
        for number in numbers
    ]
    found = resolve(Article("case", tuple(texts), language), attributions)
    return dict(zip(numbers, found.statements, strict=True))


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case[0])
def test_the_speaker_and_the_chain_are_found(case: tuple[str, Language, list[str], dict[str, list[str]]]) -> None:
    _, language, blocks, expected = case
    found = {
        number: [one.speaker.name or "-", one.speaker.cls.value, " > ".join(source.name for source in one.via)]
        for number, one in _resolved(language, blocks).items()
    }
    assert found == expected


def test_sources_are_listed_once_with_all_their_mentions() -> None:
    language = Language.GERMAN
    marked = ["{1s|Anna Berg} {1c|sagte}, {1t|er halte}. {2s|Berg} {2c|ergänzte}, {2t|er sei neu}."]
    statements = _resolved(language, marked)
    assert statements["1"].speaker == statements["2"].speaker
    assert [span.text for span in statements["1"].speaker.mentions] == ["Anna Berg", "Berg"]


def test_an_outlet_does_not_pass_on_what_it_reports_itself() -> None:
    text = "Der Deich halte, sagte Anna Berg dem WDR."
    spans = [Span(0, text.index(part), text.index(part) + len(part), part) for part in ("Der Deich halte", "sagte")]
    source = Span(0, 23, 32, text[23:32])
    said = Attribution(Kind.INDIRECT, (spans[0],), (spans[1],), (source,), 1.0)
    block = Block(0, BlockKind.PARAGRAPH, text, "/blocks/0")
    own, other = (
        resolve(Article("case", (block,), Language.GERMAN, outlet=outlet), [said]).statements[0]
        for outlet in ("wdr.de", "Talbote")
    )
    assert (own.via, [one.name for one in other.via]) == ((), ["WDR"])
