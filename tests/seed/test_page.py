"""What kinds of blocks the seed page has, what is kept out, and what it says of time."""

from __future__ import annotations

import io
import re
import socket

import pytest

from quellenlage.model.figure import Bound
from quellenlage.model.statement import Kind
from quellenlage.model.text import AccessState, BlockKind, Language
from quellenlage.rendering.terminal import open_console, print_reading
from seed.lookup import Seed, chain_of, content_of, network_events

# --- The page's debris, and what kinds of blocks there are


@pytest.mark.parametrize(
    "debris",
    ["Hauptinhalt", "Startseite", "Stand:", "showPaywall", "isSubscriber", "isPaid", "console.debug", "botCategory"],
)
def test_furniture_is_kept_out(seed: Seed, debris: str) -> None:
    assert seed.block(debris).kind is BlockKind.FURNITURE


def test_values_of_page_variables_are_furniture(seed: Seed) -> None:
    values = [block for block in seed.blocks if block.text == "false"]
    assert len(values) == 2
    assert all(block.kind is BlockKind.FURNITURE for block in values)


def test_nobody_speaks_in_furniture_or_in_the_consent_box(seed: Seed) -> None:
    silent = {block.index for block in seed.blocks if block.kind in (BlockKind.FURNITURE, BlockKind.EMBED)}
    speaking = {span.block for statement in seed.reading.statements for span in statement.attribution.content}
    assert silent
    assert speaking
    assert not silent & speaking


def test_access_is_open_by_the_pages_own_variable(seed: Seed) -> None:
    access = seed.reading.article.access
    assert access.state is AccessState.OPEN
    assert any("showPaywall" in mark and "false" in mark for mark in access.evidence)
    page = " ".join(seed.text.split())
    assert all(mark in page for mark in access.evidence)


def test_every_line_is_one_block_at_its_place(seed: Seed) -> None:
    ends = [0]
    for block in seed.blocks:
        place = re.fullmatch(r"char=(\d+),(\d+)", block.locator)
        assert place is not None
        start, end = int(place[1]), int(place[2])
        assert seed.text[start:end] == block.text
        assert not seed.text[ends[-1] : start].strip()
        ends.append(end)
    assert not seed.text[ends[-1] :].strip()


def test_headline_and_summary(seed: Seed) -> None:
    (headline,) = seed.of_kind(BlockKind.HEADLINE)
    assert headline.text == seed.reading.article.headline
    assert headline.text.endswith("Gespräch mit Putin")
    (summary,) = seed.of_kind(BlockKind.SUMMARY)
    assert summary.index == headline.index + 1
    assert seed.reading.article.language is Language.GERMAN


@pytest.mark.parametrize(
    "words", ["Aufhebung von Sanktionen", "hofft auf Fortschritte", "Welche Strategie verfolgt", "soll 4000 Panzer"]
)
def test_headings_are_no_paragraphs(seed: Seed, words: str) -> None:
    assert seed.block(words).kind is BlockKind.HEADING
    assert len(seed.of_kind(BlockKind.HEADING)) == 4


def test_the_consent_box_is_an_embed_as_a_whole(seed: Seed) -> None:
    box = seed.of_kind(BlockKind.EMBED)
    assert [block.index for block in box] == list(range(box[0].index, box[0].index + 3))
    for words, block in zip(["redaktioneller Inhalt", "externen Inhalt", "Drittplattformen"], box, strict=True):
        assert words in block.text
    assert "externe Inhalt" in box[2].text


def test_nothing_is_fetched(seed: Seed) -> None:
    assert seed.network == ()


def test_a_socket_would_have_been_noticed() -> None:
    with network_events() as events, socket.socket():
        pass
    assert events


@pytest.mark.parametrize(
    ("caption", "credit"), [("Trump rühmt sich", "AFP/Brendan Smialowski"), ("war zu Gesprächen", "Zuma Press Wire")]
)
def test_photo_captions_have_their_credits(seed: Seed, caption: str, credit: str) -> None:
    below, beside = seed.block(caption), seed.block(credit)
    assert (below.kind, beside.kind) == (BlockKind.CAPTION, BlockKind.CREDIT)
    assert beside.of == below.index


def test_photo_agencies_and_photographers_did_not_write_the_article(seed: Seed) -> None:
    assert seed.reading.article.agencies == ()
    assert seed.reading.article.authors == ()


def test_the_pull_quote_has_its_speaker_line_and_stands_in_the_body(seed: Seed) -> None:
    (quote,) = seed.of_kind(BlockKind.QUOTE)
    (line,) = [block for block in seed.blocks if block.of == quote.index]
    assert line.text.startswith("Kirill Dmitrijew")
    body = seed.block(quote.text.rstrip("."), BlockKind.PARAGRAPH)
    pulled, said = (seed.statement("eine positive Dynamik", block=block) for block in (quote, body))
    assert content_of(pulled) == content_of(said)
    assert pulled.speaker == said.speaker
    assert said.speaker.name == "Kirill Dmitrijew"
    assert {pulled.attribution.kind, said.attribution.kind} == {Kind.DIRECT}


def test_the_pull_quote_is_no_part_of_the_shared_report(seed: Seed) -> None:
    (quote,) = seed.of_kind(BlockKind.QUOTE)
    assert "Medienbericht" not in [name for name, _ in chain_of(seed.statement("Dynamik", block=quote))]


def test_the_number_box_is_a_fact_box_and_the_alliance_speaks_in_it(seed: Seed) -> None:
    number, text = seed.of_kind(BlockKind.FACT_BOX)
    assert number.text == "250.000"
    assert text.of == number.index
    statement = seed.statement("gefallen", block=text)
    assert chain_of(statement) == [("Nato", "organisation")]


def test_the_number_box_counts_soldiers(seed: Seed) -> None:
    number, _ = seed.of_kind(BlockKind.FACT_BOX)
    figure = seed.figure(250_000, number)
    assert (figure.bound, figure.unit) == (Bound.EXACT, "Sodaten")  # as misspelt there


# --- Times


def test_a_page_without_a_date_has_none_and_the_output_says_so(seed: Seed) -> None:
    article = seed.reading.article
    assert (article.published, article.modified) == (None, None)
    shown = io.StringIO()
    print_reading(open_console(shown), seed.reading, Language.ENGLISH)
    assert "time unknown" in shown.getvalue().split("1  ")[0]


@pytest.mark.parametrize(
    ("words", "when", "value"),
    [
        ("in dieser Woche", "am Sonntag", "XXXX-WXX-7"),
        ("ein akzeptables Friedensabkommen", "am Donnerstag", "XXXX-WXX-4"),
    ],
)
def test_the_day_of_saying_stays_relative(seed: Seed, words: str, when: str, value: str) -> None:
    said = [statement.qualification.said for statement in seed.statements(words)]
    days = [time for time in said if time is not None]
    assert days
    assert all(time.span.text.startswith(when) and time.value == value for time in days)


def test_no_time_is_resolved_but_the_one_that_names_its_year(seed: Seed) -> None:
    qualifications = [statement.qualification for statement in seed.reading.statements]
    times = [time for one in qualifications for time in (*one.times, *([one.said] if one.said else []))]
    relative = {time.span.text for time in times if time.start is None and time.end is None}
    resolved = {time.span.text for time in times} - relative
    assert {"am Sonntag", "in dieser Woche"} <= relative
    assert resolved == {"Ende Oktober 2024"}
