"""The figures that reading must hold on stored news pages, by the scorer that lies beside them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quellenlage.model.text import BlockKind
from quellenlage.reading import open_page, read

_SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (_SHARED / "pages" / "score.py").is_file(), reason="needs ../shared beside the repository"
)


def test_the_figures_on_stored_news_pages(tmp_path: Path) -> None:
    score, news = _SHARED / "pages" / "score.py", _SHARED / "pages" / "news"
    listed = subprocess.run(
        [sys.executable, str(score), str(news), "--list"], capture_output=True, text=True, check=True
    )
    readings = tmp_path / "readings.jsonl"
    with readings.open("w", encoding="utf-8") as file:
        for name in listed.stdout.splitlines():
            article = read(open_page(name))
            wire = {
                "headline": article.headline,
                "authors": article.authors,
                "published": article.published and article.published.isoformat(),
                "blocks": [{"kind": block.kind, "text": block.text} for block in article.blocks],
            }
            print(json.dumps({"article": wire}), file=file)
    scored = subprocess.run(
        [sys.executable, str(score), str(news), str(readings)], capture_output=True, text=True, check=True
    )
    found = {
        name: float(value)
        for name, value in re.findall(r"(body F1|F1|headline|authors|day|minute) ([\d.]+)", scored.stdout)
    }
    wanted = {"body F1": 0.970, "F1": 0.93, "headline": 78, "authors": 76, "day": 84, "minute": 78}
    assert {name: value for name, value in wanted.items() if found[name] < value} == {}, scored.stdout


def test_the_page_that_the_project_grew_from() -> None:
    article = read(open_page(str(_SHARED / "seed" / "article.txt")))
    kinds = [block.kind for block in article.blocks]
    text = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.SUMMARY, BlockKind.HEADLINE}
    assert kinds.count(BlockKind.HEADLINE) == kinds.count(BlockKind.SUMMARY) == kinds.count(BlockKind.QUOTE) == 1
    assert kinds.count(BlockKind.HEADING) == 4
    assert kinds.count(BlockKind.CREDIT) == 2
    assert kinds.count(BlockKind.CAPTION) == 3  # two pictures and the pull quote's speaker
    assert kinds.count(BlockKind.FACT_BOX) == 2
    assert kinds.count(BlockKind.EMBED) == 3
    assert kinds[0] is BlockKind.FURNITURE
    assert set(kinds[-7:]) == {BlockKind.FURNITURE}
    assert not any(len(block.text) < 20 for block in article.blocks if block.kind in text)
    assert (article.published, article.modified, article.authors) == (None, None, ())


def test_clean_paragraphs_are_never_furniture() -> None:
    """Articles given as blocks with annotated statements: no annotated block may be taken for the page's."""
    checked = 0
    for path in sorted((_SHARED / "gold").glob("*/*.article.json")):
        annotated = json.loads(path.with_name(path.name.replace(".article.", ".gold.")).read_text(encoding="utf-8"))
        blocks = read(open_page(str(path))).blocks
        for statement in annotated:
            checked += 1
            assert blocks[statement["p"]].kind is not BlockKind.FURNITURE, (path.name, statement["p"])
    assert checked > 1_000
