"""The wire is the contract's JSON, key by key."""

from __future__ import annotations

import copy
import json

import pytest

from invented import make_article, make_reading
from quellenlage.model.wire import JSON, reading_from_wire, reading_to_wire

STATEMENT_KEYS = {
    *("id", "kind", "content", "cue", "source", "speaker", "via", "polarity", "certainty", "likelihood", "hedges"),
    *("figures", "confidence", "antecedent", "relays", "stance", "said", "times", "commitment"),
}
ARTICLE_KEYS = {
    *(
        "id",
        "url",
        "outlet",
        "headline",
        "authors",
        "agencies",
        "published",
        "modified",
        "language",
        "access",
        "blocks",
    ),
}


@pytest.fixture
def wire() -> JSON:
    return reading_to_wire(make_reading())


def test_keys(wire: JSON) -> None:
    assert list(wire) == ["schema", "article", "sources", "statements"]
    assert wire["schema"] == "quellenlage/reading/1"
    assert set(wire["article"]) == ARTICLE_KEYS
    assert set(wire["article"]["access"]) == {"state", "evidence"}
    assert set(wire["article"]["blocks"][0]) == {"index", "kind", "text", "locator", "time", "of"}
    assert set(wire["sources"][0]) == {"id", "name", "class", "mentions", "anonymity"}
    assert all(set(statement) == STATEMENT_KEYS for statement in wire["statements"])
    assert set(wire["statements"][0]["speaker"]) == {"id", "name", "class"}


def test_values_of_the_article(wire: JSON) -> None:
    article = wire["article"]
    assert article["published"] == "2031-03-04T07:51:00+01:00"
    assert (article["url"], article["modified"], article["language"]) == (None, None, "de")
    assert article["access"] == {"state": "metered", "evidence": ["content_tier: metered"]}


def test_values_of_a_statement_in_a_chain(wire: JSON) -> None:
    statement = wire["statements"][1]
    assert statement["kind"] == "indirect"
    assert statement["content"] == [{"block": 2, "start": 63, "end": 81, "text": "sei der Riss älter"}]
    assert (statement["speaker"]["name"], statement["speaker"]["class"]) == ("zwei Ingenieure", "unnamed")
    assert [(source["name"], source["class"]) for source in statement["via"]] == [("Talblatt", "outlet")]
    assert (statement["polarity"], statement["certainty"], statement["likelihood"]) == ("+", "certain", None)


def test_a_figure_has_whole_numbers_without_a_point_and_its_place(wire: JSON) -> None:
    (figure,) = wire["statements"][0]["figures"]
    assert json.dumps(figure, ensure_ascii=False) == (
        '{"block": 1, "start": 12, "end": 32, "text": "mehr als 4000 Häuser", "value": 4000, "high": null, '
        '"bound": "at_least", "unit": "Häuser", "period": null, "period_span": null, '
        '"as_of": null, "basis": null, "counted": null}'
    )


def test_the_reporter_s_distance_has_its_words_and_the_mood(wire: JSON) -> None:
    assert wire["statements"][1]["stance"] == {"distance": "neutral", "marks": [], "mood": "konjunktiv_1"}
    stance = wire["statements"][3]["stance"]
    assert (stance["distance"], [mark["text"] for mark in stance["marks"]]) == ("distancing", ["soll"])
    assert stance["mood"] is None


def test_times_and_commitments_have_their_words_and_what_they_cover(wire: JSON) -> None:
    quoted, chained = wire["statements"][:2]
    assert {key: quoted["said"][key] for key in ("text", "value", "first", "last")} == {
        "text": "am Montag",
        "value": "2031-03-03",
        "first": "2031-03-03",
        "last": "2031-03-03",
    }
    assert [cue["text"] for cue in quoted["commitment"]["cue"]] == ["Wir räumen"]
    assert quoted["commitment"]["due"] == quoted["said"]
    assert (chained["said"], chained["times"], chained["commitment"]) == (None, [], None)


def test_an_unnamed_source_is_described(wire: JSON) -> None:
    told = {source["name"]: source["anonymity"] for source in wire["sources"]}
    assert told["zwei Ingenieure"] == {"count": 2, "position": "Ingenieure", "place": None, "reason": None}
    assert told["Jorun Hallwig"] is None


def test_hearsay_has_a_speaker_without_a_name(wire: JSON) -> None:
    speaker = wire["statements"][3]["speaker"]
    assert (speaker["name"], speaker["class"]) == ("", "none")
    assert wire["statements"][3]["likelihood"] == [0.55, 0.8]


@pytest.mark.parametrize("key", ["article", "sources", "statements"])
def test_an_incomplete_reading_is_refused(wire: JSON, key: str) -> None:
    broken = copy.deepcopy(wire)
    del broken[key]
    with pytest.raises(ValueError, match=key):
        reading_from_wire(broken)


def test_another_schema_is_refused(wire: JSON) -> None:
    with pytest.raises(ValueError, match="quellenlage/reading/2"):
        reading_from_wire({**wire, "schema": "quellenlage/reading/2"})


def test_unknown_keys_do_no_harm(wire: JSON) -> None:
    assert reading_from_wire({**wire, "input": "page.html"}) == make_reading()


def test_an_article_without_metadata_says_null() -> None:
    wire = reading_to_wire(make_reading(make_article(outlet=None, published=None)))
    assert (wire["article"]["outlet"], wire["article"]["published"]) == (None, None)
