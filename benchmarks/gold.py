"""Gold articles as the package's own values: articles of blocks, gold statements as attributions with spans.

A gold file names its contents, cues and sources by their words and the paragraph `p` of the content; here each gets
the place that the annotators meant: contents in reading order from `p` on, cues nearest to the content, sources
nearest to the cue.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Block, BlockKind, Language, Span

_REACH = 2
"""Blocks after `p` in which a part may stand (quotations over paragraphs); one before for cues and sources."""

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article. `attributions[i]` is the placed form of `labels[i]`, None where a part is not found."""

    path: Path
    article: Article
    labels: list[dict[str, Any]]
    attributions: list[Attribution | None]


def load_gold(folder: Path) -> list[GoldArticle]:
    """All `NAME.article.json` + `NAME.gold.json` of a folder, by name."""
    return [_load(path) for path in sorted(folder.glob("*.article.json"))]


def _load(path: Path) -> GoldArticle:
    raw = json.loads(path.read_text("utf-8"))
    blocks = tuple(Block(i, BlockKind.PARAGRAPH, text, f"/blocks/{i}") for i, text in enumerate(raw["blocks"]))
    article = Article(raw["id"], blocks, Language(raw["lang"]))
    gold = path.with_name(path.name.replace(".article.", ".gold."))
    labels = json.loads(gold.read_text("utf-8"))
    return GoldArticle(gold, article, labels, [_place(article, label) for label in labels])


def _place(article: Article, label: dict[str, Any]) -> Attribution | None:
    first = label["p"]
    content: list[Place] = []
    for text in label["content"]:
        found = _occurrences(article, text, first, first + _REACH)
        later = [place for place in found if not content or place > content[-1]]
        if not found:
            return None
        content.append((later or found)[0])
    cue = [_nearest(article, text, first, content, content) for text in label["cue"]]
    anchor = [place for place in cue if place] or content
    source = [_nearest(article, text, first, anchor, content) for text in label["source"]]
    return Attribution(
        Kind(label["kind"]),
        _spans(article, content),
        _spans(article, [place for place in cue if place]),
        _spans(article, [place for place in source if place]),
        1.0,
    )


def _occurrences(article: Article, text: str, first: int, last: int) -> list[Place]:
    places = []
    for block in article.blocks[max(0, first) : last + 1]:
        start = block.text.find(text)
        while start >= 0:
            places.append((block.index, start, start + len(text)))
            start = block.text.find(text, start + 1)
    return [place for place in places if _whole_words(article, place)] or places


def _whole_words(article: Article, place: Place) -> bool:
    block, start, end = place
    text = article.blocks[block].text
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def _nearest(article: Article, text: str, first: int, anchor: list[Place], content: list[Place]) -> Place | None:
    def cost(place: Place) -> int:
        gaps = [1000 * abs(a[0] - place[0]) + max(a[1] - place[2], place[1] - a[2], 0) for a in anchor]
        inside = any(c[0] == place[0] and c[1] < place[2] and place[1] < c[2] for c in content)
        return min(gaps) + (300 if inside else 0)

    return min(_occurrences(article, text, first - 1, first + _REACH), key=cost, default=None)


def _spans(article: Article, places: list[Place]) -> tuple[Span, ...]:
    return tuple(article.span(*place) for place in sorted(places))
