"""The example pages, read from file to statements, against what `examples/expected/` says must be found."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from quellenlage.model.text import BlockKind
from quellenlage.pipeline import extract, open_input

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED = sorted((EXAMPLES / "expected").glob("*.json"))
SAME_CONTENT = 0.5
"""Token F1 from which two contents count as the same statement, one to one."""

METADATA = ("headline", "outlet", "authors", "agencies", "published", "modified", "language")

Json = Any


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that must be found, and the one found for it, if any."""

    wanted: Json
    found: Json


@pytest.fixture(scope="module")
def readings() -> dict[str, Json]:
    """Page name -> reading as the JSON of the contract. Every page is read once."""
    from quellenlage.model.wire import reading_to_wire

    outcomes = {}
    for path in EXPECTED:
        page = json.loads(path.read_text(encoding="utf-8"))["page"]
        outcome = extract(open_input(str(EXAMPLES / "pages" / page)))
        assert outcome.reading, outcome.failure
        outcomes[path.stem] = reading_to_wire(outcome.reading)
    return outcomes


@pytest.fixture(scope="module")
def hits(readings: dict[str, Json]) -> list[Hit]:
    return [hit for path in EXPECTED for hit in pair(load(path)["statements"], readings[path.stem]["statements"])]


def load(path: Path) -> Json:
    return json.loads(path.read_text(encoding="utf-8"))


def tokens(texts: list[str]) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(texts).lower()))


def token_f1(one: list[str], other: list[str]) -> float:
    a, b = tokens(one), tokens(other)
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def pair(wanted: list[Json], found: list[Json]) -> list[Hit]:
    """Pairs one to one, the closest contents first. One hit for each wanted one, `found` None where none fits."""
    scores = sorted(
        (
            (token_f1(w["content"], [span["text"] for span in f["content"]]), i, j)
            for i, w in enumerate(wanted)
            for j, f in enumerate(found)
        ),
        reverse=True,
    )
    partner: dict[int, int] = {}
    for score, i, j in scores:
        if score >= SAME_CONTENT and i not in partner and j not in partner.values():
            partner[i] = j
    return [Hit(w, found[partner[i]] if i in partner else None) for i, w in enumerate(wanted)]


def same_name(one: str, other: str) -> bool:
    """Whether two names agree: the same words, or all words of the shorter one in the longer one."""
    articles = {"der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "the", "a", "an"}
    a, b = set(tokens([one])) - articles, set(tokens([other])) - articles
    return a == b or bool(a and b and (a <= b or b <= a))


def same_chain(wanted: list[str], found: list[Json]) -> bool:
    return len(wanted) == len(found) and all(same_name(w, f["name"]) for w, f in zip(wanted, found, strict=True))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_metadata_comes_out_exactly(path: Path, readings: dict[str, Json]) -> None:
    wanted, article = load(path), readings[path.stem]["article"]
    found = {key: article[key] for key in METADATA}
    assert found == {key: wanted[key] for key in found}
    assert article["access"]["state"] == wanted["access"]
    kinds = Counter(block["kind"] for block in article["blocks"])
    assert kinds[BlockKind.PARAGRAPH] == wanted["body_paragraphs"]


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_expected_words_stand_in_one_block(path: Path, readings: dict[str, Json]) -> None:
    blocks = [b["text"] for b in readings[path.stem]["article"]["blocks"] if b["kind"] != BlockKind.FURNITURE]
    for statement in load(path)["statements"]:
        words = [*statement["content"], *statement["cue"], *statement["source"]]
        assert any(all(word in block for word in words) for block in blocks), words


def test_key_statements_are_found(hits: list[Hit]) -> None:
    found = sum(hit.found is not None for hit in hits)
    assert found >= 0.70 * len(hits), f"{found} of {len(hits)}"


def test_speakers_of_found_statements_are_right(hits: list[Hit]) -> None:
    found = [hit for hit in hits if hit.found]
    right = sum(same_name(hit.wanted["speaker"], hit.found["speaker"]["name"]) for hit in found)
    assert right >= 0.60 * len(found), f"{right} of {len(found)}"


def test_chains_of_found_statements_are_right(hits: list[Hit]) -> None:
    chained = [hit for hit in hits if hit.found and hit.wanted["via"]]
    right = sum(same_chain(hit.wanted["via"], hit.found["via"]) for hit in chained)
    assert right >= 0.40 * len(chained), f"{right} of {len(chained)}"
