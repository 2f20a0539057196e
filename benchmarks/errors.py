"""A page to look through errors in: `python -m benchmarks.errors [SHARED] [--split dev] [--out build/errors.html]`.

The articles of a split of SHARED/gold (`../shared` unless said) go through the whole program; the page shows each text
with the annotators' statements and ours laid over it, what is missed, found in vain or wrong, to be filtered by type
and article. One file that needs no network. It holds the articles' text: do not pass it on, and do not commit it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.gold import GoldArticle, load_gold
from benchmarks.matching import differences, paired
from benchmarks.statements import read_blocks
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Span

_PAGE = Path(__file__).with_name("errors.html")
_PARTS = ("content", "cue", "source")
_LABELS = ("kind", "polarity", "certainty")


def main(arguments: Sequence[str]) -> None:
    """Read, compare, write the page, and say where it is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.errors", description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--split", default="dev")
    parser.add_argument("--out", type=Path, default=Path("build/errors.html"))
    given = parser.parse_args(arguments)
    articles = load_gold(given.shared / "gold" / given.split)
    if not articles:
        parser.error(f"no *.article.json in {given.shared / 'gold' / given.split}; name the folder that holds gold/")
    with tempfile.TemporaryDirectory() as scratch:
        readings = [read_blocks([block.text for block in one.article.blocks], Path(scratch)) for one in articles]
    compared = [compare(one, reading["statements"]) for one, reading in zip(articles, readings, strict=True)]
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(page(compared), encoding="utf-8")
    items = [item for article in compared for item in article["items"]]
    wrong = sum(bool(item["types"]) for item in items)
    print(f"{given.out}: {len(compared)} articles, {len(items)} statements, {wrong} with an error")


def compare(gold: GoldArticle, found: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """An article's text and its statements, gold and found beside each other, in text order.

    `types` of an item says what is wrong: "missed", "spurious", or the parts and labels that differ.
    """
    pairs = paired(gold.labels, found)
    missed = set(range(len(gold.labels))) - {i for i, _ in pairs}
    spurious = set(range(len(found))) - {j for _, j in pairs}
    items = [
        {"gold": _gold(gold, i), "found": _found(found[j]), "types": differences(gold.labels[i], found[j])}
        for i, j in pairs
    ]
    items += [{"gold": _gold(gold, i), "found": None, "types": ["missed"]} for i in missed]
    items += [{"gold": None, "found": _found(found[j]), "types": ["spurious"]} for j in spurious]
    return {
        "name": gold.article.id,
        "language": gold.article.language,
        "blocks": [block.text for block in gold.article.blocks],
        "items": sorted(items, key=_place),
    }


def _place(item: Mapping[str, Any]) -> list[int]:
    spans = [span for side in ("gold", "found") if item[side] for span in item[side]["spans"]["content"]]
    return min(spans, default=[0, 0, 0])


def _gold(article: GoldArticle, index: int) -> dict[str, Any]:
    label, placed = article.labels[index], article.attributions[index]
    return {
        "spans": {part: _spans(placed, part) for part in _PARTS},
        "told": {part: " … ".join(label[part]) for part in _PARTS}
        | {"speaker": label["speaker"], "class": label["speaker_class"], "via": " > ".join(label["via"])}
        | {name: label[name] for name in _LABELS}
        | {"figures": "; ".join(map(_figure, label["figures"]))},
    }


def _found(statement: Mapping[str, Any]) -> dict[str, Any]:
    speaker = statement["speaker"] or {"name": "", "class": "none"}
    return {
        "spans": {part: [[s["block"], s["start"], s["end"]] for s in statement[part]] for part in _PARTS},
        "told": {part: " … ".join(span["text"] for span in statement[part]) for part in _PARTS}
        | {"speaker": speaker["name"], "class": speaker["class"]}
        | {"via": " > ".join(relay["name"] for relay in statement["via"])}
        | {name: statement[name] for name in _LABELS}
        | {"figures": "; ".join(map(_figure, statement["figures"]))},
        "confidence": statement["confidence"],
    }


def _spans(placed: Attribution | None, part: str) -> list[list[int]]:
    spans: Iterable[Span] = getattr(placed, part) if placed else ()
    return [[span.block, span.start, span.end] for span in spans]


def _figure(figure: Mapping[str, Any]) -> str:
    high = f" to {figure['high']}" if figure.get("high") else ""
    return f"{figure['bound']} {figure['value']}{high} {figure['unit']}"


def page(compared: Sequence[Mapping[str, Any]]) -> str:
    """The page with its data. "<" is written as an escape, so that no text can end the element that holds it."""
    data = json.dumps(compared, ensure_ascii=False).replace("<", "\\u003c")
    return _PAGE.read_text(encoding="utf-8").replace('"DATA"', data)


if __name__ == "__main__":
    main(sys.argv[1:])
