"""Whatever bytes come: a page becomes a reading or a failure, nothing else, and a reading quotes its page."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes import QuoteTagger
from quellenlage.errors import PageError
from quellenlage.model.statement import Reading
from quellenlage.model.text import Page
from quellenlage.model.wire import reading_from_wire, reading_to_wire
from quellenlage.pipeline import Outcome, extract, extract_inputs

MEDIA = ("text/html", "text/plain", "application/json")
PAGES = sorted((Path(__file__).parents[2] / "examples" / "pages").glob("*.html"))

_words = st.sampled_from(
    "Die Behörde|„Wir räumen 40 Häuser“, sagte Jorun Hallwig|am Montag|&nbsp;|&#0;|😀|und|.".split("|")
)
_tags = st.sampled_from(
    "<p>|</p>|<div class=teaser>|</div>|<h1>|<!--|<script>|<li>|<table><tr><td>|<figure>|<blockquote>|<article>|"
    '</article>|<meta charset=utf-16>|<![CDATA[|<svg>|<a href=|<p title="'.split("|")
)
soups = st.lists(_words | _tags, max_size=60).map(lambda parts: " ".join(parts).encode())


def check(outcome: Outcome) -> None:
    """Reading or failure; every span of a reading quotes its block; the wire brings it back."""
    assert (outcome.reading is None) != (outcome.failure is None)
    if outcome.failure:
        assert isinstance(outcome.failure, PageError)
        assert "\n" not in str(outcome.failure)
        return
    reading = outcome.reading
    assert reading is not None
    check_spans(reading)
    assert reading_from_wire(json.loads(json.dumps(reading_to_wire(reading), allow_nan=False))) == reading


def check_spans(reading: Reading) -> None:
    blocks = reading.article.blocks
    assert [block.index for block in blocks] == list(range(len(blocks)))
    wire = reading_to_wire(reading)
    for owner in (*wire["sources"], *wire["statements"]):
        for role in ("mentions", "content", "cue", "source", "antecedent", "relays", "hedges", "figures"):
            for span in owner.get(role, ()):
                assert span["text"]
                assert blocks[span["block"]].text[span["start"] : span["end"]] == span["text"]


@given(data=st.binary(max_size=400) | soups, media=st.sampled_from(MEDIA))
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_a_reading_or_a_failure(data: bytes, media: str) -> None:
    check(extract(Page("any", data, media), tagger=QuoteTagger()))


@given(blocks=st.lists(st.text(max_size=60) | _words, max_size=8))
@settings(deadline=None, max_examples=60)
def test_blocks_given_as_json_come_out_one_by_one(blocks: list[str]) -> None:
    data = json.dumps({"blocks": blocks}).encode()
    outcome = extract(Page("any.json", data, "application/json"), tagger=QuoteTagger())
    check(outcome)
    if outcome.reading:
        assert [block.text for block in outcome.reading.article.blocks] == blocks


@pytest.mark.parametrize("packed", [False, True])
@given(data=st.data())
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_page_cut_anywhere_or_damaged_is_a_reading_or_a_failure(
    packed: bool, data: st.DataObject, tmp_path: Path
) -> None:
    page = data.draw(st.sampled_from(PAGES)).read_bytes()
    cut = data.draw(st.integers(0, len(page)))
    junk = data.draw(st.binary(max_size=20))
    damaged = page[:cut] + junk + (page[cut + 200 :] if data.draw(st.booleans()) else b"")
    path = tmp_path / "page.html"
    path.write_bytes(gzip.compress(damaged)[: -len(junk) or None] if packed else damaged)
    (outcome,) = extract_inputs([str(path)], tagger=QuoteTagger())
    check(outcome)


@given(soup=soups)
@settings(deadline=None, max_examples=40)
def test_reading_again_gives_the_same_ids(soup: bytes) -> None:
    page = Page("any.html", soup, "text/html")
    first, second = (extract(page, tagger=QuoteTagger()) for _ in range(2))
    assert first.reading == second.reading
    if first.reading:
        renamed = Page("elsewhere.html", page.data, page.media)
        again = extract(renamed, tagger=QuoteTagger()).reading
        assert again is not None
        assert again.article.id == first.reading.article.id
        assert [one.id for one in again.statements] == [one.id for one in first.reading.statements]
