"""Scenarios with known claims: pages on one event, and what `expected.json` and `detail.json` say of them.

The form is described in corpora/origins/README.md.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent
OWN = _ROOT / "corpora" / "origins"
"""The scenarios of the repository."""
_SHARED = _ROOT.parent / "shared" / "gold" / "origins"

_ENOUGH = 0.5
"""Part of the expected words that a found content must hold: the reader may cut a clause short."""
_WITHIN = 0.8
"""Part of the found words that must be expected ones where the found content is the shorter."""
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one page."""

    page: str
    text: str


@dataclass(frozen=True, slots=True)
class ExpectedDrift:
    """A change between appearances on two pages."""

    before_page: str
    after_page: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ExpectedClaim:
    """A claim as its author meant it. `denials` are places of denials, where detail.json names them."""

    id: str
    gist: str
    appearances: tuple[Place, ...]
    origins: int
    denied_by: tuple[str, ...]
    drift: tuple[ExpectedDrift, ...]
    denials: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A folder of pages with its expected claims and the pairs of places that look alike but say different things."""

    name: str
    pages: tuple[Path, ...]
    claims: tuple[ExpectedClaim, ...]
    not_same: tuple[tuple[Place, Place], ...]


def find_scenarios(roots: Sequence[Path] = (OWN, _SHARED)) -> list[Path]:
    """Every folder with an expected.json below the roots."""
    return sorted(path.parent for root in roots for path in root.glob("**/expected.json"))


def load_scenario(folder: Path) -> Scenario:
    """The scenario of a folder that holds pages and `expected.json`. Raises FileNotFoundError where that is missing."""
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    detail = folder / "detail.json"
    denials = json.loads(detail.read_text("utf-8")).get("denials", []) if detail.exists() else []
    pages = tuple(sorted(path for path in folder.iterdir() if path.suffix in (".html", ".txt")))
    claims = tuple(_claim(raw, denials) for raw in expected["claims"])
    pairs = tuple((_place(one), _place(other)) for one, other in expected["not_same"])
    return Scenario(folder.name, pages, claims, pairs)


def load_parties(folder: Path) -> dict[tuple[str, Place], frozenset[str]]:
    """The origins of each appearance of a claim (by its id), as detail.json names them."""
    detail = json.loads((folder / "detail.json").read_text("utf-8"))
    return {
        (each["claim"], Place(each["page"], each["text"])): frozenset(each["origins"]) for each in detail["appearances"]
    }


def _claim(raw: dict[str, Any], denials: Iterable[dict[str, Any]]) -> ExpectedClaim:
    return ExpectedClaim(
        raw["id"],
        raw["gist"],
        tuple(Place(each["page"], each["text"]) for each in raw["appearances"]),
        raw["independent_origins"],
        tuple(raw["denied_by"]),
        tuple(
            ExpectedDrift(each["from_page"], each["to_page"], each["what"], each["before"], each["after"])
            for each in raw["drift"]
        ),
        tuple(Place(each["page"], each["text"]) for each in denials if each["claim"] == raw["id"]),
    )


def _place(written: str) -> Place:
    page, text = written.split("|", 1)
    return Place(page, text)


def likeness(expected: str, found: str) -> float:
    """F1 of the words of two texts, 0 where too few are shared to take one for the other."""
    wanted, given = Counter(words(expected)), Counter(words(found))
    shared = (wanted & given).total()
    recall, precision = shared / max(1, wanted.total()), shared / max(1, given.total())
    if recall < _ENOUGH and not (precision >= _WITHIN and shared >= 3):
        return 0.0
    return 2 * precision * recall / (precision + recall)


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORDS.findall(text.casefold())
