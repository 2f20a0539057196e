"""Names that the tagger cut in two are put together by the words of the sentence."""

from __future__ import annotations

import pytest

from quellenlage.attribution.cut_names import with_whole_names
from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language, Span

Parts = dict[str, list[str]]


def put_together(text: str, **parts: list[str]) -> Parts:
    """The parts of an attribution after the mending; each of those given is the next one of these words in the text."""
    article = Article("case", (Block(0, BlockKind.PARAGRAPH, text, "/blocks/0"),), Language.GERMAN)

    def spans(words: list[str]) -> tuple[Span, ...]:
        found, position = [], 0
        for each in words:
            start = text.index(each, position)
            position = start + len(each)
            found.append(Span(0, start, position, each))
        return tuple(found)

    given = {name: spans(words) for name, words in parts.items()}
    one = Attribution(
        Kind.INDIRECT, given["content"], given["cue"], given["source"], 0.9, relays=given.get("relays", ())
    )
    one = with_whole_names(article, one)
    return {name: [span.text for span in getattr(one, name)] for name in ("source", "relays", "content")}


@pytest.mark.parametrize(
    ("text", "source", "content", "expected"),
    [
        (
            "Alle wurden nach Angaben der Wasserwacht gerettet.",
            ["der"],
            ["Alle wurden", "Wasserwacht gerettet"],
            ("der Wasserwacht", ["Alle wurden", "gerettet"]),
        ),
        (
            "Ein Sprecher fehlt, schreibt das Abendblatt nach Angaben.",
            ["das"],
            ["Ein Sprecher fehlt"],
            ("das Abendblatt", ["Ein Sprecher fehlt"]),
        ),
        (
            "Der Deich hält, meldete die „Nordufer Zeitung“ nach Angaben.",
            ["die"],
            ["Der Deich hält"],
            ("die „Nordufer Zeitung“", ["Der Deich hält"]),
        ),
        (
            "Der Deich hält, steht in einem internen Vermerk nach Angaben.",
            ["einem"],
            ["Der Deich hält"],
            ("einem internen Vermerk", ["Der Deich hält"]),
        ),
        (
            "Nach Angaben der Liste der Tierhilfe sind es elf.",
            ["der"],
            ["Liste der Tierhilfe", "sind es elf"],
            ("der Liste der Tierhilfe", ["sind es elf"]),
        ),
    ],
)
def test_an_article_has_its_noun(
    text: str, source: list[str], content: list[str], expected: tuple[str, list[str]]
) -> None:
    found = put_together(text, source=source, cue=["Angaben"] if "Angaben" in text else [], content=content)
    assert (found["source"], found["content"]) == ([expected[0]], expected[1])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Der Mann, der die Brücke kennt, schweigt.", "der", "kennt", "die Brücke"),
        ("Die hat gestern gewarnt.", "Die", "gewarnt", "gestern"),
        ("Die Molkerei widerspricht.", "Die", "widerspricht", "Molkerei"),
    ],
)
def test_it_stays_alone_where_no_noun_is_its_own_or_nothing_were_said(
    text: str, source: str, cue: str, content: str
) -> None:
    found = put_together(text, source=[source], cue=[cue], content=[content])
    assert (found["source"], found["content"]) == ([source], [content])


def test_an_article_whose_noun_is_the_cue_is_nobody() -> None:
    text = "Nach einem Bericht der Allgemeinen hält der Deich."
    found = put_together(text, source=["einem", "der Allgemeinen"], cue=["Bericht"], content=["hält der Deich"])
    assert found["source"] == ["der Allgemeinen"]


@pytest.mark.parametrize(
    ("text", "source", "relays", "expected"),
    [
        (
            "Der Deich hält, meldet die Nachrichtenagentur dpa.",
            ["die Nachrichtenagentur"],
            ["dpa"],
            (["die Nachrichtenagentur dpa"], []),
        ),
        ("Der Deich hält, sagte Faber der dpa.", ["Faber der"], ["dpa"], (["Faber"], ["der dpa"])),
        (
            "Der Deich hält, sagte Ute Holm der Nachrichtenagentur AFP.",
            ["Ute Holm der Nachrichtenagentur"],
            ["AFP"],
            (["Ute Holm"], ["der Nachrichtenagentur AFP"]),
        ),
        (
            "Der Deich hält, sagte eine Frau dem Sender Radio Nordufer.",
            ["eine Frau dem Sender", "Nordufer"],
            ["Radio"],
            (["eine Frau"], ["dem Sender Radio Nordufer"]),
        ),
        ("Der Deich hält, reports the Daily Ratchet.", ["the", "Ratchet"], ["Daily"], (["the Daily Ratchet"], [])),
        (
            "Der Deich hält, zitiert das Abendblatt einen Insider.",
            ["das", "einen Insider"],
            ["Abendblatt"],
            (["einen Insider"], ["das Abendblatt"]),
        ),
        ("Der Deich hält, sagte er Radio Nordufer.", ["er"], ["Radio Nordufer"], (["er"], ["Radio Nordufer"])),
        ("Der Deich hält, sagte Ute Holm Nordfunk.", ["Ute Holm"], ["Nordfunk"], (["Ute Holm"], ["Nordfunk"])),
    ],
)
def test_an_outlet_has_its_whole_name(
    text: str, source: list[str], relays: list[str], expected: tuple[list[str], list[str]]
) -> None:
    found = put_together(text, source=source, relays=relays, cue=[], content=["Der Deich hält"])
    assert (found["source"], found["relays"]) == expected


def test_a_relay_has_its_whole_name_in_quotation_marks() -> None:
    text = 'Unter Berufung auf den „Uferboten Nord" meldet sie, der Deich hält.'
    found = put_together(text, source=["sie"], relays=["Uferboten"], cue=["meldet"], content=["Nord", "der Deich hält"])
    assert (found["relays"], found["content"]) == (["Uferboten Nord"], ["der Deich hält"])
