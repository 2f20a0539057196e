"""All corpora by name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from training.corpora.annotated import Annotated
from training.corpora.house import read_house
from training.corpora.layer import read_layer
from training.corpora.polnear import polnear_texts, read_polnear
from training.corpora.spkatt import read_spkatt
from training.corpora.wikinews import read_wikinews, wikinews_texts

_TRAIN: dict[str, Callable[[Path], Iterator[Annotated]]] = {
    "spkatt": lambda folder: read_spkatt(folder, "train"),
    "polnear": lambda folder: read_polnear(folder, "train"),
    "wikinews": lambda folder: read_wikinews(folder, "train"),
    "wikinews_house": lambda folder: read_layer("wikinews", wikinews_texts(folder, "train")),
    "polnear_house": lambda folder: read_layer("polnear", polnear_texts(folder, "train")),
    "wikinews_more": lambda folder: read_layer("wikinews-more", wikinews_texts(folder, "train")),
    "polnear_more": lambda folder: read_layer("polnear-more", polnear_texts(folder, "train")),
    "gold": read_house,
    "invented": read_house,
}


def read_training(name: str, folder: Path) -> list[Annotated]:
    """The training part of a corpus. A missing folder is said on stderr and gives nothing."""
    if not folder.is_dir():
        print(f"corpus {name}: no folder {folder}, going on without it", file=sys.stderr)
        return []
    return list(_TRAIN[name](folder))
