"""Invented pages, one folder each, against the article that readers would see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quellenlage import errors
from quellenlage.model.text import Article, Block, BlockKind
from quellenlage.reading import open_page, read

_PAGES = Path(__file__).parent.parent / "pages"
_FOLDERS = sorted(folder for folder in _PAGES.iterdir() if folder.is_dir())


def _expected(folder: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return expected


def _read(folder: Path) -> Article:
    (page,) = folder.glob("page.*")
    return read(open_page(str(page)))


def _that_begins(article: Article, opening: str) -> Block:
    return next(block for block in article.blocks if block.text.startswith(opening))


_ARTICLES = [folder for folder in _FOLDERS if "fails" not in _expected(folder)]


@pytest.mark.parametrize("folder", _ARTICLES, ids=lambda folder: folder.name)
def test_metadata(folder: Path) -> None:
    expected, article = _expected(folder), _read(folder)
    found = {
        "headline": article.headline,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "agencies": list(article.agencies),
        "published": article.published and article.published.isoformat(),
        "modified": article.modified and article.modified.isoformat(),
        "language": article.language,
        "access": article.access.state,
    }
    assert found == {name: expected[name] for name in found}


@pytest.mark.parametrize("folder", _ARTICLES, ids=lambda folder: folder.name)
def test_blocks(folder: Path) -> None:
    expected, article = _expected(folder), _read(folder)
    keeps_furniture = any(kind == BlockKind.FURNITURE for kind, _ in expected["blocks"])
    blocks = [block for block in article.blocks if keeps_furniture or block.kind is not BlockKind.FURNITURE]
    found = [
        [block.kind, block.text[: len(wanted[1])]] for block, wanted in zip(blocks, expected["blocks"], strict=False)
    ]
    assert found == expected["blocks"]
    assert len(blocks) == len(expected["blocks"]), [block.text for block in blocks]


@pytest.mark.parametrize("folder", _ARTICLES, ids=lambda folder: folder.name)
def test_what_belongs_together(folder: Path) -> None:
    expected, article = _expected(folder), _read(folder)
    for text, other in expected.get("belongs", {}).items():
        assert _that_begins(article, text).of == _that_begins(article, other).index


@pytest.mark.parametrize("folder", _ARTICLES, ids=lambda folder: folder.name)
def test_times_of_entries(folder: Path) -> None:
    expected, article = _expected(folder), _read(folder)
    for text, time in expected.get("times", {}).items():
        moment = _that_begins(article, text).time
        assert moment is not None
        assert moment.isoformat() == time


@pytest.mark.parametrize("folder", _ARTICLES, ids=lambda folder: folder.name)
def test_the_page_is_left_out(folder: Path) -> None:
    expected, article = _expected(folder), _read(folder)
    kept = [block.text for block in article.blocks if block.kind is not BlockKind.FURNITURE]
    for debris in expected["left_out"]:
        assert not any(debris in text for text in kept)


@pytest.mark.parametrize(
    "folder", [folder for folder in _FOLDERS if folder not in _ARTICLES], ids=lambda folder: folder.name
)
def test_pages_without_an_article(folder: Path) -> None:
    with pytest.raises(getattr(errors, _expected(folder)["fails"])):
        _read(folder)
