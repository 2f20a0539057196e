"""The house scheme laid over texts of other corpora (`corpora/layers`).

A layer holds places and labels, no words. A JSON line for each text: `text` (the other corpus's name for it), `sha256`
(its first half, of the text in UTF-8) and `statements`, each with its `kind` and, for every role, spans [start, end) in
code points.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quellenlage.language.passage import Passage
from quellenlage.model.statement import Kind
from quellenlage.tagging.labels import KINDS, QUOTE_TYPES, Role, Scheme
from training.corpora.annotated import Annotated, Labelled, covered, runs

_LAYERS = Path(__file__).parents[2] / "corpora" / "layers"
_ROLES = {role.name.lower(): role for role in (Role.CONTENT, Role.CUE, Role.SOURCE, Role.RELAY)}


def read_layer(name: str, texts: Mapping[str, str]) -> Iterator[Annotated]:
    """The texts that layer `name` annotates; one that is missing or differs is left out and said so on stderr."""
    with (_LAYERS / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            laid = json.loads(line)
            text = texts.get(laid["text"])
            if text is None or hash_of(text) != laid["sha256"]:
                print(f"layer {name}: text {laid['text']} is missing or differs, left out", file=sys.stderr)
                continue
            yield parse_laid(text, laid)


def parse_laid(text: str, laid: Mapping[str, Any]) -> Annotated:
    """One text under its line of the layer."""
    passage = Passage.of(text)
    statements = tuple(_statement(passage, statement) for statement in laid["statements"])
    return Annotated(f"{laid['text']} (house)", Scheme.HOUSE, passage, statements)


def laid_over(name: str, annotated: Annotated) -> dict[str, Any]:
    """The line that says of text `name` what `annotated`, in the house scheme, says of it: how layers are made."""
    passage = annotated.passage
    statements = [
        {
            "kind": house_kind(statement),
            **{
                key: [[passage.words[run[0]][0], passage.words[run[-1]][1]] for run in runs(statement.words(role))]
                for key, role in _ROLES.items()
                if statement.words(role)
            },
        }
        for statement in annotated.statements
    ]
    return {"text": name, "sha256": hash_of(passage.text), "statements": statements}


def house_kind(statement: Labelled) -> Kind:
    """The kind of a statement in the house scheme. Raises ValueError for one of another scheme."""
    if statement.kind is None or statement.kind < len(QUOTE_TYPES):
        raise ValueError("a statement of another scheme has no kind of the house scheme")
    return KINDS[statement.kind - len(QUOTE_TYPES)]


def hash_of(text: str) -> str:
    """The first half of the SHA-256 of a text, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _statement(passage: Passage, statement: Mapping[str, Any]) -> Labelled:
    roles = {role: covered(passage, map(tuple, statement.get(key, ()))) for key, role in _ROLES.items()}
    kind = len(QUOTE_TYPES) + KINDS.index(Kind(statement["kind"]))
    return Labelled({role: words for role, words in roles.items() if words}, kind)
