"""Certainty, likelihood and polarity: the case table, hedges as spans, and the tables behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import read_marked
from quellenlage.gazetteer.table import builtin_table, rows
from quellenlage.model.statement import Attribution, Certainty, Kind, Polarity, Qualification
from quellenlage.model.text import Article, Block, BlockKind, Language
from quellenlage.qualifying import qualify
from quellenlage.qualifying.certainty import assurance_of

_TABLE = Path(__file__).parent.parent / "cases" / "certainty.tsv"
_CASES = [tuple(row.values()) for row in rows(_TABLE.read_text(encoding="utf-8"))]


def _qualified(language: str, cue: str, content: str) -> Qualification:
    """What is made of a content behind its cue; the parts of the cue stand in their order before it."""
    parts = cue.split(" … ")
    text = " ".join([*parts, content])
    article = Article("a", (Block(0, BlockKind.PARAGRAPH, text, "/blocks/0"),), Language(language))
    spans, start = [], 0
    for part in parts:
        spans.append(article.span(0, start, start + len(part)))
        start += len(part) + 1
    return qualify(article, Attribution(Kind.INDIRECT, (article.span(0, start, len(text)),), tuple(spans), (), 1.0))


@pytest.mark.parametrize(("language", "cue", "content", "certainty", "likelihood", "polarity"), _CASES)
def test_a_statement_claims_what_its_words_say(
    language: str, cue: str, content: str, certainty: str, likelihood: str, polarity: str
) -> None:
    found = _qualified(language, cue, content)
    assert found.certainty is Certainty(certainty)
    assert found.polarity is Polarity(polarity)
    written = "-".join(f"{100 * end:g}" for end in found.likelihood) if found.likelihood else ""
    assert written == likelihood


def test_hedges_are_kept_as_spans() -> None:
    found = _qualified("de", "vermutet", "zwei mutmaßliche Täter könnten möglicherweise geflohen sein")
    assert [hedge.text for hedge in found.hedges] == ["mutmaßliche", "könnten", "möglicherweise"]
    assert _qualified("de", "vermutet", "ein Tier sei schuld").hedges[0].text == "vermutet"


@pytest.mark.parametrize(
    ("language", "marked", "hedges"),
    [
        (Language.GERMAN, "Berater {warnen} Berg offenbar [vor dem Treffen].", ["offenbar"]),
        (Language.ENGLISH, "Advisers {warn} Berg apparently [against the meeting].", ["apparently"]),
        (Language.GERMAN, "Berater {warnen}. Es regnet offenbar [vor dem Treffen].", []),
    ],
)
def test_a_hedge_between_cue_and_content_weakens_the_report_alone(
    language: Language, marked: str, hedges: list[str]
) -> None:
    assurance = assurance_of(*read_marked(marked, language, None))
    assert [hedge.text for hedge in assurance.hedges] == hedges
    assert assurance.certainty is Certainty.CERTAIN


GAPS = [
    (Language.GERMAN, "Berg {sagte}, [die Fähre werde] wohl [im Mai auslaufen].", ["wohl"], Certainty.PROBABLE),
    (
        Language.GERMAN,
        "[Die Fähre] habe offenbar, {sagte} Berg, [den Hafen verlassen].",
        ["offenbar"],
        Certainty.PROBABLE,
    ),
    (
        Language.GERMAN,
        "[Die Werft sei], {sagt} Berg, möglicherweise [bald pleite].",
        ["möglicherweise"],
        Certainty.POSSIBLE,
    ),
    (
        Language.GERMAN,
        "Berg {sagte}, [die Fähre könne] vermutlich [sinken].",
        ["könne", "vermutlich"],
        Certainty.PROBABLE,
    ),
    (Language.ENGLISH, "Berg {said} [the ferry will] probably [leave in May].", ["probably"], Certainty.PROBABLE),
    (Language.ENGLISH, "[The ferry], Berg {said}, perhaps [left the harbour].", ["perhaps"], Certainty.POSSIBLE),
    (Language.GERMAN, "[Erst im Mai]: Räte {warnen} Berg offenbar [vor der Abfahrt].", ["offenbar"], Certainty.CERTAIN),
    (Language.GERMAN, "[Die Fähre], {sagte} Berg wohl am Montag, [bleibe im Hafen].", [], Certainty.CERTAIN),
    (Language.GERMAN, "Berg {sagte}: [„Die Fähre bleibt.“] Es regnete wohl. [„Sie ist alt.“]", [], Certainty.CERTAIN),
    (Language.GERMAN, "[Die Fähre], {sagte} Berg, wegen der möglichen Flut, [bleibe].", [], Certainty.CERTAIN),
    (Language.ENGLISH, "[The ferry], Berg apparently {said}, [stays].", [], Certainty.CERTAIN),
]


@pytest.mark.parametrize(("language", "marked", "hedges", "certainty"), GAPS)
def test_a_hedge_between_two_pieces_of_a_content_hedges_it(
    language: Language, marked: str, hedges: list[str], certainty: Certainty
) -> None:
    assurance = assurance_of(*read_marked(marked, language, None))
    assert ([hedge.text for hedge in assurance.hedges], assurance.certainty) == (hedges, certainty)


def test_a_hedged_phrase_does_not_hedge_the_content() -> None:
    found = _qualified("de", "sagte", "zwei mutmaßliche Täter seien in Haft")
    assert (found.certainty, [hedge.text for hedge in found.hedges]) == (Certainty.CERTAIN, ["mutmaßliche"])


def test_likelihoods_follow_the_directive() -> None:
    """ICD 203, D.6.e.(2)(a): seven degrees, which leave no gap between 1 and 99 percent."""
    table = rows(builtin_table("certainty.tsv", "quellenlage.qualifying"))
    ranges = {(int(row["low"]), int(row["high"])) for row in table if row["low"]}
    assert sorted(ranges) == [(1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99)]


@pytest.mark.parametrize(
    "name",
    [
        "certainty.tsv",
        "denials.tsv",
        "bounds.tsv",
        "units.tsv",
        "labels.tsv",
        "counting.tsv",
        "outcomes.tsv",
        "unnumbered.tsv",
    ],
)
def test_tables_are_whole(name: str) -> None:
    lines = list(rows(builtin_table(name, "quellenlage.qualifying")))
    assert {row["language"] for row in lines} == {"de", "en"}
    assert len({tuple(row.values()) for row in lines}) == len(lines)
