"""Wikinews quotes: German news with quotations and who said them (Petersen-Frey and Biemann 2024, CC BY-NC-SA 4.0).

JSON lines; spans are code points of `text`. Words and sentences are cut anew, as in use.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quellenlage.language.passage import Passage
from quellenlage.tagging.labels import QUOTE_TYPES, Role, Scheme
from training.corpora.annotated import Annotated, Labelled, covered

_ROLES = {"quote": Role.CONTENT, "speaker": Role.SOURCE, "cue": Role.CUE, "addressee": Role.ADDRESSEE}


def read_wikinews(root: Path, split: str) -> Iterator[Annotated]:
    """Articles of a split ("train", "dev")."""
    yield from map(parse_article, _articles(root, split))


def wikinews_texts(root: Path, split: str) -> dict[str, str]:
    """The texts of a split by the corpus's names."""
    return {article["id"]: article["text"] for article in _articles(root, split)}


def _articles(root: Path, split: str) -> Iterator[dict[str, Any]]:
    with (root / f"{split}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def parse_article(article: dict[str, Any]) -> Annotated:
    """One article; a quotation without words is left out."""
    passage = Passage.of(article["text"])
    statements: list[Labelled] = []
    for quote in article["quotes"]:
        roles = {role: covered(passage, map(tuple, quote[key])) for key, role in _ROLES.items()}
        if roles[Role.CONTENT]:
            statements.append(Labelled(roles, QUOTE_TYPES.index(quote["type"])))
    return Annotated(article["id"], Scheme.WIKINEWS, passage, tuple(statements))
