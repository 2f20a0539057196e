"""The invented events of corpora/wordings: claims told in many words, German and English, and look-alikes.

The form is described in corpora/wordings/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quellenlage.model.text import Language

FOLDER = Path(__file__).parents[2] / "corpora" / "wordings"

_CLAIM = re.compile(r"# (?P<letter>[a-z]|\.) \| .+")
_LINE = re.compile(r"(?P<denies>!?)(?P<language>de|en) (?P<words>\S.*)")
_ALIKE = "."  # the letter of lines that say something of their own


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that state a claim of their event or, with `denies`, deny it; `claim` is "" where no other line says the
    same."""

    words: str
    language: Language
    claim: str
    denies: bool


@dataclass(frozen=True, slots=True)
class WordedEvent:
    """An event and its wordings in the order of the file.

    `complete`: no two wordings without a claim say the same.
    """

    title: str
    wordings: tuple[Wording, ...]
    complete: bool = True


def worded_events(folder: Path = FOLDER) -> Iterator[WordedEvent]:
    """All events of a folder's files, in order. Raises ValueError, naming file and line, where a line is none of the
    form."""
    for path in sorted(folder.glob("*.txt")):
        yield from _events(path)


def _events(path: Path) -> Iterator[WordedEvent]:
    title, claim = "", ""
    found: list[Wording] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("= "):
            if found:
                yield WordedEvent(title, tuple(found))
            title, claim, found = line[2:], "", []
        elif opened := _CLAIM.fullmatch(line):
            claim = opened["letter"]
        elif claim and (told := _LINE.fullmatch(line)):
            of = "" if claim == _ALIKE else claim
            found.append(Wording(told["words"].strip(), Language(told["language"]), of, bool(told["denies"])))
        elif line.strip():
            raise ValueError(f"{path.name}, line {number}: neither event, claim nor wording: {line!r}")
    if found:
        yield WordedEvent(title, tuple(found))
