"""The article the project grew from: its figures with bounds, as the product's description names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quellenlage.model.text import Language
from quellenlage.qualifying.figures import quantities

_SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"
_FIGURES = [
    (4000, "at_least"),
    (13000, "exact"),
    (250000, "at_most"),
    (900000, "about"),
    (35100, "at_least"),
    (600000, "at_least"),
]


@pytest.mark.skipif(not _SEED.exists(), reason="needs the seed article in ../shared beside the repository")
@pytest.mark.parametrize(("value", "bound"), _FIGURES)
def test_the_seed_article_has_its_figures(value: int, bound: str) -> None:
    lines = _SEED.read_text(encoding="utf-8").splitlines()
    found = {(q.value, q.bound.value) for line in lines for q in quantities(line, Language.GERMAN)}
    assert (value, bound) in found
