"""SpkAtt-2023: speeches in the German parliament (Rehbein et al. 2023, CC BY-SA 4.0).

One JSON file a speech: `Sentences` of tokens without their spacing, `Annotations` with roles as "sentence:token".
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from quellenlage.language.passage import Passage
from quellenlage.language.words import Range
from quellenlage.tagging.labels import Role, Scheme
from training.corpora.annotated import Annotated, Labelled

_FOLDERS = {"train": "train/task1", "dev": "dev/task1", "test": "eval/task1_subtask2_test"}
_ROLES = {
    "Cue": Role.CUE,
    "Source": Role.SOURCE,
    "Message": Role.CONTENT,
    "Addr": Role.ADDRESSEE,
    "PTC": Role.PARTICLE,
    "Medium": Role.RELAY,
    "Topic": Role.TOPIC,
    "Evidence": Role.EVIDENCE,
}
_TIGHT_BEFORE = frozenset(",.;:?!)]}%“”…'’")
_TIGHT_AFTER = frozenset("([{„‚")


def read_spkatt(root: Path, split: str) -> Iterator[Annotated]:
    """Speeches of a split ("train", "dev", "test"; the test split has cues only)."""
    for path in sorted((root / _FOLDERS[split]).glob("*.json")):
        yield parse_speech(path.stem, json.loads(path.read_text(encoding="utf-8")))


def parse_speech(name: str, speech: dict[str, Any]) -> Annotated:
    """One speech; spacing is put back by rule."""
    sentences = [sentence["Tokens"] for sentence in speech["Sentences"]]
    passage, firsts = _join(sentences)
    place = {sentence["SentenceId"]: first for sentence, first in zip(speech["Sentences"], firsts, strict=True)}

    def word(address: str) -> int:
        sentence, token = map(int, address.split(":"))
        return place[sentence] + token

    statements = tuple(
        Labelled({_ROLES[key]: tuple(sorted(map(word, value))) for key, value in annotation.items() if value})
        for annotation in speech["Annotations"]
    )
    return Annotated(name, Scheme.SPKATT, passage, tuple(s for s in statements if s.words(Role.CUE)))


def _join(sentences: Sequence[Sequence[str]]) -> tuple[Passage, list[int]]:
    """Tokens to a passage, and the index of each sentence's first word in it."""
    parts: list[str] = []
    words: list[Range] = []
    ranges: list[range] = []
    at = 0
    before = ""
    for sentence in sentences:
        first = len(words)
        for token in sentence:
            if words and token not in _TIGHT_BEFORE and before not in _TIGHT_AFTER:
                parts.append(" ")
                at += 1
            parts.append(token)
            words.append((at, at + len(token)))
            at += len(token)
            before = token
        ranges.append(range(first, len(words)))
    firsts = [sentence.start for sentence in ranges]
    return Passage.cut("".join(parts), tuple(words), tuple(r for r in ranges if r)), firsts
