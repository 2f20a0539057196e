"""Reviewed articles as training data: JSON Lines, an article a line, in the form in which articles are annotated."""

from __future__ import annotations

import json
from collections.abc import Iterable

from quellenlage.model.gold import GoldArticle
from quellenlage.model.wire import JSON


def gold_line(gold: GoldArticle) -> JSON:
    """The article (`id`, `lang`, `blocks`) with its `statements` and whether all of it is reviewed (`complete`)."""
    return {**gold.article, "complete": gold.complete, "statements": gold.statements}


def gold_to_lines(articles: Iterable[GoldArticle]) -> str:
    """One line each; "" where there are none."""
    return "".join(f"{json.dumps(gold_line(each), ensure_ascii=False, allow_nan=False)}\n" for each in articles)
